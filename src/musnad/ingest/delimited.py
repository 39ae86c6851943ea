"""CSV and TSV: one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from musnad.errors import EncodingError, InputError, MusnadError
from musnad.ingest.source import Columns, Failure, Settings, Source
from musnad.ingest.streams import text_stream
from musnad.ingest.table import choose_columns, row_document
from musnad.model import Document

KINDS = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"


def read(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """A document for each row, and a failure for each that can't be one; its uri is its `url`, else `file#row`.

    Raises InputError where the rest of the table can't be read.
    """
    csv.field_size_limit(settings.max_bytes)
    with source.open() as raw:
        stream = text_stream(raw, source.uri)
        try:
            yield from _rows(stream, source, settings)
        except csv.Error as error:
            raise InputError(
                f"malformed table: {error}", where=source.uri, advice="check quotes, or raise --max-mb"
            ) from None
        except UnicodeDecodeError as error:
            raise EncodingError(f"broken {error.encoding}", where=source.uri, advice="convert it to UTF-8") from None


def _rows(stream: TextIO, source: Source, settings: Settings) -> Iterator[Document | Failure]:
    heading = stream.readline(settings.max_bytes)
    delimiter = "\t" if source.kind in (".tsv", ".tab") else max(_DELIMITERS, key=heading.count)
    names = next(csv.reader([heading], delimiter=delimiter), [])
    columns: Columns = choose_columns(names, settings.columns, source.uri)
    for number, cells in enumerate(csv.reader(stream, delimiter=delimiter), 2):
        uri = f"{source.uri}#{number}"
        if not any(cells):
            continue
        row = dict(zip(names, cells, strict=False))
        try:
            yield row_document("\x1f".join(cells).encode("utf-8", "surrogatepass"), row, columns, uri, settings)
        except MusnadError as error:
            yield Failure.of(error, uri)
