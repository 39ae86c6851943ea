"""Matters, figure groups and stories in the store: components that grow with what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from musnad.model.story import FigureGroup, Matter, StoryCluster
from musnad.resolve import matters, numbers, stories
from musnad.resolve.components import connect
from musnad.resolve.judgements import Corrections
from musnad.resolve.nodes import DocumentNode, FigureNode, StatementNode
from musnad.resolve.origins import Origins
from musnad.store.rows import Tables

Node = Any  # StatementNode, FigureNode or DocumentNode: each step keeps to one of them
Summary = Callable[[Sequence[Node], Origins], Any]


class GroupStep:
    """One kind of group: nodes in `table`, groups in `target`, joined by `same` within `window` days."""

    def __init__(
        self, tables: Tables, corrections: Corrections, *, table: str, target: str, column: str, letter: str,
        shape: type, same: Callable[[Node, Node], bool], window: int,
        parts: Callable[[Sequence[Node]], list[list[Node]]], summarise: Summary, row: Callable[[Any, str], list[Any]],
    ) -> None:  # fmt: skip
        self.table, self.fresh = table, list[Node]()
        self._tables, self._corrections = tables, corrections
        self._target, self._column, self._letter, self._shape = target, column, letter, shape
        self._window, self._parts, self._summarise, self._row = window, parts, summarise, row
        self._same = self._judged(same)
        self._dirty: set[str] = set()
        self.touched: set[str] = set()  # components whose groups were written

    def _judged(self, same: Callable[[Node, Node], bool]) -> Callable[[Node, Node], bool]:
        """The predicate with people's merges and splits; a record split off is like nothing."""
        if not self._corrections:
            return same
        apart: dict[str, bool] = {}

        def split(node: Node) -> bool:
            if node.id not in apart:
                found = self._corrections.on([_record(node)], self._letter) if self._letter else ()
                apart[node.id] = any(judgement.verdict in ("split", "reject") for judgement in found)
            return apart[node.id]

        def judged(one: Node, other: Node) -> bool:
            if any(key in other.keys for key in one.keys if key.startswith("j:")):
                return True
            return not split(one) and not split(other) and same(one, other)

        return judged

    def forget(self, documents: Sequence[str]) -> None:
        """Notes the components of the nodes that are about to be replaced."""
        query = f"SELECT DISTINCT component FROM {self.table} WHERE document IN $values"
        self._dirty |= {row[0] for row in self._tables.select(query, documents)}

    def run(self, documents: Sequence[str], copied: Iterable[str], origins: Origins) -> None:
        """Writes the groups of all components that the new nodes, or copies newly found, touch."""
        gone = {node.id for node in self.fresh}
        fresh = [*self.fresh, *(node for node, _ in self._members(self._dirty) if node.id not in gone)]
        known = self._candidates(fresh)
        nodes = {node.id: node for node in fresh} | {ref: node for ref, (node, _) in known.items()}
        labels = {ref: label for ref, (_, label) in known.items()}
        sets = connect(nodes.values(), self._same, self._window, labels)
        reached = {sets.find(node.id) for node in fresh}
        old = {label for ref, label in labels.items() if sets.find(ref) in reached}
        old |= self._of(copied)
        for node, label in self._members(old):
            nodes.setdefault(node.id, node)
            labels.setdefault(node.id, label)
            sets.add(node.id)
            sets.add(label)
            sets.union(node.id, label)
        roots = {sets.find(node.id) for node in fresh} | {sets.find(label) for label in old}
        found = {ref: root for ref in nodes if (root := sets.find(ref)) in roots}
        self._write(nodes, found, self._dirty | old, origins)
        self.touched = set(found.values())

    def _of(self, documents: Iterable[str]) -> set[str]:
        query = f"SELECT DISTINCT component FROM {self.table} WHERE document IN $values AND component <> ''"
        return {row[0] for row in self._tables.select(query, documents)} - self._dirty

    def _members(self, components: Iterable[str]) -> list[tuple[Node, str]]:
        query = f"SELECT node, component FROM {self.table} WHERE component IN $values"
        chosen = sorted(label for label in components if label)
        return [
            (msgspec.msgpack.decode(row[0], type=self._shape), row[1]) for row in self._tables.select(query, chosen)
        ]

    def _candidates(self, fresh: Sequence[Node]) -> dict[str, tuple[Node, str]]:
        """Nodes of the store that share a key with a fresh one within the window, with their components."""
        own = {node.id for node in fresh}
        name = "document" if self.table == "document_node" else "ref"
        query = (
            f"SELECT t.{name}, t.node, t.component FROM {self.table} t WHERE t.component <> '' AND t.{name} IN"
            " (SELECT b.ref FROM node_key a JOIN node_key b ON a.kind = b.kind AND a.key = b.key"
            f" AND (a.day IS NULL OR b.day IS NULL OR abs(a.day - b.day) <= {self._window})"
            f" WHERE a.kind = '{self.table}' AND a.ref IN $values)"
        )
        rows = self._tables.select(query, sorted(own))
        shape = self._shape
        return {r[0]: (msgspec.msgpack.decode(r[1], type=shape), r[2]) for r in rows if r[0] not in own}

    def _write(self, nodes: dict[str, Node], found: dict[str, str], old: set[str], origins: Origins) -> None:
        components: dict[str, list[Node]] = {}
        for ref, root in found.items():
            components.setdefault(root, []).append(nodes[ref])
        rows = []
        membership: dict[str, str] = {}
        for root in sorted(components):
            for part in self._parts(sorted(components[root], key=_order)):
                summary = self._summarise(part, origins)
                membership.update((node.id, summary.id) for node in part)
                rows.append(self._row(summary, root))
        self._tables.delete(self._target, "component", sorted(old | set(components)))
        self._tables.insert(self._target, rows)
        self._tables.assign(self.table, "component", found)
        if self._column:
            self._tables.assign(self.table, self._column, membership)


def _record(node: Node) -> Any:
    return node.statement if isinstance(node, StatementNode) else node.figure


def _order(node: Node) -> tuple[int, str, int, str]:
    start = 0 if isinstance(node, DocumentNode) else _record(node).place.span.start
    return (node.day or 10**7, node.document, start, node.id)


def _whole(nodes: Sequence[Node]) -> list[list[Node]]:
    return [list(nodes)]


def _same(ref: str) -> str:
    return ref


def matter_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Statements to matters."""
    return GroupStep(
        tables, corrections, table="claim", target="matter", column="matter", letter="s", shape=StatementNode,
        same=matters.same_matter, window=matters.WINDOW, parts=_whole,
        summarise=lambda nodes, origins: matters.summarise_matter(nodes, _same, origins), row=_matter_row,
    )  # fmt: skip


def figure_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Figures to groups about the same thing."""
    return GroupStep(
        tables, corrections, table="quantity", target="figure_group", column="figures", letter="f", shape=FigureNode,
        same=numbers.same_thing, window=numbers.WINDOW, parts=numbers.split,
        summarise=lambda nodes, origins: numbers.summarise_figures(nodes, _same, origins), row=_figures_row,
    )  # fmt: skip


def story_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Documents to stories."""
    return GroupStep(
        tables, corrections, table="document_node", target="story", column="", letter="", shape=DocumentNode,
        same=stories.same_story, window=stories.WINDOW, parts=_whole,
        summarise=lambda nodes, origins: stories.summarise_story(nodes), row=_story_row,
    )  # fmt: skip


def _matter_row(matter: Matter, component: str) -> list[Any]:
    row: list[Any] = [matter.id, component, matter.label, matter.topic, matter.status, list(matter.asserted_by)]
    row += [list(matter.denied_by), matter.since, matter.last, len(matter.statements), matter.documents]
    return [*row, matter.independent_sources, msgspec.msgpack.encode(matter)]


def _figures_row(group: FigureGroup, component: str) -> list[Any]:
    row: list[Any] = [group.id, component, group.unit, group.label, group.alignment, group.low, group.high]
    return [*row, len(group.figures), group.documents, group.independent_sources, msgspec.msgpack.encode(group)]


def _story_row(story: StoryCluster, component: str) -> list[Any]:
    row: list[Any] = [story.id, component, story.label, story.first, story.last, len(story.documents)]
    return [*row, msgspec.msgpack.encode(story)]
