"""Layer mentions."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_mentions(reading: Reading) -> None:
    """Fills `reading.mentions`."""
