"""A story in Python: `story = musnad.read("articles/")`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from musnad.ingest.source import Settings
from musnad.run.outcome import Outcome
from musnad.run.pipeline import read_into
from musnad.store import EventFilter, Store, View, open_store

if TYPE_CHECKING:
    from musnad.analysis.brief_page import Brief
    from musnad.analysis.timeline import Entry

TableName = Literal["events", "reports", "claims", "matters", "actors", "numbers", "links", "documents"]


class Story:
    """What a store tells: the view with its records, and the analyses of it.

    `outcomes` says what became of each input of the call that made the story; empty for one that was only opened.
    """

    def __init__(self, store: Store, outcomes: tuple[Outcome, ...] = ()) -> None:
        self.view: View = store.view()
        self.outcomes = outcomes

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The inputs that could not be read, each with its message."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind == "failed")

    def brief(self, language: Literal["ar", "en"] = "ar", *, since: str | None = None) -> Brief:
        """The story on one page, each line with its citations."""
        from musnad.analysis.brief import brief

        return brief(self.view, language, since=since)

    def timeline(self, language: Literal["ar", "en"] = "ar", where: EventFilter | None = None) -> Iterator[Entry]:
        """The events by date, undated ones last."""
        from musnad.analysis.timeline import timeline

        return timeline(self.view, language, where)

    def rows(self, table: TableName) -> Iterator[dict[str, Any]]:
        """The rows of a table of the story, as dictionaries by column."""
        from musnad.analysis.tables import TABLES

        columns = tuple(TABLES[table].columns)
        return (dict(zip(columns, row, strict=True)) for row in TABLES[table].rows(self.view))

    def to_arrow(self, table: TableName = "events") -> Any:
        """A table of the story as a pyarrow Table; raises MissingExtraError without pyarrow."""
        from musnad.analysis.tables import TABLES
        from musnad.export.extras import optional

        arrow = optional("pyarrow", "arrow")
        kinds = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "truth": arrow.bool_()}
        schema = arrow.schema([(name, kinds[kind]) for name, kind in TABLES[table].columns.items()])
        return arrow.Table.from_pylist(list(self.rows(table)), schema=schema)

    def to_pandas(self, table: TableName = "events") -> Any:
        """A table of the story as a pandas DataFrame; raises MissingExtraError without pandas."""
        from musnad.analysis.tables import TABLES
        from musnad.export.extras import optional

        columns = list(TABLES[table].columns)
        return optional("pandas", "pandas").DataFrame(list(self.rows(table)), columns=columns)

    def __repr__(self) -> str:
        counts = self.view.counts()
        return f"Story({counts.documents} documents, {counts.events} events, {counts.matters} matters)"

    def _repr_html_(self) -> str:
        """The brief, for notebooks, in a frame so that its style stays its own."""
        from html import escape

        from musnad.export.brief import to_html

        page = escape(to_html(self.brief()), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:40em;border:1px solid #ccc"></iframe>'

    def close(self) -> None:
        """Lets go of the store."""
        self.view.close()

    def __enter__(self) -> Story:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read(
    paths: str | Path | Iterable[str | Path],
    store: str | Path | None = None,
    *,
    workers: int = 1,
    settings: Settings | None = None,
) -> Story:
    """The story that the articles behind the paths tell, kept in the file `store` or in memory if None.

    Inputs that can't be read are named in `story.failures`; only a broken store raises (StoreError).
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    target = open_store(store if store is not None else ":memory:", create=True)
    outcomes = tuple(read_into(target, (str(path) for path in given), settings, workers))
    return Story(target, outcomes)
