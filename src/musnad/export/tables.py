"""Any table of the story as CSV, TSV, JSON Lines, JSON or Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import msgspec

from musnad.analysis.tables import Row, Table
from musnad.store.base import View

_SQL_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "truth": "BOOLEAN"}
_BATCH = 5_000  # rows handed to DuckDB at once: some megabytes, whatever the size of the story


def write_csv(table: Table, view: View, stream: TextIO, *, delimiter: str = ",") -> int:
    """Writes a header and a line for each row; the number of rows. Open files with `utf-8-sig` for Excel."""
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(table.columns)
    count = 0
    for row in table.rows(view):
        writer.writerow("" if cell is None else cell for cell in row)
        count += 1
    return count


def write_jsonl(table: Table, view: View, stream: TextIO) -> int:
    """Writes one JSON object a line; the number of rows."""
    count = 0
    for record in records(table, view):
        stream.write(msgspec.json.encode(record).decode() + "\n")
        count += 1
    return count


def write_json(table: Table, view: View, stream: TextIO) -> int:
    """Writes one JSON array of objects; the number of rows."""
    rows = list(records(table, view))
    stream.write(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n")
    return len(rows)


def write_parquet(table: Table, view: View, path: Path) -> int:
    """Writes a Parquet file (zstd) through DuckDB; the number of rows. An older file is replaced at the end."""
    import duckdb

    columns = ", ".join(f'"{name}" {_SQL_TYPES[kind]}' for name, kind in table.columns.items())
    slots = ", ".join("?" * len(table.columns))
    partial = path.with_name(path.name + ".part")
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE rows ({columns})")
        count = 0
        for batch in _batches(table.rows(view)):
            connection.executemany(f"INSERT INTO rows VALUES ({slots})", batch)
            count += len(batch)
        target = str(partial).replace("'", "''")
        connection.execute(f"COPY rows TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    partial.replace(path)
    return count


def records(table: Table, view: View) -> Iterator[dict[str, Any]]:
    """The rows as mappings of column to value."""
    names = tuple(table.columns)
    return (dict(zip(names, row, strict=True)) for row in table.rows(view))


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
