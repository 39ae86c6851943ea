"""`musnad network`: who acts on whom, for better or worse."""

from __future__ import annotations

import click

from musnad.cli import exits
from musnad.cli.options import checked_date, open_view, store_option
from musnad.cli.output import Output, output_options


@click.command()
@store_option
@click.option("--ties", "view_of", flag_value="ties", help="Undirected pairs over all time, with their sign.")
@click.option("--triads", "view_of", flag_value="triads", help="Three actors all tied, the unbalanced first.")
@click.option("--shift", metavar="DATE", help="Who moved closer or apart at this date.")
@click.option("--since", metavar="DATE", help="Events on or after this date.")
@click.option("--before", metavar="DATE", help="Events before this date.")
@output_options
def network(
    store: str | None, view_of: str | None, shift: str | None, since: str | None, before: str | None, output: Output
) -> int:
    """Lists who acts on whom, by month.

    Each directed pair of actors has the weight of its cooperation and of its conflict.

    \b
    Example:
      musnad network --shift 2024-06-18
    """
    from musnad.analysis import network as net

    bounds = {"since": checked_date(since, "--since"), "before": checked_date(before, "--before")}
    with open_view(store) as view:
        if shift:
            columns, rows = _rows(net.shifts(view, checked_date(shift, "--shift") or ""))
        elif view_of == "ties":
            columns, rows = _rows(net.ties(net.dyads(view, **bounds)))
        elif view_of == "triads":
            columns, rows = _rows(net.triads(net.ties(net.dyads(view, **bounds))))
        else:
            columns, rows = _rows(net.dyads(view, **bounds))
    return exits.OK if rows and output.write(columns, rows) else exits.NOTHING_FOUND


def _rows(records: object) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Records as rows, a column for each field; lists are joined by `; `."""
    import msgspec

    found = msgspec.to_builtins(records)
    columns = tuple(found[0]) if found else ()
    return columns, [tuple(_cell(value) for value in row.values()) for row in found]


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
