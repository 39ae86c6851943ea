"""The reading of one document while it is made: what each layer finds and the next one needs.

The layers run in the order of `annotate.layers`; each a function `read_…(reading)` that looks at the layers before it
and fills its own field. Offsets are in the original text everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from musnad.lang.ar.orthography import Folded, fold
from musnad.lang.ar.tokens import Token
from musnad.model import Article, Claim, Document, Entity, Event, Link, Mention, Quantity, Span, Time, Zone

if TYPE_CHECKING:
    from musnad.extract.actors.discourse import Discourse
    from musnad.extract.grammar.clause_line import Line
    from musnad.extract.grammar.clauses import Clauses
    from musnad.extract.grammar.phrases import Chunks
    from musnad.extract.triggers.layer import Trigger


@dataclass(slots=True, eq=False)
class SentenceReading:
    """A sentence with its tokens; `zone` is `body` or `title` in what is read for records, `article` an index."""

    index: int
    start: int
    end: int
    zone: str = "body"
    article: int = 0
    tokens: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    chunks: Chunks | None = None
    clauses: Clauses | None = None

    @property
    def is_read(self) -> bool:
        """Whether records are read from this sentence (furniture is marked and left alone)."""
        return self.zone in ("body", "title")


@dataclass(eq=False)
class Reading:
    """One document, its sentences and all that was found in them so far."""

    document: Document
    articles: list[Article] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    sentences: list[SentenceReading] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    discourse: Discourse | None = None
    lines: dict[int, Line] = field(default_factory=dict)
    triggers: dict[int, list[Trigger]] | None = None

    @property
    def text(self) -> str:
        """The document's text as read."""
        return self.document.text

    @cached_property
    def folded(self) -> Folded:
        """The folded text with its way back."""
        return fold(self.document.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def span(self, start: int, end: int) -> Span:
        """The span of the text from `start` to `end`."""
        return Span(start=start, end=end, text=self.text[start:end])

    def read_sentences(self) -> Iterator[SentenceReading]:
        """The sentences of body and titles."""
        return (sentence for sentence in self.sentences if sentence.is_read)

    def sentence_at(self, offset: int) -> SentenceReading | None:
        """The sentence that holds `offset`, or None between sentences."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self.sentences[at].end <= offset:
            return None
        return self.sentences[at]

    def published(self, sentence: SentenceReading) -> str | None:
        """The date of the article that the sentence stands in: ISO date, a range, or None.

        The document's date is that of its first article and is never lent to another.
        """
        if sentence.article < len(self.articles):
            return self.articles[sentence.article].published
        return self.document.published
