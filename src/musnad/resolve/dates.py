"""ISO 8601 and TIMEX3 values as stretches of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from musnad.model.story import DatePrecision

LOOSE = 31  # days; a publication date that is only inferred to a longer stretch orders nothing
_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?|-W(?P<week>\d{2})(?:-(?P<weekpart>WE|[1-7]))?"
    r"|-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12]))?(?:T.*)?"
)
# first month and number of months; TIMEX3 seasons are those of the northern hemisphere
_PARTS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3), "H1": (1, 6), "H2": (7, 6)} | {
    f"Q{n}": (3 * n - 2, 3) for n in (1, 2, 3, 4)
}


class Stretch(NamedTuple):
    """Days from `low` to `high` inclusive, as proleptic ordinals."""

    low: int
    high: int
    precision: DatePrecision

    @property
    def exact(self) -> bool:
        """Whether it pins the event to a day or a visit's few days."""
        return self.high - self.low <= 3 and self.precision in ("day", "range")

    def holds(self, other: Stretch) -> bool:
        """Whether `other` lies within."""
        return self.low <= other.low and other.high <= self.high

    def overlaps(self, other: Stretch) -> bool:
        """Whether they share a day."""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=65536)
def stretch(value: str | None) -> Stretch | None:
    """The days that `value` covers; None for no value, durations and vague references such as PAST_REF."""
    if not value:
        return None
    if "/" in value:
        return _range(*value.split("/", 1))
    match = _SHAPE.fullmatch(value)
    if match is None:
        return None
    try:
        return _parse(match)
    except ValueError:
        return None


def _range(first: str, last: str) -> Stretch | None:
    low, high = stretch(first), stretch(last)
    if low is None or high is None or high.high < low.low:
        return low or high
    if low == high:
        return low
    return Stretch(low.low, high.high, "range")


def _parse(match: re.Match[str]) -> Stretch:
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return _week(monday, match["weekpart"])
    if match["part"]:
        month, count = _PARTS[match["part"]]
        return Stretch(date(year, month, 1).toordinal(), _month_end(year, month + count - 1), "season")
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"])).toordinal()
        return Stretch(day, day, "day")
    if match["month"]:
        month = int(match["month"])
        return Stretch(date(year, month, 1).toordinal(), _month_end(year, month), "month")
    return Stretch(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "year")


def _week(monday: date, part: str | None) -> Stretch:
    first = monday.toordinal()
    if part == "WE":
        return Stretch(first + 5, first + 6, "range")
    if part:
        return Stretch(first + int(part) - 1, first + int(part) - 1, "day")
    return Stretch(first, first + 6, "week")


def _month_end(year: int, month: int) -> int:
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return date(year, month, monthrange(year, month)[1]).toordinal()


def published_day(value: str | None) -> int | None:
    """The last day on which a document with this date came out; None if not known to a month or so."""
    found = stretch(value)
    if found is None or value is None or value.endswith("/..") or value.startswith("../"):
        return None
    return found.high if found.high - found.low <= LOOSE else None


def iso(day: int) -> str:
    """The ISO date of an ordinal."""
    return date.fromordinal(day).isoformat()
