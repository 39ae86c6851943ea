"""Bringing documents into the story: only what the new articles touch is resolved again.

Every step is a pure function of sets that can be looked up by block, key or component, so that the story after adding
articles one by one equals the story resolved at once.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb
import msgspec
from msgspec.structs import replace

from musnad.model import Annotation
from musnad.resolve.digest import digest
from musnad.resolve.judgements import Corrections, aims_at
from musnad.resolve.nodes import Digest
from musnad.store import encoding
from musnad.store.entities import EntityStep
from musnad.store.events import EventStep
from musnad.store.groups import GroupStep, figure_step, matter_step, story_step
from musnad.store.judging import active
from musnad.store.passages import PassageStep
from musnad.store.rows import Tables

READ_TABLES = ("mention", "event_report", "claim", "quantity", "link", "entity_use", "document_node", "node_key")
STORY_TABLES = (
    *READ_TABLES,
    *("fingerprint", "event", "matter", "figure_group", "entity", "entity_member", "passage", "story"),
)


class Resolution:
    """One run over a batch of documents, inside the caller's transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.tables = Tables(connection)
        self.corrections = Corrections(active(connection))

    def run(self, documents: Sequence[str]) -> None:
        """Resolves these documents (removing what was resolved from those that are gone) and all they touch."""
        annotations = self._annotations(documents)
        entities = EntityStep(self.tables, self.corrections)
        dependants = entities.prepare(documents, annotations) - set(documents)
        annotations += self._annotations(sorted(dependants))
        work = [*documents, *sorted(dependants)]
        passages = PassageStep(self.tables)
        events = EventStep(self.tables, self.corrections)
        groups = [step(self.tables, self.corrections) for step in (matter_step, figure_step, story_step)]
        events.forget(work)
        for group in groups:
            group.forget(work)
        self._replace(work, [digest(self._judged(each), entities.canon) for each in annotations], annotations, groups)
        copied = passages.run(work, annotations)
        origins = passages.origins
        for group in groups:
            group.run(work, copied, origins)
        events.run([*work, *self._undated_in(groups[-1].touched)], copied, origins)
        entities.run()
        self._done(documents)

    def _annotations(self, documents: Iterable[str]) -> list[Annotation]:
        query = "SELECT body FROM annotation WHERE document IN $values ORDER BY document"
        return [decoded(row[0]) for row in self.tables.select(query, documents)]

    def _judged(self, annotation: Annotation) -> Annotation:
        """The annotation without the statements, figures and (scope `report`) reports that people rejected."""
        rejected = [
            judgement
            for judgement in self.corrections.active
            if judgement.verdict == "reject" and judgement.value.get("document") == annotation.document.id
        ]
        if not rejected:
            return annotation
        spans = [(int(j.value["start"]), int(j.value["end"])) for j in rejected if j.value.get("scope") == "report"]
        events = [e for e in annotation.events if all(e.trigger.end <= a or b <= e.trigger.start for a, b in spans)]
        gone = {(j.target[:1], int(j.value["start"])) for j in rejected}
        return replace(
            annotation,
            events=tuple(events),
            claims=tuple(each for each in annotation.claims if ("s", (each.content or each.cue).start) not in gone),
            quantities=tuple(each for each in annotation.quantities if ("f", each.start) not in gone),
        )

    def _replace(
        self,
        work: Sequence[str],
        digests: Sequence[Digest],
        annotations: Sequence[Annotation],
        groups: Sequence[GroupStep],
    ) -> None:
        insert = self.tables.insert
        for table in READ_TABLES:
            if table != "entity_use":
                self.tables.delete(table, "document", work)
        insert("mention", [row for each in annotations for row in encoding.mention_rows(each)])
        insert("event_report", [encoding.report_row(node) for each in digests for node in each.events])
        insert("claim", [encoding.claim_row(node) for each in digests for node in each.statements])
        insert("quantity", [encoding.quantity_row(node) for each in digests for node in each.figures])
        insert("link", [encoding.link_row(link) for each in digests for link in each.links])
        insert("document_node", [encoding.document_row(each.document) for each in digests])
        matters, figures, stories = groups
        matters.fresh = [self._marked(node, "s") for each in digests for node in each.statements]
        figures.fresh = [self._marked(node, "f") for each in digests for node in each.figures]
        stories.fresh = [each.document for each in digests]
        insert(
            "node_key",
            [row for group in groups for node in group.fresh for row in encoding.key_rows(group.table, node)],
        )

    def _marked(self, node: Any, kind: str) -> Any:
        """The node with a key of its own for every merge that people made with it."""
        record = node.statement if kind == "s" else node.figure
        marks = [f"j:{one.id}" for pair in self.corrections.merges(kind) for one in pair if aims_at(one, record)]
        return replace(node, keys=(*node.keys, *marks)) if marks else node

    def _undated_in(self, stories: Iterable[str]) -> list[str]:
        """The documents of these stories that have no date: their events hang on the story."""
        query = "SELECT document FROM document_node WHERE day IS NULL AND component IN $values ORDER BY document"
        return [row[0] for row in self.tables.select(query, sorted(stories))]

    def _done(self, documents: Sequence[str]) -> None:
        query = "UPDATE document SET pending = false WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        self.connection.execute(query, [list(documents)])


def decoded(body: bytes) -> Annotation:
    """The annotation in a body as the store keeps it."""
    return msgspec.json.decode(zlib.decompress(body), type=Annotation)
