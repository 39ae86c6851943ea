"""The cues of factuality: verbs, nouns and particles, and what each makes of the acts under it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path


class Cue(msgspec.Struct, frozen=True):
    """A cue: `value` for the acts in its complement, `negated` where the cue itself is negated (empty:
    the value stays).
    """

    id: str
    value: str
    negated: str = ""
    after: str = ""
    aspect: str = ""
    types: tuple[str, ...] = ()


class Cues(msgspec.Struct, frozen=True):
    """Cues by verb lemma, by noun and by particle; the prepositions of given acts and the words that open a
    condition.
    """

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    particles: dict[str, Cue]
    pledges: dict[str, Cue]
    factive: frozenset[str]
    before_that: dict[str, str]
    conditions: frozenset[str]


def cues_path() -> Path:
    """The file of the cues."""
    return package_path("extract", "data", "factuality", "cues.yaml")


@cache
def cues() -> Cues:
    """All cues, compiled once."""
    path = cues_path()
    return compiled("factuality-cues", Cues, [path], lambda: _build(load_yaml(path)), 2)


def _build(data: dict[str, Any]) -> Cues:
    verbs: dict[str, Cue] = {}
    pledges: dict[str, Cue] = {}
    nouns: dict[str, Cue] = {}
    for row in data["cues"]:
        types = tuple(row.get("types", ()))
        cue = Cue(row["id"], row["value"], row.get("negated", ""), fold_key(row.get("after", "")), types=types)
        for verb in row.get("verbs", ()):
            (pledges if types else verbs).setdefault(fold_key(verb), cue)
        for noun in row.get("nouns", ()):
            nouns.setdefault(fold_key(noun), cue)
    particles = {
        fold_key(word): Cue(row["id"], row["value"], aspect=row.get("aspect", ""))
        for row in data["particles"]
        for word in row["words"]
    }
    words = {kind: frozenset(fold_key(word) for word in data[kind]) for kind in ("factive", "conditions")}
    before = {fold_key(word): value for value, found in data["before_that"].items() for word in found}
    return Cues(verbs, nouns, particles, pledges, words["factive"], before, words["conditions"])
