"""Where the names of the tables stand in a sentence: whole words only, clitics taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from musnad.extract.names.gazetteer import Gazetteer, Surface, gazetteer
from musnad.lang.ar.tokens import Token
from musnad.model import Entity

MAX_OPENINGS = 400_000  # distinct forms kept with the names that they may begin; the cache is emptied above


@dataclass(slots=True, eq=False)
class Found:
    """A name found at the tokens `first` to `last` (inclusive); `start` and `end` are offsets without clitics.

    `entity` is an entity id, empty until it is resolved; `use` as in `Surface`.
    """

    first: int
    last: int
    start: int
    end: int
    entity: str
    use: str
    rule: str
    kind: str
    confidence: float = 1.0
    weak: bool = False
    clitic: str = ""
    surface: Surface | None = None
    body: int = -1


class Opening(NamedTuple):
    """Names that a form may begin: how many letters its clitics take, names of one word, and the longer ones by their
    second word; the longest come first.
    """

    skip: int
    alone: tuple[Surface, ...]
    longer: dict[str, tuple[Surface, ...]]


@cache
def _openings() -> dict[str, tuple[Opening, ...]]:
    return {}


def stems(form: str) -> Iterator[tuple[int, str]]:
    """The readings of a form as clitics and a name: how many letters the clitics take, and the name's first word.

    «للولايات» is «الولايات» with none taken, since its article can't be parted from the preposition.
    """
    at = 1 if len(form) > 3 and form[0] in "وف" else 0
    for skip in (0, 1) if at else (0,):
        rest = form[skip:]
        if skip:
            yield skip, rest
        if rest.startswith("لل") and len(rest) > 3:
            yield skip, "ا" + rest[:1] + rest[2:]
            yield skip + 1, rest[1:]
        elif len(rest) > 3 and rest[0] in "بلك":
            yield skip + 1, rest[1:]


def openings(form: str, tables: Gazetteer) -> tuple[Opening, ...]:
    """The names that a form may begin; as the form is, then with clitics taken off."""
    cache_ = _openings()
    known = cache_.get(form)
    if known is None:
        if len(cache_) >= MAX_OPENINGS:
            cache_.clear()
        read = ((0, form), *stems(form))
        known = cache_[form] = tuple(_opening(skip, tables.surfaces[key]) for skip, key in read if key in tables.names)
    return known


def _opening(skip: int, surfaces: list[Surface]) -> Opening:
    longer: dict[str, tuple[Surface, ...]] = {}
    for surface in surfaces:
        if surface.rest:
            longer[surface.rest[0]] = (*longer.get(surface.rest[0], ()), surface)
    return Opening(skip, tuple(surface for surface in surfaces if not surface.rest), longer)


def scan(tokens: list[Token]) -> list[Found]:
    """The names of the tables in a sentence, in order, without overlap; at each place the longest."""
    tables, found, free = gazetteer(), [], 0
    for at, token in enumerate(tokens):
        if at < free or token.kind not in ("word", "latin"):
            continue
        if known := openings(token.form, tables):
            best = _longest(tokens, at, known, tables)
            if best:
                found.append(best)
                free = best.last + 1
    return found


def _longest(tokens: list[Token], at: int, known: tuple[Opening, ...], tables: Gazetteer) -> Found | None:
    best: tuple[int, int, Surface] | None = None
    second = tokens[at + 1].form if at + 1 < len(tokens) else ""
    for skip, alone, longer in known:
        for surface in (*longer.get(second, ()), *alone):
            length = len(surface.rest)
            if best and length <= best[0]:
                break
            if not length and _is_word_of_language(tokens[at], skip, surface, tables):
                continue
            if length < 2 or _follows(tokens, at + 1, surface.rest):
                best = (length, skip, surface)
                break
    if best is None:
        return None
    return _found(tokens, at, best[1], best[2], tables)


def _is_word_of_language(token: Token, skip: int, surface: Surface, tables: Gazetteer) -> bool:
    """Whether a lone word is no place though it is written like one: «بنوك» is not «ب» and Nuuk."""
    if surface.use == "city":
        return not _may_be_city(token, skip)
    if not skip or token.word is None or token.word.core_start or not token.word.readings:
        return False
    common = token.word.readings[0].pos in ("NOUN", "VERB")
    return common and (surface.use == "capital" or tables.entities[surface.entity].kind == "place")


def _may_be_city(token: Token, skip: int) -> bool:
    """Whether a lone word is a city's name rather than a word of the language, or the inside of one."""
    if token.word is None or (skip and token.word.core_start != skip and not token.word.definite):
        return False
    return not token.word.readings or token.word.readings[0].pos == "PROPN"


def _follows(tokens: list[Token], at: int, rest: tuple[str, ...]) -> bool:
    return tuple(token.form for token in tokens[at : at + len(rest)]) == rest


def _found(tokens: list[Token], at: int, skip: int, surface: Surface, tables: Gazetteer) -> Found:
    last, first = at + len(surface.rest), at + surface.trim
    skip = 0 if surface.trim else skip
    is_body = surface.use in ("body", "construct")
    entity = None if is_body else tables.entities[surface.entity]
    return Found(
        first=first,
        last=last,
        start=letters_in(tokens[first], skip),
        end=tokens[last].end,
        entity=entity.id if entity else "",
        use=surface.use,
        rule=f"table:{surface.use}",
        kind=_kind(entity, surface.use),
        weak=surface.weak,
        clitic=tokens[first].form[:skip] if skip else ("ل" if tokens[first].form[:2] == "لل" else ""),
        surface=surface,
        body=surface.entity if is_body else -1,
    )


def _kind(entity: Entity | None, use: str) -> str:
    if entity is None:
        return "organization"
    # «الأوروبي» names the Europeans, not the continent
    return "group" if use == "adj" and entity.kind == "place" else entity.kind


def letters_in(token: Token, skip: int) -> int:
    """The offset in the text after the first `skip` letters of a token (marks between letters shift it)."""
    if not skip:
        return token.start
    # a token written with tashkeel is longer than its form; the clitic's own marks belong to the clitic
    extra = (token.end - token.start) - len(token.form)
    return token.start + skip if extra == 0 else token.start + skip + min(extra, 0)
