"""Titles before names: «وزيرة الخارجية», «المتحدث باسم», with the role that they give."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from musnad.extract.names.scan import Found
from musnad.extract.names.tagger import CLITICS
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import load_tsv, package_path


class Title(NamedTuple):
    """A title found at tokens up to `last`: the role it gives, and how far the name may stand."""

    first: int
    last: int
    role: str
    kind: str


@cache
def _titles() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for title, role, kind in load_tsv(package_path("extract", "data", "names", "titles.tsv")):
        words = fold_key(title).split()
        table.setdefault(words[0], []).append((tuple(words[1:]), role, kind))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def titles_in(tokens: list[Token], taken: dict[int, Found]) -> list[Title]:
    """The titles of a sentence, left to right; none inside a name."""
    found: list[Title] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        title = title_at(tokens, at) if token.kind == "word" and _titles_of(token.form) else None
        if title and (at not in taken or taken[at].body >= 0):
            found.append(title)
            at = title.last + 1
        else:
            at += 1
    return found


@lru_cache(maxsize=400_000)
def _titles_of(form: str) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The titles that a folded form may begin, with or without clitics: the words after it, the role and the kind."""
    table = _titles()
    return tuple(row for key in _title_keys(form) for row in table.get(key, ()))


def title_at(tokens: list[Token], at: int) -> Title | None:
    """The longest title that begins at a token, or None."""
    for rest, role, kind in _titles_of(tokens[at].form):
        if not rest or tuple(token.form for token in tokens[at + 1 : at + 1 + len(rest)]) == rest:
            return Title(at, at + len(rest), role, kind)
    return None


def _title_keys(form: str) -> tuple[str, ...]:
    keys = [form]
    if form[:1] in CLITICS and len(form) > 3:
        keys.append(form[1:])
        if form[1:2] in CLITICS and form[0] in "وف":
            keys.append(form[2:])
    return (*keys, *("ال" + key[2:] for key in keys if key.startswith("لل")))
