"""What the tests of this folder share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.annotate import layers
from musnad.extract.reading import Reading
from musnad.model import Document

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """The whole reading of a text, published on 18 June 2024 unless told otherwise."""

    def reading_of(text: str, published: str = "2024-06-18") -> Reading:
        reading = Reading(Document(id="sha256:test", text=text, published=published, published_basis="given"))
        for layer in layers():
            layer(reading)
        return reading

    return reading_of
