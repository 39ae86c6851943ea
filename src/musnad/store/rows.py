"""Rows in and out of DuckDB in bulk: one statement a table and batch, no optional packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

_types: dict[str, list[str]] = {}  # by table; every store that is open has the one schema


class Tables:
    """The tables of a store on one connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def types(self, table: str) -> list[str]:
        """The types of a table's columns in order, looked up once."""
        if table not in _types:
            described = self._connection.execute(f"DESCRIBE {table}").fetchall()
            _types[table] = [row[1] for row in described]
        return _types[table]

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Appends rows, given in the order of the table's columns."""
        columns = list(zip(*rows, strict=True))
        if not columns:
            return
        parts = ", ".join(f"unnest(?::{kind}[])" for kind in self.types(table))
        self._connection.execute(f"INSERT INTO {table} SELECT {parts}", [list(column) for column in columns])

    def insert_series(self, table: str, series: Iterable[tuple[str, Sequence[Sequence[int]]]]) -> None:
        """Appends rows that are a key and whole numbers, many for each key; they travel as text, which is faster."""
        found = [
            (key, [" ".join(map(str, column)) for column in zip(*rows, strict=True)]) for key, rows in series if rows
        ]
        if not found:
            return
        names = [f"c{at}" for at in range(len(found[0][1]))]
        numbers = ", ".join(f"unnest(string_split({name}, ' ')::BIGINT[])" for name in names)
        columns = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in ["key", *names])
        values = [[key for key, _ in found], *([texts[at] for _, texts in found] for at in range(len(names)))]
        self._connection.execute(f"INSERT INTO {table} SELECT key, {numbers} FROM (SELECT {columns})", values)

    def delete(self, table: str, column: str, values: Iterable[str]) -> None:
        """Deletes the rows whose column has one of the values."""
        chosen = list(values)
        if chosen:
            self._connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT unnest(?::VARCHAR[]))", [chosen])

    def select(self, query: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        """The rows of a query whose one parameter, written `$values`, is a list of strings."""
        chosen = list(values)
        if not chosen:
            return []
        text = query.replace("$values", "(SELECT unnest(?::VARCHAR[]))")
        return self._connection.execute(text, [chosen]).fetchall()

    def lookup(self, table: str, columns: str, column: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        """Columns of the rows whose `column` has one of the values.

        The rows' numbers are found first, in that one column: long columns (nodes, bodies) are read for them only.
        """
        return self.select(
            f"SELECT {columns} FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {column} IN $values)",
            values,
        )

    def named(self, query: str, entities: Sequence[str], roots: Mapping[str, str]) -> list[tuple[Any, ...]]:
        """The rows of a query that joins `chosen` (entity, root)."""
        chosen = "WITH chosen AS (SELECT unnest(?::VARCHAR[]) AS entity, unnest(?::VARCHAR[]) AS root) "
        return self._connection.execute(chosen + query, [list(entities), [roots[name] for name in entities]]).fetchall()

    def keyed(self, kind: str, wanted: Sequence[tuple[int, int | None, int | None]]) -> set[str]:
        """The nodes of a kind that have one of the keys (as numbers) within its days."""
        if not wanted:
            return set()
        query = (
            "WITH wanted AS (SELECT unnest(?::BIGINT[]) AS key, unnest(?::INTEGER[]) AS low,"
            " unnest(?::INTEGER[]) AS high)"
            " SELECT DISTINCT k.ref FROM node_key k JOIN wanted w ON k.key = w.key WHERE k.kind = ?"
            " AND (k.day IS NULL OR w.low IS NULL OR k.day BETWEEN w.low AND w.high)"
        )
        columns = [list(column) for column in zip(*wanted, strict=True)]
        return {row[0] for row in self._connection.execute(query, [*columns, kind]).fetchall()}

    def assign(self, table: str, column: str, values: Mapping[str, Sequence[str]], targets: Sequence[str]) -> None:
        """Sets the target columns of the rows whose `column` is a key of `values` to what stands there."""
        if not values:
            return
        names = [f"to_{at}" for at in range(len(targets))]
        changes = ", ".join(f"{target} = new.{name}" for target, name in zip(targets, names, strict=True))
        parts = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in ("found", *names))
        query = f"UPDATE {table} SET {changes} FROM (SELECT {parts}) new WHERE {table}.{column} = new.found"
        columns = [[each[at] for each in values.values()] for at in range(len(targets))]
        self._connection.execute(query, [list(values), *columns])
