"""`musnad export`: the story in other programs' formats."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musnad.cli import exits
from musnad.cli.options import language_option, open_view, store_option

if TYPE_CHECKING:
    from musnad.store import View

# format → module and function under musnad.export, whether it writes text, and whether it has headings in a language
_WRITERS = {
    "polecat": ("polecat", "write_polecat", True, False),
    "web-annotation": ("web_annotation", "write_web_annotations", True, False),
    "timelinejs": ("timelinejs", "write_timelinejs", True, True),
    "stix": ("stix", "write_stix", True, True),
    "prov": ("prov", "write_prov", True, False),
    "ftm": ("ftm", "write_ftm", True, True),
    "ical": ("ical", "write_ical", False, True),
    "graphml": ("graph", "write_graphml", False, True),
    "gexf": ("graph", "write_gexf", False, True),
    "xlsx": ("xlsx", "write_xlsx", False, True),
}
_TABLES = ("csv", "tsv", "jsonl", "json", "parquet")
_NAMES = ("events", "reports", "claims", "matters", "actors", "numbers", "links", "documents")


@click.command()
@click.argument("kind", metavar="FORMAT", type=click.Choice([*_TABLES, *_WRITERS]))
@click.argument("table", required=False, type=click.Choice(_NAMES))
@store_option
@language_option
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="File; a folder for all tables. Else standard output."
)
def export(kind: str, table: str | None, store: str | None, lang: str, output: Path | None) -> int:
    """Writes the story as csv, tsv, jsonl, json or parquet (one TABLE, or all of them into a folder), or as polecat,
    web-annotation, timelinejs, stix, prov, ftm, ical, graphml, gexf or xlsx.

    \b
    Example:
      musnad export csv --output tables/
      musnad export polecat > events.tsv
    """
    with open_view(store) as view:
        if kind in _TABLES:
            return _export_tables(view, kind, table, output)
        if table:
            raise click.UsageError(f"{kind} takes no table")
        return _export_story(view, kind, lang, output)


def _export_tables(view: View, kind: str, table: str | None, output: Path | None) -> int:
    if table is None:
        if output is None:
            raise click.UsageError("all tables at once need a folder: give --output FOLDER, or name one table")
        output.mkdir(parents=True, exist_ok=True)
        for name in _NAMES:
            _export_table(view, kind, name, output / f"{name}.{kind}")
        return exits.OK
    return exits.OK if _export_table(view, kind, table, output) else exits.NOTHING_FOUND


def _export_table(view: View, kind: str, name: str, path: Path | None) -> int:
    from musnad.analysis.tables import TABLES
    from musnad.export import tables as to

    if kind == "parquet":
        if path is None:
            raise click.UsageError("parquet is no text: give a file with --output")
        rows = to.write_parquet(TABLES[name], view, path)
    else:
        write: dict[str, Callable[..., int]] = {
            "csv": to.write_csv,
            "tsv": lambda *given: to.write_csv(*given, delimiter="\t"),
            "jsonl": to.write_jsonl,
            "json": to.write_json,
        }
        if path is None:
            return write[kind](TABLES[name], view, sys.stdout)
        with path.open("w", encoding="utf-8", newline="") as stream:
            rows = write[kind](TABLES[name], view, stream)
    exits.complain(f"wrote {path}: {rows} rows")
    return rows


def _export_story(view: View, kind: str, lang: str, output: Path | None) -> int:
    from importlib import import_module

    module, function, is_text, has_language = _WRITERS[kind]
    write: Callable[..., int] = getattr(import_module(f"musnad.export.{module}"), function)
    options: dict[str, Any] = {"language": lang} if has_language else {}
    if output is None:
        count = write(view, sys.stdout if is_text else sys.stdout.buffer, **options)
        return exits.OK if count else exits.NOTHING_FOUND
    with output.open("w" if is_text else "wb", **({"encoding": "utf-8", "newline": ""} if is_text else {})) as stream:
        count = write(view, stream, **options)
    exits.complain(f"wrote {output}: {count} records")
    return exits.OK if count else exits.NOTHING_FOUND
