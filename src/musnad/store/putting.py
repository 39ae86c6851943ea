"""Articles put into the store: what was read, and the nodes that the story will be made of.

Nodes are made once, when an article comes in; they are made anew only where an entity of theirs was merged into
another, or people have judged.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from musnad.model import Annotation, Document
from musnad.resolve.entities import EntityUse
from musnad.resolve.nodes import Digest
from musnad.store import encoding
from musnad.store.rows import Tables

# what is made from one document for the story, and replaced with it
NODE_TABLES = ("event_report", "claim", "quantity", "link", "document_node", "node_key", "fingerprint")
_READ_TABLES = ("annotation", "mention", "kept_use")


def put_articles(tables: Tables, annotations: Sequence[Annotation], stamp: str) -> None:
    """Stores annotations, replacing older ones of the same documents."""
    names = [annotation.document.id for annotation in annotations]
    tables.delete("document", "id", names)
    tables.insert("document", [_document_row(annotation.document, stamp) for annotation in annotations])
    for table in _READ_TABLES:
        tables.delete(table, "document", names)
    tables.insert("annotation", [[each.document.id, zlib.compress(each.to_json(), 1)] for each in annotations])
    tables.insert("mention", [row for annotation in annotations for row in encoding.mention_rows(annotation)])


def forget_article(tables: Tables, document: str) -> None:
    """Takes out what was read from a document; its nodes go when it is resolved."""
    tables.delete("document", "id", [document])
    for table in _READ_TABLES:
        tables.delete(table, "document", [document])


def keep_uses(tables: Tables, digests: Sequence[Digest]) -> None:
    """Notes the entities of documents whose nodes need not be made again when they are resolved."""
    tables.insert("kept_use", [[each.document.document, msgspec.msgpack.encode(each.uses)] for each in digests])


def kept_uses(tables: Tables, documents: Sequence[str]) -> dict[str, tuple[EntityUse, ...]]:
    """The entities of those documents whose nodes stand ready."""
    rows = tables.select("SELECT document, body FROM kept_use WHERE document IN $values ORDER BY document", documents)
    return {name: msgspec.msgpack.decode(body, type=tuple[EntityUse, ...]) for name, body in rows}


def put_nodes(tables: Tables, digests: Sequence[Digest]) -> None:
    """Writes the nodes of documents, not yet joined to anything."""
    insert = tables.insert
    insert("event_report", [encoding.report_row(node) for each in digests for node in each.events])
    insert("claim", [encoding.claim_row(node) for each in digests for node in each.statements])
    insert("quantity", [encoding.quantity_row(node) for each in digests for node in each.figures])
    insert("link", [encoding.link_row(link) for each in digests for link in each.links])
    insert("document_node", [encoding.document_row(each) for each in digests])
    insert("node_key", [row for each in digests for row in encoding.digest_key_rows(each)])
    tables.insert_series("fingerprint", ((each.document.document, each.marks) for each in digests))


def forget_nodes(tables: Tables, documents: Sequence[str]) -> None:
    """Takes out the nodes of documents."""
    for table in NODE_TABLES:
        tables.delete(table, "document", documents)


def now() -> str:
    """The time, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _document_row(document: Document, stamp: str) -> list[Any]:
    row: list[Any] = [document.id, document.uri, document.outlet, document.title, document.published]
    return [*row, document.published_basis, document.language, len(document.text), stamp, now(), True, document.mended]
