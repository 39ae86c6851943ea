"""Bringing documents into the story: only what the new articles touch is resolved again.

Every step is a pure function of sets that can be looked up by key or component, so that the story after adding
articles one by one equals the story resolved at once.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import duckdb
import msgspec

from musnad.model import Annotation
from musnad.resolve.digest import digest
from musnad.resolve.entities import entity_uses
from musnad.resolve.judged import judged
from musnad.resolve.judgements import Corrections
from musnad.store.entities import EntityStep
from musnad.store.events import event_step
from musnad.store.judging import active
from musnad.store.kinds import figure_step, matter_step, story_step
from musnad.store.passages import PassageStep
from musnad.store.putting import NODE_TABLES, forget_nodes, kept_uses, put_nodes
from musnad.store.rows import Tables

STORY_TABLES = (
    *NODE_TABLES,
    *("kept_use", "entity_use", "entity_key", "entity", "entity_member"),
    *("event", "matter", "figure_group", "passage", "story"),
)


class Resolution:
    """One run over a batch of documents, inside the caller's transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.tables = Tables(connection)
        self.corrections = Corrections(active(connection))

    def run(self, documents: Sequence[str]) -> None:
        """Resolves these documents (removing what was resolved from those that are gone) and all they touch."""
        tables, said = self.tables, self.corrections
        kept = kept_uses(tables, documents)
        annotations = self._annotations([each for each in documents if each not in kept])
        uses = kept | {each.document.id: tuple(entity_uses(each)) for each in annotations}
        entities = EntityStep(tables, said)
        dependants = sorted(entities.prepare(documents, uses) - set(documents))
        renamed = [name for name in kept if any(use.entity in entities.canon for use in kept[name])]
        annotations += self._annotations([*dependants, *renamed])
        steps = [step(tables, said) for step in (event_step, matter_step, figure_step, story_step)]
        passages = PassageStep(tables)
        replaced = sorted({*documents, *dependants} - kept.keys())
        for step in steps:
            step.forget(replaced)
        passages.forget(replaced)
        forget_nodes(tables, [*replaced, *renamed])
        put_nodes(
            tables, [digest(judged(each, said.in_document(each.document.id)), entities.canon) for each in annotations]
        )
        work = sorted({*uses, *dependants})
        for step in steps:
            step.load(work)
        copied = passages.run(work)
        events, *others = steps
        for step in others:
            step.run(copied, passages.origins)
        events.forget(self._undated_in(others[-1].touched))
        events.run(copied, passages.origins)
        entities.run()
        self._done(documents)

    def _annotations(self, documents: Iterable[str]) -> list[Annotation]:
        rows = self.tables.lookup("annotation", "document, body", "document", documents)
        return [decoded(body) for _, body in sorted(rows)]

    def _undated_in(self, stories: Iterable[str]) -> list[str]:
        """The documents of these stories that have no date: their events hang on the story."""
        query = "SELECT document FROM document_node WHERE day IS NULL AND component IN $values ORDER BY document"
        return [row[0] for row in self.tables.select(query, sorted(stories))]

    def _done(self, documents: Sequence[str]) -> None:
        self.tables.delete("kept_use", "document", documents)
        query = "UPDATE document SET pending = false WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        self.connection.execute(query, [list(documents)])


def decoded(body: bytes) -> Annotation:
    """The annotation in a body as the store keeps it."""
    return msgspec.json.decode(zlib.decompress(body), type=Annotation)
