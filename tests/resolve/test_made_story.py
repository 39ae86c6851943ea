"""The made story of sixty articles: how much of what is known to belong together is brought together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from tests.resolve.made import DATA, STORY, labels

from musnad.store import View, open_store

Key = tuple[str, str]


@pytest.fixture(scope="module")
def view() -> View:
    store = open_store(":memory:", create=True)
    with store.writer() as writer:
        for each in STORY:
            writer.add(each)
        writer.resolve()
    return store.view()


def b_cubed(gold: Mapping[Key, str], found: Mapping[Key, str]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) over the records of the gold."""

    def score(one: Mapping[Key, str], other: Mapping[Key, str]) -> float:
        total = 0.0
        for key in gold:
            mine = {each for each in gold if one.get(each) == one.get(key)}
            theirs = {each for each in gold if other.get(each) == other.get(key)}
            total += len(mine & theirs) / len(mine)
        return total / len(gold)

    precision, recall = score(found, gold), score(gold, found)
    return 2 * precision * recall / (precision + recall)


def members(groups: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> dict[Key, str]:
    return {key: name for name, keys in groups for key in keys}


def events(view: View) -> dict[Key, str]:
    return members((e.id, [(r.place.document, r.record) for r in e.reports]) for e in view.events())


def matters(view: View) -> dict[Key, str]:
    return members((m.id, [(s.place.document, s.record) for s in m.statements]) for m in view.matters())


def test_sixty_articles() -> None:
    assert len(STORY) == 60
    assert len({annotation.document.id for annotation in STORY}) == 60


def test_events_are_brought_together(view: View) -> None:
    assert b_cubed(labels("event"), events(view)) >= 0.85


def test_claims_are_brought_together(view: View) -> None:
    assert b_cubed(labels("claim"), matters(view)) >= 0.80


def test_figures_are_lined_up(view: View) -> None:
    groups = members((g.id, [(f.place.document, f.record) for f in g.figures]) for g in view.figures())
    assert b_cubed(labels("figure"), groups) >= 0.80


def test_contested_matters_are_those(view: View) -> None:
    gold, found = labels("claim"), matters(view)
    contested = {m.id for m in view.matters(["contested"])}
    assert {gold[key] for key, name in found.items() if name in contested} == set(DATA["contested"])


@pytest.mark.parametrize(("label", "count"), DATA["independent"].items())
def test_independent_sources_are_counted_exactly(view: View, label: str, count: int) -> None:
    gold, found = labels("event"), events(view)
    [name] = {found[key] for key in found if gold[key] == label}
    assert view.event(name).independent_sources == count


def test_two_visits_nine_months_apart_stay_two(view: View) -> None:
    gold, found = labels("event"), events(view)
    assert not {found[k] for k in gold if gold[k] == "E1"} & {found[k] for k in gold if gold[k] == "E2"}


def test_the_toll_is_a_revision_and_the_wheat_a_disagreement(view: View) -> None:
    found = {group.unit: group.alignment for group in view.figures(min_figures=2)}
    assert found == {"death": "revision", "ton": "disagreement"}


def test_a_wire_text_counts_once_however_often_it_is_printed(view: View) -> None:
    copies = [p for p in view.passages() if p.original.outlet == "وكالة الساحل"]
    assert {passage.copy.outlet for passage in copies} == {"الميناء", "السهل"}
