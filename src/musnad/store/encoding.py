"""Nodes as rows of their tables, in the order of the columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from zlib import adler32, crc32

import msgspec

from musnad.model import Annotation
from musnad.model.story import StoryEvent, StoryLink
from musnad.resolve.components import TIMELESS
from musnad.resolve.entities import EntityUse, keys
from musnad.resolve.nodes import Digest, DocumentNode, EventNode, FigureNode, StatementNode
from musnad.resolve.reports import block_parties

if TYPE_CHECKING:
    from musnad.store.groups import Part

_pack = msgspec.msgpack.encode


def use_row(use: EntityUse) -> list[Any]:
    """A row of entity_use."""
    row: list[Any] = [use.document, use.entity, use.kind, use.name, use.name_ar, use.code, use.wikidata]
    return [*row, use.published]


def entity_key_rows(use: EntityUse) -> Iterator[list[Any]]:
    """Rows of entity_key: what the names are found by."""
    for key in keys(use):
        yield [use.document, use.entity, code(f"{use.kind}:{key}")]


def mention_rows(annotation: Annotation) -> Iterator[list[Any]]:
    """Rows of mention."""
    document = annotation.document.id
    for each in annotation.mentions:
        yield [document, each.id, each.start, each.end, each.text, each.kind, each.entity]


def report_row(node: EventNode) -> list[Any]:
    """A row of event_report; event and component are set when it is resolved."""
    report, span = node.report, node.report.place.span
    row: list[Any] = [node.id, node.document, report.record, "", "", node.block, report.type, report.mode]
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


def document_row(made: Digest) -> list[Any]:
    """A row of document_node."""
    node = made.document
    return [node.document, "", node.day, len(made.marks), _pack(node)]


def key_rows(kind: str, node: EventNode | StatementNode | FigureNode | DocumentNode) -> Iterator[list[Any]]:
    """Rows of node_key."""
    anchor = node.anchor
    for key in dict.fromkeys(node.keys):
        yield [kind, code(key), node.id, None if key.startswith(TIMELESS) else anchor, node.document]


def digest_key_rows(made: Digest) -> Iterator[list[Any]]:
    """Rows of node_key for all nodes of a document."""
    kinds = (("event_report", made.events), ("claim", made.statements), ("quantity", made.figures))
    for kind, nodes in kinds:
        for node in nodes:
            yield from key_rows(kind, node)
    yield from key_rows("document_node", made.document)


def code(key: str) -> int:
    """A key as a number: numbers are found quicker than words. Two keys of one number are told apart when compared."""
    form = key.encode()
    return crc32(form) << 30 | adler32(form) & 0x3FFFFFFF


def event_row(event: StoryEvent, component: str, part: Part) -> list[Any]:
    """A row of event, with all its reports in the body."""
    parties = block_parties(part.nodes[0].block)
    reports = event.reports
    dates = [report.place.published for report in reports if report.place.published]
    outlets = list(dict.fromkeys(report.place.outlet for report in reports if report.place.outlet))
    row: list[Any] = [event.id, component, event.type, event.mode, event.date, event.date_end, event.precision]
    row += [event.status, [p.entity for p in event.sources], [p.entity for p in event.targets]]
    row += [sorted(parties), event.location, dates[0] if dates else None, dates[-1] if dates else None]
    row += [outlets, len(reports), event.documents, event.independent_sources, event.confidence]
    return [*row, _pack(event)]
