"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from musnad.lang.ar.numbers import numerals
from musnad.lang.ar.orthography import fold
from musnad.lang.ar.tokens import tokenize

NUMBERS = {
    "ثلاثين شخصاً": 30,
    "ستمئة عراقي": 600,
    "مئة وخمسين ألفاً": 150_000,
    "خمسة وثلاثين": 35,
    "أحد عشر صاروخاً": 11,
    "اثنتي عشرة طائرة": 12,
    "خمس عشرة دبابة": 15,
    "ثلاثة آلاف وخمسمئة جندي": 3500,
    "مئة وخمسة وعشرين ألفا وثلاثمئة": 125_300,
    "أربعة ملايين و300 ألف": 4_300_000,
    "مليوني برميل": 2_000_000,
    "مليونا برميل": 2_000_000,
    "٨ آلاف جندي": 8000,
    "3,7 تريليون": 3.7e12,
    "٣٢٫٩ مليون": 32_900_000,
    "6,700 حاوية": 6700,
    "1.500.000 دولار": 1_500_000,
    "1.234,5 طن": 1234.5,
    "10 000 شخص": 10_000,
    "3،7 مليارات": 3.7e9,
    "مليون ونصف المليون": 1_500_000,
    "ثلاثة ونصف مليار": 3.5e9,
    "نصف مليون": 500_000,
    "عشرات الآلاف": 10_000,
    "مئات الملايين": 100_000_000,
    "ألفين وأربعة وعشرين": 2024,
    "الـ73 نائباً": 73,
    "وأحد عشر": 11,
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers_value(text: str, value: float) -> None:
    found = numerals(tokenize(fold(text)))
    assert [numeral.value for numeral in found] == [pytest.approx(value)]


@pytest.mark.parametrize(("text", "value"), {"الثالث عشر": 13, "الحادي والعشرين": 21, "الأول": 1, "الثامنة": 8}.items())
def test_numbers_ordinal(text: str, value: int) -> None:
    assert [(n.value, n.kind) for n in numerals(tokenize(fold(text)))] == [(value, "ordinal")]


@pytest.mark.parametrize("text", ["كمية من السلاح", "لست هنا", "10/10/2023", "11:30", "الأحد", "9" * 60])
def test_numbers_none(text: str) -> None:
    assert not numerals(tokenize(fold(text)))


def test_numbers_keep_a_range_apart() -> None:
    assert [numeral.value for numeral in numerals(tokenize(fold("بين 700 وألف أسير")))] == [700, 1000]
