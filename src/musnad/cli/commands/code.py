"""`musnad code`: sentences that stand alone, coded one by one."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import TextIO

import click

from musnad.cli import exits
from musnad.cli.output import Output, output_options

_COLUMNS = ("text", "quadclass", "relevant", "relevance", "events")


@click.command()
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option(
    "--input", "kind", type=click.Choice(["lines", "tsv", "csv", "jsonl"]), help="Kind of the input; by its suffix."
)
@click.option("--text-column", default="text", show_default=True, help="Column or field that holds the sentence.")
@click.option("--semantic", is_flag=True, help="Sentence vectors have a say in the QuadClass (musnad[semantic]; slow).")
@output_options
def code(file: TextIO, kind: str | None, text_column: str, semantic: bool, output: Output) -> int:
    """Codes sentences one by one: QuadClass, political relevance, PLOVER events.

    FILE holds a sentence a line, or a table with a header; `-` is standard input. The other columns of a table (ids)
    come first in the output, as the first row has them. The QuadClass is a model's opinion; the events are what the
    reader finds, as TYPE source → target (factuality).

    \b
    Example:
      musnad code sentences.tsv --text-column sentence --format tsv
    """
    records = _records(file, kind or _kind(file.name), text_column)
    first = next(records, None)
    if first is None:
        return exits.NOTHING_FOUND
    kept = tuple(name for name in first[1] if name != text_column and name not in _COLUMNS)
    rows = _rows(chain([first], records), kept, semantic)
    return exits.OK if output.write((*kept, *_COLUMNS), rows) else exits.NOTHING_FOUND


def _kind(name: str) -> str:
    suffix = name.rpartition(".")[2].lower()
    return {"tsv": "tsv", "csv": "csv", "jsonl": "jsonl", "ndjson": "jsonl"}.get(suffix, "lines")


def _records(file: TextIO, kind: str, column: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Each sentence with the record it stands in, which is empty for plain lines."""
    from musnad.errors import InputError

    if kind == "lines":
        yield from ((line.strip(), {}) for line in file if line.strip())
        return
    rows: Iterator[dict[str, object]]
    if kind == "jsonl":
        rows = (_record(line, file.name, number) for number, line in enumerate(file, 1) if line.strip())
    elif kind == "tsv":
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        csv.field_size_limit(sys.maxsize)
        rows = csv.DictReader(file)
    for number, row in enumerate(rows, 1):
        if column not in row:
            names = ", ".join(str(name) for name in row)
            raise InputError(
                f"row {number} has no «{column}», only {names}", where=file.name, advice="--text-column NAME"
            )
        yield str(row[column] or ""), row


def _record(line: str, name: str, number: int) -> dict[str, object]:
    from musnad.errors import InputError

    try:
        found = json.loads(line)
    except ValueError as error:
        raise InputError(f"line {number} is no JSON", where=name, advice="--input lines for plain text") from error
    if not isinstance(found, dict):
        raise InputError(f"line {number} is no JSON object", where=name, advice="one object a line")
    return found


def _rows(
    records: Iterable[tuple[str, dict[str, object]]], kept: Sequence[str], semantic: bool
) -> Iterator[tuple[object, ...]]:
    from musnad.extract.quadclass.semantic import batches, semantic_scores

    for batch in batches(records):
        extras = semantic_scores([text for text, _ in batch]) if semantic else repeat(())
        for (text, record), extra in zip(batch, extras, strict=False):
            yield (*(record.get(name) for name in kept), *_row(text, extra))


def _row(text: str, extra: Sequence[float]) -> tuple[str, str, bool, float, str]:
    from musnad.extract.annotate import annotate
    from musnad.extract.quadclass.model import opinion

    annotation = annotate(text)
    held = opinion(text, annotation, extra)
    events = "; ".join(
        f"{event.type} {','.join(event.sources) or '—'} → {','.join(event.targets) or '—'} ({event.factuality})"
        for event in annotation.events
    )
    return text, held.quadclass, held.relevant, held.relevance, events
