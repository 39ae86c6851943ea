"""The tokens of each sentence that is read."""

from __future__ import annotations

from bisect import bisect_left

from musnad.extract.reading import Reading
from musnad.lang.ar.pos import tag
from musnad.lang.ar.tokens import tokenize


def read_tokens(reading: Reading) -> None:
    """Fills the tokens of every sentence of body and titles, with their parts of speech."""
    every = tokenize(reading.folded)
    starts = [token.start for token in every]
    for sentence in reading.read_sentences():
        sentence.tokens = every[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        tag(sentence.tokens)
