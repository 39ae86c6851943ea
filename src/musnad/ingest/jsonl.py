"""JSON: one object a line, or one file with an object or a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from musnad.errors import InputError, MusnadError
from musnad.ingest.decode import decode
from musnad.ingest.source import Columns, Failure, Settings, Source
from musnad.ingest.streams import utf8_lines
from musnad.ingest.table import choose_columns, row_document
from musnad.model import Document

KINDS = (".jsonl", ".ndjson", ".json")
MAX_JSON_BYTES = 256 * 1024 * 1024  # one list is parsed as a whole; above, one object a line streams
_LINE_FACTOR = 4  # an Arabic letter has two bytes and six in JSON's escapes; the rest of the object takes some too
_OBJECT = msgspec.json.Decoder(dict[str, Any])


def read(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """A document for each object, and a failure for each that can't be one; its uri is its `url`, else `file#line`."""
    rows = _whole(source) if source.kind == ".json" else _lines(source, settings)
    columns: Columns | None = None
    for uri, data, row in rows:
        try:
            if isinstance(row, MusnadError):
                raise row
            if columns is None or columns.text not in row:
                columns = choose_columns(row, settings.columns, uri)
            yield row_document(data, row, columns, uri, settings)
        except MusnadError as error:
            yield Failure.of(error, uri)


def _whole(source: Source) -> Iterator[tuple[str, bytes, dict[str, Any] | MusnadError]]:
    text = decode(source.read(MAX_JSON_BYTES), source.uri)
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise InputError(_fault(error), where=source.uri, advice="name it .jsonl if each line is an object") from None
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        uri = f"{source.uri}#{number}"
        if isinstance(row, dict):
            yield uri, msgspec.json.encode(row, order="deterministic"), row
        else:
            yield uri, b"", InputError("no JSON object", where=uri, advice="each article is an object with a text")


def _lines(source: Source, settings: Settings) -> Iterator[tuple[str, bytes, dict[str, Any] | MusnadError]]:
    with source.open() as stream:
        for number, line in enumerate(utf8_lines(stream, source.uri, _LINE_FACTOR * settings.max_bytes), 1):
            if line.strip():
                uri = f"{source.uri}#{number}"
                yield uri, line.rstrip(b"\r\n"), _object(line, uri)


def _object(line: bytes, uri: str) -> dict[str, Any] | MusnadError:
    try:
        return _OBJECT.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return InputError(_fault(error), where=uri, advice="mend the line or leave it out")


def _fault(error: Exception) -> str:
    """What is wrong with a text that is no JSON; the library says of some faults, not of all, that they are of JSON."""
    return f"malformed JSON: {str(error).removeprefix('JSON is malformed: ')[:100]}"
