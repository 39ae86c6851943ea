"""Every rule of links yields what its example says, with its direction and polarity."""

from __future__ import annotations

from typing import Any

import pytest

import musnad
from musnad.extract.links.rules import entries

ENTRIES = list(entries())


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_rule_yields_its_example(entry: dict[str, Any]) -> None:
    found = [k for k in musnad.annotate(entry["example"], "2024-05-01").links if k.rule == f"links/{entry['id']}"]
    told = [(link.kind, link.from_.text, link.to.text, link.polarity) for link in found]
    assert (entry["kind"], entry["from"], entry["to"], entry.get("polarity", "+")) in told, told


def test_ids_are_unique() -> None:
    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES)
