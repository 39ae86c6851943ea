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
    """The summed word weights of a part, their length and its last day."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.length = self._square = 0.0
        self.last: int | None = None

    def take(self, weights: dict[str, float], day: int | None) -> None:
        """Takes a record in."""
        for word, weight in weights.items():
            had = self.weights.get(word, 0.0)
            self.weights[word] = had + weight
            self._square += weight * (2 * had + weight)
        self.length = sqrt(self._square)
        self.last = day if day is not None else self.last


class Parts:
    """The parts so far, found by the words of their middles, so that a record is compared with those it may join.

    `forgets` drops the parts that grew too old for the records to come, which must then all have a day.
    """

    def __init__(self, least: float, forgets: bool) -> None:
        self.middles: list[Middle] = []
        self._least, self._forgets = least, forgets
        self._reach = log(least) / log(FADE)  # days after which no likeness is left that would do
        self._holding: dict[str, dict[int, None]] = {}  # word → parts, the oldest first
        self._live: set[int] = set()
        self._today: int | None = None

    def place(self, weights: dict[str, float], day: int | None) -> int:
        """The part that a record joins, the first of the most alike, or the number of a new one."""
        if self._forgets and day is not None and day != self._today:
            self._forget(day)
        products: dict[int, float] = {}
        for word, weight in weights.items():
            for at in self._holding.get(word, ()):
                products[at] = products.get(at, 0.0) + self.middles[at].weights[word] * weight
        best = self._best(products, sqrt(sum(weight * weight for weight in weights.values())), day)
        if best is None:
            best = len(self.middles)
            self.middles.append(Middle())
            self._live.add(best)
        self.middles[best].take(weights, day)
        for word in weights:
            self._holding.setdefault(word, {})[best] = None
        return best

    def _best(self, products: dict[int, float], length: float, day: int | None) -> int | None:
        """The part of the greatest cosine, fading by the days since its last record; None if that is too little."""
        best, score = None, self._least
        for at, product in products.items():
            middle = self.middles[at]
            likeness = product / (middle.length * length)
            if likeness < score:
                continue
            days = abs(day - middle.last) if day is not None and middle.last is not None else 0
            likeness *= FADE**days
            if likeness > score or (likeness == score and (best is None or at < best)):
                best, score = at, likeness
        return best

    def _forget(self, day: int) -> None:
        """Drops the parts that no record of this day or a later one can join."""
        self._today = day
        lasts = {at: self.middles[at].last for at in self._live}
        for at in [at for at, last in lasts.items() if last is not None and day - last > self._reach]:
            self._live.remove(at)
            for word in self.middles[at].weights:
                del self._holding[word][at]


def part(nodes: Sequence[N], least: float, small: int) -> list[list[N]]:
    """The parts of nodes that come in order of publication; up to `small` nodes stay together."""
    if len(nodes) <= small:
        return [list(nodes)]
    count = Counter(word for node in nodes for word in set(node.words))
    weight = {word: log(1 + len(nodes) / many) for word, many in count.items()}
    # records without a day come last and are near to all
    parts = Parts(least, forgets=all(node.day is not None for node in nodes))
    found: dict[int, list[N]] = {}
    for node in nodes:
        at = parts.place({word: weight[word] for word in node.words}, node.day)
        found.setdefault(at, []).append(node)
    return [found[at] for at in sorted(found)]
