"""Events in the store: reports that may tell one event, parted into events, with what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from musnad.model.story import StoryEvent
from musnad.resolve.event_groups import Group, order
from musnad.resolve.event_pairs import WINDOW, may_be_one
from musnad.resolve.events import cluster_block
from musnad.resolve.judgements import Corrections, aims_at, corrected_event, reason
from musnad.resolve.nodes import EventNode
from musnad.resolve.origins import Origins
from musnad.resolve.summary import summarise_event
from musnad.store.encoding import event_row
from musnad.store.groups import GroupStep, Kind, Part
from musnad.store.rows import Tables


def event_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Reports to events."""
    parting = Parting(tables, corrections)

    def summarise(part: Part, origins: Origins) -> StoryEvent | None:
        return corrected_event(summarise_event(part.nodes, part.reasons, origins), corrections)

    kind = Kind(
        table="event_report", target="event", column="event", letter="e", shape=EventNode,
        same=lambda one, other: may_be_one(one, other, parting.stories), window=WINDOW, parts=parting.parts,
        summarise=summarise, row=event_row, apart=("split",), ready=parting.look_up,
    )  # fmt: skip
    return GroupStep(tables, corrections, kind)


class Parting:
    """Parts a component of reports into events; what undated articles of one story tell is one event."""

    def __init__(self, tables: Tables, corrections: Corrections) -> None:
        self.stories: dict[str, str] = {}
        self._tables, self._corrections = tables, corrections

    def look_up(self, nodes: Iterable[EventNode]) -> None:
        """Finds the stories of the documents, if any of them has no date."""
        every = list(nodes)
        if any(node.day is None for node in every):
            unknown = sorted({node.document for node in every} - set(self.stories))
            query = "SELECT document, component FROM document_node WHERE document IN $values"
            self.stories.update(self._tables.select(query, unknown))

    def parts(self, nodes: Sequence[EventNode]) -> list[Part]:
        """The events of a component."""
        blocks: dict[str, list[EventNode]] = {}
        groups = []
        for node in nodes:
            said = [j for j in self._corrections.on([node.report], "e") if j.verdict == "split"]
            if said:
                groups.append(Group([node], reasons=[reason(said[-1])]))
            else:
                blocks.setdefault(node.block, []).append(node)
        groups += [group for name in sorted(blocks) for group in cluster_block(blocks[name], self.stories)]
        return [Part(group.nodes, group.reasons) for group in self._joined(groups)]

    def _joined(self, groups: list[Group]) -> list[Group]:
        """The groups with people's merges."""
        for one, other in self._corrections.merges("e"):
            first = next((g for g in groups if any(aims_at(one, node.report) for node in g.nodes)), None)
            second = next((g for g in groups if any(aims_at(other, node.report) for node in g.nodes)), None)
            if first is None or second is None or first is second:
                continue
            nodes = sorted([*first.nodes, *second.nodes], key=order)
            groups = [group for group in groups if group is not first and group is not second]
            groups.append(Group(nodes, reasons=[*first.reasons, *second.reasons]))
        return groups
