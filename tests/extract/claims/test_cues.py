"""Every cue of the lexicon yields what its example says."""

from __future__ import annotations

from typing import Any

import pytest

import musnad
from musnad.extract.claims.cues import entries

ENTRIES = list(entries())


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_cue_yields_its_example(entry: dict[str, Any]) -> None:
    rules = (f"claims/{entry['id']}", f"claims/refuse-{entry['id']}")
    found = [c for c in musnad.annotate(entry["example"], "2024-05-01").claims if c.rule in rules]
    told = [(c.source.text if c.source else None, c.content.text if c.content else None, c.stance) for c in found]
    wanted = entry["says"], entry.get("reads", entry.get("stance", "assert"))
    assert wanted in [row[1:] for row in told], told
    if "source" in entry:
        assert (entry["source"], *wanted) in told, told


def test_ids_are_unique() -> None:
    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES)
