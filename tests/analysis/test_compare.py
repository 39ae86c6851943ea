"""Outlets side by side in a made story."""

from __future__ import annotations

from typing import cast

from tests.analysis.made_story import MadeView

from musnad.analysis.compare import compare
from musnad.store.base import View


def told(ref: str) -> dict[str, str]:
    comparison = compare(cast(View, MadeView()))
    fact = next(fact for fact in comparison.facts if fact.ref == ref)
    return dict(zip(comparison.outlets, fact.told, strict=True))


def test_compare_says_who_tells_and_who_omits() -> None:
    assert told("e1") == {"المرفأ": "tells", "أفق": "tells", "خطوط": "not-yet"}
    assert told("e3")["المرفأ"] == "not-yet"


def test_compare_shows_who_leaves_out_the_denial() -> None:
    assert told("e2")["المرفأ"] == "tells-without-denial"
    assert told("e2")["أفق"] == "omits"


def test_compare_counts_articles_by_day_and_names_gaps() -> None:
    coverage = {c.outlet: c for c in compare(cast(View, MadeView())).coverage}
    assert coverage["المرفأ"].by_day == {"2024-06-19": 1}
    assert coverage["خطوط"].undated == 1
