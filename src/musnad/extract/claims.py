"""Layer claims."""

from __future__ import annotations

from musnad.extract.reading import Reading


def read_claims(reading: Reading) -> None:
    """Fills `reading.claims`."""
