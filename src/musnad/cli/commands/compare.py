"""`musnad compare`: which outlet tells what."""

from __future__ import annotations

import click

from musnad.cli import exits
from musnad.cli.options import open_view, store_option
from musnad.cli.output import Output, output_options


@click.command()
@store_option
@click.option("--coverage", is_flag=True, help="Articles by outlet, with the days on which it is silent, instead.")
@click.option("--most", type=click.IntRange(1), default=40, show_default=True, help="Facts at most, the most told.")
@output_options
def compare(store: str | None, coverage: bool, most: int, output: Output) -> int:
    """Compares outlets: what each tells and what it omits.

    A cell says whether the outlet tells the fact, omits it, tells it without the denial, or only through another.

    \b
    Example:
      musnad compare --format csv > outlets.csv
    """
    from musnad.analysis.compare import compare as comparison

    with open_view(store) as view:
        found = comparison(view, most=most)
    if coverage:
        columns = ("outlet", "articles", "undated", "days", "silent_days")
        silent = [(c.outlet, c.articles, c.undated, len(c.by_day), "; ".join(c.gaps)) for c in found.coverage]
        return exits.OK if output.write(columns, silent) else exits.NOTHING_FOUND
    rows = [(fact.ref, fact.date, fact.label, *fact.told) for fact in found.facts]
    return exits.OK if output.write(("id", "date", "fact", *found.outlets), rows) else exits.NOTHING_FOUND
