"""What the readers of tables share: which column holds what, and a document from one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from musnad.errors import InputError
from musnad.ingest.documents import document
from musnad.ingest.source import Columns, Settings
from musnad.model import Document
from musnad.resources import load_yaml, package_path


def choose_columns(names: Iterable[str], wanted: Columns, where: str) -> Columns:
    """The columns to read, those wanted by name and the rest guessed; raises InputError without a text column."""
    names = list(names)
    by_key = {_key(name): name for name in reversed(names)}
    chosen: dict[str, str] = {}
    for role in ("text", "title", "outlet", "date", "url"):
        asked = getattr(wanted, role)
        if asked and asked not in names:
            raise InputError(f"no column {asked}", where=where, advice=f"the columns are {_list(names)}")
        guesses = (by_key[key] for key in _names()[role] if key in by_key)
        chosen[role] = asked or next((name for name in guesses if name not in chosen.values()), "")
    if not chosen["text"]:
        advice = f"name it with --text-column; the columns are {_list(names)}"
        raise InputError("no column that holds the text", where=where, advice=advice)
    return Columns(**chosen)


def looks_like_table(head: bytes) -> str:
    """The kind (.csv, .tsv) of a table whose first line names a column of texts and another; empty if it does not."""
    heading = head.decode("utf-8", "ignore").lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max("\t,;|", key=heading.count)
    cells = {_key(cell.strip().strip('"')) for cell in heading.split(delimiter)}
    others = {key for role, keys in _names().items() if role != "text" for key in keys}
    if cells.isdisjoint(_names()["text"]) or cells.isdisjoint(others):
        return ""
    return ".tsv" if delimiter == "\t" else ".csv"


def row_document(data: bytes, row: Mapping[str, Any], columns: Columns, uri: str, settings: Settings) -> Document:
    """The document of one row, its text as the column holds it; raises InputError for a row without Arabic text."""
    cells = {role: _cell(row, getattr(columns, role)) for role in ("text", "title", "outlet", "date", "url")}
    if len(cells["text"]) > settings.max_bytes:
        raise InputError("the text is too large for one article", where=uri, advice="split it, or raise --max-mb")
    return document(
        data,
        cells["url"] or uri,
        cells["text"].replace("\0", ""),
        settings,
        title=cells["title"],
        outlet=cells["outlet"],
        date=cells["date"],
        where=uri,
    )


def _cell(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name) if name else None
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    return "" if value is None else str(value)


def _key(name: str) -> str:
    return name.strip().lower().replace(" ", "").replace("_", "").replace("-", "")


def _list(names: list[str]) -> str:
    return ", ".join(name[:40] for name in names[:12]) or "none"


@cache
def _names() -> dict[str, list[str]]:
    return {role: list(names) for role, names in load_yaml(package_path("ingest", "data", "columns.yaml")).items()}
