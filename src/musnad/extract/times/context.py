"""What a time expression leans on: the article's date, the times told before it, and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from musnad.extract.times.items import Item
from musnad.lang.ar.calendar import add_days, add_months, day, week
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.model.time import Modifier, TimeType
from musnad.resources import load_tsv, package_path

FUTURE_REACH = 14  # words before a time within which «سيزور» or «من المقرر» makes it lie ahead
FIRST_PRESS_YEAR, LAST_PRESS_YEAR = 1600, 2300  # an article dated outside of these is misdated
UNKNOWN_DAY, UNKNOWN_YEAR = "XXXX-XX-XX", "XXXX"


class Resolved(NamedTuple):
    """Type and value of a time."""

    type: TimeType
    value: str
    modifier: Modifier = ""
    anchor: str | None = None


@dataclass(slots=True, eq=False)
class Context:
    """One sentence within its article; `last` is the time told last, in sentence `told_in`, `last_day` the last with
    a day, `said_day` that of the sentence itself.
    """

    published: str | None
    tokens: Sequence[Token] = ()
    items: Sequence[Item] = ()
    last: str | None = None
    last_day: date | None = None
    said_day: date | None = None
    sentence: int = 0
    told_in: int = -9
    futures: list[int] | None = None

    @property
    def today(self) -> date | None:
        """The article's day; None where it is unknown or only a range."""
        found = None if self.published and "/" in self.published else day(self.published)
        return found if found and FIRST_PRESS_YEAR <= found.year <= LAST_PRESS_YEAR else None

    def is_future(self, token: int) -> bool:
        """Whether a word shortly before the token tells that what follows lies ahead."""
        if self.futures is None:
            self.futures = future_tokens(self.tokens)
        return any(0 <= token - at <= FUTURE_REACH for at in self.futures)

    def form(self, token: int) -> str:
        """The folded form of a token of the sentence; empty outside of it."""
        return self.tokens[token].form if 0 <= token < len(self.tokens) else ""

    def remember(self, resolved: Resolved) -> None:
        """Keeps a dated value for what leans on it later («آنذاك», «بعد يومين»)."""
        if resolved.type in ("DATE", "TIME") and resolved.value[:1].isdigit():
            self.last = resolved.value[:10] if resolved.type == "TIME" else resolved.value
            self.told_in = self.sentence
            found = day(resolved.value)
            if found and FIRST_PRESS_YEAR <= found.year <= LAST_PRESS_YEAR:
                self.last_day = self.said_day = found


class Hit(NamedTuple):
    """The items that a rule matched, `first` to `last` (exclusive) of the sentence's."""

    items: Sequence[Item]
    first: int
    last: int

    def get(self, *names: str) -> Item | None:
        """The first item of one of these classes."""
        return next((item for item in self.items if item.name in names), None)

    def has(self, *names: str) -> bool:
        """Whether an item of one of these classes is in it."""
        return any(item.name in names for item in self.items)


@cache
def cue_forms(kind: str) -> frozenset[str]:
    """The folded words of one kind in `cues.tsv`."""
    rows = load_tsv(package_path("extract", "data", "times", "cues.tsv"))
    return frozenset(fold_key(row[0]) for row in rows if row[1] == kind)


def future_tokens(tokens: Sequence[Token]) -> list[int]:
    """Where the words stand that point ahead: «سوف», «المقرر», verbs with the س of the future."""
    cues, others = cue_forms("future"), cue_forms("not-future")
    found = []
    for at, token in enumerate(tokens):
        form = token.form
        if form in cues or (form[0] in "وف" and form[1:] in cues) or (form not in others and _is_future_verb(token)):
            found.append(at)
    return found


def _is_future_verb(token: Token) -> bool:
    form = token.form
    bare = form[1:] if form[:1] in "وف" and form[1:2] == "س" else form
    if len(bare) < 5 or bare[0] != "س" or bare[1] not in "يتن":
        return False
    readings = token.word.readings if token.word else ()
    return any(reading.future for reading in readings) if readings else bare[1] != "ن"


def shift(unit: str, count: int, anchor: date) -> str | None:
    """The value at the unit's own precision, `count` units from the anchor: «الأسبوع الماضي» is a week."""
    if unit in ("S", "I", "H", "D"):
        moved = add_days(anchor, count if unit == "D" else 0)
        return moved.isoformat() if moved else None
    if unit == "W":
        moved = add_days(anchor, 7 * count)
        return week(moved) if moved else None
    year, month = add_months(anchor.year, anchor.month, count) if unit == "M" else (anchor.year, anchor.month)
    if unit == "M":
        return f"{year:04d}-{month:02d}" if year > 0 else None
    if unit == "Q":
        year, quarter = divmod(anchor.year * 4 + (anchor.month - 1) // 3 + count, 4)
        return f"{year:04d}-Q{quarter + 1}"
    years = {"Y": 1, "DE": 10, "C": 100}[unit]
    moved_year = anchor.year + years * count
    width = {"Y": 4, "DE": 3, "C": 2}[unit]
    return f"{moved_year:04d}"[:width] if 0 < moved_year < 10000 else None
