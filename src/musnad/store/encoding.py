"""Nodes as rows of their tables, in the order of the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from musnad.model import Annotation
from musnad.model.story import StoryEvent, StoryLink
from musnad.resolve.entities import EntityUse, keys
from musnad.resolve.nodes import DocumentNode, EventNode, FigureNode, StatementNode
from musnad.resolve.reports import block_parties

_pack = msgspec.msgpack.encode


def entity_uses(annotation: Annotation) -> Iterator[EntityUse]:
    """The entities that a document names, with their spellings."""
    spellings: dict[str, Counter[str]] = {}
    for mention in annotation.mentions:
        spellings.setdefault(mention.entity, Counter())[mention.text] += 1
    for entity in annotation.entities:
        yield EntityUse(
            document=annotation.document.id,
            entity=entity.id,
            kind=entity.kind,
            name=entity.name,
            name_ar=entity.name_ar,
            code=entity.code,
            wikidata=entity.wikidata,
            published=annotation.document.published,
            spellings=dict(spellings.get(entity.id, {})),
        )


def use_row(use: EntityUse) -> list[Any]:
    """A row of entity_use."""
    count = sum(use.spellings.values())
    found = [f"{use.kind}:{key}" for key in keys(use)]
    return [use.document, use.entity, use.kind, use.name, use.name_ar, use.code, count, found, _pack(use)]


def mention_rows(annotation: Annotation) -> Iterator[list[Any]]:
    """Rows of mention."""
    document = annotation.document.id
    for each in annotation.mentions:
        yield [document, each.id, each.start, each.end, each.text, each.kind, each.entity]


def report_row(node: EventNode) -> list[Any]:
    """A row of event_report; `event` is set when the block is resolved."""
    report, span = node.report, node.report.place.span
    row: list[Any] = [node.id, node.document, report.record, "", node.block, report.type, report.mode]
    row += [list(report.sources), list(report.targets), report.time, report.factuality, report.confidence]
    return [*row, span.text, span.start, span.end, report.place.outlet, report.place.published, _pack(node)]


def claim_row(node: StatementNode) -> list[Any]:
    """A row of claim; matter and component are set when it is resolved."""
    said = node.statement
    content = said.content.text if said.content else None
    span = said.place.span
    row: list[Any] = [node.id, node.document, said.record, "", "", said.voice.entity or said.voice.name, said.stance]
    row += [said.position, content, span.start, span.end]
    return [*row, said.place.outlet, said.place.published, node.day, _pack(node)]


def quantity_row(node: FigureNode) -> list[Any]:
    """A row of quantity; figures and component are set when it is resolved."""
    figure, span = node.figure, node.figure.place.span
    row: list[Any] = [node.id, node.document, figure.record, "", "", figure.value, figure.unit, figure.comparator]
    return [*row, span.text, span.start, span.end, figure.place.outlet, figure.place.published, node.day, _pack(node)]


def link_row(link: StoryLink) -> list[Any]:
    """A row of link."""
    texts = [link.cue.text, link.from_.text, link.to.text]
    return [link.id, link.place.document, link.record, link.kind, link.polarity, *texts, _pack(link)]


def document_row(node: DocumentNode) -> list[Any]:
    """A row of document_node."""
    return [node.document, "", node.day, _pack(node)]


def key_rows(kind: str, node: StatementNode | FigureNode | DocumentNode) -> Iterator[list[Any]]:
    """Rows of node_key."""
    for key in dict.fromkeys(node.keys):
        yield [kind, key, node.id, node.day, node.document]


def event_row(event: StoryEvent, block: str) -> list[Any]:
    """A row of event, with all its reports in the body."""
    reports = event.reports
    dates = [report.place.published for report in reports if report.place.published]
    outlets = list(dict.fromkeys(report.place.outlet for report in reports if report.place.outlet))
    row: list[Any] = [event.id, block, event.type, event.mode, event.date, event.date_end, event.precision]
    row += [event.status, [p.entity for p in event.sources], [p.entity for p in event.targets]]
    row += [sorted(block_parties(block)), event.location, dates[0] if dates else None, dates[-1] if dates else None]
    row += [outlets, len(reports), event.documents, event.independent_sources, event.confidence]
    return [*row, _pack(event)]
