"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

# «سي. إن. إن», decimals and initials do not end a sentence: the stop must follow three letters or a closing mark
_END = re.compile(r"(?<=[^\W\d_]{3})[.!؟?]+[»\"”')\]]*(?=\s)|[!؟?]+[»\"”')\]]*(?=\s)|\n+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text` as offsets, without the white space around them; a line end always ends one."""
    start = 0
    for match in _END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    if length:
        yield start + left, start + left + length
