"""What can be counted: nouns, measures and currencies in all their written forms, with the unit they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Raw
from msgspec.msgpack import encode

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import Rows, compiled, load_tsv, package_path

VERSION = 2  # of the compiled table
_ARTICLES = ("", "ال", "وال", "بال", "لل")
_DUAL_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_PRONOUNS = ("ها", "هم", "هما", "هن", "ه", "نا")


class Noun(NamedTuple):
    """A thing counted: its English unit, its kind (see nouns.tsv; `c` = currency) and grammatical number (s, d, p)."""

    unit: str
    kind: str
    number: str
    definite: bool = False
    dual_counts: bool = False
    skip: int = 0


_Places = list[tuple[tuple[str, ...], Noun]]


class _Table(NamedTuple):
    """The places of each written first word, encoded, and the forms that may be a dual which counts by itself."""

    places: dict[str, Raw]
    duals: list[str]


class Found(NamedTuple):
    """A noun at tokens `first` to `last` (inclusive)."""

    noun: Noun
    first: int
    last: int


@cache
def _compiled() -> _Table:
    data = package_path("extract", "data", "quantities")
    return compiled("quantity-nouns", _Table, [data / "nouns.tsv", data / "currencies.tsv"], _build, VERSION)


@cache
def _rows() -> Rows[str, _Places]:
    return Rows(_compiled().places.__getitem__, _Places)


def nouns(form: str) -> _Places:
    """What the written word may begin: the words that follow and the noun, the longest first; empty if nothing."""
    return _rows()[form] if form in _compiled().places else []


def _build() -> _Table:
    table: dict[str, dict[tuple[str, ...], Noun]] = {}
    forms = list(_forms())
    # «متظاهرين» is far more often the plural than the dual
    plurals = {(head, rest) for head, rest, noun in forms if noun.number == "p"}
    for head, rest, noun in forms:
        if noun.number == "d" and (head, rest) in plurals:
            continue
        for article in _ARTICLES if noun.number != "d" else _DUAL_CLITICS:
            definite = "ال" in article or article.endswith("لل")
            form = noun._replace(definite=definite, skip=0 if definite else len(article))
            table.setdefault(article + head, {}).setdefault(rest, form)
    found = {head: sorted(places.items(), key=lambda pair: -len(pair[0])) for head, places in table.items()}
    duals = [head for head, places in found.items() if any(n.number == "d" and n.dual_counts for _, n in places)]
    return _Table({head: Raw(encode(places)) for head, places in found.items()}, duals)


def _forms() -> Iterator[tuple[str, tuple[str, ...], Noun]]:
    data = package_path("extract", "data", "quantities")
    for row in load_tsv(data / "nouns.tsv"):
        unit, kind, dual, singular, others = (*row, "")[:5]
        yield from _inflected(fold_key(singular), fold_key(others), Noun(unit, kind, "s", dual_counts=dual == "y"))
    for row in load_tsv(data / "currencies.tsv"):
        code, word, adjectives = (*row, "", "")[:3]
        plurals = fold_key(row[4]).split() if len(row) > 4 else []
        for head in (*_money_forms(fold_key(word)), *plurals):
            if not adjectives:
                yield head, (), Noun(f"${fold_key(word)}", "c", "s")
            for stem in fold_key(adjectives).split():
                for adjective in {stem, f"{stem}ا", f"{stem}ه", f"ال{stem}", f"ال{stem}ه"}:
                    yield head, (adjective,), Noun(code, "c", "s")
        yield fold_key(word), (), Noun(f"${fold_key(word)}", "c", "s")


def _money_forms(word: str) -> set[str]:
    stem = word[:-1] if word.endswith("ه") else word
    return {word, f"{word}ا", f"{stem}ات"}


def _inflected(singular: str, others: str, noun: Noun) -> Iterator[tuple[str, tuple[str, ...], Noun]]:
    head, *rest = singular.split(" ")
    after = tuple(rest)
    yield head, after, noun
    if not head.endswith(("ه", "ا", "ي", "%")) or noun.kind == "p":
        yield f"{head}ا", after, noun
        if len(after) == 1:
            yield f"{head}ا", (f"{after[0]}ا",), noun
    for plural in _plurals(head, others):
        words = plural.split(" ")
        yield words[0], tuple(words[1:]), noun._replace(number="p")
        if not words[0].endswith("ا"):
            yield f"{words[0]}ا", tuple(words[1:]), noun._replace(number="p")
    stem = f"{head[:-1]}ت" if head.endswith("ه") else head
    for ending in ("ين", "ان"):
        yield stem + ending, after, noun._replace(number="d")


def _plurals(head: str, others: str) -> list[str]:
    plurals = []
    for word in others.split(","):
        if word == "+ين":
            plurals += [f"{head}ين", f"{head}ون", f"{head}ي"]
        elif word:
            plurals.append(word)
    return plurals


@cache
def dual_forms() -> frozenset[str]:
    """The written forms that may be a dual which counts by itself."""
    return frozenset(_compiled().duals)


def noun_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The longest noun that begins at a token; None if the word is not in the lexicon."""
    if at >= len(tokens):
        return None
    for rest, noun in nouns(tokens[at].form):
        last = at + len(rest)
        if last < len(tokens) and all(_same(tokens[at + 1 + index].form, word) for index, word in enumerate(rest)):
            return Found(noun, at, last)
    return None


def noun_with_pronoun(tokens: Sequence[Token], at: int) -> Found | None:
    """«ركابها», «نوابه»: a plural with a suffix pronoun."""
    if not 0 <= at < len(tokens):
        return None
    form = tokens[at].form
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun):
            for rest, noun in nouns(form[: -len(pronoun)].lstrip("و")):
                if not rest and noun.number == "p":
                    return Found(noun, at, at)
    return None


def _same(form: str, word: str) -> bool:
    return form == word or form in (f"{word}ا", f"ال{word}")
