"""The contexts of PLOVER: what an event is about, told by the words around its trigger."""

from __future__ import annotations

from functools import cache

import msgspec

from musnad.extract.triggers.index import keys_of, phrase_items
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.lang.ar.words import MAX_WORDS, Word
from musnad.resources import compiled, load_yaml, package_path

AROUND = 10  # tokens before and after a trigger: about its clause
MOST = 3  # contexts of one event; more would tell of the article, not of the act
_ENDS = frozenset(".؛!؟?;")
_NONE: set[str] = set()

_Begun = tuple[tuple[str, ...], str]  # what must follow a word, and the context that they tell together


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one context, folded, each a row of keys; and sentences with an event of it."""

    words: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...]


def contexts(first: int, last: int, tokens: list[Token]) -> tuple[str, ...]:
    """The contexts of the trigger on tokens `first` to `last`, the best attested first; empty if no word tells any."""
    found: dict[str, float] = {}
    for place in _places(first, last, tokens):
        told = _told_at(place, tokens)
        if told:
            distance = max(first - place, place - last, 0)
            for name in told:
                found[name] = found.get(name, 0.0) + 1 / (1 + distance)
    if not found:
        return ()
    order = _order()
    return tuple(sorted(found, key=lambda name: (-found[name], order[name]))[:MOST])


@cache
def _order() -> dict[str, int]:
    return {name: at for at, name in enumerate(known_contexts())}


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


def _places(first: int, last: int, tokens: list[Token]) -> range:
    low = first
    while low > max(0, first - AROUND) and tokens[low - 1].form not in _ENDS:
        low -= 1
    high = last
    while high + 1 < min(len(tokens), last + 1 + AROUND) and tokens[high + 1].form not in _ENDS:
        high += 1
    return range(low, high + 1)


def _told_at(place: int, tokens: list[Token]) -> set[str]:
    """The contexts told by the word at a place and those behind it."""
    word = tokens[place].word
    begun = _begun().get(word) if word is not None else ()
    if begun is None and word is not None:
        begun = _begins(word)
    return {name for rest, name in begun if _follow(rest, place + 1, tokens)} if begun else _NONE


def _follow(rest: tuple[str, ...], place: int, tokens: list[Token]) -> bool:
    following = tokens[place : place + len(rest)]
    return len(following) == len(rest) and all(
        key in keys_of(token.word).keys for key, token in zip(rest, following, strict=True)
    )


@cache
def _begun() -> dict[Word, tuple[_Begun, ...]]:
    """The rows that each word met so far begins."""
    return {}


def _begins(word: Word) -> tuple[_Begun, ...]:
    table, known = _by_first(), _begun()
    if len(known) >= MAX_WORDS:
        known.clear()
    found = known[word] = tuple(entry for key in keys_of(word).keys for entry in table.get(key, ()))
    return found


@cache
def _by_first() -> dict[str, list[_Begun]]:
    table: dict[str, list[_Begun]] = {}
    for name, context in known_contexts().items():
        for items in context.words:
            entry = (items[1:], name)
            table.setdefault(items[0], []).append(entry)
    return table
