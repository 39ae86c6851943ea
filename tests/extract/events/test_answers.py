from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.events.layer import draft_events
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def target(reading: Reading, word: str) -> tuple[str, ...]:
    """The targets of the last event on a word, without what the model fills in."""
    found = [draft for draft in draft_events(reading, {}) if word in draft.scene.tokens[draft.trigger.head].form]
    return found[-1].target.actors


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # the doer of the act that is condemned, also where a pronoun takes it up
        ("أدانت السعودية الهجوم الإسرائيلي على قطر، وعدته انتهاكاً للسيادة.", "عدته", ("ISR",)),
        ("انتقد بنيامين نتنياهو القرار الفرنسي ووصفه بأنه مكافأة.", "وصفه", ("FRA",)),
        # a step, words that an earlier sentence told of
        ("اعترفت إسبانيا بدولة فلسطين. ورحبت القاهرة بهذه الخطوة.", "رحبت", ("ESP",)),
        ("اتهمت فرنسا مالي بالتقصير. ونفت باماكو ذلك.", "نفت", ("FRA",)),
        ("طالبت اليونان تركيا بالانسحاب. ورفضت أنقرة الطلب.", "رفضت", ("GRC",)),
        # whom the rejected accusation is aimed at
        ("نفت موسكو الاتهامات الأوكرانية.", "اتهامات", ("RUS",)),
    ],
)
def test_answers_are_aimed_at_whom_they_answer(read: Read, text: str, word: str, expected: tuple[str, ...]) -> None:
    assert target(read(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("وافقت تركيا على تزويد مصر بمسيرات.", "وافقت", ("EGY",)),
        ("هددت إيران بقصف إسرائيل.", "هددت", ("ISR",)),
        ("رفضت فرنسا انسحاب تركيا من المعاهدة.", "رفضت", ("TUR",)),
        ("طلبت بغداد انسحاب القوات التركية.", "طلبت", ("TUR/army",)),
        ("رحب الأمين العام بقرار أنقرة.", "رحب", ("TUR",)),
        # whom it is asked of is told, and is no one known
        ("دعا الوزير الألماني كل الأطراف إلى وقف الهجمات الروسية.", "دعا", ()),
    ],
)
def test_what_is_about_an_act_is_aimed_at_its_other_side(
    read: Read, text: str, word: str, expected: tuple[str, ...]
) -> None:
    assert target(read(text), word) == expected


def test_answers_look_only_a_few_sentences_back(read: Read) -> None:
    between = "وقال خبراء إن الطقس معتدل. " * 6
    assert target(read(f"اتهمت فرنسا مالي بالتقصير. {between}ونفت باماكو ذلك."), "نفت") == ()


def test_answers_without_anyone_before_have_no_target(read: Read) -> None:
    assert target(read("ونفت باماكو ذلك."), "نفت") == ()


def test_who_rejects_charges_is_whom_they_were_aimed_at(read: Read) -> None:
    events = read("رفضت الخارجية الصينية هذه الاتهامات.").events
    charges = next(event for event in events if "الاتهامات" in event.trigger.text)
    assert charges.targets == ("CHN/foreign-ministry",)
    assert "CHN/foreign-ministry" not in charges.sources


def test_a_deed_against_something_answers_no_words(read: Read) -> None:
    text = "اتهمت إيران إسرائيل بالتصعيد. وعرقلت إسرائيل وصول المساعدات."
    assert target(read(text), "عرقلت") == ()
