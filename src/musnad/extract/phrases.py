"""Chunks of a sentence: noun phrases with idafa and adjectives, prepositional phrases, verb groups."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.reading import Reading, SentenceReading


class Phrase(NamedTuple):
    """Tokens `first` to `last` (inclusive, indices into the sentence's tokens) of one chunk.

    `kind` is `noun`, `verb` or `other`; `head` the index of the head token; `preposition` the folded preposition that governs
    a noun phrase («الى», «ل», «ب» …; empty if none). Coordinated noun phrases are one phrase with several `heads`.
    """

    kind: str
    first: int
    last: int
    head: int
    preposition: str = ""
    heads: tuple[int, ...] = ()


def phrases(sentence: SentenceReading) -> list[Phrase]:
    """The chunks of a sentence in order, without overlap."""
    raise NotImplementedError


def actors(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> tuple[str, ...]:
    """The ids of the entities that a noun phrase stands for: by the names in it, or resolved within the article.

    Empty where the phrase names no actor or none that is sure.
    """
    raise NotImplementedError
