"""What a store must offer. DuckDB is the first to offer it; PostgreSQL can come behind the same three protocols."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Literal, Protocol, runtime_checkable

import msgspec

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


class EventFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which events to list; empty fields ask for nothing. Dates are ISO 8601 and inclusive.

    `actors` are entity ids or states' codes: all must take part (a person of a state also counts for the state's code).
    `since_published` asks for events with a report published on or after that date.
    """

    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    since_published: str | None = None
    status: tuple[str, ...] = ()
    outlet: str | None = None
    min_sources: int = 1
    min_confidence: float = 0.0


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding one annotation did: `new`, `unchanged` (same bytes, same version) or `updated` (read anew)."""

    document: str
    outcome: Literal["new", "unchanged", "updated"]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each the store holds; `pending` documents are read but not yet resolved into the story."""

    documents: int = 0
    events: int = 0
    event_reports: int = 0
    statements: int = 0
    matters: int = 0
    figures: int = 0
    entities: int = 0
    links: int = 0
    passages: int = 0
    stories: int = 0
    judgements: int = 0
    pending: int = 0


class QueryResult(msgspec.Struct, frozen=True, kw_only=True):
    """Column names and rows of a query."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


Explained = (
    StoryEvent | Statement | Matter | FigureGroup | StoryEntity | StoryLink | Passage | StoryCluster | SourceDocument
)


@runtime_checkable
class View(Protocol):
    """The story as it stands, read-only. Lists come in a stable order: by date, then id."""

    def counts(self) -> Counts: ...
    def documents(self) -> Iterator[SourceDocument]: ...
    def document(self, document_id: str) -> SourceDocument:
        """By id or any unambiguous beginning of it; raises NotFoundError."""

    def annotation(self, document_id: str) -> Annotation: ...
    def annotations(self) -> Iterator[Annotation]: ...
    def text(self, document_id: str) -> str: ...
    def events(self, where: EventFilter | None = None) -> Iterator[StoryEvent]: ...
    def event(self, ref: str) -> StoryEvent: ...
    def reports(self, where: EventFilter | None = None) -> Iterator[EventReport]: ...
    def matters(self, status: Sequence[str] = (), *, min_statements: int = 1) -> Iterator[Matter]: ...
    def matter(self, ref: str) -> Matter: ...
    def statements(
        self, *, speaker: str | None = None, stance: str | None = None, outlet: str | None = None
    ) -> Iterator[Statement]: ...
    def figures(self, *, unit: str | None = None, min_figures: int = 1) -> Iterator[FigureGroup]: ...
    def entities(self, *, kind: str | None = None) -> Iterator[StoryEntity]: ...
    def entity(self, name: str) -> StoryEntity:
        """By id, code or any spelling; raises NotFoundError."""

    def entity_names(self) -> dict[str, StoryEntity]:
        """Every story entity by its id and by the id of each member."""

    def links(self) -> Iterator[StoryLink]: ...
    def passages(self) -> Iterator[Passage]: ...
    def stories(self) -> Iterator[StoryCluster]: ...
    def judgements(self, *, undone: bool = False) -> Iterator[Judgement]: ...
    def explain(self, ref: str) -> Explained:
        """The record that a reference (or the reference of one of its members) stands for; raises NotFoundError."""

    def sql(self, query: str) -> QueryResult:
        """What a read-only query returns; raises UsageError for what would write or reach outside the store."""

    def close(self) -> None: ...
    def __enter__(self) -> View: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Writer(Protocol):
    """Puts annotations in, one transaction an article; `resolve` then brings the story up to date."""

    def add(self, annotation: Annotation) -> Added: ...
    def add_all(self, annotations: Sequence[Annotation]) -> list[Added]:
        """Puts annotations in within one transaction, which is quicker than one by one."""

    def known(self, document_id: str) -> bool:
        """Whether a document is in the store, read by this version: it need not be read again."""

    def remove(self, document_id: str) -> None: ...
    def resolve(self) -> int:
        """The number of documents that were pending and are now in the story."""

    def judge(self, judgement: Judgement) -> None: ...
    def undo(self, judgement_id: str) -> None: ...
    def close(self) -> None: ...
    def __enter__(self) -> Writer: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Store(Protocol):
    """Where annotations and the story are kept."""

    def view(self) -> View: ...
    def writer(self) -> Writer: ...
    def stale(self) -> Iterable[str]:
        """Ids of documents that an older version of Musnad or its lexicons read."""

    def rebuild(self) -> int:
        """Resolves all documents anew; the result equals the incremental one. The number of documents."""
