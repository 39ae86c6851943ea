"""The likeliest participants of each event, by a linear model over what the rules found and what the article tells.

`tools/train_parties.py` trains the weights. What the rules found is the strongest feature; the model keeps it unless
much speaks against it, adds parties that belong to it, and fills the roles that the rules leave empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_features import NAMES, ROLES, Question, sentences
from musnad.extract.events.party_ledger import ledgers
from musnad.extract.events.role_places import Filler
from musnad.resources import load_tsv, package_path

Weights = dict[str, float]
LIKELY = "likely"  # how a role was filled begins with this; the feature that weighed most follows
JOINED = "joined"  # how a role is called that the rules found and the model added to
MOST = 3  # parties in one role
# the probabilities from which on a role is filled, a party of the rules is kept and another joins it: those that gave
# the best F1 in articles that the model had not seen
FILL = {"source": 0.3, "target": 0.3}
KEEP = 0.15
NAMED = ("name", "title", "body")  # how the rules find whom the event's own words name; those stay
JOIN = 0.45
# features that count anew with each value of these properties of the event
CROSSED: dict[str, tuple[str, ...]] = {
    "always": (
        "type", "form", "trigger", "entry", "zone", "stance", "factuality", "passive", "joint", "given", "parties",
        "rules",
    ),
    "kind": ("type",),
    "rank": ("type", "form", "zone"),
    "recent": ("type", "given"),
    "own country": ("type",),
    "where": ("type",),
    "speaker": ("type", "stance"),
    "accused": ("stance",),
    "named": ("form",),
    "main": ("type", "form"),
    "agrees": ("form",),
    "previous": ("type",),
    "previous type": ("type",),
    "before": ("type", "form", "trigger", "passive"),
    "before way": ("form",),
    "before slot": ("form", "type"),
    "behind": ("type", "form", "trigger", "passive"),
    "behind words": ("type", "form"),
    "behind way": ("form",),
    "behind slot": ("form", "type"),
    "rule": ("type", "form", "passive"),
    "rule else": ("type",),
    "other rule": ("type",),
    "role of type": ("type", "given"),
    "direction": ("type",),
}  # fmt: skip
# pairs of features that count together
PAIRS = (
    ("rule", "role of type"), ("rule", "other rule"), ("rule", "order"), ("rule", "agrees"), ("rule else", "before"),
    ("before", "before words"), ("behind", "behind words"), ("other rule", "before"), ("other rule", "behind"),
    ("agrees", "before"), ("agrees", "behind"), ("agrees", "recent"), ("pronoun agrees", "recent"),
    ("before clause", "before way"), ("behind clause", "behind way"), ("before slot", "before way"),
    ("behind slot", "behind way"), ("direction", "recent"),
)  # fmt: skip
_PAIRED = tuple((NAMES.index(one), NAMES.index(two), f"{one}&{two}") for one, two in PAIRS)
_CROSSING = tuple(sorted({key for name, keys in CROSSED.items() if name != "always" for key in keys}))
_ALWAYS = ("",) * len(NAMES)


class Likely(NamedTuple):
    """A party and its probability, from 0 to 1, to have a role."""

    share: float
    party: str


def names(event: dict[str, str], values: Sequence[str]) -> list[str]:
    """The names of all features that are on, as the weights call them, without the role."""
    found = []
    for name, value in zip(NAMES, values, strict=True):
        if value or name == "always":
            found.append(f"{name}={value}")
            found += [f"{name}&{key}={value}&{event[key]}" for key in CROSSED.get(name, ())]
    found += [f"{name}={values[one]}&{values[two]}" for one, two, name in _PAIRED if values[one] and values[two]]
    return found


class Model:
    """The weights, with their sums for events that are alike kept as they are asked for."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._columns: dict[tuple[str, ...], list[_Column]] = {}
        self._pairs = {role: [_Pair(weights, f"{role}|{name}") for _, _, name in _PAIRED] for role in ROLES}

    def ranked(self, question: Question, role: str) -> list[Likely]:
        """The candidates for a role, the likeliest first."""
        base = sum(self.weights.get(f"{role}|{name}", 0.0) for name in names(question.event, _ALWAYS))
        columns = self._of(role, question.event)
        found = []
        for party in question.candidates():
            values = question.features(role, party)
            total = base
            for column, value in zip(columns, values, strict=True):
                if value:
                    total += column[value]
            for (one, two, _), pair in zip(_PAIRED, self._pairs[role], strict=True):
                if values[one] and values[two]:
                    total += pair[values[one], values[two]]
            found.append(Likely(1 / (1 + exp(-total)), party))
        return sorted(found, reverse=True)

    def _of(self, role: str, event: dict[str, str]) -> list[_Column]:
        key = (role, *[event[name] for name in _CROSSING])
        found = self._columns.get(key)
        if found is None:
            found = self._columns[key] = [_Column(self.weights, role, name, event) for name in NAMES]
        return found

    def reason(self, question: Question, role: str, party: str) -> str:
        """The feature that speaks most for a party in a role."""
        found = names(question.event, question.features(role, party))
        return max(found, key=lambda name: self.weights.get(f"{role}|{name}", 0.0))


class _Column(dict[str, float]):
    """The weight of each value of a feature, with what it counts anew in this kind of event."""

    def __init__(self, weights: Weights, role: str, name: str, event: dict[str, str]) -> None:
        self.get_weight, self.plain = weights.get, f"{role}|{name}="
        self.crossed = [(f"{role}|{name}&{key}=", f"&{event[key]}") for key in CROSSED.get(name, ())]

    def __missing__(self, value: str) -> float:
        total = self.get_weight(self.plain + value, 0.0)
        total += sum(self.get_weight(before + value + behind, 0.0) for before, behind in self.crossed)
        self[value] = total
        return total


class _Pair(dict[tuple[str, str], float]):
    """The weight of each pair of values of two features."""

    def __init__(self, weights: Weights, name: str) -> None:
        self.weights, self.name = weights, name

    def __missing__(self, values: tuple[str, str]) -> float:
        total = self[values] = self.weights.get(f"{self.name}={values[0]}&{values[1]}", 0.0)
        return total


def fill_likely(drafts: list[Draft], weights: Weights) -> None:
    """Settles who takes part in each event; with no weights what the rules found stands."""
    if not weights:
        return
    model = _shipped_model() if weights is shipped() else Model(weights)
    for ledger in ledgers(drafts):
        inside = sentences(ledger)
        for at, draft in enumerate(ledger.drafts):
            question = Question(ledger, inside[draft.scene.sentence.index], at)
            found = {role: decide(question, role, model.ranked(question, role)) for role in ROLES}
            for role in ROLES:
                settle(model, question, role, found[role])


def decide(question: Question, role: str, found: list[Likely]) -> list[Likely]:
    """The candidates that take part; empty if none is likely enough."""
    told, filler = question.told[role], question.fillers[role]
    if not told:
        return [row for row in found if row.share >= FILL[role]][:MOST]
    keep = 0.0 if filler.slot != "context" and filler.how in NAMED else KEEP
    kept = [row for row in found if row.party in told and row.share >= keep]
    return kept + [row for row in found if row.party not in told and row.share >= JOIN][: max(0, MOST - len(kept))]


def settle(model: Model, question: Question, role: str, chosen: list[Likely]) -> None:
    """Writes a decision into the event; whom the rules found stays as they found them."""
    draft, known = question.draft, question.ledger.known
    filler = draft.source if role == "source" else draft.target
    parties = [row.party for row in chosen]
    kept = tuple(actor for actor in filler.actors if known.party(actor) in parties)
    held = {known.party(actor) for actor in kept}
    other = (draft.target if role == "source" else draft.source).actors
    new = tuple(question.entity(party) for party in parties if party not in held)
    new = tuple(actor for actor in dict.fromkeys(new) if actor not in other)
    if kept == filler.actors and not new:
        return
    if kept:
        made = filler._replace(actors=(*kept, *new), how=JOINED if new else filler.how)
    elif new:
        reason = model.reason(question, role, chosen[0].party)
        made = Filler(new, "context", f"{LIKELY}, {reason}", *question.span(chosen[0].party))
    else:
        made = Filler()
    if role == "source":
        draft.source = made
    else:
        draft.target = made
    if new:
        draft.filled[role] = made.how


@cache
def shipped() -> Weights:
    """The weight of each feature in log odds, as trained on all annotated articles."""
    path = package_path("extract", "data", "actors", "party_weights.tsv")
    return {feature: float(weight) for feature, weight in load_tsv(path)}


@cache
def _shipped_model() -> Model:
    return Model(shipped())
