"""The text that was read, and how it falls into articles, zones and sentences."""

from __future__ import annotations

from typing import Literal

import msgspec

PublishedBasis = Literal["given", "stated", "inferred", "unknown"]
ZoneKind = Literal["title", "body", "credit", "keywords", "related", "promo"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One input. `id` is the SHA-256 of its bytes, `text` what they decode to (for HTML: the extracted text).

    `published` is an ISO 8601 date, or a range `from/to` where it is only inferred; `reason` says from what.
    `mended` says what was put right in the text before it was read; empty if nothing was.
    """

    id: str
    uri: str = ""
    title: str = ""
    outlet: str = ""
    language: str = "ar"
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    published_reason: str = ""
    mended: str = ""
    text: str = ""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a document; a pasted page may hold several."""

    id: str
    start: int
    end: int
    title: str = ""
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    published_reason: str = ""


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that is no body text: headline, credit line, keywords, link list or promotion."""

    start: int
    end: int
    kind: ZoneKind
    rule: str = ""


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, without the white space around it."""

    start: int
    end: int
