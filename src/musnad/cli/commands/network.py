"""`musnad network`: who acts on whom, for better or worse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from musnad.cli import exits
from musnad.cli.options import checked_date, language_option, open_view, store_option
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.analysis.naming import Naming
    from musnad.analysis.network import Tie
    from musnad.analysis.wording import Language


@click.command()
@store_option
@language_option
@click.option("--ties", "view_of", flag_value="ties", help="Undirected pairs over all time, with their sign.")
@click.option("--triads", "view_of", flag_value="triads", help="Three actors all tied, the unbalanced first.")
@click.option("--shift", metavar="DATE", help="Who moved closer or apart at this date.")
@click.option("--since", metavar="DATE", help="Events on or after this date.")
@click.option("--before", metavar="DATE", help="Events before this date.")
@click.option(
    "--plot", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Draw the ties: .png, .svg or .pdf."
)
@output_options
def network(
    store: str | None, lang: str, view_of: str | None, shift: str | None, since: str | None, before: str | None,
    plot: Path | None, output: Output,
) -> int:  # fmt: skip
    """Lists who acts on whom, by month.

    Each directed pair of actors has the weight of its cooperation and of its conflict: the sums of its events on the
    scale of Goldstein (1992) for PLOVER types, from -10 to 10, each event once. A shift compares the mean weight of a
    pair's events before a date and from it on, within --since and --before. A triad is balanced if the product of its
    signs is positive (Cartwright and Harary 1956). A table on a terminal names the actors, the other formats keep
    their ids.

    \b
    Example:
      musnad network --shift 2024-06-18
      musnad network --plot network.svg --lang ar
    """
    from musnad.analysis import network as net
    from musnad.analysis.naming import Naming

    since, before = checked_date(since, "--since"), checked_date(before, "--before")
    found: list[Any]
    with open_view(store) as view:
        naming = Naming(view.entity_names(), cast("Language", lang))
        pairs = [] if shift else net.dyads(view, since=since, before=before)
        ties = net.ties(pairs)
        if plot:
            return _plotted(ties, naming, plot)
        if shift:
            found = [*net.shifts(view, checked_date(shift, "--shift") or "", since=since, before=before)]
        else:
            tables: dict[str, list[Any]] = {"ties": [*ties], "triads": [*net.triads(ties)]}
            found = tables.get(view_of or "", [*pairs])
    columns, rows = _rows(found, naming if output.format == "table" else None)
    return exits.OK if rows and output.write(columns, rows) else exits.NOTHING_FOUND


def _plotted(ties: list[Tie], naming: Naming, path: Path) -> int:
    from musnad.export.network_plot import SUFFIXES, plot_network

    if path.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"{path}: no picture for this suffix; one of {', '.join(SUFFIXES)}")
    if not ties:
        return exits.NOTHING_FOUND
    names = {actor: naming.name(actor) for tie in ties for actor in tie.actors}
    shown = plot_network(ties, names, path, naming.language)
    exits.complain(f"wrote {path}: {shown} of {len(ties)} ties")
    return exits.OK


def _rows(records: list[Any], naming: Naming | None) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Records as rows, a column for each field; lists are joined by `; `, actors named where `naming` is given."""
    import msgspec

    found = msgspec.to_builtins(records)
    columns = tuple(found[0]) if found else ()
    return columns, [tuple(_cell(name, value, naming) for name, value in row.items()) for row in found]


def _cell(name: str, value: object, naming: Naming | None) -> object:
    if naming and name in ("source", "target", "actors"):
        value = [naming.name(each) for each in value] if isinstance(value, list | tuple) else naming.name(str(value))
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
