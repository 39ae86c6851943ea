"""Statements to matters: both sides of what is contested stand together."""

from __future__ import annotations

from tests.resolve.builders import article

from musnad.model import Annotation
from musnad.model.story import Matter
from musnad.resolve.components import connect
from musnad.resolve.digest import digest
from musnad.resolve.matters import WINDOW, matter_parts, same_matter, summarise_matter
from musnad.resolve.nodes import StatementNode
from musnad.resolve.origins import Origins


def matters(*annotations: Annotation) -> list[Matter]:
    nodes = [node for each in annotations for node in digest(each).statements]
    known: dict[str, StatementNode] = {node.id: node for node in nodes}
    groups = connect(nodes, same_matter, WINDOW).groups()
    ordered = [sorted((known[ref] for ref in group), key=lambda node: (node.day or 0, node.id)) for group in groups]
    parts = [part for group in ordered for part in matter_parts(group)]
    return [summarise_matter(part, lambda ref: ref, Origins()) for part in parts]


def says(
    speaker: str,
    words: str,
    content: str,
    cue: str = "قالت",
    stance: str = "assert",
    published: str = "2024-03-10",
    **more: str,
) -> Annotation:
    text = f"{cue} {words} إن {content}."
    claim = {"cue": cue, "source": words, "entity": speaker, "content": content, "stance": stance}
    return article(text, published=published, outlet=more.get("outlet", speaker), claims=[claim])


ACCUSED = says("USA", "واشنطن", "تشاد سلمت السودان شحنات من الأسلحة")
DENIED = says("TCD", "نجامينا", "لا صحة لما قيل عن ذخائر أرسلتها تشاد إلى السودان", "نفت", "deny", "2024-03-12")
OTHER = says("EGY", "القاهرة", "أسعار القمح ستنخفض قبل نهاية الصيف")


def test_assertion_and_denial_of_one_transfer_are_one_contested_matter() -> None:
    found = matters(ACCUSED, DENIED, OTHER)
    [contested] = [matter for matter in found if matter.status == "contested"]
    assert (contested.topic, contested.asserted_by, contested.denied_by) == ("arms", ("USA",), ("TCD",))
    assert (contested.since, contested.last) == ("2024-03-10", "2024-03-12")
    assert len(found) == 2


def test_another_pair_of_states_is_another_matter() -> None:
    other = says("USA", "واشنطن", "قطر سلمت ليبيا شحنات من الأسلحة", published="2024-03-11")
    assert len(matters(ACCUSED, other)) == 2


def test_the_same_words_say_the_same_matter() -> None:
    one = says("EGY", "القاهرة", "ملء السد الإثيوبي يهدد حصة مصر من مياه النهر")
    two = says("united-nations", "الأمم المتحدة", "ملء السد الإثيوبي قد يهدد حصة المزارعين في مصر من مياه النهر")
    assert len(matters(one, two)) == 1


def test_a_bare_denial_points_back() -> None:
    text = "اتهمت القاهرة أديس أبابا بحجب بيانات السد. ووصف مسؤول إثيوبي هذه الاتهامات بأنها باطلة."
    accused = {"cue": "اتهمت", "source": "القاهرة", "entity": "EGY", "stance": "accuse"}
    denied = {"cue": "ووصف", "source": "مسؤول إثيوبي", "entity": "ETH", "stance": "deny"}
    told = article(
        text,
        claims=[
            accused | {"content": "أديس أبابا بحجب بيانات السد"},
            denied | {"content": "هذه الاتهامات بأنها باطلة"},
        ],
    )
    [matter] = matters(told)
    assert (matter.status, matter.denied_by) == ("contested", ("ETH",))
    assert [reason.rule for reason in matter.reasons] == ["matter.refers"]


def test_joint_speakers_both_deny() -> None:
    text = "نفت نجامينا والخرطوم أي تبادل للأسلحة بين تشاد والسودان."
    claim = {"cue": "نفت", "source": "نجامينا والخرطوم", "entity": "TCD", "stance": "deny"}
    [matter] = matters(article(text, claims=[claim | {"content": "أي تبادل للأسلحة بين تشاد والسودان"}]))
    assert matter.denied_by == ("TCD", "SDN")
    assert matter.status == "denied"


def test_who_takes_it_back_retracts_it() -> None:
    first = says("TCD", "نجامينا", "تشاد سلمت السودان شحنات من الأسلحة")
    then = says("TCD", "نجامينا", "تشاد لم تسلم السودان أي شحنات من الأسلحة", "نفت", "deny", "2024-03-15")
    [matter] = matters(first, then)
    assert matter.status == "retracted"


def test_a_prediction_is_expected_and_one_voice_is_a_single_source() -> None:
    [matter] = matters(says("ETH", "أديس أبابا", "المحادثات مع مصر ستستأنف الشهر المقبل", "توقعت", "predict"))
    assert (matter.expected_by, matter.status) == (("ETH",), "single-source")


def test_the_same_words_after_a_season_open_a_new_matter() -> None:
    again = says("USA", "واشنطن", "تشاد سلمت السودان شحنات من الأسلحة", published="2024-09-10")
    assert len(matters(ACCUSED, again)) == 2


LEVEL = "منسوب بحيرة السد الإثيوبي ارتفع خمسة أمتار هذا الصيف"


def test_who_says_that_it_is_not_so_contests_what_another_says_in_those_words() -> None:
    told = says("EGY", "القاهرة", LEVEL)
    refuted = says("ETH", "أديس أبابا", "منسوب بحيرة السد الإثيوبي لم يرتفع خمسة أمتار هذا الصيف", "ذكرت", "deny")
    [matter] = matters(told, refuted)
    assert (matter.status, matter.denied_by, matter.label) == ("contested", ("ETH",), LEVEL)


def test_who_only_says_no_denies_nobody() -> None:
    own = says("ETH", "أديس أبابا", "إثيوبيا لا تملك معلومات عن منسوب بحيرة السد", "ذكرت", "deny")
    [matter] = matters(own)
    assert (matter.status, matter.asserted_by, matter.denied_by) == ("single-source", ("ETH",), ())


def test_one_voice_that_tells_a_thing_and_denies_what_is_near_it_contests_nothing() -> None:
    text = "ذكرت القاهرة أن منسوب بحيرة السد الإثيوبي ارتفع خمسة أمتار، ونفت أن يكون منسوب بحيرة السد الإثيوبي ارتفع عشرة أمتار."
    said = {"source": "القاهرة", "entity": "EGY"}
    [matter] = matters(
        article(
            text,
            claims=[
                said | {"cue": "ذكرت", "content": "منسوب بحيرة السد الإثيوبي ارتفع خمسة أمتار"},
                said | {"cue": "نفت", "content": "يكون منسوب بحيرة السد الإثيوبي ارتفع عشرة أمتار", "stance": "deny"},
            ],
        )
    )
    assert (matter.status, matter.denied_by) == ("single-source", ())


def test_a_refusal_to_comment_is_no_side_of_a_matter_and_no_label() -> None:
    text = "اتهمت القاهرة أديس أبابا بحجب بيانات السد، ورفضت نجامينا التعليق. ووصف مسؤول التقارير بأنها مغلوطة."
    told = article(
        text,
        claims=[
            {"cue": "اتهمت", "source": "القاهرة", "entity": "EGY", "stance": "accuse", "content": "أديس أبابا بحجب بيانات السد"},
            {"cue": "ورفضت", "source": "نجامينا", "entity": "TCD", "stance": "deny", "content": "التعليق"},
            {"cue": "ووصف", "source": "مسؤول", "entity": "ETH", "stance": "assert", "content": "التقارير بأنها مغلوطة"},
        ],
    )  # fmt: skip
    [matter] = [found for found in matters(told) if len(found.statements) > 1]
    assert {said.position for said in matter.statements} == {"asserts", "denies"}
    assert (matter.status, matter.label) == ("contested", "أديس أبابا بحجب بيانات السد")


def chained(words: list[str]) -> list[Annotation]:
    """Statements of which each shares most words with the next and few or none with the others."""
    return [
        says("EGY", "القاهرة", "في مصر " + " ".join(words[at : at + 8]), published=f"2024-03-{1 + at // 4:02}")
        for at in range(0, len(words) - 8, 3)
    ]


def test_a_chain_that_runs_on_from_one_thing_to_the_next_is_many_matters() -> None:
    words = [
        "منسوب",
        "بحيرة",
        "السد",
        "ارتفع",
        "خمسة",
        "أمتار",
        "فأغرق",
        "حقول",
        "القمح",
        "ومزارع",
        "القطن",
        "قرب",
        "مدينة",
        "ساحلية",
        "شهدت",
        "احتجاجات",
        "عمالية",
        "طالبت",
        "برفع",
        "الأجور",
        "وخفض",
        "ضرائب",
        "الدخل",
        "قبل",
        "افتتاح",
        "معرض",
        "الكتاب",
        "الدولي",
        "بحضور",
        "ناشرين",
        "وشعراء",
        "ورسامين",
        "احتفلوا",
        "بذكرى",
        "تأسيس",
        "متحف",
        "الفنون",
        "الحديثة",
        "وسط",
        "العاصمة",
    ]
    told = chained(words)
    nodes = [node for each in told for node in digest(each).statements]
    assert len(connect(nodes, same_matter, WINDOW).groups()) == 1
    assert len(matters(*told)) > 1
