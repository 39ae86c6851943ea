"""Dates, numbers and counted nouns in both languages."""

from __future__ import annotations

import pytest

from musnad.analysis.wording import counted, full_date, full_number


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا مواد"),
        (1, "مادة واحدة"),
        (2, "مادتان"),
        (6, "6 مواد"),
        (11, "11 مادة"),
        (100, "100 مادة"),
        (103, "103 مواد"),
    ],
)
def test_counted_nouns_take_the_arabic_plural(count: int, words: str) -> None:
    assert counted("documents", count, "ar") == words


def test_counted_nouns_in_english() -> None:
    assert [counted("events", n, "en") for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-06-19", "19 يونيو 2024"),
        ("2024-06", "يونيو 2024"),
        ("2024", "2024"),
        ("2024-06-10/2024-06-16", "10 يونيو 2024 – 16 يونيو 2024"),
        ("2024-06/..", "يونيو 2024 أو بعده"),
        ("../2024-06", "يونيو 2024 أو قبله"),
        (None, "بلا تاريخ"),
        ("PAST_REF", "PAST_REF"),
    ],
)
def test_dates_keep_their_precision(value: str | None, words: str) -> None:
    assert full_date(value, "ar") == words


def test_numbers_have_separators_and_no_idle_decimals() -> None:
    assert [full_number(n) for n in (6700.0, 2.5, 1e9)] == ["6,700", "2.5", "1,000,000,000"]
