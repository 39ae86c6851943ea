"""Connected components of what is alike: candidates by shared key and nearby day, edges by a predicate on two nodes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from musnad.resolve.union import DisjointSets


class Keyed(Protocol):
    """What can be compared: an id, the keys that candidates must share, and the day they must be near."""

    @property
    def id(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def anchor(self) -> int | None: ...


N = TypeVar("N", bound=Keyed)
WITHIN = "d:"  # keys of nodes of one document
MERGED = "j:"  # keys of nodes that people merged
TIMELESS = (WITHIN, MERGED)  # keys that begin so are shared whatever the days


def connect(
    nodes: Iterable[N], same: Callable[[N, N], bool], window: int, known: Mapping[str, str] | None = None
) -> DisjointSets:
    """The components of `nodes`; only nodes with a common key and at most `window` days apart are compared.

    A node without a day is compared with all that share a key, and so are nodes that share a timeless key. The outcome
    depends on the set alone: `known` gives the component of nodes that were compared with each other before and need
    not be again.
    """
    known = known or {}
    # the undated come first, then the others by day
    every = sorted(nodes, key=lambda node: (node.anchor is not None, node.anchor or 0, node.id))
    sets = DisjointSets(node.id for node in every)
    for ref, component in known.items():
        sets.add(component)
        sets.union(ref, component)
    near = Neighbours(every, window)
    waiting = {at for at, node in enumerate(every) if node.id not in known}
    for at in sorted(waiting):
        waiting.discard(at)
        # two fresh nodes are compared once, when the later one's turn comes
        _join(every[at], [every[place] for place in near.of(at) - waiting], same, sets)
    return sets


def _join(node: N, others: Iterable[N], same: Callable[[N, N], bool], sets: DisjointSets) -> None:
    """Joins a node to those that it is like; what is in its component already is not looked at."""
    find = sets.find
    root = find(node.id)
    for other in others:
        if find(other.id) != root and same(node, other):
            root = sets.union(node.id, other.id)


class Neighbours(Generic[N]):
    """Who shares a key with whom within the days, by their places in `every`: the undated first, then by day."""

    def __init__(self, every: Sequence[N], window: int) -> None:
        self._every, self._window = every, window
        self._undated = next((at for at, node in enumerate(every) if node.anchor is not None), len(every))
        self._days = [node.anchor or 0 for node in every[self._undated :]]
        self._sharing: dict[str, list[int]] = {}
        for at, node in enumerate(every):
            for key in node.keys:
                self._sharing.setdefault(key, []).append(at)

    def of(self, at: int) -> set[int]:
        """The places of the nodes to compare with the one at this place."""
        node = self._every[at]
        low, high = self._near(node.anchor)
        found: set[int] = set()
        for key in node.keys:
            sharing = self._sharing[key]
            if node.anchor is None or key.startswith(TIMELESS):
                found.update(sharing)
            elif len(sharing) > 1:
                found.update(sharing[: bisect_left(sharing, self._undated)])
                found.update(sharing[bisect_left(sharing, low) : bisect_left(sharing, high)])
        found.discard(at)
        return found

    def _near(self, day: int | None) -> tuple[int, int]:
        """The places of the first node within the window of a day, and of the first one after it."""
        if day is None:
            return 0, len(self._every)
        low, high = bisect_left(self._days, day - self._window), bisect_right(self._days, day + self._window)
        return self._undated + low, self._undated + high
