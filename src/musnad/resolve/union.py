"""Disjoint sets (union by the smaller key), so that the outcome does not depend on the order of unions."""

from __future__ import annotations

from collections.abc import Iterable


class DisjointSets:
    """Sets of strings; `find` returns the smallest member's set key."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent = {member: member for member in members}

    def add(self, member: str) -> None:
        """Makes sure that `member` is in a set."""
        self._parent.setdefault(member, member)

    def find(self, member: str) -> str:
        """The smallest member of the set that `member` is in."""
        parent = self._parent
        root = parent[member]
        if parent[root] == root:
            return root
        while parent[root] != root:
            root = parent[root]
        while parent[member] != root:
            parent[member], member = root, parent[member]
        return root

    def union(self, one: str, other: str) -> str:
        """Joins the sets of `one` and `other`; the key of their set."""
        first, second = self.find(one), self.find(other)
        if second < first:
            first, second = second, first
        self._parent[second] = first
        return first

    def groups(self) -> list[list[str]]:
        """The sets, each sorted, in the order of their smallest members."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return list(found.values())
