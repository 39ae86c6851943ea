"""The spans of a statement in the text: its source and its content, without marks and joined words around them."""

from __future__ import annotations

from musnad.extract.claims.content import quotation_end
from musnad.extract.claims.phrase_words import start_offset
from musnad.extract.claims.speakers import Speaker
from musnad.extract.grammar.clause_line import Line
from musnad.model import Span


def source_span(line: Line, speaker: Speaker) -> Span:
    return line.reading.span(start_offset(line, speaker.first), line.end(speaker.last))


def content_span(line: Line, content: range, skip: int) -> Span:
    """The span of the content: outer quotation marks and a conjunction or preposition at its head are left out."""
    first, last = content.start, content.stop - 1
    closing = line.quotes.get(first, -1)
    if line.forms[first] == '"' and closing in (last, content.stop, line.size) and last > first:
        end = line.tokens[last].start if closing == last else quotation_end(line, first) or line.end(last)
        return _trimmed(line, line.tokens[first + 1].start, end)
    joined = not skip and line.forms[first][0] == "و" and line.has_prefix(first, "و")
    return _trimmed(line, line.tokens[first].start + skip + joined, line.end(last))


def _trimmed(line: Line, start: int, end: int) -> Span:
    text = line.reading.text
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return line.reading.span(start, end)
