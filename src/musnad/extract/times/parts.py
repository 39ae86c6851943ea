"""What a date expression names: day, month, year, weekday, part of the day and the words that say which one."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.extract.times.context import Hit
from musnad.extract.times.items import Item

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
        elif item.name in ("THISDEM", "THATDEM", "NAFS"):
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
