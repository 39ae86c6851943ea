"""When an article without a stated date appeared: after what it tells of, and while its officials held office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from musnad.extract.names.gazetteer import gazetteer
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.times.context import cue_forms
from musnad.lang.ar.calendar import day
from musnad.model import Time
from musnad.model.document import PublishedBasis

OPEN = ".."  # ISO 8601-2: no known bound on that side
TITLE_REACH = 5  # words before a name within which its office stands («وزير الخارجية البريطاني ديفيد لامي»)
_ABSOLUTE = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?\Z")


class Inferred(NamedTuple):
    """A day or a range `from/to`, how it was found and from what."""

    published: str
    basis: PublishedBasis
    reason: str


class _Bound(NamedTuple):
    date: str
    reason: str


def _years(person: str) -> tuple[str, str]:
    """The first and last year of office of a known person; empty strings where they are open or unknown."""
    terms = gazetteer().terms(person)
    return _bound(min, [term.start for term in terms]), _bound(max, [term.end for term in terms])


def _bound(choose: Callable[[Iterable[str]], str], years: list[str]) -> str:
    return choose(years)[:4] if years and all(years) else ""


def infer_publication(
    reading: Reading, sentences: Sequence[SentenceReading], times: Sequence[Time], ahead: frozenset[str]
) -> Inferred | None:
    """The date of an article from its own words, None if they tell nothing; `ahead` are the ids of times to come."""
    exact = next((time for time in times if time.rule == "time-today" and day(time.anchor)), None)
    if exact is not None:
        return Inferred(str(exact.anchor), "inferred", f"«{exact.text}» names the article's own day")
    lower = _latest(times, ahead)
    first, last = _in_office(reading, sentences)
    if first and (lower is None or first.date > lower.date):
        lower = first
    if last and lower and last.date < lower.date[: len(last.date)]:
        last = None
    if lower is None and last is None:
        return None
    reasons = [bound.reason for bound in (lower, last) if bound]
    return Inferred(f"{lower.date if lower else OPEN}/{last.date if last else OPEN}", "inferred", "; ".join(reasons))


def _latest(times: Sequence[Time], ahead: frozenset[str]) -> _Bound | None:
    """The latest date that the article tells of as past."""
    past = [time for time in times if time.id not in ahead and _ABSOLUTE.match(time.value) and time.modifier != "END"]
    latest = max(past, key=lambda time: time.value, default=None)
    return _Bound(latest.value, f"tells of {latest.value} («{latest.text}»)") if latest else None


def _in_office(reading: Reading, sentences: Sequence[SentenceReading]) -> tuple[_Bound | None, _Bound | None]:
    """The years in which all the officials named with their office held it together."""
    first: _Bound | None = None
    last: _Bound | None = None
    for sentence in sentences:
        for mention in sentence.mentions:
            start, end = _years(mention.entity) if mention.kind == "person" else ("", "")
            if not (start or end) or not _has_office(sentence, mention.start):
                continue
            if start and (first is None or start > first.date):
                first = _Bound(start, f"«{mention.text}» in office since {start}")
            if end and (last is None or end < last.date):
                last = _Bound(end, f"«{mention.text}» in office until {end}")
    return first, last


def _has_office(sentence: SentenceReading, start: int) -> bool:
    before = [token.form for token in sentence.tokens if token.start < start][-TITLE_REACH:]
    after = [token.form for token in sentence.tokens if token.start >= start][:TITLE_REACH]
    titled = any(form in cue_forms("office") or form[1:] in cue_forms("office") for form in before)
    return titled and not any(form in cue_forms("former") for form in (*before, *after))
