"""Events, matters, figure groups and stories in the store: components that grow with what is new.

Whatever its kind, a group is part of a component: the records that are alike two by two, however far that reaches. A
component depends on its members alone, so that the store need only look at those that new records touch.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from musnad.model.story import Reason
from musnad.resolve.components import MERGED, TIMELESS, connect
from musnad.resolve.judgements import Corrections, aims_at
from musnad.resolve.nodes import DocumentNode, EventNode, StatementNode
from musnad.resolve.origins import Origins
from musnad.store.encoding import code, key_rows
from musnad.store.rows import Tables

Node = Any  # EventNode, StatementNode, FigureNode or DocumentNode: each kind keeps to one of them


class Part(NamedTuple):
    """What becomes one group: nodes in order of publication, and why they were joined (empty: the summary says)."""

    nodes: Sequence[Node]
    reasons: Sequence[Reason] = ()


class Member(NamedTuple):
    """A node of the store with the component and the group that it is in, empty before it is resolved."""

    node: Node
    component: str
    group: str


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of group: nodes in `table`, groups in `target`; `column` of a node's row names its group.

    `same` compares two nodes at most `window` days apart that share a key, `parts` parts a component into groups.
    `summarise` may give None for a part that people rejected. `apart` are the verdicts that make a node like nothing.
    `ready` is called with all nodes before they are compared.
    """

    table: str
    target: str
    column: str
    letter: str
    shape: type
    same: Callable[[Node, Node], bool]
    window: int
    parts: Callable[[Sequence[Node]], Sequence[Part]]
    summarise: Callable[[Part, Origins], Any]
    row: Callable[[Any, str, Part], list[Any]]
    apart: tuple[str, ...] = ("split", "reject")
    ready: Callable[[Iterable[Node]], None] = lambda nodes: None

    @property
    def name(self) -> str:
        """The column that holds a node's reference."""
        return "document" if self.table == "document_node" else "ref"


class GroupStep:
    """One kind of group in one run."""

    def __init__(self, tables: Tables, corrections: Corrections, kind: Kind) -> None:
        self.kind, self.fresh = kind, list[Node]()
        self._tables, self._corrections = tables, corrections
        self._same = self._judged(kind.same)
        self._dirty: set[str] = set()
        self.touched: set[str] = set()  # components whose groups were written

    def _judged(self, same: Callable[[Node, Node], bool]) -> Callable[[Node, Node], bool]:
        """The predicate with people's merges and splits; a record split off is like nothing."""
        if not self._corrections or not self.kind.letter:
            return same
        apart: dict[str, bool] = {}

        def split(node: Node) -> bool:
            if node.id not in apart:
                found = self._corrections.on([record(node)], self.kind.letter)
                apart[node.id] = any(judgement.verdict in self.kind.apart for judgement in found)
            return apart[node.id]

        def judged(one: Node, other: Node) -> bool:
            if any(key in other.keys for key in one.keys if key.startswith(MERGED)):
                return True
            return not split(one) and not split(other) and same(one, other)

        return judged

    def marked(self, node: Node) -> Node:
        """The node with a key of its own for every merge that people made with it."""
        if not self._corrections or not self.kind.letter:
            return node
        pairs = self._corrections.merges(self.kind.letter)
        marks = [f"{MERGED}{one.id}" for pair in pairs for one in pair if aims_at(one, record(node))]
        return msgspec.structs.replace(node, keys=(*node.keys, *marks)) if marks else node

    def _decoded(self, body: bytes) -> Node:
        return self.marked(msgspec.msgpack.decode(body, type=self.kind.shape))

    def forget(self, documents: Sequence[str]) -> None:
        """Notes the components of the nodes that are about to be replaced, or compared anew."""
        query = f"SELECT DISTINCT component FROM {self.kind.table} WHERE document IN $values"
        self._dirty |= {row[0] for row in self._tables.select(query, documents)}

    def load(self, documents: Sequence[str]) -> None:
        """Takes in the nodes of documents that are to be compared, with the keys of people's merges."""
        rows = self._tables.lookup(self.kind.table, "node", "document", documents)
        plain: list[Node] = [msgspec.msgpack.decode(row[0], type=self.kind.shape) for row in rows]
        self.fresh = [self.marked(node) for node in plain]
        merged = [each for each, node in zip(self.fresh, plain, strict=True) if each is not node]
        keys = [row for node in merged for row in key_rows(self.kind.table, node)]
        self._tables.insert("node_key", keys)

    def run(self, copied: Iterable[str], origins: Origins) -> None:
        """Writes the groups of all components that the new nodes, or copies newly found, touch."""
        copies = set(copied)
        own = {node.id for node in self.fresh}
        stood = {each.node.id: each for each in self._members(self._dirty)}
        fresh = [*self.fresh, *(each.node for ref, each in stood.items() if ref not in own)]
        near = {each.node.id: each for each in self._candidates(fresh)}
        nodes = {node.id: node for node in fresh} | {ref: each.node for ref, each in near.items()}
        self.kind.ready(nodes.values())
        known = {ref: each.component for ref, each in near.items()}
        sets = connect(nodes.values(), self._same, self.kind.window, known)
        reached = {sets.find(node.id) for node in fresh}
        old = {label for ref, label in known.items() if sets.find(ref) in reached} | self._of(copies)
        members = {each.node.id: each for each in self._members(old)}
        for ref, each in members.items():
            nodes.setdefault(ref, each.node)
            sets.add(ref)
            sets.add(each.component)
            sets.union(ref, each.component)
        roots = {sets.find(node.id) for node in fresh} | {sets.find(label) for label in old}
        found = {ref: root for ref in nodes if (root := sets.find(ref)) in roots}
        changed = own | {ref for ref in found if nodes[ref].document in copies}
        parts = self._parts(nodes, found)
        placed = {ref: each for ref, each in (stood | near | members).items() if ref in found}
        self._write(parts, placed, changed, origins)
        self.touched = set(found.values())

    def _of(self, documents: Iterable[str]) -> set[str]:
        query = f"SELECT DISTINCT component FROM {self.kind.table} WHERE document IN $values AND component <> ''"
        return {row[0] for row in self._tables.select(query, documents)} - self._dirty

    def _members(self, components: Iterable[str]) -> list[Member]:
        return self._placed("component", sorted(label for label in components if label))

    def _candidates(self, fresh: Sequence[Node]) -> list[Member]:
        """Nodes of the store that share a key with a fresh one within the window."""
        own = {node.id for node in fresh}
        near = self._tables.keyed(self.kind.table, _wanted(fresh, self.kind.window))
        return [each for each in self._placed(self.kind.name, sorted(near - own)) if each.component]

    def _placed(self, column: str, values: Sequence[str]) -> list[Member]:
        columns = f"node, component, {self.kind.column or 'NULL'}"
        rows = self._tables.lookup(self.kind.table, columns, column, values)
        return [Member(self._decoded(body), component, group or "") for body, component, group in rows]

    def _parts(self, nodes: Mapping[str, Node], found: Mapping[str, str]) -> list[tuple[str, Part]]:
        """The parts of components, which `found` gives by node."""
        components: dict[str, list[Node]] = {}
        for ref, root in found.items():
            components.setdefault(root, []).append(nodes[ref])
        self.kind.ready([nodes[ref] for ref in found])
        return [
            (root, part)
            for root in sorted(components)
            for part in self.kind.parts(sorted(components[root], key=_order))
        ]

    def _write(
        self, parts: Sequence[tuple[str, Part]], stood: Mapping[str, Member], changed: Container[str], origins: Origins
    ) -> None:
        """Writes the groups of touched components, except those that stay; `stood` tells where nodes were."""
        standing = self._standing({each.component for each in stood.values()} | self._dirty)
        gone = {name for name, _ in standing.values()}
        fresh: list[tuple[str, Part, int]] = []
        relabelled: dict[str, tuple[str]] = {}
        places: dict[str, tuple[str, str]] = {}
        for root, part in parts:
            made = signature(part)
            if made not in standing or any(node.id in changed for node in part.nodes):
                fresh.append((root, part, made))
                continue
            name, label = standing[made]
            gone.discard(name)
            places.update((node.id, (root, name)) for node in part.nodes)
            if label != root:
                relabelled[name] = (root,)
        rows = []
        origins.learn({node.document for _, part, _ in fresh for node in part.nodes})
        for root, part, made in fresh:
            summary = self.kind.summarise(part, origins)
            places.update((node.id, (root, summary.id if summary else "")) for node in part.nodes)
            if summary is not None:
                rows.append([*self.kind.row(summary, root, part), made])
        self._tables.delete(self.kind.target, "id", sorted(gone))
        self._tables.assign(self.kind.target, "id", relabelled, ["component"])
        self._tables.insert(self.kind.target, rows)
        self._move({ref: at for ref, at in places.items() if ref not in stood or stood[ref][1:] != at})

    def _move(self, places: Mapping[str, tuple[str, str]]) -> None:
        """Writes component and group of nodes."""
        columns = ["component", self.kind.column] if self.kind.column else ["component"]
        self._tables.assign(self.kind.table, self.kind.name, places, columns)

    def _standing(self, components: Iterable[str]) -> dict[int | str, tuple[str, str]]:
        """The groups of components and their components, by signature (by id where that is unknown)."""
        query = f"SELECT signature, id, component FROM {self.kind.target} WHERE component IN $values"
        rows = self._tables.select(query, sorted(label for label in components if label))
        return {name if made is None else made: (name, label) for made, name, label in rows}


def signature(part: Part) -> int:
    """What a group is made of, as a number: its members and why they were joined."""
    return code("\n".join((*(node.id for node in part.nodes), *(f"{each.rule} {each.text}" for each in part.reasons))))


def _wanted(fresh: Sequence[Node], window: int) -> list[tuple[int, int | None, int | None]]:
    """Key, first day, last day to look for; None where any day will do."""
    spans: dict[str, tuple[int, int] | None] = {}
    for node in fresh:
        for key in node.keys:
            if node.anchor is None or key.startswith(TIMELESS):
                spans[key] = None
            elif (span := spans.get(key, (node.anchor, node.anchor))) is not None:
                spans[key] = (min(span[0], node.anchor), max(span[1], node.anchor))
    return [
        (code(key), *((span[0] - window, span[1] + window) if span else (None, None))) for key, span in spans.items()
    ]


def record(node: Node) -> Any:
    """What a node stands for in the story."""
    if isinstance(node, EventNode):
        return node.report
    return node.statement if isinstance(node, StatementNode) else node.figure


def _order(node: Node) -> tuple[int, str, int, str]:
    start = 0 if isinstance(node, DocumentNode) else record(node).place.span.start
    return (node.day or 10**7, node.document, start, node.id)
