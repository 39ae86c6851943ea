"""Months and weekdays of the Arabic press, and arithmetic with dates of the precision that is known.

A date is `2024-06-18`, a month `2024-06`, a week `2024-W25`, a year `2024`, a decade `202`, a century `20`
(ISO 8601, TIMEX3).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

FIRST_HIJRI, LAST_HIJRI = 1343, 1500  # the years that the Umm al-Qura tables cover


class Month(NamedTuple):
    """A month's name: its number, `g`regorian or `h`ijri, and whether the word is a month wherever it stands."""

    number: int
    calendar: str
    bare: bool


@cache
def months() -> dict[str, Month]:
    """Folded month names of one or two words."""
    rows = load_tsv(package_path("lang", "ar", "data", "calendar", "months.tsv"))
    return {fold_key(row[0]): Month(int(row[1]), row[2], row[3] == "yes") for row in rows}


@cache
def weekdays() -> dict[str, int]:
    """Folded names of the weekdays with their ISO numbers, Monday 1."""
    rows = load_tsv(package_path("lang", "ar", "data", "calendar", "weekdays.tsv"))
    return {fold_key(row[0]): int(row[1]) for row in rows}


def day(value: str | None) -> date | None:
    """The day that `value` begins with; None where it is coarser than a day, open, or no date."""
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def make_day(year: int, month: int, number: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, number: int) -> date | None:
    """The Gregorian day of a Hijri date in the Umm al-Qura calendar; None outside of its tables."""
    from hijridate import Hijri

    if not (FIRST_HIJRI <= year <= LAST_HIJRI and 1 <= month <= 12 and 1 <= number <= 30):
        return None
    try:
        return Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1024)
def hijri_month(year: int, month: int) -> str | None:
    """The days of a Hijri month as `from/to`; None outside of the tables."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    return f"{first}/{after - timedelta(1)}" if first and after else None


def hijri_year(year: int) -> str | None:
    """The days of a Hijri year as `from/to`; None outside of the tables."""
    first, after = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    return f"{first}/{after - timedelta(1)}" if first and after else None


@lru_cache(maxsize=1024)
def hijri_of(anchor: date) -> tuple[int, int, int] | None:
    """Year, month and day of `anchor` in the Hijri calendar; None outside of the tables."""
    from hijridate import Gregorian

    try:
        hijri = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return hijri.year, hijri.month, hijri.day


def week(of: date) -> str:
    """The ISO week of a day."""
    year, number, _ = of.isocalendar()
    return f"{year:04d}-W{number:02d}"


def add_days(of: date, count: int) -> date | None:
    """`of` moved by days; None beyond the calendar."""
    try:
        return of + timedelta(count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month moved by months."""
    at = year * 12 + month - 1 + count
    return at // 12, at % 12 + 1


def easter(year: int, *, eastern: bool = False) -> date:
    """Easter Sunday, by Meeus' algorithms (Astronomical Algorithms, ch. 8); `eastern` for the Julian reckoning."""
    if eastern:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, number = divmod(d + e + 114, 31)
        return date(year, month, number + 1) + timedelta(13)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, number = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, number + 1)


def occurrences(anchor: date, weekday: int) -> Iterator[date]:
    """That weekday in the seven days up to `anchor` (today counts), then the one before."""
    last = anchor - timedelta((anchor.isoweekday() - weekday) % 7)
    yield last
    yield last - timedelta(7)
