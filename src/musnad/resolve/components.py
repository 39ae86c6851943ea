"""Connected components of what is alike: candidates by shared key and nearby day, edges by a predicate on two nodes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol, TypeVar

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
FOREVER = 10**9  # days
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
    by_key: dict[str, list[N]] = {}
    every = sorted(nodes, key=lambda node: (node.anchor or 0, node.id))
    sets = DisjointSets(node.id for node in every)
    for node in every:
        for key in node.keys:
            by_key.setdefault(key, []).append(node)
    for ref, component in known.items():
        sets.add(component)
        sets.union(ref, component)
    for key, sharing in by_key.items():
        if len(sharing) > 1:
            _link(sharing, same, FOREVER if key.startswith(TIMELESS) else window, sets, known)
    return sets


def _link(
    sharing: Sequence[N], same: Callable[[N, N], bool], window: int, sets: DisjointSets, known: Container[str]
) -> None:
    """Joins what is alike among the nodes of one key, which come in order of days, the undated first."""
    days = [node.anchor for node in sharing]
    undated = days.count(None)
    dated = [day for day in days[undated:] if day is not None]
    for at, node in enumerate(sharing):
        if node.id in known:
            continue
        day = days[at]
        low = undated if day is None else undated + bisect_left(dated, day - window)
        high = len(sharing) if day is None else undated + bisect_right(dated, day + window)
        for place in chain(range(undated), range(low, high)):
            # two fresh nodes are compared when the later one's turn comes
            if place == at or (place > at and sharing[place].id not in known):
                continue
            other = sharing[place]
            if sets.find(node.id) != sets.find(other.id) and same(node, other):
                sets.union(node.id, other.id)
