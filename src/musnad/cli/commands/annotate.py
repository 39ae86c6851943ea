"""`musnad annotate`: the contract's JSON of one article."""

from __future__ import annotations

import sys
from typing import Any

import click

from musnad.cli import exits
from musnad.cli.options import input_options, input_settings, worker_count, workers_option


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@workers_option
@input_options
@click.option("--indent", type=click.IntRange(0, 8), default=0, help="Spaces a level; one line an article if 0.")
def annotate(paths: tuple[str, ...], workers: int, indent: int, **given: Any) -> int:
    """Prints what is read from an article, as JSON.

    No store is needed. `-` is standard input; the format is that of `musnad schema`.

    \b
    Example:
      musnad annotate article.txt --published 2024-06-18 --indent 2
    """
    from musnad.run.pipeline import annotate_paths

    read = failed = 0
    for result in annotate_paths(paths, input_settings(given), worker_count(workers)):
        if hasattr(result, "message"):
            exits.complain(result.message)
            failed += 1
        else:
            sys.stdout.buffer.write(result.to_json(indent=indent) + b"\n")
            read += 1
    if failed:
        return exits.PARTLY_FAILED if read else exits.ERROR
    return exits.OK if read else exits.NOTHING_FOUND
