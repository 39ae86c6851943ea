"""Layer quantities."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_quantities(reading: Reading) -> None:
    """Fills `reading.quantities`."""
