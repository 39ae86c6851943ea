"""All formats that a story can be exported in, by name, and the manifest that goes with each file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import msgspec

from musnad.analysis.brief import brief
from musnad.analysis.tables import TABLES
from musnad.analysis.wording import Language
from musnad.errors import UsageError
from musnad.export import tables
from musnad.export.brief import to_html, to_markdown
from musnad.export.docx import write_docx
from musnad.export.ftm import write_ftm
from musnad.export.graph import write_gexf, write_graphml
from musnad.export.ical import write_ical
from musnad.export.polecat import write_polecat
from musnad.export.prov import write_prov
from musnad.export.stix import write_stix
from musnad.export.timeline_html import write_timeline_html
from musnad.export.timelinejs import write_timelinejs
from musnad.export.web_annotation import write_web_annotations
from musnad.export.xlsx import write_xlsx
from musnad.store.base import View

# a writer puts the export into a binary stream and returns how many records it wrote
Write = Callable[[View, BinaryIO, str, Language], int]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One export format. `per_table` formats write the table asked for, the others the whole story."""

    name: str
    suffix: str
    about: str
    write: Write
    per_table: bool = False


def _text(write: Callable[..., int], *, with_language: bool = False) -> Write:
    def to_bytes(view: View, stream: BinaryIO, table: str, language: Language) -> int:
        with _utf8(stream) as text:
            return write(view, text, language=language) if with_language else write(view, text)

    return to_bytes


def _binary(write: Callable[..., int]) -> Write:
    return lambda view, stream, table, language: write(view, stream, language=language)


def _table(write: Callable[..., int], *, mark: bool = False) -> Write:
    def to_bytes(view: View, stream: BinaryIO, table: str, language: Language) -> int:
        if mark:
            stream.write(b"\xef\xbb\xbf")  # Excel takes a CSV file for UTF-8 only with this mark
        with _utf8(stream) as text:
            return write(_named(table), view, text)

    return to_bytes


def _named(table: str) -> Any:
    if table not in TABLES:
        raise UsageError(f"no table «{table}»", advice=f"one of {', '.join(TABLES)}")
    return TABLES[table]


class _utf8:  # noqa: N801 - used like a function
    """A text view of a binary stream that leaves the stream open."""

    def __init__(self, stream: BinaryIO) -> None:
        self.text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)

    def __enter__(self) -> TextIO:
        return self.text

    def __exit__(self, *_: object) -> None:
        self.text.flush()
        self.text.detach()


def _parquet(view: View, stream: BinaryIO, table: str, language: Language) -> int:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.parquet"
        count = tables.write_parquet(_named(table), view, path)
        with path.open("rb") as rows:
            while block := rows.read(1 << 20):
                stream.write(block)
    return count


def _brief(render: Callable[..., str]) -> Write:
    def to_bytes(view: View, stream: BinaryIO, table: str, language: Language) -> int:
        page = brief(view, language)
        stream.write(render(page).encode())
        return len(page.citations)

    return to_bytes


def _brief_docx(view: View, stream: BinaryIO, table: str, language: Language) -> int:
    page = brief(view, language)
    write_docx(page, stream)
    return len(page.citations)


def _jsonl_annotations(view: View, stream: BinaryIO, table: str, language: Language) -> int:
    count = 0
    for annotation in view.annotations():
        stream.write(annotation.to_json() + b"\n")
        count += 1
    return count


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format(
            name="csv",
            suffix="csv",
            about="one table, for Excel and R",
            per_table=True,
            write=_table(tables.write_csv, mark=True),
        ),
        Format(
            name="tsv",
            suffix="tsv",
            about="one table, tab-separated",
            per_table=True,
            write=_table(partial(tables.write_csv, delimiter="\t")),
        ),
        Format(
            name="jsonl",
            suffix="jsonl",
            about="one table, a JSON object a line",
            per_table=True,
            write=_table(tables.write_jsonl),
        ),
        Format(
            name="json",
            suffix="json",
            about="one table, one JSON array",
            per_table=True,
            write=_table(tables.write_json),
        ),
        Format(name="parquet", suffix="parquet", about="one table, Parquet (zstd)", per_table=True, write=_parquet),
        Format(name="xlsx", suffix="xlsx", about="all tables, a sheet each", write=_binary(write_xlsx)),
        Format(
            name="annotations",
            suffix="jsonl",
            about="every article in the annotation format, one a line",
            write=_jsonl_annotations,
        ),
        Format(
            name="polecat",
            suffix="txt",
            about="events in the columns of POLECAT, with a CAMEO root",
            write=_text(write_polecat),
        ),
        Format(name="markdown", suffix="md", about="the brief", write=_brief(to_markdown)),
        Format(name="html", suffix="html", about="the brief as one page", write=_brief(to_html)),
        Format(name="docx", suffix="docx", about="the brief for Word", write=_brief_docx),
        Format(
            name="timeline",
            suffix="html",
            about="the timeline as one page",
            write=_text(write_timeline_html, with_language=True),
        ),
        Format(
            name="timelinejs",
            suffix="json",
            about="the timeline for TimelineJS",
            write=_text(write_timelinejs, with_language=True),
        ),
        Format(name="ical", suffix="ics", about="the timeline as a calendar (RFC 5545)", write=_binary(write_ical)),
        Format(name="graphml", suffix="graphml", about="the signed network", write=_binary(write_graphml)),
        Format(name="gexf", suffix="gexf", about="the network over time, for Gephi", write=_binary(write_gexf)),
        Format(name="webannotation", suffix="jsonld", about="W3C Web Annotations", write=_text(write_web_annotations)),
        Format(name="prov", suffix="json", about="who said what through whom (W3C PROV)", write=_text(write_prov)),
        Format(name="stix", suffix="json", about="STIX 2.1 bundle", write=_text(write_stix, with_language=True)),
        Format(
            name="ftm",
            suffix="json",
            about="FollowTheMoney entities, one a line",
            write=_text(write_ftm, with_language=True),
        ),
    )
}


def export(view: View, name: str, path: Path, *, table: str = "events", language: Language = "ar") -> dict[str, Any]:
    """Writes a file and beside it its manifest (`NAME.manifest.json`), which it returns; nothing half-written stays."""
    if name not in FORMATS:
        raise UsageError(f"no format «{name}»", advice=f"one of {', '.join(FORMATS)}")
    chosen, part = FORMATS[name], path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            count = chosen.write(view, stream, table, language)
        made = _manifest(view, chosen, part, path, count, table, language)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    path.with_name(path.name + ".manifest.json").write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=2))
    return made


def _manifest(
    view: View, chosen: Format, part: Path, path: Path, count: int, table: str, language: Language
) -> dict[str, Any]:
    from musnad import __version__

    with part.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "file": path.name,
        "sha256": digest,
        "format": chosen.name,
        "table": table if chosen.per_table else None,
        "language": language,
        "records": count,
        "musnad": __version__,
        "documents": [document.id for document in view.documents()],
    }
