"""One way to make a document, whatever format it came in."""

from __future__ import annotations

import hashlib

from musnad.ingest.dates import iso_date
from musnad.ingest.script import require_arabic
from musnad.ingest.source import Settings
from musnad.model import Document
from musnad.model.document import PublishedBasis


def content_id(data: bytes) -> str:
    """The identity of an input: the SHA-256 of its bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def document(
    data: bytes,
    uri: str,
    text: str,
    settings: Settings,
    *,
    title: str = "",
    outlet: str = "",
    date: str = "",
    basis: PublishedBasis = "given",
    where: str = "",
) -> Document:
    """The document of one input; `date` is what its page or table says, `basis` how it says it.

    What the settings give for all inputs wins. Raises EmptyInputError or InputError for a text without Arabic, naming
    `where` (the uri if empty).
    """
    require_arabic(text, where or uri)
    published, reason = settings.published or iso_date(date), ""
    if date and not published:
        reason = f"the date given beside the text is no date: {date.strip()[:40]}"
    if not published:
        basis = "unknown"
    return Document(
        id=content_id(data),
        uri=uri,
        title=" ".join(title.split()),
        outlet=settings.outlet or " ".join(outlet.split()),
        published=published,
        published_basis="given" if settings.published else basis,
        published_reason=reason,
        text=text,
    )
