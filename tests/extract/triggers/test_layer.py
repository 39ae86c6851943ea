"""Triggers in sentences: which words carry an event, and what the frame needs to know of them."""

from __future__ import annotations

import pytest

from musnad import annotate
from musnad.extract.annotate import layers
from musnad.extract.reading import Reading
from musnad.extract.triggers.layer import Trigger, triggers
from musnad.model import Document

READ_BEFORE = ("read_zones", "read_tokens", "read_mentions")


def read(text: str) -> list[Trigger]:
    """All triggers of a text."""
    reading = Reading(Document(id="x", text=text))
    for layer in layers():
        if layer.__name__ in READ_BEFORE:
            layer(reading)
    return [trigger for sentence in reading.sentences for trigger in triggers(reading, sentence)]


def told(text: str) -> list[tuple[str, str]]:
    """The type and the words of each trigger of a text."""
    return [(trigger.entry.type, text[trigger.start : trigger.end]) for trigger in read(text)]


def test_inflections_are_one_lemma() -> None:
    for text in ("سيستضيف الأمير الوفد.", "استُضيفت البعثة هناك.", "تستعد العاصمة لاستضافتها."):
        assert "consult.host" in {trigger.rule for trigger in read(text)}


def test_offsets_are_those_of_the_original() -> None:
    text = "وأدانَـت مصرُ الهجومَ."
    first = read(text)[0]
    assert text[first.start : first.end] == "وأدانَـت"
    assert first.entry.type == "ACCUSE"


def test_light_verb_beside_its_noun_is_one_trigger() -> None:
    assert told("قالت الوزارة إن الجيش شن هجوماً فجر الأحد.") == [("ASSAULT", "شن هجوما")]


def test_light_verb_apart_from_its_noun_supports_it() -> None:
    trigger = read("عقدت أنقرة وأثينا محادثات في إسطنبول.")[0]
    assert (trigger.form, trigger.entry.type) == ("noun", "CONSULT")
    assert trigger.support == 0
    assert trigger.head == 3


def test_verbal_noun_that_carries_an_event_noun_is_one_trigger() -> None:
    assert told("جرى توقيع اتفاقية للنقل البري.") == [("AGREE", "توقيع اتفاقية")]


def test_subject_may_stand_between_verb_and_object() -> None:
    assert ("SANCTION", "قطعت") in told("قطعت وزارة الخارجية كل علاقاتها مع تلك الدولة.")


def test_passive_by_tashkeel() -> None:
    trigger = read("قُتل ثلاثة جنود شرق المدينة.")[0]
    assert trigger.passive
    assert not read("قتل المسلحون ثلاثة جنود.")[0].passive


def test_participle_of_a_verb_of_speech_is_an_event_and_a_person_is_none() -> None:
    assert ("ACCUSE", "متهما") in told("تكلم المرشح طويلاً، متهماً خصومه بالتزوير.")
    assert told("وصلت سيارة المتهم إلى المحكمة.") == []


def test_word_inside_a_name_is_no_event() -> None:
    assert told("عقد مجلس التعاون الخليجي دورته.") == []
    assert told("قال وزير الدفاع إن الطقس جيد.") == []


def test_experts_are_no_political_actors() -> None:
    assert told("يحذر الخبراء من ارتفاع الحرارة.") == []
    assert told("يحذر الرئيس من ارتفاع الحرارة.") == [("THREATEN", "يحذر")]


def test_verb_that_needs_an_object_is_silent_without_it() -> None:
    assert told("فجر الأحد هطلت الأمطار.") == []
    assert told("نشرت الصحيفة صورة للميناء.") == []
    assert told("نشرت الدولة صواريخ قرب الميناء.") == [("MOBILIZE", "نشرت")]


def test_bare_noun_takes_up_what_was_told() -> None:
    text = "أعلن القائد تعليق العمليات شرق المدينة. وقال إن التعليق مؤقت."
    assert told(text) == [("RETREAT", "تعليق"), ("RETREAT", "التعليق")]
    assert told("وقال إن التعليق مؤقت.") == []


def test_bare_noun_takes_up_what_another_entry_of_the_type_told() -> None:
    text = "انهارت المحادثات وعلّقت بروكسل تمويل المركز. وقالت إن التعليق مؤقت."
    assert ("SANCTION", "التعليق") in told(text)


def test_phrase_begins_with_a_verb_only_where_one_stands() -> None:
    assert "MOBILIZE" not in {kind for kind, _ in told("تدفق الماء عبر خط الهدنة القديم.")}
    assert ("MOBILIZE", "عبرت") in told("عبرت الدورية خط الهدنة ليلاً.")


def test_adjective_of_relation_is_no_act() -> None:
    assert told("تعاني المدينة مشكلات اقتصادية واجتماعية.") == []


def test_place_may_be_what_a_verb_needs() -> None:
    assert ("COERCE", "سيطر") in told("سيطر المسلحون على حلب.")
    assert told("سيطر الفريق على المباراة.") == []


def test_sentence_without_an_event_yields_nothing() -> None:
    assert told("تقع المدينة على ضفة النهر ويسكنها مليون نسمة.") == []


def test_any_text_is_read() -> None:
    for text in ("", "…", "، ، ،", "في", "ال", "و" * 500, "وقف إطلاق", "123 abc", "عقد " * 50):
        assert isinstance(read(text), list)


def test_sentence_of_sport_tells_no_event() -> None:
    assert told("شن المهاجم هجوماً على مرمى الفريق في مباراة القمة.") == []


def test_the_dead_of_an_accident_are_no_assault() -> None:
    assert told("لقي عشرة ركاب مصرعهم في تدهور حافلة.") == []
    assert told("لقي عشرة ركاب مصرعهم في هجوم على حافلة.")[0][0] == "ASSAULT"


def test_definite_noun_takes_up_the_last_act_that_it_may_be() -> None:
    assert ("ASSAULT", "الحادث") in told("قتل مسلحون ضابطاً قرب الحاجز. وقال العمدة إن الحادث وقع ليلاً.")
    assert told("وقال العمدة إن الحادث وقع ليلاً.") == []


def test_common_verbs_are_not_taken_up() -> None:
    text = "أعادت الرياض سفيرها إلى دمشق. وقال إن العودة إلى المدرسة يوم الأحد."
    assert "العودة" not in {words for _, words in told(text)}


def test_verb_with_a_pronoun_has_its_object() -> None:
    assert ("SANCTION", "وأنهاها") not in told("دامت الحرب عاماً وأنهاها اتفاق هش.")


def test_verb_with_a_suffix_tells_of_the_indefinite_noun_before_it() -> None:
    assert ("REJECT", "نفته") in told("وهو كلام نفته كابل مراراً.")


def test_adjective_of_a_person_is_no_speech() -> None:
    assert "REJECT" not in {kind for kind, _ in told("قال نائب معارض إن الحكومة غيرت سياستها.")}
    assert ("ACCUSE", "متهمة") in told("قطعت الجزائر العلاقات العام الماضي متهمة إياها بالتجسس.")


def test_name_within_a_phrase_is_no_word_of_it() -> None:
    assert ("SUPPORT", "توجه") not in told("توجه الوزير سامح شكري إلى مرسين.")


def test_province_is_no_boycott() -> None:
    assert told("تقع القرية في مقاطعة البنجاب.") == []


def test_state_protests_in_words_and_a_crowd_in_the_street() -> None:
    assert ("ACCUSE", "احتجت") in told("احتجت الجزائر على التصريحات.")
    assert ("PROTEST", "احتج") in told("احتج مئات العمال أمام المصنع.")


def test_verb_behind_a_conjunction_that_looks_like_a_word_of_its_own() -> None:
    assert ("ACCUSE", "فندد") in told("وصدر الحكم أمس فندد بايدن بالقرار.")
    assert ("AGREE", "وأقر") in told("وأقر مجلس النواب مشروع قانون الهجرة.")
    assert told("قال الوزير وحيد الكاتب إن الجو جميل.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("سلمت كوريا الشمالية روسيا، منذ سبتمبر الماضي، أكثر من 11 ألف حاوية ذخيرة.", ("AID", "سلمت")),
        ("وأكد أن الشمال شحن إلى روسيا ما يزيد على 6700 حاوية.", ("AID", "شحن")),
        ("ووصف الرئيس المعاهدة بأنها «الأقوى» بين البلدين.", ("SUPPORT", "وصف")),
    ],
)
def test_what_a_verb_needs_may_stand_behind_an_aside_or_a_measure(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in [(event.type, event.trigger.text) for event in annotate(sentence).events]


@pytest.mark.parametrize(
    "text",
    ["وردّ المتحدث على سؤال صحفي.", "وقع الطفل دون تردد على العرض.", "اقترب رجل من إمرأة مسنة."],
)
def test_words_that_look_like_acts_are_none(text: str) -> None:
    assert not {kind for kind, _ in told(text)} & {"AID", "REJECT", "REQUEST"}
