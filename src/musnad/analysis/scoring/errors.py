"""What was missed and what is spurious, a line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from musnad.analysis.scoring.spans import Pairs
from musnad.analysis.scoring.tally import Tally

R = TypeVar("R")


def list_unmatched(
    tally: Tally,
    layer: str,
    gold: Sequence[R],
    system: Sequence[R],
    pairs: Pairs,
    show: Callable[[R], str],
    show_system: Callable[[R], str] | None = None,
) -> None:
    """Adds the records of either side that no pair holds to the errors of the layer."""
    matched_gold, matched_system = {i for i, _ in pairs}, {j for _, j in pairs}
    tally.errors[layer] += [f"missed {show(g)}" for i, g in enumerate(gold) if i not in matched_gold]
    other = show_system or show
    tally.errors[layer] += [f"spurious {other(s)}" for j, s in enumerate(system) if j not in matched_system]
