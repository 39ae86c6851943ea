"""The kinds of group that the store keeps, each with how it is compared, parted and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from musnad.model.story import FigureGroup, Matter, StoryCluster
from musnad.resolve import matters, numbers, stories
from musnad.resolve.judgements import Corrections
from musnad.resolve.nodes import DocumentNode, FigureNode, StatementNode
from musnad.store.groups import GroupStep, Kind, Node, Part
from musnad.store.rows import Tables


def _parted(parts: Callable[[Sequence[Node]], list[list[Node]]]) -> Callable[[Sequence[Node]], list[Part]]:
    return lambda nodes: [Part(part) for part in parts(nodes)]


def _whole(nodes: Sequence[Node]) -> list[list[Node]]:
    return [list(nodes)]


def _same(ref: str) -> str:
    return ref


def matter_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Statements to matters."""
    kind = Kind(
        table="claim", target="matter", column="matter", letter="s", shape=StatementNode,
        same=matters.same_matter, window=matters.WINDOW, parts=_parted(matters.matter_parts), row=_matter_row,
        summarise=lambda part, origins: matters.summarise_matter(part.nodes, _same, origins),
    )  # fmt: skip
    return GroupStep(tables, corrections, kind)


def figure_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Figures to groups about the same thing."""
    kind = Kind(
        table="quantity", target="figure_group", column="figures", letter="f", shape=FigureNode,
        same=numbers.same_thing, window=numbers.WINDOW, parts=_parted(numbers.split), row=_figures_row,
        summarise=lambda part, origins: numbers.summarise_figures(part.nodes, _same, origins),
    )  # fmt: skip
    return GroupStep(tables, corrections, kind)


def story_step(tables: Tables, corrections: Corrections) -> GroupStep:
    """Documents to stories."""
    kind = Kind(
        table="document_node", target="story", column="", letter="", shape=DocumentNode,
        same=stories.same_story, window=stories.WINDOW, parts=_parted(stories.story_parts), row=_story_row,
        summarise=lambda part, origins: stories.summarise_story(part.nodes),
    )  # fmt: skip
    return GroupStep(tables, corrections, kind)


def _matter_row(matter: Matter, component: str, part: Part) -> list[Any]:
    row: list[Any] = [matter.id, component, matter.label, matter.topic, matter.status, list(matter.asserted_by)]
    row += [list(matter.denied_by), matter.since, matter.last, len(matter.statements), matter.documents]
    return [*row, matter.independent_sources, msgspec.msgpack.encode(matter)]


def _figures_row(group: FigureGroup, component: str, part: Part) -> list[Any]:
    row: list[Any] = [group.id, component, group.unit, group.label, group.alignment, group.low, group.high]
    return [*row, len(group.figures), group.documents, group.independent_sources, msgspec.msgpack.encode(group)]


def _story_row(story: StoryCluster, component: str, part: Part) -> list[Any]:
    row: list[Any] = [story.id, component, story.label, story.first, story.last, len(story.documents)]
    return [*row, msgspec.msgpack.encode(story)]
