"""`musnad timeline`: the events in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli import exits
from musnad.cli.options import checked_date, language_option, open_view, store_option
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.analysis.timeline import Entry

_COLUMNS = ("id", "date", "date_end", "precision", "type", "event", "status", "independent_sources", "outlets")
_BRIEF = ("date", "event", "status", "independent_sources", "outlets", "id")


@click.command()
@store_option
@language_option
@click.option("--since", metavar="DATE", help="Happened on or after this date.")
@click.option("--until", metavar="DATE", help="Happened on or before this date.")
@click.option("--actor", "actors", multiple=True, metavar="ID", help="Takes part, as an id or a state's code.")
@output_options
def timeline(
    store: str | None, lang: str, since: str | None, until: str | None, actors: tuple[str, ...], output: Output
) -> int:
    """Lists the events by date, undated ones last.

    \b
    Example:
      musnad timeline --lang en --since 2024-06-01
    """
    from musnad.analysis.timeline import timeline as entries
    from musnad.store import EventFilter

    where = EventFilter(since=checked_date(since, "--since"), until=checked_date(until, "--until"), actors=actors)
    with open_view(store) as view:
        rows = (_row(entry) for entry in entries(view, lang, where))  # type: ignore[arg-type]
        return exits.OK if output.write(_COLUMNS, rows, _BRIEF) else exits.NOTHING_FOUND


def _row(entry: Entry) -> tuple[object, ...]:
    when = (entry.date, entry.date_end, entry.precision)
    return (entry.ref, *when, entry.type, entry.text, entry.status, entry.independent_sources, "; ".join(entry.outlets))
