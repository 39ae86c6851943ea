"""Connected components of what is alike: candidates by shared key and nearby day, edges by a predicate on two nodes."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from musnad.resolve.union import DisjointSets


class Keyed(Protocol):
    """What can be compared: an id, the keys that candidates must share, and a day."""

    @property
    def id(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def day(self) -> int | None: ...


N = TypeVar("N", bound=Keyed)


def connect(
    nodes: Iterable[N], same: Callable[[N, N], bool], window: int, known: Mapping[str, str] | None = None
) -> DisjointSets:
    """The components of `nodes`; only nodes with a common key and at most `window` days apart are compared.

    A node without a day is compared with all that share a key. The outcome depends on the set alone: `known`
    gives the component of nodes that were compared with each other before and need not be again.
    """
    known = known or {}
    by_key: dict[str, list[N]] = {}
    every = sorted(nodes, key=lambda node: (node.day or 0, node.id))
    sets = DisjointSets(node.id for node in every)
    for node in every:
        for key in node.keys:
            by_key.setdefault(key, []).append(node)
    for ref, component in known.items():
        sets.add(component)
        sets.union(ref, component)
    for sharing in by_key.values():
        _link(sharing, same, window, sets, known)
    return sets


def _link(
    sharing: Sequence[N], same: Callable[[N, N], bool], window: int, sets: DisjointSets, known: Container[str]
) -> None:
    undated = sum(node.day is None for node in sharing)  # they stand first
    start = undated
    for at, node in enumerate(sharing):
        while at > start and (node.day or 0) - (sharing[start].day or 0) > window:
            start += 1
        for other in (*sharing[: min(undated, at)], *sharing[start:at]):
            if node.id in known and other.id in known:
                continue
            if sets.find(node.id) != sets.find(other.id) and same(node, other):
                sets.union(node.id, other.id)
