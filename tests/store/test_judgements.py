"""What people decide wins over the machine, can be undone, and outlives a new reading."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.resolve.builders import article
from tests.resolve.made import STORY

from musnad.errors import NotFoundError, UsageError
from musnad.model import Annotation, Judgement
from musnad.store import Store, open_store

VISIT = article(
    "بدأ كمال آيدين زيارة إلى قطر.",
    events=[
        {"trigger": "زيارة", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"], "time": "2024-03-10"}
    ],
)
LATER = article(
    "عاد كمال آيدين إلى قطر في زيارة ثانية.",
    published="2024-06-10",
    outlet="السهل",
    events=[
        {"trigger": "زيارة", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"], "time": "2024-06-10"}
    ],
)


def judged(store: Store, target: str, verdict: str, **value: str) -> Judgement:
    number = len(list(store.view().judgements(undone=True)))
    made: dict[str, Any] = {"id": f"j{number}", "target": target, "verdict": verdict, "value": value}
    judgement = Judgement(**made, author="نور", at=f"2024-07-01T10:00:{number:02}Z", note="قرأت النص")
    with store.writer() as writer:
        writer.judge(judgement)
    return judgement


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(tmp_path / "s.duckdb", create=True)
    with made.writer() as writer:
        writer.add(VISIT)
        writer.add(LATER)
        writer.resolve()
    return made


def test_reject_and_undo(store: Store) -> None:
    first, second = store.view().events()
    said = judged(store, first.id, "reject")
    assert list(store.view().events()) == [second]
    with store.writer() as writer:
        writer.undo(said.id)
    assert list(store.view().events()) == [first, second]
    assert list(store.view().judgements()) == []
    [kept] = store.view().judgements(undone=True)
    assert kept.undone


def test_retype_and_change_say_who_did_it(store: Store) -> None:
    first = next(store.view().events())
    judged(store, first.id, "retype", type="COOPERATE")
    judged(store, first.id, "change", date="2024-03-09", targets="TUR")
    event = store.view().event(first.id)
    assert (event.type, event.date, [p.entity for p in event.targets]) == ("COOPERATE", "2024-03-09", ["TUR"])
    assert "نور" in event.reasons[-1].text
    assert event.reasons[-1].judgement == "j1"


def test_merge_two_events_and_split_them_again(store: Store) -> None:
    first, second = store.view().events()
    said = judged(store, second.id, "merge", **{"with": first.id})
    [merged] = store.view().events()
    assert len(merged.reports) == 2
    with store.writer() as writer:
        writer.undo(said.id)
    assert len(list(store.view().events())) == 2


def test_split_takes_a_report_out_of_its_event() -> None:
    store = open_store(":memory:", create=True)
    again = article(
        "اختتم كمال آيدين زيارة إلى قطر.",
        outlet="السهل",
        events=[
            {
                "trigger": "زيارة",
                "type": "CONSULT",
                "sources": ["kemal-aydin"],
                "targets": ["QAT"],
                "time": "2024-03-10",
            }
        ],
    )
    with store.writer() as writer:
        writer.add(VISIT)
        writer.add(again)
        writer.resolve()
    [event] = store.view().events()
    judged(store, event.reports[1].id, "split")
    assert len(list(store.view().events())) == 2


def test_a_judgement_outlives_new_lexicons_and_a_moved_span(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = next(store.view().events())
    judged(store, first.id, "retype", type="COOPERATE")
    monkeypatch.setattr("musnad.store.writer.version", lambda: "9.9+new")
    wider = msgspec.structs.replace(VISIT.events[0].trigger, start=4, text=VISIT.document.text[4:])
    wider = msgspec.structs.replace(wider, end=len(VISIT.document.text))
    anew = msgspec.structs.replace(VISIT, events=(msgspec.structs.replace(VISIT.events[0], trigger=wider),))
    with store.writer() as writer:
        assert writer.add(anew).outcome == "updated"
        writer.resolve()
    assert [event.type for event in store.view().events()] == ["COOPERATE", "CONSULT"]


def test_statements_merge_and_part() -> None:
    store = open_store(":memory:", create=True)
    with store.writer() as writer:
        for each in STORY:
            writer.add(each)
        writer.resolve()
    first, second, *_ = store.view().matters()
    said = judged(store, second.id, "merge", **{"with": first.id})
    ids = {statement.id for statement in store.view().matter(first.id).statements}
    assert {statement.id for statement in second.statements} <= ids
    with store.writer() as writer:
        writer.undo(said.id)
    assert store.view().matter(first.id) == first


def test_entities_merge_by_judgement(store: Store) -> None:
    judged(store, "entity:kemal-aydin", "merge", **{"with": "entity:QAT"})
    assert store.view().entity("kemal-aydin").members == ("QAT", "kemal-aydin")


def test_bad_judgements_are_refused(store: Store) -> None:
    first = next(store.view().events())
    with pytest.raises(NotFoundError):
        judged(store, "e0000000000", "reject")
    with pytest.raises(UsageError):
        judged(store, first.id, "merge")
    with pytest.raises(UsageError):
        judged(store, "t0000000000", "reject")
    with store.writer() as writer, pytest.raises(NotFoundError):
        writer.undo("j99")
    assert list(store.view().judgements(undone=True)) == []


def test_judgements_travel_as_jsonl(store: Store, tmp_path: Path) -> None:
    from musnad.store.transfer import export_judgements, import_judgements

    first = next(store.view().events())
    judged(store, first.id, "retype", type="COOPERATE")
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(b"".join(export_judgements(store.view())))
    other = open_store(":memory:", create=True)
    with other.writer() as writer:
        writer.add(VISIT)
        writer.resolve()
        assert import_judgements(writer, path.read_bytes().splitlines()) == (1, 0)
        assert import_judgements(writer, path.read_bytes().splitlines()) == (0, 1)
    assert [event.type for event in other.view().events()] == ["COOPERATE"]


SAID = article(
    "قالت أنقرة إن قطر أرسلت إلى السودان 5 آلاف طن من القمح.",
    claims=[{"cue": "قالت", "source": "أنقرة", "entity": "TUR", "content": "قطر أرسلت إلى السودان 5 آلاف طن من القمح"}],
    quantities=[{"text": "5 آلاف طن", "value": 5000, "unit": "ton"}],
)


@pytest.fixture
def said(tmp_path: Path) -> Store:
    made = open_store(tmp_path / "said.duckdb", create=True)
    with made.writer() as writer:
        writer.add(SAID)
        writer.resolve()
    return made


def test_verdicts_without_effect_are_refused(said: Store) -> None:
    [matter], [group] = said.view().matters(), said.view().figures()
    for target in (matter.id, matter.statements[0].id, group.id, group.figures[0].id):
        with pytest.raises(UsageError, match="has no effect"):
            judged(said, target, "retype", status="denied")
        with pytest.raises(UsageError):
            judged(said, target, "change", status="denied")
    assert list(said.view().judgements(undone=True)) == []


def test_a_change_of_nothing_is_refused(store: Store) -> None:
    first = next(store.view().events())
    with pytest.raises(UsageError):
        judged(store, first.id, "change", colour="green")
    with pytest.raises(UsageError):
        judged(store, first.id, "change")


def test_a_statement_gets_another_speaker_and_stance_that_outlive_a_new_reading(said: Store) -> None:
    [matter] = said.view().matters()
    first = judged(said, matter.statements[0].id, "change", speaker="TCD", stance="deny")
    [after] = next(said.view().matters()).statements
    assert (after.voice.entity, after.stance, after.position) == ("TCD", "deny", "denies")
    read_anew(said)
    [again] = next(said.view().matters()).statements
    assert again == after
    with said.writer() as writer:
        writer.undo(first.id)
    [before] = next(said.view().matters()).statements
    assert (before.voice.entity, before.stance) == ("TUR", "assert")


def test_an_accepted_statement_is_certain_and_a_figure_gets_another_value(said: Store) -> None:
    [matter], [group] = said.view().matters(), said.view().figures()
    judged(said, matter.statements[0].id, "accept")
    judged(said, group.figures[0].id, "change", value="7000", unit="sack")
    assert next(said.view().matters()).statements[0].confidence == 1.0
    [figure] = next(said.view().figures()).figures
    assert (figure.value, figure.unit) == (7000, "sack")


def read_anew(store: Store) -> None:
    """Reads the article again as a later version would."""
    with store.writer() as writer:
        writer._version = "later"  # type: ignore[attr-defined]
        assert writer.add(SAID).outcome == "updated"
        writer.resolve()


def test_a_rejected_statement_and_figure_are_left_out_until_undone(said: Store) -> None:
    [matter], [group] = said.view().matters(), said.view().figures()
    one = judged(said, matter.statements[0].id, "reject")
    two = judged(said, group.figures[0].id, "reject")
    assert (list(said.view().matters()), list(said.view().figures())) == ([], [])
    with said.writer() as writer:
        writer.undo(one.id)
        writer.undo(two.id)
    assert [each.id for each in (*said.view().matters(), *said.view().figures())] == [matter.id, group.id]


def anew(store: Store, *annotations: Annotation) -> None:
    """Reads articles again as a later version would."""
    with store.writer() as writer:
        writer._version = f"later {secrets.token_hex(4)}"  # type: ignore[attr-defined]
        for each in annotations:
            assert writer.add(each).outcome == "updated"
        writer.resolve()


def test_a_report_gets_other_parties_and_another_date_and_leaves_its_event(store: Store) -> None:
    again = article(
        "اختتم كمال آيدين زيارة إلى قطر.",
        outlet="السهل",
        events=[
            {
                "trigger": "زيارة",
                "type": "CONSULT",
                "sources": ["kemal-aydin"],
                "targets": ["QAT"],
                "time": "2024-03-10",
            }
        ],
    )
    elsewhere = article("تشاد تستقبل إدريس نور.")
    with store.writer() as writer:
        writer.add(again)
        writer.add(elsewhere)
        writer.resolve()
    before = list(store.view().events())
    report = before[0].reports[1]
    said = judged(store, report.id, "change", scope="report", date="2024-05-02", sources="idris-nour", targets="QAT")
    for _ in range(2):
        first, moved, _last = store.view().events()
        assert ([r.id for r in first.reports], [r.id for r in moved.reports]) == ([before[0].id], [report.id])
        assert ([p.entity for p in moved.sources], moved.date) == (["idris-nour"], "2024-05-02")
        assert moved.reasons[-1].judgement == said.id
        row = store.view().sql(f"SELECT block FROM event_report WHERE ref = '{report.id}'").rows[0]
        assert row[0] == "CONSULT|QAT+TCD"  # a minister whom the article does not name acts for his state
        anew(store, again)
    with store.writer() as writer:
        writer.undo(said.id)
    assert list(store.view().events()) == before


def test_one_report_is_retyped_and_one_is_rejected(store: Store) -> None:
    first, second = store.view().events()
    judged(store, first.id, "retype", scope="report", type="COOPERATE")
    judged(store, second.id, "reject", scope="report")
    [left] = store.view().events()
    assert (left.id, left.type, left.reports[0].type) == (first.id, "COOPERATE", "COOPERATE")
    with pytest.raises(UsageError):
        judged(store, first.id, "change", scope="report", status="denied")


def test_a_rejected_entity_is_no_actor_in_any_article_until_that_is_undone(store: Store) -> None:
    before = list(store.view().events())
    said = judged(store, "entity:kemal-aydin", "reject")
    third = article(
        "وصل كمال آيدين إلى قطر.",
        published="2024-09-01",
        events=[{"trigger": "وصل", "type": "CONSULT", "sources": ["kemal-aydin"], "targets": ["QAT"]}],
    )
    with store.writer() as writer:
        writer.add(third)
        writer.resolve()
    anew(store, VISIT)
    assert {entity.id for entity in store.view().entities()} == {"QAT"}
    assert all(not event.sources for event in store.view().events())
    store.rebuild()
    assert all(not event.sources for event in store.view().events())
    with store.writer() as writer:
        writer.remove(third.document.id)
        writer.undo(said.id)
    assert list(store.view().events()) == before
    assert store.view().entity("kemal-aydin").name_ar == "كمال آيدين"


def test_an_entity_gets_another_name_kind_and_role_that_outlive_a_new_reading(store: Store) -> None:
    said = judged(store, "entity:kemal-aydin", "change", code="QAT GOV", name_ar="كمال الأيدين")
    for _ in range(2):
        entity = store.view().entity("kemal-aydin")
        assert (entity.code, entity.name_ar, entity.reasons[-1].judgement) == ("QAT GOV", "كمال الأيدين", said.id)
        blocks = store.view().sql("SELECT DISTINCT block FROM event_report").rows
        assert blocks == [("CONSULT|QAT",)]  # he now acts for those whom he visits
        anew(store, VISIT, LATER)
    with store.writer() as writer:
        writer.undo(said.id)
    assert store.view().entity("kemal-aydin").code == "TUR GOV"


def test_verdicts_on_entities_that_are_not_there_or_say_nothing_are_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        judged(store, "entity:nobody", "reject")
    with pytest.raises(UsageError):
        judged(store, "entity:kemal-aydin", "change", stance="deny")
    with pytest.raises(UsageError):
        judged(store, "entity:kemal-aydin", "retype", type="CONSULT")


def test_what_was_judged_holds_when_an_article_is_taken_out_and_comes_again(store: Store) -> None:
    first = next(store.view().events())
    judged(store, first.id, "change", scope="report", date="2024-05-02")
    with store.writer() as writer:
        writer.remove(VISIT.document.id)
        writer.add(VISIT)
        writer.resolve()
    assert store.view().event(first.id).date == "2024-05-02"


def test_what_people_merged_stays_together_in_a_chain_that_is_parted(tmp_path: Path) -> None:
    text = (
        "منسوب بحيرة السد ارتفع خمسة أمتار فأغرق حقول القمح ومزارع القطن قرب مدينة ساحلية شهدت احتجاجات عمالية طالبت"
        " برفع الأجور وخفض ضرائب الدخل قبل افتتاح معرض الكتاب الدولي بحضور ناشرين وشعراء ورسامين احتفلوا بذكرى"
    )
    words = text.split()
    store = open_store(tmp_path / "chain.duckdb", create=True)
    with store.writer() as writer:
        for at in range(0, len(words) - 8, 3):
            content = "في مصر " + " ".join(words[at : at + 8])
            claim = {"cue": "قالت", "source": "القاهرة", "entity": "EGY", "content": content}
            writer.add(article(f"قالت القاهرة إن {content}.", published=f"2024-03-{1 + at // 3:02}", claims=[claim]))
        writer.resolve()
    first, *_, last = store.view().matters()
    judged(store, last.id, "merge", **{"with": first.id})
    ids = {statement.id for statement in store.view().matter(first.id).statements}
    assert {first.statements[0].id, last.statements[0].id} <= ids
