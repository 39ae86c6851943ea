"""Dates that a page, a feed or a table gives beside the text."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_DIGITS = {base + digit: str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")


def iso_date(value: str) -> str | None:
    """The ISO date of a metadata value (ISO 8601, Y/M/D, D/M/Y, RFC 2822), or None; the day as written there."""
    value = value.strip().translate(_DIGITS)
    if match := _YEAR_FIRST.match(value):
        return _valid(*match.group(1, 2, 3))
    if match := _DAY_FIRST.match(value):
        return _valid(*match.group(3, 2, 1))
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
