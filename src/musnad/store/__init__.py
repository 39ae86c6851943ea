"""Where annotations and the story are kept: `open_store()`, then `.view()` to read and `.writer()` to write."""

from __future__ import annotations

from pathlib import Path

from musnad.store.base import Added, Counts, EventFilter, QueryResult, Store, View, Writer

__all__ = ["Added", "Counts", "EventFilter", "QueryResult", "Store", "View", "Writer", "open_store"]


def open_store(path: str | Path | None = None, *, create: bool = False) -> Store:
    """The store at `path` (default: MUSNAD_STORE, else ./story.duckdb; `:memory:` for one that is not kept).

    Raises StoreError where there is none and `create` is false, StoreDamagedError for a file that is no store,
    StoreLockedError while another process holds it.
    """
    from musnad.store.duck import DuckStore

    return DuckStore.open(path, create=create)
