"""TIMEX3 values as stretches of days."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.resolve.dates import iso, published_day, stretch


@pytest.mark.parametrize(
    ("value", "low", "high", "precision"),
    [
        ("2024-06-18", "2024-06-18", "2024-06-18", "day"),
        ("2024-06-18T09:00", "2024-06-18", "2024-06-18", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2000", "2000-01-01", "2000-12-31", "year"),
        ("2024-W24", "2024-06-10", "2024-06-16", "week"),
        ("2024-W24-WE", "2024-06-15", "2024-06-16", "range"),
        ("2023-WI", "2023-12-01", "2024-02-29", "season"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "season"),
        ("2023-08/2024-02", "2023-08-01", "2024-02-29", "range"),
    ],
)
def test_stretch_covers_the_days_of_a_value(value: str, low: str, high: str, precision: str) -> None:
    found = stretch(value)
    assert found is not None
    assert (iso(found.low), iso(found.high), found.precision) == (low, high, precision)


@pytest.mark.parametrize("value", [None, "", "P24Y", "PAST_REF", "2024-13", "2024-02-30", "0000", "2024-W60", "غدا"])
def test_stretch_is_none_for_what_is_no_date(value: str | None) -> None:
    assert stretch(value) is None


def test_a_range_that_ends_before_it_begins_keeps_its_first_half() -> None:
    assert stretch("2024-06-18/2024-06-01") == stretch("2024-06-18")


def test_only_days_and_short_ranges_are_exact() -> None:
    days = stretch("2024-06-18/2024-06-19")
    month = stretch("2024-06")
    assert days is not None
    assert days.exact
    assert month is not None
    assert not month.exact
    assert month.holds(days)
    assert month.overlaps(days)


def test_published_day_of_an_inferred_range_is_its_last() -> None:
    assert published_day("2024-06-18/2024-06-20") == date(2024, 6, 20).toordinal()
    assert published_day(None) is None
