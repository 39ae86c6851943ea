"""Reports to events: one act one event, two meetings two."""

from __future__ import annotations

import random

from tests.resolve.builders import article

from musnad.model import Annotation
from musnad.model.story import StoryEvent
from musnad.resolve.digest import digest
from musnad.resolve.events import cluster_block
from musnad.resolve.nodes import EventNode
from musnad.resolve.origins import Origins
from musnad.resolve.summary import summarise_event


def nodes(*annotations: Annotation) -> list[EventNode]:
    return [node for each in annotations for node in digest(each).events]


def events(*annotations: Annotation) -> list[StoryEvent]:
    found = nodes(*annotations)
    blocks = sorted({node.block for node in found})
    groups = [group for name in blocks for group in cluster_block([node for node in found if node.block == name])]
    return [summarise_event(group.nodes, group.reasons, Origins()) for group in groups]


def visit(text: str, published: str | None, time: str | None, outlet: str = "أ", **fields: object) -> Annotation:
    base = {"trigger": "زيارة", "type": "CONSULT", "mode": "visit", "sources": ["kemal-aydin"], "targets": ["QAT"]}
    return article(text, published=published, outlet=outlet, events=[base | {"time": time} | fields])


FIRST = "بدأ كمال آيدين زيارة رسمية إلى قطر تستمر يومين."
SECOND = "اختتم الوزير كمال آيدين زيارة إلى الدوحة بعد محادثات طويلة."


def test_one_visit_told_by_two_is_one_event() -> None:
    [event] = events(visit(FIRST, "2024-03-10", "2024-03-10"), visit(SECOND, "2024-03-12", "2024-03-11", "ب"))
    assert (event.documents, event.independent_sources, event.date) == (2, 2, "2024-03-10")
    assert event.first_report.place.published == "2024-03-10"
    assert [reason.rule for reason in event.reasons] == ["event.same-days"]


def test_visits_months_apart_stay_two() -> None:
    assert len(events(visit(FIRST, "2023-09-13", "2023-09-13"), visit(SECOND, "2024-06-19", "2024-06-19"))) == 2


def test_a_coarse_date_joins_the_day_it_holds_and_not_another_month() -> None:
    day = visit(FIRST, "2024-03-10", "2024-03-10")
    month = visit(SECOND, "2024-04-20", "2024-03", "ب")
    other = visit("كانت زيارة كمال آيدين إلى قطر قصيرة.", "2024-04-21", "2024-01", "ج")
    found = events(day, month, other)
    assert sorted(len(event.reports) for event in found) == [1, 2]


def test_background_keeps_its_own_time() -> None:
    background = article(
        "وهذه أول زيارة يقوم بها كمال آيدين إلى قطر منذ زيارة عام 2000.",
        events=[
            {
                "trigger": "زيارة",
                "type": "CONSULT",
                "sources": ["kemal-aydin"],
                "targets": ["QAT"],
                "time": "2024-03-10",
            },
            {
                "trigger": "زيارة",
                "n": 1,
                "type": "CONSULT",
                "sources": ["kemal-aydin"],
                "targets": ["QAT"],
                "time": "2000",
            },
        ],
    )
    assert sorted(event.date or "" for event in events(background)) == ["2000", "2024-03-10"]


def test_a_nominal_repeat_joins_the_event_of_its_article() -> None:
    text = "بدأ كمال آيدين زيارة إلى قطر. وتأتي الزيارة وسط خلاف على الأسعار."
    told = article(
        text,
        events=[
            {
                "trigger": "زيارة",
                "type": "CONSULT",
                "sources": ["kemal-aydin"],
                "targets": ["QAT"],
                "time": "2024-03-10",
            },
            {"trigger": "الزيارة", "type": "CONSULT", "sources": [], "targets": []},
        ],
    )
    [event] = events(told)
    assert len(event.reports) == 2


def test_an_undated_repeat_of_the_week_joins_and_one_of_next_month_does_not() -> None:
    day = visit(FIRST, "2024-03-10", "2024-03-10")
    soon = visit("انتقدت صحف زيارة كمال آيدين إلى قطر.", "2024-03-14", None, "ب")
    late = visit("انتقدت صحف زيارة كمال آيدين إلى قطر.", "2024-05-20", None, "ج")
    assert [len(event.reports) for event in events(day, soon, late)] == [2, 1]


def test_two_visitors_of_one_state_make_two_visits() -> None:
    one = visit(FIRST, "2024-03-10", "2024-03-10", sources=["kemal-aydin"], targets=["salim-haddad"])
    two = article(
        "بدأ نائبه سليم كايا زيارة عمل إلى قطر.",
        published="2024-03-10",
        outlet="ب",
        events=[
            {"trigger": "زيارة", "type": "CONSULT", "sources": ["selim-kaya"], "targets": ["QAT"], "time": "2024-03-10"}
        ],
    )
    assert len(events(one, two)) == 2


def test_strikes_on_two_towns_stay_two() -> None:
    def strike(outlet: str, place: str | None) -> Annotation:
        text = f"شن الجيش غارة على بلدة في السودان بحسب {outlet}."
        event = {"trigger": "غارة", "type": "ASSAULT", "sources": ["TCD"], "targets": ["SDN"], "time": "2024-03-09"}
        return article(text, outlet=outlet, events=[event | {"place": place}])

    found = events(strike("أ", "nyala"), strike("ب", "nyala"), strike("ج", "el-fasher"), strike("د", None))
    assert sorted(len(event.reports) for event in found) == [1, 3]


def test_denied_by_one_and_told_by_another_is_contested() -> None:
    told = article(
        "قالت واشنطن إن تشاد سلمت السودان أسلحة.",
        claims=[{"cue": "قالت", "source": "واشنطن", "entity": "USA", "content": "تشاد سلمت السودان أسلحة"}],
        events=[{"trigger": "سلمت", "type": "AID", "sources": ["TCD"], "targets": ["SDN"]}],
    )
    denied = article(
        "نفت نجامينا تسليم أسلحة إلى السودان.",
        outlet="ب",
        claims=[
            {"cue": "نفت", "source": "نجامينا", "entity": "TCD", "content": "تسليم أسلحة إلى السودان", "stance": "deny"}
        ],
        events=[{"trigger": "تسليم", "type": "AID", "sources": ["TCD"], "targets": ["SDN"], "factuality": "U"}],
    )
    [event] = events(told, denied)
    assert (event.status, event.denied_by, event.independent_sources) == ("contested", ("TCD",), 2)


def test_the_order_of_reports_does_not_matter() -> None:
    found = nodes(
        *(visit(FIRST, f"2024-03-{day:02}", f"2024-03-{day:02}", f"ص{day}") for day in range(1, 20, 3)),
        visit(SECOND, "2024-03-20", "2024-03"),
        visit(SECOND, "2024-03-21", None, "ه"),
    )
    first = [[node.id for node in group.nodes] for group in cluster_block(found)]
    for seed in range(5):
        shuffled = random.Random(seed).sample(found, len(found))
        assert [[node.id for node in group.nodes] for group in cluster_block(shuffled)] == first


def test_an_agreement_that_founds_a_partnership_is_an_act_told_again_by_its_name() -> None:
    text = "وقعت تركيا وقطر اتفاقية شراكة شاملة. وقال مسؤول إن مشاريع جديدة ستنشأ وفقا للاتفاقية بعد أشهر."
    sides = {"type": "AGREE", "sources": ["TUR"], "targets": ["QAT"]}
    [event] = events(
        article(text, events=[sides | {"trigger": "اتفاقية شراكة"}, sides | {"trigger": "للاتفاقية"}], published=None)
    )
    assert len(event.reports) == 2
    assert not event.ongoing


def test_an_article_without_a_date_joins_what_its_story_tells_as_news_and_nothing_older() -> None:
    news = visit(FIRST, "2024-03-10", "2024-03-10")
    past = visit("كانت زيارة كمال آيدين إلى قطر قبل عام أطول.", "2024-03-10", "2023-03-10", "ب")
    late = visit("أثارت زيارة كمال آيدين إلى قطر اهتمام المراقبين.", None, None, "ج")
    found = nodes(news, past, late)
    one_story = {node.document: "t1" for node in found}
    assert sorted(len(group.nodes) for group in cluster_block(found, one_story)) == [1, 2]
    [joined] = [group for group in cluster_block(found, one_story) if len(group.nodes) == 2]
    assert joined.low == found[0].low
    assert [len(group.nodes) for group in cluster_block(found, {})] == [1, 1, 1]


def told(text: str, published: str, outlet: str, time: str | None = None, **event: object) -> Annotation:
    return article(text, published=published, outlet=outlet, events=[event | {"time": time}])


def test_trips_of_two_clubs_to_one_country_are_two_and_a_copy_is_one() -> None:
    trip = {"trigger": "إلى تركيا", "type": "CONSULT", "mode": "visit", "targets": ["TUR"]}
    first = told("طار فريق الميناء إلى تركيا لإقامة معسكر يستمر أسبوعين استعدادا للدوري.", "2024-07-01", "أ", **trip)
    copy = told("طار فريق الميناء إلى تركيا لإقامة معسكر يستمر أسبوعين استعدادا للدوري.", "2024-07-02", "ب", **trip)
    other = told("وصل فريق الساحل إلى تركيا بعد رحلة طويلة لإقامة معسكر صيفي.", "2024-07-02", "ج", **trip)
    assert sorted(event.documents for event in events(first, copy, other)) == [1, 2]


def test_a_state_of_affairs_of_one_party_is_told_again_only_in_like_words() -> None:
    state = {"trigger": "العقوبات", "type": "SANCTION", "sources": ["QAT"]}
    fines = told("ناقش اتحاد الكرة في قطر جدول العقوبات على الأندية المخالفة.", "2024-07-01", "أ", **state)
    embargo = told("رحبت قطر بتخفيف العقوبات النفطية بعد مفاوضات طويلة.", "2024-07-02", "ب", **state)
    assert len(events(fines, embargo)) == 2
    two = {"trigger": "العقوبات", "type": "SANCTION", "sources": ["USA"], "targets": ["TCD"]}
    one = told("أثرت العقوبات الأميركية في أسواق تشاد.", "2024-07-01", "أ", **two)
    again = told("رفعت واشنطن شكوى بشأن العقوبات على نجامينا.", "2024-07-05", "ب", **two)
    [event] = events(one, again)
    assert event.ongoing


def test_a_boat_and_a_bomb_of_one_day_are_two() -> None:
    killed = {"trigger": "قتل", "type": "ASSAULT", "targets": ["EGY"]}
    boat = told("قتل عشرون راكبا في غرق مركب قرب القاهرة.", "2024-07-02", "أ", "2024-07-01", **killed)
    bomb = told("قتل ضابط في انفجار عبوة ناسفة شرق مصر.", "2024-07-02", "ب", "2024-07-01", **killed)
    again = told("قتل عشرون راكبا إثر غرق مركب في مصر.", "2024-07-02", "ج", "2024-07-01", **killed)
    assert sorted(event.documents for event in events(boat, bomb, again)) == [1, 2]


def test_what_two_are_afraid_of_in_one_sentence_is_two_things() -> None:
    text = "تخشى أنقرة تراجع التجارة مع جيرانها، كما تتخوف من نقص المياه في السدود القريبة من الحدود."
    fears = [{"trigger": trigger, "type": "ACCUSE", "sources": ["TUR"]} for trigger in ("تخشى", "تتخوف")]
    assert len(events(article(text, events=fears))) == 2


def test_a_year_says_too_little_of_what_one_party_did() -> None:
    praise = {"trigger": "استحسان", "type": "SUPPORT", "targets": ["QAT"]}
    one = told(
        "لقي برنامج المنح الدراسية الذي أطلق في قطر مطلع العام استحسان وزارة التعليم والملحقين.",
        "2024-07-01",
        "أ",
        "2024",
        **praise,
    )
    other = told(
        "نال عرض الطيران البهلواني فوق كورنيش الدوحة استحسان جمهور غفير من الزوار والمقيمين.",
        "2024-07-02",
        "ب",
        "2024",
        **praise,
    )
    assert len(events(one, other)) == 2


def test_an_unnamed_voice_is_called_by_its_outlet() -> None:
    text = "نفت مصادر زيارة كمال آيدين إلى قطر."
    base = {"trigger": "زيارة", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"], "factuality": "CT-"}
    claim = {"cue": "نفت", "content": "زيارة كمال آيدين إلى قطر", "stance": "deny", "source_class": "unnamed"}
    [event] = events(article(text, outlet="أ", events=[base], claims=[claim]))
    assert event.denied_by == ("أ",)


def test_what_a_voice_says_was_not_done_is_no_report_of_what_was_done() -> None:
    text = "وقعت قطر وتركيا اتفاقية للملاحة أمس في حفل حضره سفراء وتجار ورؤساء غرف التجارة في المدينة الساحلية القديمة."
    text += " وبحث الوفدان ملفات الزراعة والتعليم والسياحة والنقل البري خلال جلسات استمرت حتى المساء. ولم يوقع الجانبان القطري والتركي أي اتفاق عسكري، بحسب وزير."
    base = {"type": "AGREE", "sources": ["QAT"], "targets": ["TUR"]}
    claim = {"cue": "بحسب", "source": "وزير", "content": "ولم يوقع الجانبان القطري والتركي أي اتفاق عسكري"}
    signed = base | {"trigger": "وقعت", "time": "2024-03-09"}
    unsigned = base | {"trigger": "يوقع", "factuality": "CT-"}
    found = events(article(text, events=[signed, unsigned], claims=[claim]))
    assert sorted(event.status for event in found) == ["asserted", "denied"]
