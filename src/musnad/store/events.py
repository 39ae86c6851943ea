"""Events in the store: the blocks that new reports touch are clustered again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from musnad.model.story import Reason
from musnad.resolve.event_groups import Group, order
from musnad.resolve.events import cluster_block
from musnad.resolve.judgements import Corrections, aims_at, corrected_event, reason
from musnad.resolve.nodes import EventNode
from musnad.resolve.origins import Origins
from musnad.resolve.summary import summarise_event
from musnad.store.encoding import event_row
from musnad.store.rows import Tables


class EventStep:
    """`forget` notes the blocks of what goes, `run` clusters them together with the blocks of what came."""

    def __init__(self, tables: Tables, corrections: Corrections) -> None:
        self._tables = tables
        self._corrections = corrections
        self._blocks: set[str] = set()

    def forget(self, documents: Sequence[str]) -> None:
        """Notes the blocks of the reports that are about to be replaced."""
        self._blocks |= self._of(documents)

    def _of(self, documents: Iterable[str]) -> set[str]:
        query = "SELECT DISTINCT block FROM event_report WHERE document IN $values"
        return {row[0] for row in self._tables.select(query, documents)}

    def run(self, documents: Sequence[str], copied: Iterable[str], origins: Origins) -> None:
        """Writes the events of all blocks that the documents (or copies newly found) touch."""
        self._blocks |= self._of([*documents, *copied])
        self._blocks |= self._merged()
        nodes, before = self._load()
        groups = self._groups(nodes, self._stories(nodes))
        rows = []
        after: dict[str, str] = {}
        for group in groups:
            event = corrected_event(summarise_event(group.nodes, group.reasons, origins), self._corrections)
            after.update((node.id, event.id if event else "") for node in group.nodes)
            if event is not None:
                rows.append(event_row(event, group.nodes[0].block))
        self._tables.delete("event", "block", sorted(self._blocks))
        self._tables.insert("event", rows)
        self._update({ref: event for ref, event in after.items() if before.get(ref) != event})

    def _merged(self) -> set[str]:
        """Blocks that people's merges tie to those touched."""
        found: set[str] = set()
        for pair in self._corrections.merges("e"):
            blocks = self._of([one.value.get("document", "") for one in pair])
            if blocks & self._blocks:
                found |= blocks
        return found

    def _load(self) -> tuple[list[EventNode], dict[str, str]]:
        query = "SELECT node, ref, event FROM event_report WHERE block IN $values"
        rows = self._tables.select(query, sorted(self._blocks))
        return [msgspec.msgpack.decode(row[0], type=EventNode) for row in rows], {row[1]: row[2] for row in rows}

    def _stories(self, nodes: Sequence[EventNode]) -> dict[str, str]:
        """Document → story, if any of the reports is of a document without a date."""
        if all(node.day is not None for node in nodes):
            return {}
        query = "SELECT document, component FROM document_node WHERE document IN $values"
        return dict(self._tables.select(query, sorted({node.document for node in nodes})))

    def _groups(self, nodes: Sequence[EventNode], stories: dict[str, str]) -> list[Group]:
        blocks: dict[str, list[EventNode]] = {}
        alone, reasons = [], []
        for node in nodes:
            said = [j for j in self._corrections.on([node.report], "e") if j.verdict == "split"]
            if said:
                alone.append(node)
                reasons.append(reason(said[-1]))
            else:
                blocks.setdefault(node.block, []).append(node)
        groups = [group for name in sorted(blocks) for group in cluster_block(blocks[name], stories)]
        groups += [Group([node], reasons=[why]) for node, why in zip(alone, reasons, strict=True)]
        return self._joined(groups)

    def _joined(self, groups: list[Group]) -> list[Group]:
        for one, other in self._corrections.merges("e"):
            first = next((g for g in groups if any(aims_at(one, node.report) for node in g.nodes)), None)
            second = next((g for g in groups if any(aims_at(other, node.report) for node in g.nodes)), None)
            if first is None or second is None or first is second:
                continue
            nodes = sorted([*first.nodes, *second.nodes], key=order)
            whys: list[Reason] = [*first.reasons, *second.reasons]
            groups = [group for group in groups if group is not first and group is not second]
            groups.append(Group(nodes, reasons=whys))
        return groups

    def _update(self, changed: dict[str, str]) -> None:
        self._tables.assign("event_report", "event", changed)
