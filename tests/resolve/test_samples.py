"""The six sample articles of the package, read and resolved: one story with its copies, contradictions and denials."""

from __future__ import annotations

import pytest

from musnad.resources import package_path
from musnad.run.pipeline import read_into
from musnad.store import EventFilter, View, open_store


@pytest.fixture(scope="module")
def view() -> View:
    store = open_store(":memory:", create=True)
    for _ in read_into(store, [str(package_path("samples"))]):
        pass
    return store.view()


def test_the_treaty_of_june_2024_is_signed_once(view: View) -> None:
    signed = EventFilter(types=("AGREE",), actors=("RUS", "PRK"), since="2024-06-18", until="2024-06-20")
    [treaty] = [event for event in view.events(signed) if event.status == "asserted"]
    assert treaty.documents >= 3
    assert treaty.date == "2024-06-19"


def test_the_summit_of_september_2023_stands_apart(view: View) -> None:
    meetings = view.events(
        EventFilter(types=("CONSULT",), actors=("RUS", "PRK"), since="2023-09-01", until="2023-09-30")
    )
    [summit] = [event for event in meetings if len(event.reports) > 2]
    assert summit.date == "2023-09-13"
    assert all((report.time or "2023-09")[:7] == "2023-09" for report in summit.reports)


def test_no_two_events_are_the_visit_of_june_2024(view: View) -> None:
    visits = EventFilter(types=("CONSULT",), actors=("RUS", "PRK"), since="2024-06-18", until="2024-06-20")
    assert len([event for event in view.events(visits) if event.mode == "visit"]) <= 1


@pytest.mark.parametrize(
    ("unit", "values"), [("container", {6700, 10_000, 11_000}), ("soldier", {8000, 10_000, 11_000})]
)
def test_figures_for_one_thing_disagree(view: View, unit: str, values: set[float]) -> None:
    [group] = view.figures(unit=unit, min_figures=3)
    assert {figure.value for figure in group.figures} == values
    assert group.alignment == "disagreement"


def test_the_envoy_denies_in_two_articles_each_at_its_place(view: View) -> None:
    denials = [said for said in view.statements(speaker="vasily-nebenzya") if said.position == "denies"]
    assert len({said.place.document for said in denials}) == 2
    assert all(said.cue.text and said.content and said.content.text for said in denials)
    contested = {matter.id for matter in view.matters(["contested"])}
    assert {said.matter for said in denials} <= contested


def test_a_refusal_to_comment_is_no_denial(view: View) -> None:
    refused = [said for said in view.statements() if said.content and said.content.text.startswith("التعليق")]
    assert refused
    assert all(said.position == "asks" for said in refused)


def test_a_relayed_passage_is_one_origin_in_two_articles(view: View) -> None:
    [passage] = view.passages()
    assert "سديم" in passage.copy.span.text
    told = [event for event in view.events() if event.documents == 2 and _all_within(event, passage)]
    assert told
    assert all(event.independent_sources == 1 for event in told)


def _all_within(event: object, passage: object) -> bool:
    stretches = {each.document: each.span for each in (passage.original, passage.copy)}  # type: ignore[attr-defined]
    places = [report.place for report in event.reports]  # type: ignore[attr-defined]
    return all(
        each.document in stretches and stretches[each.document].start <= each.span.start < stretches[each.document].end
        for each in places
    )


def test_an_article_is_never_more_than_one_source(view: View) -> None:
    records = [*view.events(), *view.matters(), *view.figures()]
    assert all(record.independent_sources <= record.documents for record in records)
