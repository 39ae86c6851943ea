"""Months and days of a month: the year that is said, that the sentences before told, or that the news makes likely."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from musnad.extract.times.context import UNKNOWN_YEAR, Context, Hit, cue_forms
from musnad.extract.times.parts import Parts
from musnad.extract.times.units import last_anchor, unit_value
from musnad.lang.ar.calendar import make_day
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

AHEAD = 30  # days: a day and month without a year that lie no further ahead are this year's, not last year's


def month_value(parts: Parts, hit: Hit, context: Context) -> str | None:
    """A month or a day in it; without a year, the one that the past bias of news gives."""
    month, number = parts.month or 1, parts.number
    year = _year_of(parts, context)
    if year is None:
        year = _likely_year(parts, hit, context)
    if year is None:
        return f"{UNKNOWN_YEAR}-{month:02d}" + (f"-{number:02d}" if number else "")
    if number is None:
        return f"{year:04d}-{month:02d}"
    found = make_day(year, month, number)
    return found.isoformat() if found else None


def _year_of(parts: Parts, context: Context) -> int | None:
    """The year that is said, as a number or as «العام الماضي»."""
    if parts.year is not None:
        return parts.year
    if parts.year_shift:
        value = unit_value("Y", parts.year_shift, context)
        return int(value) if value and value.isdigit() else None
    today = context.today
    if today is None or not parts.month_shift or parts.month is None:
        return None
    if parts.month_shift == "LAST":
        return _last_year(parts, today)
    if parts.month_shift == "NEXT":
        ahead = (parts.month, parts.number or 31) > (today.month, today.day) and parts.month != today.month
        return (
            today.year if ahead or (parts.month == today.month and (parts.number or 0) > today.day) else today.year + 1
        )
    if parts.month_shift in ("SAME", "AFTERIT", "BEFOREIT") and (anchor := last_anchor(context)):
        return anchor.year
    return today.year


def _last_year(parts: Parts, today: date) -> int:
    month, number = parts.month or 1, parts.number
    if month == today.month:
        return today.year if number and number < today.day else today.year - 1
    return today.year if month < today.month else today.year - 1


def _carried_year(parts: Parts, hit: Hit, context: Context, today: date) -> int | None:
    """The year of a month that the sentence told before, where it goes on from it («جولة في مايو 2021، ثم ثانية في
    سبتمبر»); None for years that the news itself leaves out. Across sentences it was wrong more often than right.
    """
    last, month = context.last or "", parts.month or 1
    if context.sentence != context.told_in or len(last) < 7 or not last[5:7].isdigit():
        return None
    if context.is_future(hit.items[0].first):
        return None
    known = (int(last[5:7]), int(last[8:10]) if last[8:10].isdigit() else 0)
    told = today.replace(year=int(last[:4]), month=known[0], day=1)
    if (today - told).days <= 366 or (month, parts.number or 31) < known:
        return None
    return told.year


class KnownDay(NamedTuple):
    """A day, or a month (`number` 0), that the press names by its date alone when it stands behind one of `words`."""

    month: int
    number: int
    year: int
    words: frozenset[str]


@cache
def known_days() -> tuple[KnownDay, ...]:
    """The days that events are called by («أحداث 11 سبتمبر»)."""
    rows = load_tsv(package_path("extract", "data", "times", "known_days.tsv"))
    return tuple(
        KnownDay(int(month), int(number), int(year), frozenset(map(fold_key, words.split("،"))))
        for month, number, year, words in rows
    )


def _known_year(month: int, number: int | None, before: str, today: date) -> int | None:
    """The year of the event that a date names, by the word before it; None where it names none."""
    word = before[1:] if before[:1] in "وفبل" and not before.startswith(("ال", "وا")) else before
    for known in known_days():
        if (known.month, known.number) == (month, number or 0) and known.words & {before, word}:
            return known.year if known.year <= today.year else None
    return None


def _likely_year(parts: Parts, hit: Hit, context: Context) -> int | None:
    today, month = context.today, parts.month or 1
    before = context.form(hit.items[0].first - 1)
    if today is None:
        return None
    if known := _known_year(month, parts.number, before, today):
        return known
    if before in cue_forms("nation"):
        return None
    if carried := _carried_year(parts, hit, context, today):
        return carried
    ahead = context.is_future(hit.items[0].first)
    if parts.number:
        found = make_day(today.year, month, parts.number)
        late = found is not None and (found - today).days > (AHEAD if not ahead else 366)
        if found and ahead and found < today - timedelta(31):
            return today.year + 1
        if found and not late:
            following = make_day(today.year + 1, month, parts.number)
            return today.year + 1 if following and not ahead and (following - today).days <= AHEAD else today.year
        return today.year - 1
    if month > today.month and not ahead:
        return today.year - 1
    return today.year + 1 if ahead and month < today.month else today.year
