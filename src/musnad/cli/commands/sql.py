"""`musnad sql`: a read-only query over the store."""

from __future__ import annotations

import sys

import click

from musnad.cli import exits
from musnad.cli.options import open_view, store_option
from musnad.cli.output import Output, output_options


@click.command()
@click.argument("query", metavar="QUERY")
@store_option
@output_options
def sql(query: str, store: str | None, output: Output) -> int:
    """Answers a read-only SQL query.

    The dialect is that of DuckDB; `-` takes the query from standard input.

    \b
    Example:
      musnad sql "select type, count(*) from event group by 1 order by 2 desc"
    """
    text = sys.stdin.read() if query == "-" else query
    with open_view(store) as view:
        result = view.sql(text)
    return exits.OK if output.write(result.columns, result.rows) else exits.NOTHING_FOUND
