"""The cues of factuality: verbs, nouns and particles, and what each makes of the acts under it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path

_LISTS = (
    *("factive", "conditions", "committing", "exceptions", "counted", "beginnings", "about", "part_in", "takes_in"),
    *("happening", "any"),
)


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
    """Cues by verb lemma, by noun and by particle; the prepositions of given acts, the words that open a condition,
    the verbs and nouns whose «ل» is no aim, nouns of committing, exceptions, verbs that take a statement back,
    what presupposes an act, and what only names one; `imperfect` holds verbs that are cues in the imperfect.
    """

    verbs: dict[str, Cue]
    imperfect: dict[str, Cue]
    nouns: dict[str, Cue]
    particles: dict[str, Cue]
    pledges: dict[str, Cue]
    factive: frozenset[str]
    before_that: dict[str, str]
    conditions: frozenset[str]
    known_behind_l: frozenset[str]
    committing: frozenset[str]
    exceptions: frozenset[str]
    counted: frozenset[str]
    beginnings: frozenset[str]
    takes_back: frozenset[str]
    takes_back_negated: frozenset[str]
    presupposing_nouns: frozenset[str]
    presupposing_verbs: frozenset[str]
    about: frozenset[str]
    part_in: frozenset[str]
    naming_verbs: frozenset[str]
    naming_with_b: frozenset[str]
    naming_nouns_with_b: frozenset[str]
    naming_considered: frozenset[str]
    takes_in: frozenset[str]
    happening: frozenset[str]
    any: frozenset[str]

    def of_verb(self, lemma: str, aspect: str) -> Cue | None:
        """The cue that a verb is in this aspect; None if it is none."""
        found = self.imperfect.get(lemma) if aspect == "i" else None
        return found if found is not None else self.verbs.get(lemma)


def cues_path() -> Path:
    """The file of the cues."""
    return package_path("extract", "data", "factuality", "cues.yaml")


@cache
def cues() -> Cues:
    """All cues, compiled once."""
    path = cues_path()
    return compiled("factuality-cues", Cues, [path], lambda: _build(load_yaml(path)), 7)


def _build(data: dict[str, Any]) -> Cues:
    verbs: dict[str, Cue] = {}
    imperfect: dict[str, Cue] = {}
    pledges: dict[str, Cue] = {}
    nouns: dict[str, Cue] = {}
    for row in data["cues"]:
        types = tuple(row.get("types", ()))
        cue = Cue(row["id"], row["value"], row.get("negated", ""), fold_key(row.get("after", "")), types=types)
        for verb in row.get("verbs", ()):
            table = pledges if types else imperfect if row.get("aspect") == "i" else verbs
            table.setdefault(fold_key(verb), cue)
        for noun in row.get("nouns", ()):
            nouns.setdefault(fold_key(noun), cue)
    particles = {
        fold_key(word): Cue(row["id"], row["value"], aspect=row.get("aspect", ""))
        for row in data["particles"]
        for word in row["words"]
    }
    words = {kind: frozenset(fold_key(word) for word in data[kind]) for kind in _LISTS}
    for kind in ("presupposing", "naming"):
        words.update({f"{kind}_{name}": frozenset(map(fold_key, found)) for name, found in data[kind].items()})
    behind_l, back = data["known_behind_l"], data["takes_back"]
    words["known_behind_l"] = frozenset(map(fold_key, [*behind_l["verbs"], *behind_l["nouns"]]))
    words["takes_back"] = frozenset(map(fold_key, back["verbs"]))
    words["takes_back_negated"] = frozenset(map(fold_key, back["negated"]))
    before = {fold_key(word): value for value, found in data["before_that"].items() for word in found}
    return Cues(
        verbs=verbs,
        imperfect=imperfect,
        nouns=nouns,
        particles=particles,
        pledges=pledges,
        before_that=before,
        **words,
    )
