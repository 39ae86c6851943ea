"""The day an article was published: stated in its credit or date line, or in the dateline that opens its text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from musnad.lang.ar.calendar import hijri_day, make_day, months
from musnad.lang.ar.orthography import fold_key

if TYPE_CHECKING:
    from musnad.extract.articles.lines import Line

FIRST_YEAR, LAST_YEAR = 1900, 2099  # years of press dates; others are numbers of another kind
DATELINE = 70  # characters within which the dateline of an agency report names its day
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?![\d/])"
)
_UPDATED = re.compile(r"تحديث|تعديل|updated|محدث")


class Found(NamedTuple):
    """A date and the words of the line, folded, from `start` to `end`."""

    value: date
    start: int
    end: int


@cache
def _named() -> re.Pattern[str]:
    """A date with a month's name: «27 تشرين الأول/أكتوبر 2022», «15 ذو الحجة 1445»."""
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    year = r"(?:من )?(?:عام |العام |سنه )?(\d{4})(?!\d)"
    return re.compile(rf"(?<!\d)(\d{{1,2}}) ?(?:من )?({names})(?: ?[/(] ?(?:{names})\)?)? ?,? ?{year}")


def find_date(text: str) -> Found | None:
    """The first full date of a line, in digits or with a month's name, Gregorian before Hijri; None if it has none."""
    if not any(character.isdigit() for character in text):
        return None
    folded = fold_key(text).replace("،", ",")
    found = [_from_digits(match) for match in _NUMERIC.finditer(folded)]
    found += [_from_names(match) for match in _named().finditer(folded)]
    dates = sorted((each for each in found if each), key=lambda each: each[1].start)
    return min(dates, key=lambda each: each[0])[1] if dates else None


def _from_digits(match: re.Match[str]) -> tuple[bool, Found] | None:
    if match[1]:
        year, month, number = int(match[1]), int(match[2]), int(match[3])
    else:
        year, month, number = int(match[6]), int(match[5]), int(match[4])
    if month > 12 >= number:
        month, number = number, month
    hijri = year < FIRST_YEAR
    value = hijri_day(year, month, number) if hijri else make_day(year, month, number)
    return (hijri, Found(value, match.start(), match.end())) if value and value.year <= LAST_YEAR else None


def _from_names(match: re.Match[str]) -> tuple[bool, Found] | None:
    month, year = months()[match[2]], int(match[3])
    hijri = month.calendar == "h"
    value = (hijri_day if hijri else make_day)(year, month.number, int(match[1]))
    return (
        (hijri, Found(value, match.start(), match.end())) if value and FIRST_YEAR <= value.year <= LAST_YEAR else None
    )


def stated_date(lines: list[Line]) -> tuple[str, str] | None:
    """The ISO date that an article states of itself and the words it stands in; None if it states none.

    Lines that tell when it was published come before those that tell when it was changed.
    """
    updated: tuple[str, str] | None = None
    body = 0
    for line in lines:
        if line.kind == "body" and not line.is_blank_sign:
            body += 1
            found = _dateline(line.text) if body == 1 else None
        else:
            found = find_date(line.text) if line.kind == "credit" else None
        if found is None:
            continue
        stated = found.value.isoformat(), f"stated in the line «{line.text[:DATELINE]}»"
        if not _UPDATED.search(fold_key(line.text[: DATELINE * 2])):
            return stated
        updated = updated or stated
    return updated


def _dateline(text: str) -> Found | None:
    """«بيروت - 27 تشرين الأول 2022 (وكالات) - …» at the head of a paragraph."""
    head = text[: DATELINE + 20]
    found = find_date(head)
    if found is None or found.end > DATELINE:
        return None
    rest = fold_key(head)[found.end :].lstrip()
    return found if rest[:1] in tuple("(-/:|") else None
