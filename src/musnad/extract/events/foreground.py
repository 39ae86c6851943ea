"""Whether the text reports an event as news (foreground) or only refers to it (background).

A sum of signs, each with its weight and example in `data/foreground/signs.yaml`; `docs/foreground.md` has the figures.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from musnad.extract.events.drafts import Draft
from musnad.extract.grammar.agreement import verb_reading
from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path

THRESHOLD = 2.5  # a verb in the perfect with a day, a place or counted people; on half of the Arabic event set
NEAR = 90  # characters between an act and the people counted beside it
BEFORE = 2  # words before a noun that say what it is taken as
GOVERNS = 8  # phrases between a verb and the noun it brings in
FOLLOWS = 5  # phrases after a noun in which its verb stands
OLD = 2  # years
OPINIONS = frozenset({"predict", "warn", "demand", "accuse", "concern", "question", "promise", "deny"})
COUNTED = {"death": "casualties", "injury": "casualties"}
_CROWD = frozenset({"PROTEST"})
_THINGS = frozenset({"day", "year", "month", "week", "hour", "meter", "metre", "kilometer", "percent", "%", "km", "m"})


class Signs(msgspec.Struct, frozen=True):
    """Weights by sign, and the words, verbs and lexicon entries that some signs stand on."""

    weights: dict[str, float]
    words: dict[str, frozenset[str]]


def signs_path() -> Path:
    """The file of the signs."""
    return package_path("extract", "data", "foreground", "signs.yaml")


@cache
def signs() -> Signs:
    """All signs, compiled once."""
    path = signs_path()
    return compiled("foreground-signs", Signs, [path], lambda: _build(load_yaml(path)), 1)


def _build(data: dict[str, Any]) -> Signs:
    weights = {row["id"]: float(row["weight"]) for row in data["signs"]}
    words = {
        row["id"]: frozenset([*map(fold_key, [*row.get("words", ()), *row.get("verbs", ())]), *row.get("entries", ())])
        for row in data["signs"]
    }
    return Signs(weights, words)


def is_foreground(draft: Draft) -> bool:
    """Whether the text reports the event as news; false where it only refers to it."""
    weights = signs().weights
    return sum(weights[sign] for sign in signs_of(draft)) >= THRESHOLD


def signs_of(draft: Draft) -> list[str]:
    """The ids of the signs that hold for an event; empty where nothing speaks for or against it."""
    found = [*_form(draft), *_around(draft)]
    if draft.judged.value != "CT+":
        found.append("open")
    if draft.claim is not None and draft.claim.stance in OPINIONS:
        found.append("opinion")
    if draft.trigger.entry.id in signs().words["general"]:
        found.append("general")
    return found


def _form(draft: Draft) -> list[str]:
    scene, trigger = draft.scene, draft.trigger
    verb = scene.verb_phrase(trigger)
    if verb < 0 and trigger.support < 0:
        return _of_noun(draft)
    morph = trigger.morph or (verb_reading(scene.made, scene.made.phrases[verb]) if verb >= 0 else None)
    found = ["imperfect" if morph is not None and morph.aspect == "i" else "told"]
    if verb >= 0 and scene.held.clause(verb).kind == "relative" and _antecedent_given(draft, verb):
        found.append("described")
    return found


def _antecedent_given(draft: Draft, verb: int) -> bool:
    made, governor = draft.scene.made, draft.scene.held.clause(verb).governor
    return governor >= 0 and made.shapes[made.phrases[governor].head].definite


def _of_noun(draft: Draft) -> list[str]:
    scene, trigger, words = draft.scene, draft.trigger, signs().words
    here = scene.made.shapes[trigger.first]
    found = ["given" if here.definite or here.pronoun else "bare"]
    for at in range(max(0, trigger.first - BEFORE), trigger.first):
        form, word = scene.tokens[at].form.lstrip("وف"), scene.tokens[at].word
        if scene.made.shapes[at].kind == "demonstrative":
            found.append("this")
        elif at == trigger.first - 1 and form in words["after"]:
            found.append("after")
        elif word is not None and word.core in words["topic"]:
            found.append("topic")
    if "topic" not in found and "after" not in found:
        if _happens(draft):
            found.append("happens")
        elif _happened(draft):
            found.append("happened")
    return found


def _happens(draft: Draft) -> bool:
    """Whether a verb of happening or announcing that is told in the perfect governs the noun."""
    scene = draft.scene
    own = scene.phrase_index(draft.trigger.first)
    verb = scene.held.verb_before(own)
    if verb < 0 or own - verb > GOVERNS:
        return False
    morph = verb_reading(scene.made, scene.made.phrases[verb])
    return morph is not None and morph.aspect == "p" and fold_key(morph.lemma) in signs().words["happens"]


def _happened(draft: Draft) -> bool:
    """Whether the noun stands before its verb of happening, told in the perfect: «التفجيران وقعا», «سيارة انفجرت»."""
    scene = draft.scene
    own = scene.phrase_index(draft.trigger.last)
    clause = scene.held.of[own]
    for index in range(own + 1, min(len(scene.made.phrases), own + FOLLOWS)):
        phrase = scene.made.phrases[index]
        if phrase.kind != "verb" or scene.held.of[index] != clause:
            continue
        morph = verb_reading(scene.made, phrase)
        return morph is not None and morph.aspect == "p" and fold_key(morph.lemma) in signs().words["happened"]
    return False


def _around(draft: Draft) -> list[str]:
    found: list[str] = []
    if draft.time is not None and draft.when is not None:
        if len(draft.when) == len("2024-06-18"):
            found.append("dated")
        if _is_old(draft):
            found.append("old")
    if draft.place is not None:
        found.append("placed")
    if (counted := _counted(draft)) is not None:
        found.append(counted)
    return found


def _is_old(draft: Draft) -> bool:
    published = draft.scene.reading.published(draft.scene.sentence)
    if not published or not draft.when or not (draft.when[:4].isdigit() and published[:4].isdigit()):
        return False
    return int(published[:4]) - int(draft.when[:4]) > OLD


def _counted(draft: Draft) -> str | None:
    """`casualties` or `crowd` where such people are counted near the act; None if none are."""
    start, quantities = draft.trigger.start, draft.scene.sentence.quantities
    first = bisect_left(quantities, start - NEAR, key=lambda quantity: quantity.start)
    for quantity in quantities[first : first + 4]:
        if quantity.start > draft.trigger.end + NEAR:
            break
        if draft.type == "ASSAULT" and quantity.unit in COUNTED:
            return COUNTED[quantity.unit]
        if draft.type in _CROWD and quantity.unit not in _THINGS and not quantity.unit.isupper():
            return "crowd"
    return None
