"""Values of dates put together from day, month, year, weekday, part of the day and the words that say which one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from musnad.extract.times.context import UNKNOWN_DAY, UNKNOWN_YEAR, Context, Hit, Resolved, cue_forms, shift
from musnad.extract.times.items import Item
from musnad.lang.ar.calendar import add_days, day, hijri_year, make_day, occurrences
from musnad.model.time import Modifier

AHEAD = 30  # days: a day and month without a year that lie no further ahead are this year's, not last year's
FIRST_HIJRI, LAST_HIJRI = 1343, 1500
_DIRECTIONS = ("LAST", "NEXT", "THIS", "SAME", "AFTERIT", "BEFOREIT")
_UNITS = ("DEFUNIT", "THEYEAR", "THEMONTH", "THECENTURY")


@dataclass(slots=True)
class Parts:
    """What a date expression names; a direction belongs to the word before it."""

    full: tuple[int, int, int] | None = None
    year: int | None = None
    year_shift: str = ""
    month: int | None = None
    month_shift: str = ""
    number: int | None = None
    weekday: int | None = None
    weekday_shift: str = ""
    unit: str = ""
    unit_shift: str = ""
    offset: int | None = None
    part: str = ""
    edge: str = ""
    hijri: bool = False


def parts_of(hit: Hit) -> Parts:
    """The parts of a match."""
    parts, owner = Parts(), ""
    for item in hit.items:
        if item.name in _DIRECTIONS:
            _direct(parts, owner, item.name)
        elif item.name in ("THISDEM", "NAFS"):
            owner = "THIS" if item.name == "THISDEM" else "SAME"
            if parts.unit and not parts.unit_shift:
                parts.unit_shift = owner
        else:
            owner = _take(parts, item, owner)
    return parts


def _direct(parts: Parts, owner: str, name: str) -> None:
    if owner == "year":
        parts.year_shift = name
    elif owner == "month":
        parts.month_shift = name
    elif owner == "weekday":
        parts.weekday_shift = name
    elif owner == "unit":
        parts.unit_shift = name


def _take(parts: Parts, item: Item, owner: str) -> str:
    """Puts one item in its place; the name of what a direction after it would belong to."""
    name, value = item.name, item.value
    if name == "FULL":
        parts.full = value  # type: ignore[assignment]
    elif name == "YEARNUM":
        parts.year = int(value)  # type: ignore[call-overload]
    elif name in ("MONTH", "WEAKMONTH"):
        parts.month = int(str(value))
        return "month"
    elif name in ("DIGITDAY", "ORDINAL", "FIRSTDAY", "LASTDAY"):
        parts.number = int(str(value))
    elif name == "WEEKDAY":
        parts.weekday = parts.weekday or int(str(value))  # «ليل السبت - الأحد» is the night that begins on Saturday
        return "weekday"
    elif name in ("REL", "TODAY"):
        parts.offset = int(str(value))
    elif name == "PART":
        parts.part = str(value)
    elif name in ("EDGE", "WEAKEDGE"):
        parts.edge = str(value)
    elif name == "HIJRI":
        parts.hijri = True
    elif name in _UNITS:
        if parts.month is not None and name == "THEYEAR":
            parts.year_shift = owner if owner in ("THIS", "SAME") else parts.year_shift
            return "year"
        if parts.month is None and name in ("THEMONTH", "DEFUNIT", "THECENTURY", "THEYEAR"):
            parts.unit = str(value)
            parts.unit_shift = owner if owner in ("THIS", "SAME") else ""
            return "unit"
    return owner if owner in ("THIS", "SAME") else ""


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
    if parts.number is not None and parts.unit == "M":
        return _day_of_month(parts, context)
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
        return _coarse(context.published)
    moved = add_days(context.today, parts.offset or 0)
    return moved.isoformat() if moved else UNKNOWN_DAY


def _coarse(published: str | None) -> str:
    """What is sure of a day near a publication date that is only known as a range."""
    start, _, end = (published or "").partition("/")
    if len(start) >= 7 and start[:7] == end[:7]:
        return start[:7]
    return start[:4] if len(start) >= 4 and start[:4] == end[:4] else UNKNOWN_DAY


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


def _day_of_month(parts: Parts, context: Context) -> str | None:
    month = unit_value("M", parts.unit_shift or "THIS", context)
    if month is None or len(month) != 7:
        return None
    if not month[:4].isdigit():
        return f"{month}-{parts.number:02d}"
    found = make_day(int(month[:4]), int(month[5:]), parts.number or 0)
    return found.isoformat() if found else None


def unit_value(unit: str, direction: str, context: Context) -> str | None:
    """«الأسبوع الماضي», «الشهر نفسه», «هذا العام»: at the unit's precision."""
    if direction in ("SAME", "AFTERIT", "BEFOREIT"):
        anchor = _last_anchor(context)
        if anchor is None:
            return None if direction != "SAME" else _current(unit, context)
        return shift(unit, {"SAME": 0, "AFTERIT": 1, "BEFOREIT": -1}[direction], anchor)
    if context.today is None:
        return _current(unit, context) if direction in ("THIS", "") else None if unit == "D" else _unknown(unit)
    return shift(unit, {"LAST": -1, "NEXT": 1}.get(direction, 0), context.today)


def _unknown(unit: str) -> str | None:
    return {"Y": UNKNOWN_YEAR, "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit)


def _current(unit: str, context: Context) -> str | None:
    coarse = _coarse(context.published)
    if context.today:
        return shift(unit, 0, context.today)
    if coarse[0] != "X" and unit == "Y":
        return coarse[:4]
    return coarse if coarse[0] != "X" and unit == "M" and len(coarse) == 7 else _unknown(unit)


def _last_anchor(context: Context) -> date | None:
    """The first day of the time told last."""
    last = context.last or ""
    if "W" in last and len(last) == 8:
        return date.fromisocalendar(int(last[:4]), int(last[6:]), 1)
    padded = {4: f"{last}-01-01", 7: f"{last}-01"}.get(len(last), last)
    return day(padded)


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
    if parts.month_shift in ("SAME", "AFTERIT", "BEFOREIT") and (anchor := _last_anchor(context)):
        return anchor.year
    return today.year


def _last_year(parts: Parts, today: date) -> int:
    month, number = parts.month or 1, parts.number
    if month == today.month:
        return today.year if number and number < today.day else today.year - 1
    return today.year if month < today.month else today.year - 1


def _likely_year(parts: Parts, hit: Hit, context: Context) -> int | None:
    today, month = context.today, parts.month or 1
    before = context.form(hit.items[0].first - 1)
    if today is None or before in cue_forms("nation"):
        return None
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
