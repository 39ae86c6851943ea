"""The words of a sentence that tell of time, each with its class: what the patterns of the time rules are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.lang.ar.calendar import months, weekdays
from musnad.lang.ar.numbers import Numeral, numerals
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import compiled, load_tsv, package_path

VERSION = 1  # of the compiled table
FIRST_YEAR, LAST_YEAR = 1000, 2199  # four digits without a sign between these may be a year
LARGEST_DAY = 31
_TENS_OF_DAYS = (20, 30)  # «العشرين من سبتمبر»: with the article they are ordinals
_FULL = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\Z|(\d{1,2})[/.](\d{1,2})[/.](\d{4})\Z")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?\Z")
# units with a pattern of their own
_BY_UNIT = {
    ("UNIT", "Y"): "YEAR",
    ("DEFUNIT", "Y"): "THEYEAR",
    ("UNIT", "M"): "AMONTH",
    ("DEFUNIT", "M"): "THEMONTH",
    ("DEFUNIT", "C"): "THECENTURY",
}
_SIGNS = {"/": "SLASH", "(": "OPEN", ")": "CLOSE", "-": "DASH", "،": "COMMA", ",": "COMMA"}


class Item(NamedTuple):
    """One or several tokens (`first` to `last`, inclusive) of one class; `skip` characters of the first are clitics."""

    name: str
    value: object
    first: int
    last: int
    skip: int = 0
    joined: bool = False


class _Entry(NamedTuple):
    name: str
    value: str
    skip: int
    joined: bool


_Lexicon = dict[str, list[tuple[tuple[str, ...], _Entry]]]


@cache
def names() -> dict[str, str]:
    """One character for each class, for the patterns; `.` stands for any other word."""
    classes = [
        *_BY_UNIT.values(),
        "DIGITDAY",
        "YEARNUM",
        "NUM",
        "ORDINAL",
        "FULL",
        "HALFDATE",
        "CLOCK",
        "MONTH",
        "WEAKMONTH",
        "HMONTH",
        "WEEKDAY",
    ]
    classes += sorted({*_SIGNS.values(), *(row[1] for row in _rows())} - {"NONE"})
    return {name: chr(0x4E00 + at) for at, name in enumerate(classes)}


@cache
def _rows() -> list[list[str]]:
    return [
        row if len(row) > 2 else [*row, ""] for row in load_tsv(package_path("extract", "data", "times", "words.tsv"))
    ]


@cache
def _lexicon() -> _Lexicon:
    """By written first word: the words that follow it and the entry, the longest phrase first."""
    calendar = package_path("lang", "ar", "data", "calendar")
    words = package_path("extract", "data", "times", "words.tsv")
    return compiled("time-words", _Lexicon, [words, calendar], _build, VERSION)


def _build() -> _Lexicon:
    table: dict[str, dict[tuple[str, ...], _Entry]] = {}
    for form, name, value in _entries():
        head, *rest = form.split(" ")
        for written, skip, joined in _with_clitics(head):
            place = table.setdefault(written, {})
            known = place.get(tuple(rest))
            if known is None or known.skip > skip:
                place[tuple(rest)] = _Entry(name, value, skip, joined)
    return {head: sorted(places.items(), key=lambda pair: -len(pair[0])) for head, places in table.items()}


def _entries() -> list[tuple[str, str, str]]:
    rows = [(fold_key(row[0]), _BY_UNIT.get((row[1], row[2]), row[1]), row[2]) for row in _rows()]
    rows += [(form, "WEEKDAY", str(number)) for form, number in weekdays().items()]
    for form, month in months().items():
        kind = "HMONTH" if month.calendar == "h" else "MONTH" if month.bare else "WEAKMONTH"
        rows.append((form, kind, str(month.number)))
    return rows


def _with_clitics(form: str) -> list[tuple[str, int, bool]]:
    written = [(form, 0, False)]
    for conjunction in ("", "و", "ف"):
        joined = conjunction == "و"
        if conjunction:
            written.append((conjunction + form, 1, joined))
        written += [(f"{conjunction}{letter}{form}", len(conjunction) + 1, joined) for letter in "بلك"]
        if form.startswith("ال"):
            written.append((f"{conjunction}لل{form[2:]}", len(conjunction), joined))
    return written


def items_of(tokens: Sequence[Token]) -> list[Item]:
    """Every token in an item; words that tell of no time have the class `.`; none where no word or number tells any."""
    lexicon = _lexicon()
    numbers = {numeral.first: numeral for numeral in numerals(tokens)}
    if not numbers and not any(token.form in lexicon or token.kind == "number" for token in tokens):
        return []
    items: list[Item] = []
    at, count, months_seen = 0, len(tokens), 0
    while at < count:
        token = tokens[at]
        item = None
        if token.form in lexicon:
            item = _phrase(tokens, at, lexicon)
            months_seen += item is not None and item.name in ("MONTH", "WEAKMONTH")
        elif token.kind == "word" and at not in numbers:
            items.append(_other(at))
            at += 1
            continue
        if item is None and at in numbers:
            item = _number(tokens, numbers[at])
        if item is None and token.kind == "number":
            item = _date_in_digits(tokens, at)
        if item is None:
            item = _other(at) if token.form not in _SIGNS else Item(_SIGNS[token.form], None, at, at)
        items.append(item)
        at = item.last + 1
    return _with_month_pairs(items) if months_seen > 1 else items


@lru_cache(maxsize=1024)
def _other(at: int) -> Item:
    return Item(".", None, at, at)


def _with_month_pairs(items: list[Item]) -> list[Item]:
    """«تموز/يوليو», «تموز (يوليو)» and «يوليو تموز» as one month."""
    merged: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.name in ("MONTH", "WEAKMONTH"):
            last = _pair_end(items, at)
            if last > at:
                item = Item("MONTH", item.value, item.first, items[last].last, item.skip, item.joined)
                at = last
        merged.append(item)
        at += 1
    return merged


def _pair_end(items: list[Item], at: int) -> int:
    for shape in (("SLASH", "M"), ("OPEN", "M", "CLOSE"), ("DASH", "M"), ("M",)):
        following = items[at + 1 : at + 1 + len(shape)]
        if len(following) == len(shape) and all(
            (item.name in ("MONTH", "WEAKMONTH") and item.value == items[at].value and not item.joined)
            if name == "M"
            else item.name == name
            for item, name in zip(following, shape, strict=True)
        ):
            return at + len(shape)
    return at


def _phrase(tokens: Sequence[Token], at: int, lexicon: _Lexicon) -> Item | None:
    for rest, entry in lexicon[tokens[at].form]:
        last = at + len(rest)
        if last < len(tokens) and all(tokens[at + 1 + index].form == word for index, word in enumerate(rest)):
            if entry.name == "NONE":
                return Item(".", None, at, last)
            return Item(entry.name, entry.value, at, last, entry.skip, entry.joined)
    return None


def _number(tokens: Sequence[Token], numeral: Numeral) -> Item | None:
    form = tokens[numeral.first].form
    tens = numeral.value in _TENS_OF_DAYS and numeral.first == numeral.last and form[numeral.skip :].startswith("ال")
    if numeral.kind == "ordinal" or tens:
        return Item("ORDINAL", int(numeral.value), numeral.first, numeral.last, numeral.skip, numeral.joined)
    if numeral.kind == "digits" and numeral.first == numeral.last:
        if date := _date_in_digits(tokens, numeral.first):
            return date
        if form.isdigit() and len(form) == 4 and FIRST_YEAR <= numeral.value <= LAST_YEAR:
            return Item("YEARNUM", int(numeral.value), numeral.first, numeral.last, 0, numeral.joined)
        if form.isdigit() and len(form) <= 2 and 1 <= numeral.value <= LARGEST_DAY:
            return Item("DIGITDAY", int(numeral.value), numeral.first, numeral.last, 0, numeral.joined)
    if numeral.kind == "open":
        return None
    return Item("NUM", numeral.value, numeral.first, numeral.last, numeral.skip, numeral.joined)


def _date_in_digits(tokens: Sequence[Token], at: int) -> Item | None:
    """«27/3/2024», «18.06.2024», «2024-06-18», «11:30», «18/6»."""
    form = tokens[at].form
    if match := _FULL.match(form):
        groups = match.groups()
        parts = groups[:3] if groups[0] else groups[5:2:-1]
        return _full(tuple(map(int, parts)), at, at)
    if match := _CLOCK.match(form):
        return Item("CLOCK", f"{int(match[1]):02d}:{match[2]}", at, at)
    pieces = [tokens[index].form for index in range(at, min(at + 5, len(tokens)))]
    if (
        len(pieces) == 5
        and pieces[1] == pieces[3] == "-"
        and tokens[at + 4].end - tokens[at].start <= 10
        and all(p.isdigit() for p in pieces[::2])
    ):
        numbers = tuple(map(int, pieces[::2]))
        if len(pieces[0]) == 4 or len(pieces[4]) == 4:
            return _full(numbers if len(pieces[0]) == 4 else numbers[::-1], at, at + 4)
    day, slash, month = form.partition("/")
    if (
        slash
        and day.isdigit()
        and month.isdigit()
        and 1 <= int(day) <= LARGEST_DAY
        and 1 <= int(month) <= 12
        and len(form) <= 5
    ):
        return Item("HALFDATE", (int(month), int(day)), at, at)
    return None


def _full(parts: tuple[int, ...], first: int, last: int) -> Item | None:
    year, month, day = parts
    if month > 12 >= day:
        month, day = day, month
    return (
        Item("FULL", (year, month, day), first, last)
        if 1 <= month <= 12 and 1 <= day <= LARGEST_DAY and year >= FIRST_YEAR
        else None
    )
