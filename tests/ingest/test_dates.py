from __future__ import annotations

import pytest

from musnad.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-06-18", "2024-06-18"),
        ("2017-01-21T23:43:00+01:00", "2017-01-21"),
        ("20240618", "2024-06-18"),
        ("2024/6/8", "2024-06-08"),
        ("١٨/٠٦/٢٠٢٤", "2024-06-18"),
        ("Tue, 18 Jun 2024 10:00:00 GMT", "2024-06-18"),
        ("2024-02-31", None),
        ("31/13/2024", None),
        ("أمس", None),
        ("", None),
    ],
)
def test_iso_date(value: str, date: str | None) -> None:
    assert iso_date(value) == date
