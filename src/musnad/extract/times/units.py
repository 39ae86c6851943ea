"""Weeks, months and years at their own precision, reckoned from the article's day or from the time told last."""

from __future__ import annotations

from datetime import date

from musnad.extract.times.context import UNKNOWN_DAY, UNKNOWN_YEAR, Context, shift
from musnad.lang.ar.calendar import day


def unit_value(unit: str, direction: str, context: Context) -> str | None:
    """«الأسبوع الماضي», «الشهر نفسه», «هذا العام»: at the unit's precision."""
    if unit == "M" and not direction and context.said_day:
        return shift("M", 0, context.said_day)  # «في الثالث من أكتوبر … حتى نهاية الشهر»
    if direction in ("SAME", "AFTERIT", "BEFOREIT"):
        anchor = last_anchor(context)
        if anchor is None:
            return None if direction != "SAME" else _current(unit, context)
        return shift(unit, {"SAME": 0, "AFTERIT": 1, "BEFOREIT": -1}[direction], anchor)
    if context.today is None:
        return _current(unit, context) if direction in ("THIS", "") else None if unit == "D" else _unknown(unit)
    return shift(unit, {"LAST": -1, "NEXT": 1}.get(direction, 0), context.today)


def _unknown(unit: str) -> str | None:
    return {"Y": UNKNOWN_YEAR, "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit)


def _current(unit: str, context: Context) -> str | None:
    known = coarse(context.published)
    if context.today:
        return shift(unit, 0, context.today)
    if known[0] != "X" and unit == "Y":
        return known[:4]
    return known if known[0] != "X" and unit == "M" and len(known) == 7 else _unknown(unit)


def last_anchor(context: Context) -> date | None:
    """The first day of the time told last; of the year alone where it is a season or a part of a year."""
    last = (context.last or "").partition("/")[0]
    if "W" in last and len(last) == 8:
        return date.fromisocalendar(int(last[:4]), int(last[6:]), 1)
    padded = {4: f"{last}-01-01", 7: f"{last}-01"}.get(len(last), last)
    return day(padded) or (day(f"{last[:4]}-01-01") if last[5:6].isalpha() else None)


def coarse(published: str | None) -> str:
    """What is sure of a day near a publication date that is only known as a range."""
    start, _, end = (published or "").partition("/")
    if len(start) >= 7 and start[:7] == end[:7]:
        return start[:7]
    return start[:4] if len(start) >= 4 and start[:4] == end[:4] else UNKNOWN_DAY
