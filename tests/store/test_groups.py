"""Groups in the store: what stays as it was is not written again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from tests.resolve.made import STORY

from musnad.store.duck import DuckStore
from musnad.store.rows import Tables

GROUPS = ("event", "matter", "figure_group", "story")


def bodies(store: DuckStore, table: str) -> dict[str, bytes]:
    """The groups as they are stored, by reference."""
    with store.reading() as connection:
        return dict(connection.execute(f"SELECT id, body FROM {table}").fetchall())


@pytest.mark.parametrize("table", GROUPS)
def test_groups_that_stay_as_they_are_are_not_written_again(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    insert = Tables.insert

    def noting(self: Tables, name: str, rows: Iterable[Sequence[Any]]) -> None:
        found = list(rows)
        written.extend(row[0] for row in found if name == table)
        insert(self, name, found)

    monkeypatch.setattr(Tables, "insert", noting)
    store = DuckStore.open(":memory:", create=True)
    again = 0
    with store.writer() as writer:
        for each in STORY:
            before = bodies(store, table)
            written.clear()
            writer.add(each)
            writer.resolve()
            after = bodies(store, table)
            assert {name for name in after if after[name] != before.get(name)} <= set(written)
            again += sum(before.get(name) == after[name] for name in written)
    assert not again


def test_a_store_without_signatures_is_written_anew_where_it_is_touched() -> None:
    store = DuckStore.open(":memory:", create=True)
    with store.writer() as writer:
        for each in STORY[:-1]:
            writer.add(each)
        writer.resolve()
        with store.writing() as connection:
            for table in GROUPS:
                connection.execute(f"UPDATE {table} SET signature = NULL")
        writer.add(STORY[-1])
        writer.resolve()
    grown = [bodies(store, table) for table in GROUPS]
    store.rebuild()
    assert [bodies(store, table) for table in GROUPS] == grown
