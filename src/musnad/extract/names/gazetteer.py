"""The tables of names, compiled to one index by the first word of each name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.model.entity import Entity
from musnad.resources import Rows, compiled, package_path

K = TypeVar("K")
V = TypeVar("V")

# what the tokens of a text are: letters together, numbers, Latin words, any other sign by itself
_WORD = re.compile(
    r"[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+|\d+(?:[.,/:]\d+)*"
    r"|[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f&'.-]*[A-Za-z0-9\u00c0-\u024f]|[A-Za-z]|\S"
)
VERSION = 10  # raise when the compiled shape or its building changes


class Surface(msgspec.Struct, frozen=True, array_like=True):
    """One way to write a name: the folded words after the first, and what they name.

    `entity` is the index of the entity, `use` how the name is used: `name`, `city` of the derived table, `adj`ective,
    `short` (the article decides), `capital` (`entity` is the state, `place` the city), `body` (a body that needs its
    state; `entity` indexes the bodies) or `construct` (a body right before its state's name). `weak` names need support
    from the words around them. The first `trim` tokens are matched but are no part of the name («قناة» in
    «قناة الجزيرة»).
    """

    rest: tuple[str, ...]
    entity: int
    use: str = "name"
    weak: bool = False
    place: int = -1
    trim: int = 0


class Term(msgspec.Struct, frozen=True, array_like=True):
    """An office or membership of a person: role code, and its first and last year or day (empty where it is open)."""

    code: str
    role: str
    start: str = ""
    end: str = ""


class Body(msgspec.Struct, frozen=True, array_like=True):
    """A body that every state has («وزارة الدفاع»); `alone` if the name stands without a state too."""

    id: str
    name: str
    name_ar: str
    role: str
    alone: bool


class Tables(msgspec.Struct, frozen=True):
    """What is compiled; the rows stay encoded until they are asked for, since a text needs few of them."""

    entities: list[msgspec.Raw]
    ids: dict[str, int]
    surfaces: dict[str, msgspec.Raw]
    bodies: list[Body]
    terms: dict[str, msgspec.Raw]
    keys: dict[str, msgspec.Raw]


class Entities(Mapping[str, Entity]):
    """The entities of the tables by their id."""

    def __init__(self, ids: dict[str, int], rows: Rows[int, Entity]) -> None:
        self._ids = ids
        self._rows = rows

    def __getitem__(self, key: str) -> Entity:
        return self._rows[self._ids[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Gazetteer:
    """The compiled tables.

    `names` holds the folded first words of all names, `surfaces[first]` the names that begin with it, the longest
    first; `entities[i]` is the entity of a surface.
    """

    def __init__(self, tables: Tables) -> None:
        self.names = tables.surfaces.keys()
        self.surfaces: Rows[str, list[Surface]] = Rows(tables.surfaces.__getitem__, list[Surface])
        self.entities: Rows[int, Entity] = Rows(tables.entities.__getitem__, Entity)
        self.by_id = Entities(tables.ids, self.entities)
        self.bodies = tables.bodies
        self._terms = tables.terms
        self._term_rows: Rows[str, list[Term]] = Rows(tables.terms.__getitem__, list[Term])
        self._keys = tables.keys
        self._key_rows: Rows[str, list[tuple[str, str]]] = Rows(tables.keys.__getitem__, list[tuple[str, str]])

    def terms(self, person: str) -> list[Term]:
        """The offices of a person, the one that he is best known for first; empty if the tables know none."""
        return self._term_rows[person] if person in self._terms else []

    def people(self, key: str) -> list[tuple[str, str]]:
        """The people whose name has this name key, as (full name, id)."""
        return self._key_rows[key] if key in self._keys else []


def slug(name: str) -> str:
    """The entity id of an English name: lower case, Latin letters and digits, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def name_words(name: str) -> tuple[str, ...]:
    """The folded words and signs of a name, as the tokens of a text would have them."""
    return tuple(_WORD.findall(fold_key(name)))


@cache
def gazetteer() -> Gazetteer:
    """The compiled tables."""
    folder = package_path("extract", "data", "names")
    return Gazetteer(compiled("names", Tables, [folder], lambda: _build(folder), VERSION))


def _build(folder: Path) -> Tables:
    from musnad.extract.names.building import build_tables

    return build_tables(folder)


def entities_by_id() -> Entities:
    """The entities of the tables by their id."""
    return gazetteer().by_id
