"""One article, many articles, and how sure the figures are."""

from __future__ import annotations

import random
from collections.abc import Sequence

from musnad.analysis.scoring.acts import score_claims, score_events, score_links
from musnad.analysis.scoring.layers import score_mentions, score_quantities, score_times, score_zones
from musnad.analysis.scoring.names import Names
from musnad.analysis.scoring.sides import Side
from musnad.analysis.scoring.tally import Tally, merged

SAMPLES = 500  # drawn sets of articles; the ends of a 95 % interval rest on some dozen of them each
_SEED = 1  # the same figures at every run


def score_article(gold: Side, system: Side, names: Names) -> Tally:
    """All layers of one article."""
    tally = Tally()
    score_zones(gold, system, tally)
    score_mentions(gold, system, names, tally)
    score_times(gold, system, tally)
    score_quantities(gold, system, tally)
    score_events(gold, system, names, tally)
    score_claims(gold, system, names, tally)
    score_links(gold, system, tally)
    return tally


def intervals(tallies: Sequence[Tally], samples: int = SAMPLES) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each layer's F1, by drawing articles with replacement (Efron 1979)."""
    draw = random.Random(_SEED)
    drawn: dict[str, list[float]] = {}
    for _ in range(samples):
        for layer, score in merged(draw.choices(tallies, k=len(tallies))).scores().items():
            drawn.setdefault(layer, []).append(score.f1)
    return {layer: _middle(sorted(values)) for layer, values in drawn.items()}


def _middle(values: list[float]) -> tuple[float, float]:
    cut = round(0.025 * (len(values) - 1))
    return values[cut], values[-1 - cut]
