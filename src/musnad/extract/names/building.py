"""The tables of names read from their files; done once, the compiled tables are what a run reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from musnad.extract.names.gazetteer import Body, Surface, Tables, Term, name_words, slug
from musnad.lang.ar.names import name_key
from musnad.lang.ar.orthography import fold_key
from musnad.model.entity import Entity, EntityKind
from musnad.resources import load_tsv


def build_tables(folder: Path) -> Tables:
    """The tables of a folder, the surest first: the first table to claim a name keeps it."""
    return _Builder(folder).build()


def _raw(value: Any) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(value))


class _Builder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entities: list[Entity] = []
        self.index: dict[str, int] = {}
        self.surfaces: dict[str, dict[tuple[str, ...], Surface]] = {}
        self.heads = {fold_key(head): use for head, use, *_ in self._rows("name_heads", 2)}
        self.bodies: list[Body] = []
        self.nationalities: set[tuple[str, ...]] = set()
        self.terms: dict[str, list[Term]] = {}

    def build(self) -> Tables:
        """Reads the tables in their order."""
        self._states()
        self._derived_states()
        self._seats()
        for table in ("organizations", "groups", "outlets", "places"):
            self._named(table)
        self._adjectives()
        self._people()
        self._bodies()
        self._short_names()
        self._cities()
        ordered = {first: sorted(found.values(), key=lambda s: -len(s.rest)) for first, found in self.surfaces.items()}
        return Tables(
            entities=[_raw(entity) for entity in self.entities],
            ids=self.index,
            surfaces={first: _raw(found) for first, found in ordered.items()},
            bodies=self.bodies,
            terms={person: _raw(terms) for person, terms in self.terms.items()},
            keys={key: _raw(names) for key, names in self._keys().items()},
        )

    def _keys(self) -> dict[str, list[tuple[str, str]]]:
        """The people by name key: full name and id; common names that need their country are left out."""
        keys: dict[str, list[tuple[str, str]]] = {}
        for first, found in self.surfaces.items():
            for surface in found.values():
                if surface.weak or surface.use != "name" or not surface.rest:
                    continue
                entity = self.entities[surface.entity]
                if entity.kind == "person":
                    name = " ".join((first, *surface.rest))
                    keys.setdefault(name_key(name), []).append((name, entity.id))
        return keys

    def _rows(self, table: str, width: int) -> Iterator[list[str]]:
        path = self.folder / f"{table}.tsv"
        if path.exists():
            for row in load_tsv(path):
                yield [*row, *[""] * (width - len(row))]

    def _entity(self, entity_id: str, name: str, names: list[str], kind: EntityKind, code: str) -> int:
        if entity_id not in self.index:
            self.index[entity_id] = len(self.entities)
            ar = names[0].rstrip("*") if names else ""
            self.entities.append(Entity(id=entity_id, name=name, name_ar=ar, kind=kind, code=code))
        return self.index[entity_id]

    def _add(self, names: Iterable[str], entity: int, use: str = "name", place: int = -1, weak: bool = False) -> None:
        names = list(names)
        bare = {name_words(name.rstrip("*")) for name in names}
        for name in names:
            words = name_words(name.rstrip("*"))
            if not words or (words[:-1] in bare and words[-1:] in self.nationalities):
                continue  # «الحرس الثوري الإيراني»: the nationality is a mention of its own
            trim = 1 if words[0] in self.heads and (words[1:] in bare or self.heads[words[0]] == "always") else 0
            self._keep(Surface(words[1:], entity, use, weak or name.endswith("*"), place, trim), words[0])
            if trim:
                self._keep(Surface(('"', *words[1:]), entity, use, weak, place, 2), words[0])

    def _keep(self, surface: Surface, first: str) -> None:
        self.surfaces.setdefault(first, {}).setdefault(surface.rest, surface)

    def _states(self) -> None:
        for code, name, names, adjectives, plurals, capital, capitals in self._rows("states", 7):
            entity = self._entity(code, name, split(names), "state", code)
            self._add(split(names), entity)
            for stem in split(adjectives):
                forms = list(nationality_forms(stem))
                self.nationalities.update(map(name_words, forms))
                self._add(forms, entity, "adj", weak=stem.endswith("*"))
            self._add((form for plural in split(plurals) for form in (plural, "ال" + plural)), entity, "adj")
            if capital:
                place = self._entity(slug(capital), capital, split(capitals), "place", code)
                self._add(split(capitals), entity, "capital", place)

    def _derived_states(self) -> None:
        """Further forms of states' names from public tables (`tools/build_states.py`)."""
        for code, names, adjectives in self._rows("states_derived", 3):
            self._add(split(names), self.index[code])
            for stem in split(adjectives):
                self._add(nationality_forms(stem), self.index[code], "adj")

    def _seats(self) -> None:
        for entity_id, name, kind, code, names in self._rows("seats", 5):
            self._add(split(names), self._entity(entity_id, name, split(names), kind, code))  # type: ignore[arg-type]

    def _named(self, table: str) -> None:
        for name, entity_id, kind, code, names in self._rows(table, 5):
            entity = self._entity(entity_id or slug(name), name, split(names), kind, code)  # type: ignore[arg-type]
            self._add(split(names), entity)

    def _adjectives(self) -> None:
        for entity_id, name, kind, code, stem in self._rows("adjectives", 5):
            entity = self._entity(entity_id, name, [], kind, code)  # type: ignore[arg-type]
            self._add(nationality_forms(stem), entity, "adj")

    def _people(self) -> None:
        for name, entity_id, code, start, end, role, names in self._rows("people", 7):
            key = entity_id or slug(name)
            self._add(split(names), self._entity(key, name, split(names), "person", code))
            self.terms.setdefault(key, []).append(Term(code, role, start, end))

    def _bodies(self) -> None:
        for body, name, role, alone, names, constructs in self._rows("bodies", 6):
            index = len(self.bodies)
            self.bodies.append(Body(body, name, split(names)[0].rstrip("*"), role, alone == "yes"))
            self._add(split(names), index, "body")
            self._add(split(constructs), index, "construct")

    def _short_names(self) -> None:
        """A short name stands at first for any of its bearers; the article decides (`mentions_places`)."""
        for name, entity_id, kind, _ in self._rows("short_names", 4):
            code = f"{entity_id[:3]} GOV" if "/" in entity_id else ""
            entity = self._entity(entity_id, entity_id.replace("/", " "), [], kind, code)  # type: ignore[arg-type]
            words = name_words(name)
            self.surfaces.setdefault(words[0], {})[words[1:]] = Surface(words[1:], entity, "short")  # shared: no one's

    def _cities(self) -> None:
        for name, entity_id, kind, code, names in self._rows("cities", 5):
            key = entity_id or slug(name)
            bare = [form for form in split(names) if not form.startswith("مدينة ")]  # «مدينة» is no part of a name
            if bare:
                self._add(bare, self._entity(key, name, bare, kind, code), "city")  # type: ignore[arg-type]


# masculine and feminine, plural, dual, accusative: the ending of the first word and of a second that agrees with it
ENDINGS = (
    ("", ""),
    ("ة", "ة"),
    ("ون", "ون"),
    ("ين", "ين"),
    ("ان", "ان"),
    ("تين", "تين"),
    ("تان", "تان"),
    ("ات", "ة"),
    ("ات", "ات"),
    ("ا", "ا"),
)


def split(cell: str) -> list[str]:
    """The parts of a cell of names."""
    return [part for part in cell.split("|") if part]


def nationality_forms(stem: str) -> Iterator[str]:
    """The forms of a nationality adjective («كوري شمالي»): both genders, all numbers, with and without the article."""
    words = stem.rstrip("*").split()
    if len(words) == 2 and not words[0].endswith("ي"):
        # «جنوب أفريقي»: only the last word is inflected
        for ending, _ in ENDINGS:
            for first, last in (("", ""), ("ال", ""), ("", "ال")):
                yield f"{first}{words[0]} {last}{words[1]}{ending}"
        return
    for head, follower in ENDINGS:
        forms = [word + (follower if at else head) for at, word in enumerate(words)]
        yield " ".join(forms)
        yield " ".join("ال" + form for form in forms)
