"""Reads the ontology."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from musnad.resources import compiled, load_yaml, package_path

Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """The same in Arabic and English."""

    ar: str
    en: str


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role of actors; those of a role that is `alone` act for themselves, not for their country."""

    ar: str
    en: str
    alone: bool = False


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """A mode of an event type; `cameo` where it continues another CAMEO root than its type does."""

    ar: str
    en: str
    cameo: str | None = None


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """A PLOVER type. `weight` runs from -10 (conflict) to 10 (cooperation), see plover.yaml for its source.

    `names_object` says that its modes name what is asked for, refused or threatened, not what is done.
    """

    ar: str
    en: str
    quad: Quad
    cameo: str
    weight: float
    definition: Label
    names_object: bool = False
    modes: dict[str, Mode] = {}

    def cameo_root(self, mode: str = "") -> str:
        """The CAMEO root of the type or of one of its modes, two digits."""
        known = self.modes.get(mode)
        return (known.cameo if known else None) or self.cameo


class _Ontology(msgspec.Struct, frozen=True):
    plover: dict[str, EventType]
    roles: dict[str, Role]
    values: dict[str, dict[str, Label]]


@cache
def _ontology() -> _Ontology:
    folder = package_path("ontology")

    def build() -> _Ontology:
        parts = {name: load_yaml(folder / f"{name}.yaml") for name in ("plover", "roles", "values")}
        return msgspec.convert(parts, _Ontology)

    return compiled("ontology", _Ontology, [folder], build)


def plover() -> dict[str, EventType]:
    """The event types by their PLOVER names, cooperation first."""
    return _ontology().plover


def roles() -> dict[str, Role]:
    """The roles of actors by their codes."""
    return _ontology().roles


def values(group: str) -> dict[str, Label]:
    """The labels of a closed set: `stances`, `factuality`, `kinds`, `zones`, `links`, `quad` or `contexts`."""
    return _ontology().values[group]


def label(group: str, code: str, language: Literal["ar", "en"]) -> str:
    """The label of a code of `plover` («CONSULT», «CONSULT.visit»), `roles` or a closed set, else the code itself."""
    if group == "plover":
        return _event_label(code, language)
    found = (roles() if group == "roles" else values(group)).get(code)
    return getattr(found, language) if found else code


def _event_label(code: str, language: Literal["ar", "en"]) -> str:
    """«visit» for CONSULT.visit, but «threaten: arrest» for THREATEN.arrest: nobody was arrested."""
    name, _, mode = code.partition(".")
    entry = plover().get(name)
    if entry is None:
        return code
    known = entry.modes.get(mode)
    whole: str = getattr(entry, language)
    if known is None:
        return whole
    part: str = getattr(known, language)
    return f"{whole}: {part}" if entry.names_object else part
