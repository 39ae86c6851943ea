"""A stretch of the text as it was read."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """`text == document.text[start:end]`; offsets count Unicode code points."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """The span of `source` from `start` to `end`."""
        return cls(start=start, end=end, text=source[start:end])
