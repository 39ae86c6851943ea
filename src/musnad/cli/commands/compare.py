"""`musnad compare`: which outlet tells what."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from musnad.cli import exits
from musnad.cli.options import language_option, open_view, store_option
from musnad.cli.output import Output, output_options

if TYPE_CHECKING:
    from musnad.analysis.compare import Comparison
    from musnad.analysis.wording import Language


@click.command()
@store_option
@language_option
@click.option("--coverage", is_flag=True, help="Articles by outlet, with the days on which it is silent, instead.")
@click.option("--most", type=click.IntRange(1), default=40, show_default=True, help="Facts at most, the most told.")
@output_options
def compare(store: str | None, lang: str, coverage: bool, most: int, output: Output) -> int:
    """Compares outlets: what each tells and what it omits.

    A cell says whether the outlet tells the fact, omits it, tells it without the denial, or only through another; a
    table on a terminal says so in words, with a legend, the other formats keep the codes.

    \b
    Example:
      musnad compare --format csv > outlets.csv
    """
    from musnad.analysis.compare import compare as comparison

    with open_view(store) as view:
        found = comparison(view, most=most, language=cast("Language", lang))
    if coverage:
        columns = ("outlet", "articles", "undated", "days", "silent_days")
        silent = [(c.outlet, c.articles, c.undated, len(c.by_day), "; ".join(c.gaps)) for c in found.coverage]
        return exits.OK if output.write(columns, silent) else exits.NOTHING_FOUND
    if output.format == "table" and not output.columns:
        return _table(found, cast("Language", lang), output)
    rows = [(fact.ref, fact.date, fact.label, *fact.told) for fact in found.facts]
    return exits.OK if output.write(("id", "date", "fact", *found.outlets), rows) else exits.NOTHING_FOUND


def _table(found: Comparison, language: Language, output: Output) -> int:
    """The comparison for eyes: words for codes, and what they mean on standard error."""
    from typing import get_args

    from musnad.analysis.compare import Told
    from musnad.analysis.wording import wording

    rows = [
        (fact.date, fact.label, *(wording("told", told, language) for told in fact.told), fact.ref)
        for fact in found.facts
    ]
    count = output.write(("date", "fact", *found.outlets, "id"), rows)
    for told in get_args(Told):
        print(f"{wording('told', told, language)}: {wording('legend', told, language)}", file=sys.stderr)
    return exits.OK if count else exits.NOTHING_FOUND
