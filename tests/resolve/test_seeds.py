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
    with store.writer() as writer:
        for path in sorted(SEEDS.glob("*.txt")):
            writer.add(musnad.annotate(path.read_text(encoding="utf-8"), uri=path.name))
        writer.resolve()
    return store.view()


def test_arms_transfers_are_contested_by_moscow_and_pyongyang(view: View) -> None:
    contested = [matter for matter in view.matters(["contested"]) if matter.topic == "arms"]
    assert any({"RUS", "PRK"} <= set(matter.denied_by) for matter in contested)


def test_the_visit_of_june_2024_is_told_by_two_documents(view: View) -> None:
    visits = view.events(EventFilter(types=("CONSULT",), actors=("RUS", "PRK")))
    [visit] = [event for event in visits if event.documents >= 2]
    assert visit.mode == "visit"
    assert {view.document(report.place.document).uri for report in visit.reports} == {"seed000.txt", "seed003.txt"}


def test_the_treaty_of_june_2024_is_one_event(view: View) -> None:
    agreed = view.events(EventFilter(types=("AGREE",), actors=("RUS", "PRK")))
    [treaty] = [event for event in agreed if any("شراكة" in report.place.span.text for report in event.reports)]
    assert {"للاتفاقية", "الاتفاق"} <= {report.place.span.text for report in treaty.reports}
    assert not treaty.ongoing


def test_the_loan_is_told_once_with_both_documents(view: View) -> None:
    [loan] = [group for group in view.figures(unit="USD") if group.high == 5e10]
    assert (loan.documents, loan.alignment) == (2, "agreement")


def test_soldiers_stand_with_the_minister_and_containers_with_the_ministry(view: View) -> None:
    given = {figure.value: figure.voice for unit in ("soldier", "container") for group in view.figures(unit=unit)
             for figure in group.figures if figure.voice}  # fmt: skip
    assert given[8000].entity == given[2000].entity == "antony-blinken"
    assert "وزارة الدفاع" in given[6700].name


def test_a_second_article_of_a_page_does_not_take_the_date_of_the_first(view: View) -> None:
    places = [report.place for report in view.reports() if view.document(report.place.document).uri == "seed001.txt"]
    assert {place.article for place in places} == {"a1", "a2"}
    assert len({place.published for place in places}) == 2


def test_an_article_is_never_more_than_one_source(view: View) -> None:
    assert all(event.independent_sources <= event.documents for event in view.events())


def test_no_event_of_2023_reaches_into_2024(view: View) -> None:
    for event in view.events(EventFilter(types=("CONSULT",), actors=("RUS", "PRK"))):
        years = {(report.time or "")[:4] for report in event.reports} - {""}
        assert not {"2023", "2024"} <= years
