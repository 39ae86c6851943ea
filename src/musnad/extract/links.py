"""Layer links."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_links(reading: Reading) -> None:
    """Fills `reading.links`."""
