"""The commands that list: events, claims, actors, numbers, contested, stories, documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

import click

from musnad.cli import exits
from musnad.cli.options import checked_date, checked_names, open_view, store_option
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.store import View

# the columns of each table that a terminal has room for
_BRIEF = {
    "events": ("id", "date", "type", "sources", "targets", "status", "independent_sources", "words"),
    "claims": ("id", "speaker", "stance", "content", "outlet", "published"),
    "actors": ("id", "name", "name_ar", "kind", "code", "as_source", "as_target", "mentions"),
    "numbers": ("group", "label", "value", "unit", "comparator", "speaker", "outlet", "alignment"),
    "matters": ("id", "status", "label", "asserted_by", "denied_by", "hedged_by", "since"),
    "documents": ("published", "outlet", "title", "uri"),
}


@click.command()
@store_option
@click.option("--type", "types", multiple=True, metavar="TYPE", help="PLOVER type, such as CONSULT; may be repeated.")
@click.option("--actor", "actors", multiple=True, metavar="ID", help="Takes part, as an id or a state's code.")
@click.option("--source", "sources", multiple=True, metavar="ID", help="Does it.")
@click.option("--target", "targets", multiple=True, metavar="ID", help="It is done to.")
@click.option("--since", metavar="DATE", help="Happened on or after this date.")
@click.option("--until", metavar="DATE", help="Happened on or before this date.")
@click.option("--since-published", metavar="DATE", help="Reported on or after this date.")
@click.option("--status", multiple=True, metavar="STATUS", help="asserted, denied, contested, expected or unconfirmed.")
@click.option("--outlet", help="Reported by this outlet.")
@click.option("--min-sources", type=click.IntRange(1), default=1, help="Independent sources at least.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Confidence at least.")
@output_options
def events(
    store: str | None,
    types: tuple[str, ...],
    actors: tuple[str, ...],
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    since: str | None,
    until: str | None,
    since_published: str | None,
    status: tuple[str, ...],
    outlet: str | None,
    min_sources: int,
    min_confidence: float,
    output: Output,
) -> int:
    """Lists the events, each once.

    An event is one row however often it is reported; `independent_sources` counts whose words the reports are.

    \b
    Example:
      musnad events --type CONSULT --actor RUS --since 2024-06-01
    """
    from musnad.model.story import EventStatus
    from musnad.ontology import plover
    from musnad.store import EventFilter

    where = EventFilter(
        types=checked_names((name.upper() for name in types), plover(), "--type"),
        actors=actors,
        sources=sources,
        targets=targets,
        since=checked_date(since, "--since"),
        until=checked_date(until, "--until"),
        since_published=checked_date(since_published, "--since-published"),
        status=checked_names(status, get_args(EventStatus), "--status"),
        outlet=outlet,
        min_sources=min_sources,
        min_confidence=min_confidence,
    )
    with open_view(store) as view:
        return _list(view, "events", output, (event.id for event in view.events(where)))


@click.command()
@store_option
@click.option("--speaker", metavar="ID", help="Said by this entity.")
@click.option("--stance", metavar="STANCE", help="assert, deny, accuse, predict, warn, concern, demand, promise, …")
@click.option("--outlet", help="In this outlet.")
@output_options
def claims(store: str | None, speaker: str | None, stance: str | None, outlet: str | None, output: Output) -> int:
    """Lists who says what, through whom.

    \b
    Example:
      musnad claims --stance deny --format csv
    """
    from musnad.model.claim import Stance

    checked_names((stance,) if stance else (), get_args(Stance), "--stance")
    with open_view(store) as view:
        found = view.statements(speaker=speaker, stance=stance, outlet=outlet)
        return _list(view, "claims", output, (statement.id for statement in found))


@click.command()
@store_option
@click.option("--kind", type=click.Choice(["person", "state", "place", "organization", "group"]), help="Of this kind.")
@output_options
def actors(store: str | None, kind: str | None, output: Output) -> int:
    """Lists the actors and places, the busiest first.

    \b
    Example:
      musnad actors --kind person --limit 20
    """
    with open_view(store) as view:
        return _list(view, "actors", output, (entity.id for entity in view.entities(kind=kind)) if kind else None)


@click.command()
@store_option
@click.option("--unit", help="Of this unit, such as soldier or USD.")
@click.option("--min-figures", type=click.IntRange(1), default=1, help="Things with at least so many figures.")
@output_options
def numbers(store: str | None, unit: str | None, min_figures: int, output: Output) -> int:
    """Lists the numbers, side by side.

    Figures for the same thing stand together, with who gives each and whether they agree.

    \b
    Example:
      musnad numbers --min-figures 2
    """
    with open_view(store) as view:
        groups = view.figures(unit=unit, min_figures=min_figures)
        return _list(view, "numbers", output, (group.id for group in groups))


@click.command()
@store_option
@click.option("--all", "everything", is_flag=True, help="Every matter, not only what somebody denies or takes back.")
@output_options
def contested(store: str | None, everything: bool, output: Output) -> int:
    """Lists what is contested, and by whom.

    Each row is a matter: who asserts it, who denies or hedges it, since when.

    \b
    Example:
      musnad contested
    """
    with open_view(store) as view:
        status = () if everything else ("contested", "denied", "retracted")
        return _list(view, "matters", output, (matter.id for matter in view.matters(status)))


@click.command()
@store_option
@output_options
def stories(store: str | None, output: Output) -> int:
    """Lists the stories that the documents fall into.

    \b
    Example:
      musnad stories
    """
    columns = ("id", "label", "first", "last", "documents", "outlets", "entities")
    with open_view(store) as view:
        rows = (
            (s.id, s.label, s.first, s.last, len(s.documents), "; ".join(s.outlets), "; ".join(s.entities))
            for s in view.stories()
        )
        return exits.OK if output.write(columns, rows) else exits.NOTHING_FOUND


@click.command()
@store_option
@output_options
def documents(store: str | None, output: Output) -> int:
    """Lists the documents of the store.

    \b
    Example:
      musnad documents --columns published,outlet,title
    """
    with open_view(store) as view:
        return _list(view, "documents", output)


def _list(view: View, name: str, output: Output, ids: Iterable[str] | None = None) -> int:
    """Writes the rows of a table whose first column is among `ids`, all rows for None; the exit code."""
    from musnad.analysis.tables import TABLES

    table = TABLES[name]
    wanted = None if ids is None else set(ids)
    rows = (row for row in table.rows(view) if wanted is None or row[0] in wanted)
    return exits.OK if output.write(tuple(table.columns), rows, _BRIEF.get(name, ())) else exits.NOTHING_FOUND
