"""The likeliest participants of each event, by a linear model over what the rules found and what the article tells.

`tools/train_parties.py` trains the weights. What the rules found is the strongest feature; the model keeps it unless
much speaks against it, adds parties that belong to it, and fills the roles that the rules leave empty.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import NamedTuple

from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_features import NAMES, OTHER, ROLES, On, Question, is_named, kind_of
from musnad.extract.events.party_ledger import ledgers
from musnad.extract.events.party_places import Sentence, sentences
from musnad.extract.events.role_places import Filler
from musnad.ontology.actor_codes import is_outlet
from musnad.resources import load_tsv, package_path

Weights = dict[str, float]
# how a role was filled begins with one of these, as the model is surer than SURE or not; the feature that weighed most
# follows
LIKELY, PERHAPS = "likely", "perhaps"
SURE = 0.5
JOINED = "joined"  # how a role is called that the rules found and the model added to
MOST = 3  # parties in one role, unless the rules found more
# the probabilities from which on a role is filled, a party of the rules is kept and one named beside it joins it; in
# articles that the model had not seen F1 of the roles is flat from .27 to .37, with more right dyads at the lower end
FILL = {"source": 0.3, "target": 0.3}
# outlets tell of events and take part in none that does not name them, and an act of violence or coercion is laid at
# nobody's door unless it is likelier than not; of what was given at .5 or more to articles that tell of few dealings,
# and to those who act for themselves alone, a quarter was right: they are given what is all but sure
NEVER = 2.0  # no probability reaches it
GRAVE = frozenset({"ASSAULT", "COERCE"})
# of victims and accused given below one half 22 of 66 were right on twelve unseen stories; F1 is the same with this bar
BLAMING, VICTIM = frozenset({"ASSAULT", "COERCE", "ACCUSE"}), 0.45
DEALINGS = 3  # pairs of source and target that an article's own words name
ALONE = frozenset({"person", "organization", "group"})
CERTAIN = 0.8
KEEP = 0.15
JOIN = 0.45
TOGETHER = 3  # so many parties that the rules found for a role are one list, whose likeliest speaks for all of it
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
_CROSSING = tuple(sorted({key for name, keys in CROSSED.items() if name != "always" for key in keys}))

KINDS_KEPT = 20_000  # kinds of events whose sums are kept; their caches are emptied above


class Likely(NamedTuple):
    """A party and its probability, from 0 to 1, to have a role."""

    share: float
    party: str


def names(event: dict[str, str], on: On) -> list[str]:
    """The names of all features that are on, as the weights call them, without the role."""
    found = ["always=", *(f"always&{key}=&{event[key]}" for key in CROSSED["always"])]
    for at, value in on:
        found.append(f"{NAMES[at]}={value}")
        found += [f"{NAMES[at]}&{key}={value}&{event[key]}" for key in CROSSED.get(NAMES[at], ())]
    return found


class Model:
    """The weights, with their sums for events that are alike kept as they are asked for."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._columns: dict[tuple[str, ...], list[_Column]] = {}
        self._shared: dict[tuple[str, ...], _Column] = {}
        self._always = {role: _always(weights, role) for role in ROLES}

    def ranked(self, question: Question, role: str) -> list[Likely]:
        """The candidates that a role is open for, the likeliest first."""
        parties = question.open(role)
        if not parties:
            return []
        base = self._base(role, question.event)
        columns = self._of(role, question.event)
        found = []
        for party in parties:
            total = base
            for at, value in question.on(role, party):
                total += columns[at][value]
            found.append(Likely(1 / (1 + exp(-total)), party))
        return sorted(found, reverse=True)

    def _base(self, role: str, event: dict[str, str]) -> float:
        """What speaks for any party in this role of such an event."""
        plain, told = self._always[role]
        return sum([plain, *[column[event[key]] for key, column in told]])

    def _of(self, role: str, event: dict[str, str]) -> list[_Column]:
        key = (role, *[event[name] for name in _CROSSING])
        found = self._columns.get(key)
        if found is None:
            if len(self._columns) >= KINDS_KEPT:
                self._columns.clear()
            found = self._columns[key] = [self._column(role, name, event) for name in NAMES]
        return found

    def _column(self, role: str, name: str, event: dict[str, str]) -> _Column:
        """The weights of a feature, shared by all events that are alike in what it is crossed with."""
        key = (role, name, *[event[crossing] for crossing in CROSSED.get(name, ())])
        found = self._shared.get(key)
        if found is None:
            found = self._shared[key] = _Column(self.weights, role, name, event)
        return found

    def reason(self, question: Question, role: str, party: str) -> str:
        """The feature that speaks most for a party in a role."""
        columns = self._of(role, question.event)
        at, value = max(question.on(role, party), key=lambda one: columns[one[0]][one[1]])
        return f"{NAMES[at]}={value}"


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


class _Always(dict[str, float]):
    """The weight that a value of one property of the event has for any party."""

    def __init__(self, weights: Weights, role: str, key: str) -> None:
        self.get_weight, self.before = weights.get, f"{role}|always&{key}=&"

    def __missing__(self, value: str) -> float:
        weight = self[value] = self.get_weight(self.before + value, 0.0)
        return weight


def _always(weights: Weights, role: str) -> tuple[float, list[tuple[str, _Always]]]:
    told = [(key, _Always(weights, role, key)) for key in CROSSED["always"]]
    return weights.get(f"{role}|always=", 0.0), told


def fill_likely(drafts: list[Draft], weights: Weights) -> None:
    """Settles who takes part in each event; with no weights what the rules found stands."""
    if not weights:
        return
    model = _shipped_model() if weights is shipped() else Model(weights)
    for ledger in ledgers(drafts):
        inside = sentences(ledger)
        for at, draft in enumerate(ledger.drafts):
            if _is_settled(draft, inside[draft.scene.sentence.index]):
                continue
            question = Question(ledger, inside[draft.scene.sentence.index], at)
            chosen = settled(question, {role: model.ranked(question, role) for role in ROLES})
            for role in ROLES:
                write(model, question, role, chosen[role])


def _is_settled(draft: Draft, sentence: Sentence) -> bool:
    """Whether the event's own words name both sides, and the sentence no one else."""
    if not (is_named(draft.source) and is_named(draft.target)):
        return False
    return len(sentence.parties) <= len(draft.source.actors) + len(draft.target.actors)


def settled(question: Question, found: dict[str, list[Likely]]) -> dict[str, list[Likely]]:
    """Who has each role; a party that is likely in both has the one that the rules gave it, else the likelier."""
    chosen = {role: decide(question, role, found[role]) for role in ROLES}
    source, target = ({row.party: row.share for row in chosen[role]} for role in ROLES)
    for role, mine, other in (("source", source, target), ("target", target, source)):
        told, across = question.told[role], question.told[OTHER[role]]
        lost = {party for party in mine if party in other and party not in told}
        lost = {party for party in lost if party in across or mine[party] < other[party]}
        chosen[role] = [row for row in chosen[role] if row.party not in lost]
    return chosen


def decide(question: Question, role: str, found: list[Likely]) -> list[Likely]:
    """The candidates that take part besides whom the event's own words name; empty if none is likely enough."""
    told = question.told[role]
    if not told:
        return [row for row in found if row.share >= _least(question, role, row.party)][:MOST]
    kept = [row for row in found if row.party in told]
    if len(kept) < TOGETHER or kept[0].share < KEEP:
        kept = [row for row in kept if row.share >= KEEP]
    joining = [row for row in found if row.party not in told and row.share >= JOIN]
    return sorted((*kept, *joining[: max(0, MOST - len(kept))]), reverse=True)


def _least(question: Question, role: str, party: str) -> float:
    """The probability from which on a party fills an empty role."""
    ledger, kind = question.ledger, question.draft.type
    entity = ledger.entities.get(question.entity(party))
    if entity is not None and is_outlet(entity.code):
        return NEVER
    if len(ledger.directed) < DEALINGS or kind_of(ledger, party) in ALONE:
        return CERTAIN
    blamed = ledger.roles.get((role, kind))
    if role == "source" and kind in GRAVE and not (blamed and blamed.get(party)):
        return SURE
    if role == "target" and kind in BLAMING:
        return VICTIM
    return FILL[role]


def staying(question: Question, role: str, chosen: list[Likely]) -> list[str]:
    """Those of the parties that the rules found who stay in the role: places, which the model does not know, do."""
    kept, known = {row.party for row in chosen}, question.ledger.stands
    named = is_named(question.fillers[role])
    return [party for party in question.told[role] if named or party in kept or party not in known]


def write(model: Model, question: Question, role: str, chosen: list[Likely]) -> None:
    """Writes a decision into the event; whom the rules found stays as they found them."""
    draft, known = question.draft, question.ledger.known
    filler = draft.source if role == "source" else draft.target
    if not (chosen or filler.actors) or (role == "source" and draft.by_others):
        return
    parties = [row.party for row in chosen]
    stay = staying(question, role, chosen)
    kept = tuple(actor for actor in filler.actors if known.party(actor) in stay)
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
        how = LIKELY if chosen[0].share >= SURE else PERHAPS
        made = Filler(new, "context", f"{how}, {reason}", *question.span(chosen[0].party))
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
