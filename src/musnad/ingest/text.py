"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.ingest.decode import decode
from musnad.ingest.documents import document
from musnad.ingest.front_matter import split_front_matter
from musnad.ingest.source import Failure, Settings, Source
from musnad.model import Document

KINDS = (".txt", ".text", ".md", ".markdown")
_HEADING = re.compile(r"\s*#[ \t]+([^\n]+)")


def read(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """The one document of a text file."""
    data = source.read(settings.max_bytes)
    fields, text = split_front_matter(decode(data, source.uri))
    heading = _HEADING.match(text)
    yield document(
        data,
        source.uri,
        text,
        settings,
        title=fields.get("title") or (heading.group(1) if heading else ""),
        outlet=fields.get("outlet", ""),
        date=fields.get("published") or fields.get("date", ""),
    )
