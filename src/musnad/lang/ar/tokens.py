"""Words, numbers and signs of a sentence, with their place in the original text."""

from __future__ import annotations

import re

from musnad.lang.ar.orthography import Folded
from musnad.lang.ar.words import Word, word

# letters run together; a number keeps its decimal and thousands signs; any other character that is no space is a sign
_TOKEN = re.compile(
    r"(?P<word>[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+)"
    r"|(?P<number>\d+(?:[.,/:]\d+)*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f&'.-]*[A-Za-z0-9\u00c0-\u024f]|[A-Za-z])"
    r"|(?P<sign>\S)"
)


class Token:
    """A word, number, Latin word or sign at `start:end` of the original text.

    `form` is the folded form, `kind` one of `word`, `number`, `latin`, `sign`; `word` the clitics and readings of a word,
    None for other kinds; `pos` the Universal POS tag of the core in its context.
    """

    __slots__ = ("end", "form", "kind", "pos", "start", "word")

    def __init__(self, start: int, end: int, form: str, kind: str, of: Word | None) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.kind = kind
        self.word = of
        self.pos = "X"

    def __repr__(self) -> str:
        return f"Token({self.form!r}, {self.kind}, {self.pos})"


def tokenize(folded: Folded, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `folded.text[start:end]` (offsets in the folded text), in order, without POS tags."""
    tokens = []
    original, original_end = folded.original, folded.original_end
    for match in _TOKEN.finditer(folded.text, start, len(folded.text) if end is None else end):
        kind, form = match.lastgroup or "sign", match.group()
        known = word(form) if kind == "word" else None
        tokens.append(Token(original(match.start()), original_end(match.end()), form, kind, known))
    return tokens


def written_forms(folded: str) -> tuple[str, ...]:
    """The forms of the tokens of an already folded text, without looking any of them up."""
    return tuple(match.group() for match in _TOKEN.finditer(folded))
