"""The likeliest participants of events whose sentence and nearest context name none.

A linear model over the features of `party_features`, trained by `tools/train_parties.py`, gives each party of the
article its probability; a role is filled only where such fills were right at least every second time.
"""

from __future__ import annotations

from functools import cache
from math import exp

from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_features import Question
from musnad.extract.events.party_ledger import Ledger, ledgers
from musnad.resources import load_tsv, package_path

Weights = dict[str, float]
LIKELY = "likely"  # how a role was filled begins with this; the feature that weighed most follows
MOST = 2  # parties in one role
# from these probabilities on, more than half of the fills were right in articles that the model had not seen
SURE_ENOUGH = {"source": 0.35, "target": 0.45}


def fill_likely(drafts: list[Draft], weights: Weights) -> None:
    """Gives events without a source or a target the parties that the model holds likely; none where none is."""
    for ledger in ledgers(drafts) if weights else ():
        for role in ("source", "target"):
            for at, draft in enumerate(ledger.drafts):
                filler = draft.source if role == "source" else draft.target
                if not filler.actors:
                    _fill(ledger, at, role, weights)


def _fill(ledger: Ledger, at: int, role: str, weights: Weights) -> None:
    question = Question(ledger, at, role)
    told = ((*likelihood(question.features(party), weights), party) for party in question.candidates())
    found = sorted(told, reverse=True)
    likely = [row for row in found if row[0] >= SURE_ENOUGH[role]][:MOST]
    if not likely:
        return
    naming = question.naming(likely[0][2])
    place = (naming.start, naming.end) if naming is not None else (0, 0)
    reason = f"{LIKELY}, {likely[0][1].partition('|')[2]}"
    ledger.drafts[at].fill(role, tuple(party for _, _, party in likely), reason, *place)


def likelihood(features: list[str], weights: Weights) -> tuple[float, str]:
    """The probability from 0 to 1 that the features speak for, and the feature that speaks for it most."""
    pairs = [(weights.get(feature, 0.0), feature) for feature in features]
    total = sum(weight for weight, _ in pairs)
    return 1 / (1 + exp(-total)), max(pairs, default=(0.0, ""))[1]


@cache
def shipped() -> Weights:
    """The weight of each feature in log odds, as trained on all annotated articles."""
    path = package_path("extract", "data", "actors", "party_weights.tsv")
    return {feature: float(weight) for feature, weight in load_tsv(path)}
