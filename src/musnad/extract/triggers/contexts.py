"""The contexts of PLOVER: what an event is about, told by the words around its trigger."""

from __future__ import annotations

from functools import cache

import msgspec

from musnad.extract.triggers.index import keys_of, phrase_items
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import compiled, load_yaml, package_path

AROUND = 10  # tokens before and after a trigger: about its clause
MOST = 3  # contexts of one event; more would tell of the article, not of the act
_ENDS = frozenset(".؛!؟?;")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one context, folded, each a row of keys; and sentences with an event of it."""

    words: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


def contexts(first: int, last: int, tokens: list[Token]) -> tuple[str, ...]:
    """The contexts of the trigger on tokens `first` to `last`, the best attested first; empty if no word tells any."""
    found: dict[str, float] = {}
    for place in _places(first, last, tokens):
        distance = max(first - place, place - last, 0)
        for name in _told_at(place, tokens):
            found[name] = found.get(name, 0.0) + 1 / (1 + distance)
    order = {name: at for at, name in enumerate(known_contexts())}
    return tuple(sorted(found, key=lambda name: (-found[name], order[name]))[:MOST])


@cache
def known_contexts() -> dict[str, Context]:
    """The contexts of the package's table by their PLOVER names."""
    folder = package_path("extract", "data", "contexts")
    return compiled("contexts", dict[str, Context], [folder], read_contexts)


def read_contexts() -> dict[str, Context]:
    """The table as its file says it."""
    rows = load_yaml(package_path("extract", "data", "contexts") / "words.yaml")
    return {name: _context(row) for name, row in rows.items()}


def _context(row: dict[str, list[str]]) -> Context:
    words = tuple(phrase_items(" ".join(fold_key(part) for part in word.split())) for word in row["words"])
    return Context(words=words, examples=tuple(row["examples"]))


def _places(first: int, last: int, tokens: list[Token]) -> list[int]:
    low = first
    while low > max(0, first - AROUND) and tokens[low - 1].form not in _ENDS:
        low -= 1
    high = last
    while high + 1 < min(len(tokens), last + 1 + AROUND) and tokens[high + 1].form not in _ENDS:
        high += 1
    return list(range(low, high + 1))


def _told_at(place: int, tokens: list[Token]) -> set[str]:
    table, told = _by_first(), set()
    for key in _keys(tokens[place]):
        for rest, name in table.get(key, ()):
            following = tokens[place + 1 : place + 1 + len(rest)]
            if len(following) == len(rest) and all(k in _keys(t) for k, t in zip(rest, following, strict=True)):
                told.add(name)
    return told


def _keys(token: Token) -> frozenset[str]:
    return keys_of(token.word).keys


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, context in known_contexts().items():
        for items in context.words:
            entry = (items[1:], name)
            table.setdefault(items[0], []).append(entry)
    return table
