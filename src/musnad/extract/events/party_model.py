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
FILL = {"source": 0.35, "target": 0.35}
KEEP = 0.15
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


class Likely(NamedTuple):
    """A party, its probability in a role and the feature that speaks most for it."""

    share: float
    party: str
    reason: str


def names(event: dict[str, str], values: Sequence[str]) -> list[str]:
    """The names of all features that are on, as the weights call them, without the role."""
    found = []
    for name, value in zip(NAMES, values, strict=True):
        if value or name == "always":
            found.append(f"{name}={value}")
            found += [f"{name}&{key}={value}&{event[key]}" for key in CROSSED.get(name, ())]
    found += [f"{name}={values[one]}&{values[two]}" for one, two, name in _PAIRED if values[one] and values[two]]
    return found


def likelihood(role: str, event: dict[str, str], values: Sequence[str], weights: Weights) -> tuple[float, str]:
    """The probability from 0 to 1 that the features speak for, and the feature that speaks for it most."""
    pairs = [(weights.get(f"{role}|{name}", 0.0), name) for name in names(event, values)]
    total = sum(weight for weight, _ in pairs)
    return 1 / (1 + exp(-total)), max(pairs, default=(0.0, ""))[1]


def fill_likely(drafts: list[Draft], weights: Weights) -> None:
    """Settles who takes part in each event; with no weights what the rules found stands."""
    for ledger in ledgers(drafts) if weights else ():
        inside = sentences(ledger)
        for at, draft in enumerate(ledger.drafts):
            question = Question(ledger, inside[draft.scene.sentence.index], at)
            found = {role: ranked(question, role, weights) for role in ROLES}
            for role in ROLES:
                settle(question, role, decide(question, role, found[role]))


def ranked(question: Question, role: str, weights: Weights) -> list[Likely]:
    """The candidates for a role, the likeliest first."""
    rows = []
    for party in question.candidates():
        share, reason = likelihood(role, question.event, question.features(role, party), weights)
        rows.append(Likely(share, party, reason))
    return sorted(rows, reverse=True)


def decide(question: Question, role: str, found: list[Likely]) -> list[Likely]:
    """The candidates that take part; empty if none is likely enough."""
    told = question.told[role]
    if not told:
        return [row for row in found if row.share >= FILL[role]][:MOST]
    return [row for row in found if row.share >= (KEEP if row.party in told else JOIN)][:MOST]


def settle(question: Question, role: str, chosen: list[Likely]) -> None:
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
        made = Filler(new, "context", f"{LIKELY}, {chosen[0].reason}", *question.span(chosen[0].party))
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
