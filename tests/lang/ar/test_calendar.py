"""Months, weekdays and dates."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.lang.ar.calendar import easter, hijri_day, hijri_month, hijri_of, hijri_year, months, occurrences, week
from musnad.lang.ar.orthography import fold_key


@pytest.mark.parametrize(
    ("name", "number"),
    [("تشرين الأول", 10), ("كانون الثاني", 1), ("جويلية", 7), ("يوليوز", 7), ("غشت", 8), ("أوت", 8), ("فيفري", 2)],
)
def test_calendar_months(name: str, number: int) -> None:
    assert months()[fold_key(name)].number == number


def test_calendar_hijri_days_and_months() -> None:
    assert hijri_day(1443, 9, 1) == date(2022, 4, 2)
    assert hijri_month(1445, 9) == "2024-03-11/2024-04-09"
    assert hijri_year(1445) == "2023-07-19/2024-07-06"
    assert hijri_of(date(2024, 6, 18)) == (1445, 12, 12)


def test_calendar_hijri_outside_of_the_tables() -> None:
    assert hijri_day(1200, 1, 1) is None
    assert hijri_day(1445, 13, 1) is None
    assert hijri_month(1501, 1) is None


def test_calendar_easter() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert easter(2024, eastern=True) == date(2024, 5, 5)


def test_calendar_weekdays_up_to_a_day() -> None:
    assert list(occurrences(date(2024, 6, 18), 2)) == [date(2024, 6, 18), date(2024, 6, 11)]
    assert week(date(2024, 6, 12)) == "2024-W24"
