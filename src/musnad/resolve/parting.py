"""Parting a chain of alike records: each joins the part whose words it shares, or begins another.

Single links run on from day to day: a summit's article is like the next day's, that one like the minister's journey.
A leader clustering over the component's own word weights (inverse document frequency) keeps what has one middle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Protocol, TypeVar


class Worded(Protocol):
    """A record with words and a day."""

    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def day(self) -> int | None: ...


N = TypeVar("N", bound=Worded)
FADE = 0.9  # what a day without a report leaves of a likeness


class Middle:
    """The summed word weights of a part."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.length = 0.0
        self.last: int | None = None

    def likeness(self, words: Sequence[str], weight: dict[str, float], length: float, day: int | None) -> float:
        """Cosine with one record, fading by the days since the part's last one."""
        if not self.length or not length:
            return 0.0
        same = sum(self.weights[word] * weight[word] for word in words if word in self.weights)
        days = abs(day - self.last) if day is not None and self.last is not None else 0
        return same / (self.length * length) * FADE**days

    def take(self, words: Sequence[str], weight: dict[str, float], day: int | None) -> None:
        """Takes a record in."""
        for word in words:
            self.weights[word] = self.weights.get(word, 0.0) + weight[word]
        self.length = sqrt(sum(value * value for value in self.weights.values()))
        self.last = day if day is not None else self.last


def part(nodes: Sequence[N], least: float, small: int) -> list[list[N]]:
    """The parts of nodes that come in order of publication; up to `small` nodes stay together."""
    if len(nodes) <= small:
        return [list(nodes)]
    count = Counter(word for node in nodes for word in set(node.words))
    weight = {word: log(1 + len(nodes) / many) for word, many in count.items()}
    parts: list[tuple[Middle, list[N]]] = []
    for node in nodes:
        words = tuple(dict.fromkeys(node.words))
        length = sqrt(sum(weight[word] ** 2 for word in words))
        scored = [middle.likeness(words, weight, length, node.day) for middle, _ in parts]
        best = max(range(len(parts)), key=lambda at: scored[at], default=-1)
        if best < 0 or scored[best] < least:
            parts.append((Middle(), []))
            best = len(parts) - 1
        parts[best][0].take(words, weight, node.day)
        parts[best][1].append(node)
    return [members for _, members in parts]
