"""Where events were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.reading import Reading

Read = Callable[..., Reading]


def place(reading: Reading, word: str) -> str | None:
    return next(event.place for event in reading.events if word in event.trigger.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قصفت إيران مخزنا في مدينة البصرة.", "قصفت"),
        ("وقع انفجار ضخم في البصرة.", "انفجار"),
        ("أعلنت السلطات مقتل سبعة أشخاص قرب مطار البصرة.", "مقتل"),
    ],
)
def test_place_of_a_locative_phrase(read: Read, text: str, word: str) -> None:
    assert "basra" in (place(read(text), word) or "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("نددت إيران بإرسال الولايات المتحدة حاملة طائرات.", "نددت"),  # an owner is no place
        ("نفى الوزير العراقي وقوع هجمات في البصرة.", "نفى"),  # the place of what is denied
        ("اتفقت تونس والجزائر على قائمة بالجماعات المسلحة الموجودة في ليبيا.", "اتفقت"),  # the place of the groups
    ],
)
def test_place_of_something_else_is_none_of_the_act(read: Read, text: str, word: str) -> None:
    assert place(read(text), word) is None
