"""The press articles that the project was made for, read and resolved; skipped where they are not at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import musnad
from musnad.store import EventFilter, View, open_store

SEEDS = Path(os.environ.get("MUSNAD_SEEDS", Path(__file__).parents[3] / "shared" / "seeds"))
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the project")


@pytest.fixture(scope="module")
def view() -> View:
    store = open_store(":memory:", create=True)
    dates = {"seed000.txt": "2024-06-22", "seed003.txt": "2024-06-18"}
    with store.writer() as writer:
        for path in sorted(SEEDS.glob("*.txt")):
            writer.add(musnad.annotate(path.read_text(encoding="utf-8"), dates.get(path.name), uri=path.name))
        writer.resolve()
    return store.view()


def test_arms_transfers_are_contested_by_moscow_and_pyongyang(view: View) -> None:
    contested = [matter for matter in view.matters(["contested"]) if matter.topic == "arms"]
    assert any({"RUS", "PRK"} <= set(matter.denied_by) for matter in contested)


def test_the_visit_of_june_2024_is_told_by_two_documents(view: View) -> None:
    visits = view.events(EventFilter(types=("CONSULT",), actors=("RUS", "PRK"), since="2024-06-01", until="2024-06-30"))
    assert any(event.documents >= 2 for event in visits)


def test_no_event_of_2023_reaches_into_2024(view: View) -> None:
    for event in view.events(EventFilter(types=("CONSULT",), actors=("RUS", "PRK"))):
        years = {(report.time or "")[:4] for report in event.reports} - {""}
        assert not {"2023", "2024"} <= years
