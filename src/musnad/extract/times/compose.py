"""Values of dates put together from day, month, year, weekday, part of the day and the words that say which one."""

from __future__ import annotations

from datetime import timedelta

from musnad.extract.times.context import UNKNOWN_DAY, Context, Hit, Resolved, cue_forms
from musnad.extract.times.months import month_value
from musnad.extract.times.parts import Parts, parts_of
from musnad.extract.times.units import coarse, unit_value
from musnad.lang.ar.calendar import add_days, day, hijri_year, make_day, occurrences
from musnad.model.time import Modifier

FIRST_HIJRI, LAST_HIJRI = 1343, 1500


def compose(hit: Hit, context: Context) -> Resolved | None:
    """The date, month, week or year that the parts make up; None where a word of another sense is likelier."""
    parts = parts_of(hit)
    if not _is_time(hit, context, parts):
        return None
    anchor = context.published
    found = _value(parts, hit, context)
    if found is None:
        return None
    if parts.offset is not None and (stated := day(found)) and (parts.month or parts.full):
        own = add_days(stated, -parts.offset)  # «أمس الاثنين 17 يونيو 2024» tells the article's own day
        anchor = own.isoformat() if own else anchor
    modifier: Modifier = parts.edge  # type: ignore[assignment]
    if parts.part and len(found) == 10:
        return Resolved("TIME", with_part(found, parts.part), modifier, anchor)
    return Resolved("DATE", found, modifier, anchor)


def with_part(value: str, part: str) -> str:
    """A day with a part of it: `2024-06-18TEV`."""
    return f"{value}T{part}"


def _is_time(hit: Hit, context: Context, parts: Parts) -> bool:
    before = context.form(hit.items[0].first - 1)
    weak = hit.get("WEAKMONTH")
    if weak and not (
        parts.number or parts.year or parts.month_shift or parts.edge or hit.has("AMONTH", "THEMONTH", "PAIR")
    ):
        return (before in cue_forms("dated") and weak.skip == 0) or (
            hit.items[0].joined and context.last is not None and _month_before(hit, context)
        )
    if weak and hit.items[0].name == "WEAKEDGE":
        return False
    if hit.has("WEAKEDGE") and not (parts.unit or parts.month):
        return False
    if parts.unit == "H":
        return False
    if (
        parts.weekday == 1
        and hit.items[0].name == "WEEKDAY"
        and before.startswith("ال")
        and before.endswith(("ين", "ان"))
    ):
        return False  # «المصابين الاثنين»: the two
    return not (parts.unit and parts.unit_shift == "BEFOREIT" and before.startswith("ال"))


def _month_before(hit: Hit, context: Context) -> bool:
    return any(item.name in ("MONTH", "WEAKMONTH") for item in context.items[max(0, hit.first - 2) : hit.first])


def _value(parts: Parts, hit: Hit, context: Context) -> str | None:
    if parts.full:
        found = make_day(*parts.full) if parts.full[0] >= 1000 else None
        return found.isoformat() if found else None
    if parts.month is not None:
        return month_value(parts, hit, context)
    if parts.number is not None and (parts.unit == "M" or hit.has("OFIT")):
        return _day_of_month(parts, context, "SAME" if hit.has("OFIT") else parts.unit_shift or "THIS")
    if parts.offset is not None:
        return _relative(parts, context)
    if parts.weekday is not None:
        return weekday_value(parts.weekday, parts.weekday_shift, context, hit.items[0].first)
    if parts.year is not None:
        return _year(parts)
    return unit_value(parts.unit, parts.unit_shift, context) if parts.unit else None


def _year(parts: Parts) -> str | None:
    year = parts.year or 0
    if parts.hijri or (FIRST_HIJRI <= year <= LAST_HIJRI and parts.hijri):
        return hijri_year(year)
    return f"{year:04d}"


def _relative(parts: Parts, context: Context) -> str:
    if context.today is None:
        return coarse(context.published)
    moved = add_days(context.today, parts.offset or 0)
    return moved.isoformat() if moved else UNKNOWN_DAY


def weekday_value(weekday: int, direction: str, context: Context, token: int) -> str:
    """The weekday that is meant: the last one up to the article's day, unless a word points ahead."""
    today = context.today
    if today is None:
        return f"XXXX-WXX-{weekday}"
    latest, before = occurrences(today, weekday)
    if direction == "NEXT" or (not direction and latest != today and context.is_future(token)):
        return (latest + timedelta(7)).isoformat()
    if direction in ("LAST", "BEFOREIT") and latest == today:
        return before.isoformat()
    if direction == "AFTERIT" and context.last_day:
        ahead = (weekday - context.last_day.isoweekday()) % 7 or 7
        moved = add_days(context.last_day, ahead)
        return moved.isoformat() if moved else latest.isoformat()
    return latest.isoformat()


def _day_of_month(parts: Parts, context: Context, direction: str) -> str | None:
    """The day with the number in the month that is meant; «منه» is the month told last, if one was."""
    if direction == "SAME" and not (context.last or "")[5:7].isdigit():
        return None
    month = unit_value("M", direction, context)
    if month is None or len(month) != 7:
        return None
    if not month[:4].isdigit():
        return f"{month}-{parts.number:02d}"
    found = make_day(int(month[:4]), int(month[5:]), parts.number or 0)
    return found.isoformat() if found else None
