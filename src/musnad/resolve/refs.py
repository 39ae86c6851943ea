"""Short stable references: the same place of the same document has the same one on every machine and every run."""

from __future__ import annotations

from hashlib import blake2b

from musnad.model.span import Span

EVENT, STATEMENT, MATTER, FIGURE, FIGURES, LINK, PASSAGE, STORY = "e", "s", "m", "f", "n", "l", "p", "t"


def ref(kind: str, *parts: object) -> str:
    """The reference of a record of `kind` (one letter) that `parts` identify: the letter and ten hexadecimal digits."""
    return kind + blake2b("\0".join(map(str, parts)).encode(), digest_size=5).hexdigest()


def span_ref(kind: str, document: str, span: Span) -> str:
    """The reference of a record that stands on `span` of a document."""
    return ref(kind, document, span.start, span.end)


def regroup(kind: str, member: str) -> str:
    """The reference of the group that begins with `member`; swaps the letter, so that any member leads to its group."""
    return kind + member[1:]
