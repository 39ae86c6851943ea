from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad import annotate
from musnad.extract.actors.anaphora import nearest, pair
from musnad.extract.actors.discourse import discourse
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def pair_at_the_end(reading: Reading, rank: str) -> tuple[str, ...]:
    last = list(reading.read_sentences())[-1]
    return pair(discourse(reading), last, last.end, rank)


@pytest.mark.parametrize(
    ("text", "rank", "expected"),
    [
        ("التقى فلاديمير بوتين شي جين بينغ. وتحدثا طويلاً.", "person", ("vladimir-putin", "xi-jinping")),
        ("زار هاكان فيدان موسكو والتقى سيرغي لافروف. واتفقا.", "any", ("hakan-fidan", "sergey-lavrov")),
        # the two that the article names most, not those named last
        ("تقاتلت إيران والعراق. وخسرت إيران والعراق الكثير. وتوسطت الجزائر. واتفقا.", "state", ("IRN", "IRQ")),
        ("وصلت الجزائر. واتفقا.", "any", ()),
        # those who were just named together
        (
            "تقاتلت إيران والعراق. وخسرت إيران والعراق الكثير. ورحبت كينيا وأوغندا. ودعا البلدين.",
            "state",
            ("KEN", "UGA"),
        ),
    ],
)
def test_pair(read: Read, text: str, rank: str, expected: tuple[str, ...]) -> None:
    assert pair_at_the_end(read(text), rank) == expected


@pytest.mark.parametrize(
    ("text", "gender", "number", "expected"),
    [
        # described, not named
        ("وصل الرئيس الروسي إلى بكين. وغادر.", "m", "s", "RUS"),
        ("اجتمعت الحكومة العراقية. وغادرت.", "f", "s", "IRQ/government"),
        ("انسحبت القوات الفرنسية. وعادت.", "f", "s", "FRA/army"),
        ("هاجم الحوثيون الميناء. وانسحبوا.", "m", "p", "houthis"),
        ("رد الكرملين على واشنطن. ورحب.", "m", "s", "RUS/kremlin"),
    ],
)
def test_nearest_finds_whom_the_text_describes(read: Read, text: str, gender: str, number: str, expected: str) -> None:
    reading = read(text)
    last = list(reading.read_sentences())[-1]
    found = nearest(discourse(reading), last, last.start, gender, number)
    assert found is not None
    assert found.entity == expected


def test_nearest_takes_none_that_disagrees(read: Read) -> None:
    reading = read("اجتمعت الحكومة العراقية. وغادر.")
    last = list(reading.read_sentences())[-1]
    assert nearest(discourse(reading), last, last.start, "m", "p") is None


def test_an_outlet_is_no_antecedent_of_an_act() -> None:
    text = "أعلنت وكالة الأنباء المركزية الكورية أن بيونغ يانغ صادقت على المعاهدة. ووقّع الرئيس فلاديمير بوتين قانون المصادقة عليها أمس."
    assert all("kcna" not in (*event.sources, *event.targets) for event in annotate(text, "2024-11-12").events)


def test_pair_leaves_out_who_speaks_of_it(read: Read) -> None:
    reading = read("ضغطت السويد وفنلندا على الحلف. واعترضت تركيا.")
    last = list(reading.read_sentences())[-1]
    assert pair(discourse(reading), last, last.end, "state", ("TUR",)) == ("SWE", "FIN")
    assert pair(discourse(reading), last, last.end, "state", ("SWE",)) == ()


def test_a_pronoun_is_not_the_state_of_who_speaks(read: Read) -> None:
    found = annotate("ونددت الرئاسة التونسية، في بيان لها، بالتدخل في شؤون البلاد.", "2024-11-12").events
    assert all("TUN" not in event.targets for event in found if event.type == "ACCUSE")
