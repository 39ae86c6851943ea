"""Reading the story from the DuckDB store; each call opens the file for its own length, so no writer is kept out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, TypeVar

import duckdb
import msgspec
from msgspec.structs import replace

from musnad.errors import NotFoundError, UsageError
from musnad.lang.ar.orthography import fold_key
from musnad.model import Annotation, Judgement
from musnad.model.story import (
    EventReport,
    FigureGroup,
    Matter,
    Passage,
    SourceDocument,
    Statement,
    StoryCluster,
    StoryEntity,
    StoryEvent,
    StoryLink,
)
from musnad.store.base import Counts, EventFilter, Explained, QueryResult
from musnad.store.duck import DuckStore
from musnad.store.filters import event_query, reports_wanted
from musnad.store.resolution import decoded

T = TypeVar("T")
PAGE = 100  # annotations fetched at a time: some twenty megabytes of long articles
_COUNTED = (
    *(("documents", "document"), ("events", "event"), ("event_reports", "event_report"), ("statements", "claim")),
    *(("matters", "matter"), ("figures", "quantity"), ("entities", "entity"), ("links", "link")),
    *(("passages", "passage"), ("stories", "story"), ("judgements", "judgement")),
)


class DuckView:
    """The story as it stands at each call."""

    def __init__(self, store: DuckStore) -> None:
        self._store = store
        self._events: dict[str, str] | None = None

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._store.reading() as connection:
            return connection.execute(query, list(values)).fetchall()

    def _bodies(self, shape: type[T], query: str, values: Sequence[Any] = ()) -> Iterator[T]:
        return (msgspec.msgpack.decode(row[0], type=shape) for row in self._rows(query, values))

    def counts(self) -> Counts:
        """How many of each the store holds."""
        parts = [f"(SELECT count(*) FROM {table})" for _, table in _COUNTED]
        row = self._rows(f"SELECT {', '.join(parts)}, (SELECT count(*) FROM document WHERE pending)")[0]
        return Counts(**{name: row[at] for at, (name, _) in enumerate(_COUNTED)}, pending=row[-1])

    def documents(self) -> Iterator[SourceDocument]:
        """The documents, by date."""
        return iter(self._documents("true", []))

    def document(self, document_id: str) -> SourceDocument:
        """By id or any unambiguous beginning of it (with or without `sha256:`) or its path; raises NotFoundError."""
        where = "starts_with(id, ?) OR starts_with(id, 'sha256:' || ?) OR uri = ?"
        found = self._documents(where, [document_id] * 3)
        if len(found) != 1:
            problem = "no document" if not found else f"{len(found)} documents begin with"
            raise NotFoundError(f"{problem} {document_id}", advice="see `musnad sql 'SELECT id, uri FROM document'`")
        return found[0]

    def _documents(self, where: str, values: Sequence[Any]) -> list[SourceDocument]:
        columns = "id, uri, outlet, title, published, published_basis, language, characters, version, added"
        query = f"SELECT {columns} FROM document WHERE {where} ORDER BY published NULLS LAST, id"
        names = columns.split(", ")
        rows = self._rows(query, values)
        return [SourceDocument(**dict(zip(names, [*row[:-1], row[-1].isoformat()], strict=True))) for row in rows]

    def annotation(self, document_id: str) -> Annotation:
        """What was read from a document; raises NotFoundError."""
        found = self.document(document_id).id
        return decoded(self._rows("SELECT body FROM annotation WHERE document = ?", [found])[0][0])

    def annotations(self) -> Iterator[Annotation]:
        """All annotations, by date, a page at a time."""
        ids = [document.id for document in self.documents()]
        for start in range(0, len(ids), PAGE):
            chunk = ids[start : start + PAGE]
            query = "SELECT document, body FROM annotation WHERE document IN (SELECT unnest(?::VARCHAR[]))"
            bodies = dict(self._rows(query, [chunk]))
            yield from (decoded(bodies[each]) for each in chunk if each in bodies)

    def text(self, document_id: str) -> str:
        """The text of a document; raises NotFoundError."""
        return self.annotation(document_id).document.text

    def events(self, where: EventFilter | None = None) -> Iterator[StoryEvent]:
        """The events that pass the filter, by date (undated ones last, by first report)."""
        query, values = event_query(where or EventFilter())
        return self._bodies(StoryEvent, query, values)

    def event(self, ref: str) -> StoryEvent:
        """By its reference or that of any of its reports; raises NotFoundError."""
        query = "SELECT body FROM event WHERE id = ? OR id = (SELECT event FROM event_report WHERE ref = ?)"
        return self._one(self._bodies(StoryEvent, query, [ref, ref]), ref)

    def reports(self, where: EventFilter | None = None) -> Iterator[EventReport]:
        """The reports of the events that pass the filter; of one outlet only if the filter names one."""
        wanted = where or EventFilter()
        return (report for event in self.events(wanted) for report in event.reports if reports_wanted(report, wanted))

    def matters(self, status: Sequence[str] = (), *, min_statements: int = 1) -> Iterator[Matter]:
        """The matters of these states (all if none is given), by their first statement."""
        query = (
            "SELECT body FROM matter WHERE statements >= ? AND (len(?::VARCHAR[]) = 0 OR list_contains(?, status))"
            " ORDER BY since NULLS LAST, id"
        )
        chosen = list(status)
        return map(self._linked_matter, self._bodies(Matter, query, [min_statements, chosen, chosen]))

    def matter(self, ref: str) -> Matter:
        """By its reference or that of any of its statements; raises NotFoundError."""
        query = "SELECT body FROM matter WHERE id = ? OR id = (SELECT matter FROM claim WHERE ref = ?)"
        return self._linked_matter(self._one(self._bodies(Matter, query, [ref, f"s{ref[1:]}"]), ref))

    def _linked_matter(self, matter: Matter) -> Matter:
        said = tuple(replace(each, events=self._linked(each.events)) for each in matter.statements)
        return replace(matter, statements=said, events=self._linked(matter.events))

    def _linked(self, refs: tuple[str, ...]) -> tuple[str, ...]:
        """Story events of reports; those of rejected events are left out."""
        return tuple(dict.fromkeys(event for ref in refs if (event := self._event_of(ref))))

    def _event_of(self, ref: str | None) -> str:
        if self._events is None:
            self._events = dict(self._rows("SELECT ref, event FROM event_report"))
        return self._events.get(ref or "", "")

    def statements(
        self, *, speaker: str | None = None, stance: str | None = None, outlet: str | None = None
    ) -> Iterator[Statement]:
        """The statements by date; `speaker` is an entity id or the name as written."""
        for matter in self.matters():
            for said in matter.statements:
                voice = (said.voice.entity, said.voice.name)
                if speaker in (None, *voice) and stance in (None, said.stance) and outlet in (None, said.place.outlet):
                    yield said

    def figures(self, *, unit: str | None = None, min_figures: int = 1) -> Iterator[FigureGroup]:
        """The groups of figures about the same thing, the largest first."""
        query = (
            "SELECT body FROM figure_group WHERE figures >= ? AND coalesce(?, unit) = unit ORDER BY figures DESC, id"
        )
        for group in self._bodies(FigureGroup, query, [min_figures, unit]):
            figures = tuple(replace(each, events=self._linked(each.events)) for each in group.figures)
            yield replace(group, figures=figures)

    def entities(self, *, kind: str | None = None) -> Iterator[StoryEntity]:
        """The entities, the most named first."""
        query = "SELECT body FROM entity WHERE coalesce(?, kind) = kind ORDER BY mentions DESC, id"
        return self._bodies(StoryEntity, query, [kind])

    def entity(self, name: str) -> StoryEntity:
        """By id, code, name or any spelling; raises NotFoundError."""
        key = fold_key(name).casefold()
        found = [each for each in self.entities() if name in (each.id, *each.members)]
        found = found or [each for each in self.entities() if key in _names(each)]
        return self._one(iter(found), name)

    def entity_names(self) -> dict[str, StoryEntity]:
        """Every story entity by its id and by the id of each member."""
        return {name: each for each in self.entities() for name in (each.id, *each.members)}

    def links(self) -> Iterator[StoryLink]:
        """The causal and conditional statements, by document and place."""
        for link in self._bodies(StoryLink, "SELECT body FROM link ORDER BY document, ref"):
            ends = (self._event_of(link.from_event), self._event_of(link.to_event))
            yield replace(link, from_event=ends[0] or None, to_event=ends[1] or None)

    def passages(self) -> Iterator[Passage]:
        """The passages that documents share."""
        return self._bodies(Passage, "SELECT body FROM passage ORDER BY original, copy, copy_start")

    def stories(self) -> Iterator[StoryCluster]:
        """The stories, the largest first."""
        return self._bodies(StoryCluster, "SELECT body FROM story ORDER BY documents DESC, first, id")

    def judgements(self, *, undone: bool = False) -> Iterator[Judgement]:
        """What people decided, by time; with `undone`, also what was taken back."""
        query = "SELECT body FROM judgement WHERE ? OR undone IS NULL ORDER BY made, id"
        return self._bodies(Judgement, query, [undone])

    def explain(self, ref: str) -> Explained:
        """The record that a reference, or that of one of its members, stands for; raises NotFoundError."""
        from musnad.store.explaining import explained_record

        return explained_record(self, ref)

    def sql(self, query: str) -> QueryResult:
        """What a read-only query returns; raises UsageError for what would write or reach outside the store."""
        from musnad.store.sql import read_only_query

        with self._store.reading() as connection:
            try:
                return read_only_query(connection, query)
            except duckdb.Error as error:
                problem = str(error).strip().split("\n", 1)[0]
                raise UsageError(problem, advice="the tables are listed in docs/store.md") from error

    def close(self) -> None:
        """Nothing is held open between calls."""

    def __enter__(self) -> DuckView:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @staticmethod
    def _one(found: Iterator[T], ref: str) -> T:
        for record in found:
            return record
        raise NotFoundError(
            f"nothing here is called {ref}", advice="references stand in the first column of every list"
        )


def _names(entity: StoryEntity) -> set[str]:
    names = {entity.name, entity.name_ar, entity.code, *entity.spellings}
    return {fold_key(name).casefold() for name in names if name}
