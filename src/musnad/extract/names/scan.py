"""Where the names of the tables stand in a sentence: whole words only, clitics taken off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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


@cache
def _openings() -> dict[str, tuple[tuple[int, str], ...]]:
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


def openings(form: str, tables: Gazetteer) -> tuple[tuple[int, str], ...]:
    """The names that a form may begin, as (letters of clitics, first word); the form as it is comes first."""
    cache_ = _openings()
    known = cache_.get(form)
    if known is None:
        if len(cache_) >= MAX_OPENINGS:
            cache_.clear()
        own = ((0, form),) if form in tables.names else ()
        known = cache_[form] = own + tuple((skip, key) for skip, key in stems(form) if key in tables.names)
    return known


def scan(tokens: list[Token]) -> list[Found]:
    """The names of the tables in a sentence, in order, without overlap; at each place the longest."""
    tables, found, at = gazetteer(), [], 0
    while at < len(tokens):
        best = _longest(tokens, at, tables) if tokens[at].kind in ("word", "latin") else None
        if best:
            found.append(best)
            at = best.last + 1
        else:
            at += 1
    return found


def _longest(tokens: list[Token], at: int, tables: Gazetteer) -> Found | None:
    best: tuple[int, int, Surface] | None = None
    for skip, key in openings(tokens[at].form, tables):
        for surface in tables.surfaces[key]:
            length = len(surface.rest)
            if best and length <= best[0]:
                break
            if not length and _is_word_of_language(tokens[at], skip, surface, tables):
                continue
            if not length or _follows(tokens, at + 1, surface.rest):
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
    if at + len(rest) > len(tokens):
        return False
    return all(tokens[at + step].form == form for step, form in enumerate(rest))


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
