from collections.abc import Callable

import pytest

from musnad.extract.articles.layer import read_zones
from musnad.extract.names.layer import read_mentions
from musnad.extract.reading import Reading
from musnad.extract.tokens import read_tokens
from musnad.model import Document

Named = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def reading_of() -> Callable[..., Reading]:
    """Makes a reading up to its mentions."""

    def read(text: str, published: str | None = None) -> Reading:
        basis = "given" if published else "unknown"
        reading = Reading(Document(id="test", text=text, published=published, published_basis=basis))
        for layer in (read_zones, read_tokens, read_mentions):
            layer(reading)
        return reading

    return read


@pytest.fixture
def named(reading_of: Callable[..., Reading]) -> Named:
    """Gives the mentions of a text as (words, entity)."""

    def read(text: str, published: str | None = None) -> list[tuple[str, str]]:
        return [(mention.text, mention.entity) for mention in reading_of(text, published).mentions]

    return read
