"""Queries of users: reading the store's tables and nothing else."""

from __future__ import annotations

import duckdb

from musnad.errors import UsageError
from musnad.store.base import QueryResult

_READING = frozenset({"SELECT", "EXPLAIN"})


def read_only_query(connection: duckdb.DuckDBPyConnection, query: str) -> QueryResult:
    """What one SELECT (or SHOW, DESCRIBE, FROM …) returns.

    Raises UsageError for anything that would write, and for several statements at once; files and network are shut off.
    """
    statements = connection.extract_statements(query)
    if len(statements) != 1:
        raise UsageError("one statement at a time", advice="leave out what follows the semicolon")
    if statements[0].type.name not in _READING:
        raise UsageError("only queries that read are allowed", advice="begin with SELECT or FROM")
    if _reaches_out(connection, query):
        raise UsageError("a query may read the store's tables only", advice="use `musnad export` to write files")
    result = connection.execute(statements[0])
    columns = tuple(column[0] for column in result.description or ())
    return QueryResult(columns=columns, rows=result.fetchall())


def _reaches_out(connection: duckdb.DuckDBPyConnection, query: str) -> bool:
    """Whether a query names a file: DuckDB reads `FROM 'file.csv'` and `read_csv(…)` like tables."""
    names = connection.get_table_names(query)
    known = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    lowered = query.lower()
    calls = ("read_", "glob(", "parquet_", "sniff_csv", "getenv", "_scan(", "duckdb_secrets")
    return any("." in name and name not in known for name in names) or any(call in lowered for call in calls)
