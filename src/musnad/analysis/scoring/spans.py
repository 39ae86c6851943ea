"""How much two spans share, and which of two lists belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


G = TypeVar("G")
S = TypeVar("S")
Pairs = list[tuple[int, int]]


def overlap(a: Stretch, b: Stretch) -> int:
    """The number of characters that two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def iou(a: Stretch, b: Stretch) -> float:
    """Intersection over union of two spans."""
    shared = overlap(a, b)
    return shared / ((a.end - a.start) + (b.end - b.start) - shared) if shared else 0.0


def contains(outer: Stretch, inner: Stretch) -> bool:
    """Whether `inner` lies in another span."""
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def match(gold: Sequence[G], system: Sequence[S], score: Callable[[G, S], float]) -> Pairs:
    """One-to-one pairs of indexes, greedily by the best score, ties in order; pairs that score 0 never match."""
    scored = [(score(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(system)]
    used_gold: set[int] = set()
    used_system: set[int] = set()
    pairs = []
    for _, i, j in sorted((p for p in scored if p[0] > 0), key=lambda p: (-p[0], p[1], p[2])):
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            pairs.append((i, j))
    return pairs
