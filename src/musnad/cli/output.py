"""Rows to standard output: a table for eyes, or CSV, TSV, JSON Lines or JSON for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from itertools import islice
from typing import Any, TextIO, TypeVar

import click

from musnad.cli.exits import complain

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("table", "csv", "tsv", "jsonl", "json")
_TABLE_ROWS = 2_000  # a table is laid out as a whole; more rows than this nobody reads on a terminal


@dataclass(frozen=True, slots=True)
class Output:
    """How rows are written: format, columns (all if empty), and the most rows (all if 0)."""

    format: str
    columns: tuple[str, ...] = ()
    limit: int = 0

    def write(self, columns: Sequence[str], rows: Iterable[Sequence[Any]], brief: Sequence[str] = ()) -> int:
        """Writes the rows; how many. `brief` are the columns of a table on a terminal where none were asked for.

        Where there are none, a line on standard error says so. Raises UsageError for a column that is not there.
        """
        chosen = self.columns or (tuple(brief) if self.format == "table" and brief else tuple(columns))
        picked = _picked(tuple(columns), chosen, rows)
        counted = _Counted(islice(picked, self.limit) if self.limit else picked)
        _WRITERS[self.format](chosen, counted, sys.stdout)
        if not counted.count:
            complain("nothing found")
        return counted.count


def output_options(command: F) -> F:
    """`--format`, `--columns` and `--limit`, given to the command as one `output`."""

    @wraps(command)
    def with_output(*args: Any, format: str | None, columns: str, limit: int, **rest: Any) -> Any:
        names = tuple(name.strip() for name in columns.split(",") if name.strip())
        chosen = format or ("table" if sys.stdout.isatty() else "jsonl")
        return command(*args, output=Output(chosen, names, limit), **rest)

    for option in (
        click.option("--limit", "-n", type=click.IntRange(0), default=0, metavar="N", help="The first N rows only."),
        click.option("--columns", "-c", default="", metavar="A,B,…", help="These columns only, in this order."),
        click.option("--format", "-f", type=click.Choice(FORMATS), help="Format; a table on a terminal, else jsonl."),
    ):
        with_output = option(with_output)
    return with_output  # type: ignore[return-value]


class _Counted:
    """Rows that are counted while they pass."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.count += 1
            yield row


def _picked(
    columns: tuple[str, ...], chosen: tuple[str, ...], rows: Iterable[Sequence[Any]]
) -> Iterator[tuple[Any, ...]]:
    from musnad.errors import UsageError

    for name in chosen:
        if name not in columns:
            raise UsageError(f"no column {name}", where="--columns", advice=f"the columns are {', '.join(columns)}")
    places = [columns.index(name) for name in chosen]
    return (tuple(row[place] for place in places) for row in rows)


def _write_csv(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if cell is None else cell for cell in row] for row in rows)


def _write_tsv(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], stream: TextIO) -> None:
    """No quoting: tabs and line ends inside a cell become spaces, so that `cut` and `awk` hold."""
    stream.write("\t".join(columns) + "\n")
    for row in rows:
        stream.write("\t".join("" if cell is None else " ".join(str(cell).split()) for cell in row) + "\n")


def _write_jsonl(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], stream: TextIO) -> None:
    import msgspec

    for row in rows:
        stream.write(msgspec.json.encode(dict(zip(columns, row, strict=True)), enc_hook=str).decode() + "\n")


def _write_json(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], stream: TextIO) -> None:
    import msgspec

    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    stream.write(msgspec.json.format(msgspec.json.encode(objects, enc_hook=str), indent=2).decode() + "\n")


def _write_table(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]], stream: TextIO) -> None:
    from musnad.cli.tables import render_table

    kept = list(islice(rows, _TABLE_ROWS))
    stream.write(render_table(columns, kept))
    rest = sum(1 for _ in rows) if len(kept) == _TABLE_ROWS else 0
    if rest:
        print(f"{rest} more rows: --format csv, tsv or jsonl shows all", file=sys.stderr)


_WRITERS: dict[str, Callable[[tuple[str, ...], Iterable[tuple[Any, ...]], TextIO], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "tsv": _write_tsv,
    "jsonl": _write_jsonl,
    "json": _write_json,
}
