"""Rows in and out of DuckDB in bulk: one statement a table and batch, no optional packages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb


class Tables:
    """The column types of the store's tables, looked up once a connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._types: dict[str, list[str]] = {}

    def types(self, table: str) -> list[str]:
        """The types of a table's columns in order."""
        if table not in self._types:
            described = self._connection.execute(f"DESCRIBE {table}").fetchall()
            self._types[table] = [row[1] for row in described]
        return self._types[table]

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

    def all(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query without parameters."""
        return self._connection.execute(query).fetchall()

    def assign(self, table: str, column: str, values: Mapping[str, str]) -> None:
        """Sets a column of the rows with these references (of documents in document_node)."""
        if not values:
            return
        name = "document" if table == "document_node" else "ref"
        query = (
            f"UPDATE {table} SET {column} = new.value FROM (SELECT unnest(?::VARCHAR[]) AS ref,"
            f" unnest(?::VARCHAR[]) AS value) new WHERE {table}.{name} = new.ref"
        )
        self._connection.execute(query, [list(values), list(values.values())])
