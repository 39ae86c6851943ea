"""The words of the interface in Arabic and English: section titles, labels of stances and states, dates in full."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

from musnad.model.story import DatePrecision
from musnad.resolve.dates import published_day
from musnad.resources import load_yaml, package_path

Language = Literal["ar", "en"]
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml(package_path("analysis", "data", "wording.yaml"))
    return table


def wording(group: str, key: str, language: Language, **values: object) -> str:
    """The words for `key` of `group` in a language, with `{…}` filled in; the key itself where there are none."""
    entry = _table()[group].get(key)
    return str(entry[language]).format(**values) if entry else key


def counted(noun: str, count: int, language: Language) -> str:
    """A number with its noun in the right plural («مادتان», «6 مواد», «11 مادة»), by the categories of CLDR."""
    forms = _table()["counted"][noun][language]
    form = forms.get(_plural(count, language)) or forms["other"]
    return str(form).format(n=count)


def told_by(documents: int, sources: int, language: Language) -> str:
    """«In how many articles, from how many independent sources»."""
    return wording(
        "words",
        "told_by",
        language,
        documents=counted("documents", documents, language),
        sources=counted("sources", sources, language),
    )


def _plural(count: int, language: Language) -> str:
    if language == "en":
        return "one" if count == 1 else "other"
    if count <= 2:
        return ("zero", "one", "two")[count]
    rest = count % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def full_date(value: str | None, language: Language) -> str:
    """An ISO 8601 date, month, year or range in words («19 يونيو 2024»); «undated» for None, else the value itself.

    A range that is open at an end («2024-06/..») has words of its own.
    """
    if not value:
        return wording("words", "undated", language)
    if "/" in value:
        first, _, last = value.partition("/")
        return _range(first, last, language)
    match = _DATE.match(value)
    if not match:
        return value
    year, month, day = match.groups()
    name = _table()["months"][language][int(month) - 1] if month and 1 <= int(month) <= 12 else ""
    return " ".join(part for part in (day.lstrip("0") if day else "", name, year) if part)


def _range(first: str, last: str, language: Language) -> str:
    if last in ("..", ""):
        return wording("words", "from", language, date=full_date(first, language))
    if first in ("..", ""):
        return wording("words", "until", language, date=full_date(last, language))
    return f"{full_date(first, language)} – {full_date(last, language)}"


def published_date(value: str | None, language: Language) -> str:
    """When an article came out: its day, «between … and …» where that is only inferred, «undated» if open at an end."""
    first, ranged, last = (value or "").partition("/")
    if not ranged or value is None or published_day(value) is not None:
        return full_date(value, language)
    if first in ("..", "") or last in ("..", ""):
        return full_date(None, language)
    return wording("words", "between", language, first=full_date(first, language), last=full_date(last, language))


def date_at(date: str | None, end: str | None, precision: DatePrecision, language: Language) -> str:
    """When an event was, at its precision: a day, a month, a year, or the two ends of a range."""
    if date and end and precision in ("range", "week", "season"):
        return full_date(f"{date}/{end}", language)
    return full_date(date, language)


def full_number(value: float) -> str:
    """A number with thousands separators and no idle decimals («6,700», «4.8»)."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
