"""The day of the news goes on for what its parties do next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.reading import Reading

Read = Callable[..., Reading]
NEWS = "التقى الرئيس الفرنسي إيمانويل ماكرون نظيره المصري عبد الفتاح السيسي أمس الاثنين في القاهرة. "


def time(reading: Reading, word: str) -> str | None:
    return next(event.time for event in reading.events if word in event.trigger.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وطالب ماكرون إسرائيل بوقف القصف.", "طالب"),
        ("ومن جهته، اتهم السيسي إسرائيل بعرقلة الهدنة.", "اتهم"),
    ],
)
def test_story_day_is_that_of_what_the_parties_say_next(read: Read, text: str, word: str) -> None:
    assert time(read(NEWS + text), word) == "2024-06-17"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وأدانت السعودية القصف الإسرائيلي.", "أدانت"),  # others
        ("وكان ماكرون قد طالب إسرائيل بوقف القصف.", "طالب"),  # an earlier past
        ("وفي مايو الماضي زار ماكرون بيروت. وطالب ماكرون إسرائيل بوقف القصف.", "طالب"),  # another time between
        ("ويطالب ماكرون إسرائيل بوقف القصف منذ أشهر.", "يطالب"),  # what is usual
    ],
)
def test_story_day_is_not_that_of_others_or_of_the_past(read: Read, text: str, word: str) -> None:
    assert time(read(NEWS + text), word) != "2024-06-17"
