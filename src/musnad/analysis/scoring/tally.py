"""Counts by layer, and what follows from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Score(NamedTuple):
    """Precision, recall and F1, with how many records each side has."""

    p: float
    r: float
    f1: float
    system: float
    gold: float


@dataclass(slots=True)
class Count:
    """Right records and all records of the two sides."""

    right: float = 0
    system: float = 0
    gold: float = 0

    def score(self) -> Score:
        """The score of these counts; zero where there is nothing."""
        p = self.right / self.system if self.system else 0.0
        r = self.right / self.gold if self.gold else 0.0
        return Score(round(p, 3), round(r, 3), _f1(p, r), self.system, self.gold)


@dataclass(slots=True)
class Tally:
    """The counts of one or more articles by layer, the entity pairs of matched mentions, and the errors by layer."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    entities: list[tuple[str, str]] = field(default_factory=list)
    errors: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, layer: str, right: float, system: float, gold: float) -> None:
        """Adds to the counts of a layer."""
        count = self.counts[layer]
        count.right += right
        count.system += system
        count.gold += gold

    def scores(self) -> dict[str, Score]:
        """The score of each layer, in the order the layers were counted, and of the entities as clusters."""
        found = {layer: count.score() for layer, count in self.counts.items()}
        return found | {"entity_clusters": b_cubed(self.entities)}


def merged(tallies: Iterable[Tally]) -> Tally:
    """All tallies in one; errors in their order."""
    whole = Tally()
    for tally in tallies:
        for layer, count in tally.counts.items():
            whole.add(layer, count.right, count.system, count.gold)
        whole.entities += tally.entities
        for layer, lines in tally.errors.items():
            whole.errors[layer] += lines
    return whole


def b_cubed(pairs: list[tuple[str, str]]) -> Score:
    """B-cubed (Bagga & Baldwin 1998) over (gold entity, system entity) of matched mentions, over all articles."""
    by_gold: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_system: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for gold, system in pairs:
        by_gold[gold][system] += 1
        by_system[system][gold] += 1
    together = Counter(pairs)
    size = len(pairs) or 1
    p = sum(n * n / by_system[system].total() for (_, system), n in together.items()) / size
    r = sum(n * n / by_gold[gold].total() for (gold, _), n in together.items()) / size
    return Score(round(p, 3), round(r, 3), _f1(p, r), len(pairs), len(pairs))


def _f1(p: float, r: float) -> float:
    return round(2 * p * r / (p + r), 3) if p + r else 0.0
