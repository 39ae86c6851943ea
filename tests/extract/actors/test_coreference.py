from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.actors.coreference import Reach, resolve
from musnad.extract.actors.discourse import discourse
from musnad.extract.grammar.phrases import phrases
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def last_actors(reading: Reading, form: str, reach: Reach = Reach()) -> tuple[str, ...]:  # noqa: B008
    """The actors of the last phrase of the text that has a head with this folded form."""
    found: tuple[str, ...] = ()
    for sentence in reading.read_sentences():
        for phrase in phrases(sentence):
            if phrase.kind == "noun" and any(sentence.tokens[head].form == form for head in phrase.heads):
                found = resolve(reading, sentence, phrase, reach).actors
    return found


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("زار الرئيس الروسي فلاديمير بوتين بكين. وقال الرئيس الروسي إنه راض.", "الرييس", ("vladimir-putin",)),
        ("التقى وزير الخارجية التركي هاكان فيدان نظيره. وغادر الوزير.", "الوزير", ("hakan-fidan",)),
        (
            "التقى الرئيس الروسي فلاديمير بوتين الزعيم الكوري الشمالي كيم جونغ أون. ووقع الزعيمان وثيقة.",
            "الزعيمان",
            ("vladimir-putin", "kim-jong-un"),
        ),
        ("تتفاوض روسيا وأوكرانيا. واتفق البلدان على هدنة.", "البلدان", ("RUS", "UKR")),
        ("أعلنت حركة حماس موقفها. وقالت الحركة إنها مستعدة.", "الحركه", ("hamas",)),
        ("هاجم الجيش السوداني البلدة.", "الجيش", ("SDN/army",)),
        ("فرقت الشرطة التونسية متظاهرين.", "الشرطه", ("TUN/police",)),
        ("قال وزير الدفاع الأميركي إن الخطة جاهزة.", "وزير", ("USA",)),
        ("قال الرئيس الروسي إن بلاده مستعدة.", "بلاده", ("RUS",)),
        ("قال الرئيس الروسي إن حكومته مستعدة.", "حكومته", ("RUS/government",)),
        ("التقى الرئيس الروسي نظيره. وغادر الرئيسان التركي والروسي.", "الرييسان", ("TUR", "RUS")),
        ("تحدث قيادي في حماس عن الهدنة.", "قيادي", ("hamas",)),
        ("وصل وفد من الاتحاد الأوروبي. ورحب مسؤولون في حماس بالوفد.", "مسوولون", ("hamas",)),
        ("قاطعت السعودية والإمارات والبحرين القمة. وردت الدول الثلاث ببيان.", "الدول", ("SAU", "ARE", "BHR")),
        ("زار الوزير التركي ليبيا. وانتشر الجيش.", "الجيش", ()),
        ("عاد الرئيس التونسي واستنفر الجيش.", "الجيش", ("TUN/army",)),
    ],
)
def test_nominal_actors(read: Read, text: str, form: str, expected: tuple[str, ...]) -> None:
    assert last_actors(read(text), form) == expected


def test_coreference_is_silent_without_an_antecedent(read: Read) -> None:
    assert last_actors(read("ووقع الزعيمان وثيقة."), "الزعيمان") == ()
    assert last_actors(read("وقالت الحركة إنها مستعدة."), "الحركه") == ()
    assert last_actors(read("وغادر الوزير."), "الوزير") == ()


def test_coreference_two_bearers_of_a_title_are_told_apart_by_their_state(read: Read) -> None:
    text = "التقى الرئيس الروسي فلاديمير بوتين الرئيس الصيني شي جين بينغ. وقال الرئيس الروسي ذلك."
    assert last_actors(read(text), "الرييس") == ("vladimir-putin",)


def test_coreference_a_body_of_a_state_gets_its_role(read: Read) -> None:
    reading = read("فرقت الشرطة التونسية متظاهرين.")
    last_actors(reading, "الشرطه")
    assert reading.entities["TUN/police"].code == "TUN COP"


def test_coreference_places_only_where_asked_for(read: Read) -> None:
    reading = read("قصف الجيش السوري مدينة حلب.")
    assert last_actors(reading, "مدينه") == ()


def test_discourse_is_made_once(read: Read) -> None:
    reading = read("زار الرئيس الروسي فلاديمير بوتين بكين.")
    assert discourse(reading) is discourse(reading)


def test_a_minister_of_two_offices_is_known_by_the_first(read: Read) -> None:
    text = "حذر وزير الأوقاف والشؤون الدينية الفلسطيني يوسف ادعيس من الهدم. وطالب وزير الأوقاف إسرائيل بالانسحاب."
    assert last_actors(read(text), "وزير") == ("youssef-adis",)


def test_the_only_minister_named_is_not_the_president(read: Read) -> None:
    text = "استقال وزير الأمن الأميركي جون كيلي. وفرض الرئيس الأميركي حظراً."
    assert last_actors(read(text), "الرييس") == ("USA",)
