"""What kind of file a name or its first bytes tell, and what to say of those that are not read."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.errors import InputError
from musnad.ingest.source import Failure, Ignored
from musnad.ingest.table import looks_like_table
from musnad.resources import load_yaml, package_path


def refusal(uri: str, kind: str) -> Failure | Ignored:
    """What becomes of a file of a kind that is not read: passed over if it can be no article, else a failure."""
    if kind in _kinds()["ignored"]:
        return Ignored(uri)
    advice = _kinds()["advice"].get(kind, "rename it if it is text, or leave it out")
    return Failure.of(
        InputError(f"{kind or 'a file without suffix'} is no kind that Musnad reads", where=uri, advice=advice)
    )


def is_known(kind: str) -> bool:
    """Whether a suffix is known to be none that can be read as text."""
    return kind in _kinds()["ignored"] or kind in _kinds()["advice"]


def sniffed(head: bytes) -> str:
    """The kind that the first bytes of a stream without a name look like."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith(b"{"):
        return ".jsonl"
    if start.startswith(b"[{"):
        return ".json"
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return ".html"
    if start.startswith(b"<?xml") or b"<rss" in start or b"<feed" in start:
        return ".xml"
    return looks_like_table(head) or ".txt"


@cache
def _kinds() -> dict[str, Any]:
    return dict(load_yaml(package_path("ingest", "data", "kinds.yaml")))
