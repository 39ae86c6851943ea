"""RSS and Atom files: one article an item."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from musnad.errors import InputError, MusnadError
from musnad.ingest.decode import decode
from musnad.ingest.documents import document
from musnad.ingest.html import fragment_text, with_headline
from musnad.ingest.source import Failure, Settings, Source
from musnad.model import Document

KINDS = (".xml", ".rss", ".atom", ".rdf")


def read(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """A document for each item (its content, else its summary, under its headline), a failure for each without text."""
    feed = _parse(source, settings)
    outlet = str(feed.feed.get("title") or "")
    for number, item in enumerate(feed.entries, 1):
        uri = str(item.get("link") or f"{source.uri}#{number}")
        try:
            yield _document(item, uri, outlet, settings)
        except MusnadError as error:
            yield Failure.of(error, f"{source.uri}#{number}")


def _parse(source: Source, settings: Settings) -> Any:
    import feedparser

    data = source.read(settings.max_bytes)
    decode(data, source.uri)  # raises for what is empty or no text; feedparser tells the encoding from the XML itself
    # a stream, since feedparser takes a string for an address to fetch
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and not feed.get("version"):
        raise InputError("an XML file that is no RSS or Atom feed", where=source.uri, advice="leave it out")
    if not feed.entries:
        raise InputError("a feed without items", where=source.uri, advice="leave it out")
    return feed


def _document(item: Any, uri: str, outlet: str, settings: Settings) -> Document:
    contents = [str(part.get("value") or "") for part in item.get("content", [])]
    markup = max(contents, key=len, default="") or str(item.get("summary") or "")
    title = fragment_text(str(item.get("title") or ""))
    date = item.get("published_parsed") or item.get("updated_parsed")
    identity = "\x1f".join((str(item.get("id") or uri), title, markup))
    return document(
        identity.encode("utf-8", "surrogatepass"),
        uri,
        with_headline(title, fragment_text(markup)),
        settings,
        title=title,
        outlet=outlet,
        date=f"{date.tm_year:04}-{date.tm_mon:02}-{date.tm_mday:02}" if date else "",
        basis="stated",
    )
