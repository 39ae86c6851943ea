"""Layer times."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_times(reading: Reading) -> None:
    """Fills `reading.times`."""
