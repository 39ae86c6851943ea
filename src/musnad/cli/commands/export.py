"""`musnad export`: the story in other programs' formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musnad.cli import exits
from musnad.cli.options import language_option, open_view, store_option

if TYPE_CHECKING:
    from musnad.export.formats import Format
    from musnad.store import View

_TABLE = "events"


@click.command()
@click.argument("name", metavar="FORMAT", required=False)
@store_option
@language_option
@click.option("--table", "-t", metavar="NAME", help="The table for csv, tsv, jsonl, json and parquet; `all` for each.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="File to write; a folder for --table all.")
@click.option("--list", "listed", is_flag=True, help="List the formats and tables.")
def export(name: str | None, store: str | None, lang: str, table: str | None, output: Path | None, listed: bool) -> int:
    """Writes the story for other programs.

    FORMAT is csv, tsv, jsonl, json or parquet for a table (events if none is named), else one of those that
    `musnad export --list` shows. A file gets a manifest beside it; without --output all goes to standard output.

    \b
    Example:
      musnad export csv --table claims --output claims.csv
      musnad export polecat > events.tsv
    """
    from musnad.analysis.tables import TABLES
    from musnad.export.formats import FORMATS

    if listed:
        for known in FORMATS.values():
            click.echo(f"{known.name}\t{known.about}")
        click.echo(f"tables\t{', '.join(TABLES)}")
        return exits.OK
    if name not in FORMATS:
        raise click.UsageError(f"{name or 'no format'}: give one of {', '.join(FORMATS)}")
    chosen = FORMATS[name]
    if table and not chosen.per_table:
        raise click.UsageError(f"{name} holds the whole story: it takes no --table")
    with open_view(store) as view:
        return _write(view, chosen, table or _TABLE, lang, output)


def _write(view: View, chosen: Format, table: str, lang: str, output: Path | None) -> int:
    if table == "all":
        return _write_all(view, chosen, lang, output)
    if output is None:
        count = chosen.write(view, sys.stdout.buffer, table, lang)  # type: ignore[arg-type]
        sys.stdout.buffer.flush()
        return exits.OK if count else exits.NOTHING_FOUND
    return exits.OK if _write_file(view, chosen, table, lang, output) else exits.NOTHING_FOUND


def _write_all(view: View, chosen: Format, lang: str, folder: Path | None) -> int:
    from musnad.analysis.tables import TABLES

    if folder is None:
        raise click.UsageError("all tables at once need a folder: give --output FOLDER")
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        _write_file(view, chosen, table, lang, folder / f"{table}.{chosen.suffix}")
    return exits.OK


def _write_file(view: View, chosen: Format, table: str, lang: str, path: Path) -> int:
    from musnad.export.formats import export as write

    made = write(view, chosen.name, path, table=table, language=lang)  # type: ignore[arg-type]
    exits.complain(f"wrote {path}: {made['records']} records")
    return int(made["records"])
