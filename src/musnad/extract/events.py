"""Layer events."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_events(reading: Reading) -> None:
    """Fills `reading.events`."""
