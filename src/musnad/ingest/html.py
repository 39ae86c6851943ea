"""Web pages: the article without its furniture, and what the page says of title, outlet and date."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from musnad.errors import EmptyInputError, InputError
from musnad.ingest.decode import decode
from musnad.ingest.documents import document
from musnad.ingest.source import Failure, Settings, Source
from musnad.model import Document

KINDS = (".html", ".htm", ".xhtml")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_BLOCKS = "p|div|br|li|tr|h1|h2|h3|h4|h5|h6|blockquote|section|article|figcaption"
_HEAD = 300  # a page's headline, where the extracted text holds it, stands in its first letters


def read(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """The article of a page; raises EmptyInputError for a page without one."""
    data = source.read(settings.max_bytes)
    markup = _DECLARATION.sub("", decode(data, source.uri, _declared(data)))
    page = _extract(markup, source.uri)
    text = (page.get("text") or "").strip() or fragment_text(markup)
    if not text:
        raise EmptyInputError("the page holds no article", where=source.uri, advice="save the page after it has loaded")
    title = " ".join((page.get("title") or "").split())
    yield document(
        data,
        source.uri,
        with_headline(title, text),
        settings,
        title=title,
        outlet=page.get("sitename") or page.get("hostname") or "",
        date=page.get("date") or "",
        basis="stated",
    )


def with_headline(title: str, text: str) -> str:
    """`text` with its headline as the first line, if it does not begin with it already."""
    if not title or " ".join(title.split()) in " ".join(text[: _HEAD + len(title)].split()):
        return text
    return f"{title}\n{text}"


def fragment_text(markup: str) -> str:
    """The visible text of a piece of HTML, one block a line; empty where there is none."""
    from lxml import etree
    from lxml import html as parser

    if not markup.strip():
        return ""
    try:
        root = parser.fromstring(f"<div>{markup}</div>" if "<body" not in markup.lower() else markup)
    except (etree.ParserError, ValueError):
        return ""
    for node in list(root.iter("script", "style", "noscript", "template", "head", etree.Comment)):
        node.drop_tree()
    for node in root.iter(*_BLOCKS.split("|")):
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in str(root.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii") if match else ""


def _extract(markup: str, where: str) -> dict[str, Any]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        page = trafilatura.bare_extraction(
            markup, with_metadata=True, include_comments=False, include_tables=False, favor_recall=True
        )
    except Exception as error:  # whatever a malformed page sets off in the parsers below, the other files go on
        raise InputError(
            f"can't be parsed as HTML ({type(error).__name__})", where=where, advice="save it again"
        ) from error
    if page is None:
        return {}
    return page if isinstance(page, dict) else dict(page.as_dict())
