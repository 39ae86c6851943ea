"""Articles, zones and sentences of a document."""

from __future__ import annotations

from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.sentences import sentences
from musnad.model import Article


def read_zones(reading: Reading) -> None:
    """Fills articles, zones and sentences."""
    reading.articles.append(
        Article(id="a1", start=0, end=len(reading.text), published=reading.document.published)
    )
    for index, (start, end) in enumerate(sentences(reading.text)):
        reading.sentences.append(SentenceReading(index, start, end))
