"""`musnad read`: articles into a store."""

from __future__ import annotations

from typing import Any

import click

from musnad.cli import exits
from musnad.cli.options import input_options, input_settings, store_option, worker_count, workers_option


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@workers_option
@input_options
@click.option("--quiet", "-q", is_flag=True, help="No progress; failures are still named.")
def read(paths: tuple[str, ...], store: str | None, workers: int, quiet: bool, **given: Any) -> int:
    """Reads articles into a store.

    A PATH is a file, folder, glob, archive or feed; `-` is standard input. Formats: .txt .md .html .json .jsonl .csv
    .tsv .xml (RSS, Atom) and .zip of these. What the store holds already is left as it is; a run that was stopped goes
    on where it was.

    \b
    Example:
      musnad read articles/ archive.zip 'feeds/*.xml' --store story.duckdb
    """
    from musnad.cli.progress import progress
    from musnad.run.outcome import Tally
    from musnad.run.pipeline import read_into
    from musnad.store import open_store

    settings, tally = input_settings(given), Tally()
    target = open_store(store, create=True)
    with progress("Reading", quiet=quiet) as advance:
        for outcome in read_into(target, paths, settings, worker_count(workers)):
            tally.add(outcome)
            if outcome.kind == "failed":
                exits.complain(outcome.message)
            advance(str(tally))
    click.echo(str(tally))
    if tally.undated and not quiet:
        exits.complain(
            f"{tally.undated} of {tally.read} state no date, so «today» and «last week» in them can't be resolved; "
            "--published DATE gives one"
        )
    if tally.counts["failed"]:
        return exits.PARTLY_FAILED if tally.held else exits.ERROR
    return exits.OK if tally.held else exits.NOTHING_FOUND
