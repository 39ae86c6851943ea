"""Figures about the same thing."""

from __future__ import annotations

import pytest
from tests.resolve.builders import article

from musnad.model import Annotation
from musnad.model.story import FigureGroup
from musnad.resolve.components import connect
from musnad.resolve.digest import digest
from musnad.resolve.nodes import FigureNode
from musnad.resolve.numbers import WINDOW, same_thing, split, summarise_figures
from musnad.resolve.origins import Origins


def groups(*annotations: Annotation) -> list[FigureGroup]:
    nodes = [node for each in annotations for node in digest(each).figures]
    known: dict[str, FigureNode] = {node.id: node for node in nodes}
    found = []
    for group in connect(nodes, same_thing, WINDOW).groups():
        parts = split(sorted((known[ref] for ref in group), key=lambda node: (node.day or 0, node.id)))
        found += [summarise_figures(part, lambda ref: ref, Origins()) for part in parts]
    return found


def told(words: str, value: float, outlet: str, published: str = "2024-03-10", **more: object) -> Annotation:
    text = f"وصلت إلى ميناء في السودان {words} من القمح أرسلتها تركيا على متن سفينة شحن."
    return article(
        text, outlet=outlet, published=published, quantities=[{"text": words, "value": value, "unit": "ton"} | more]
    )


def test_equal_values_agree() -> None:
    [group] = groups(told("5 آلاف طن", 5000, "أ"), told("خمسة آلاف طن", 5000, "ب"))
    assert (group.alignment, group.documents, group.independent_sources) == ("agreement", 2, 2)


def test_other_values_disagree_and_a_comparator_forgives() -> None:
    [group] = groups(told("5 آلاف طن", 5000, "أ"), told("7 آلاف طن", 7000, "ب"))
    assert (group.alignment, group.low, group.high) == ("disagreement", 5000, 7000)
    [group] = groups(told("6 آلاف طن", 6000, "أ", comparator=">"), told("7 آلاف طن", 7000, "ب"))
    assert group.alignment == "agreement"


def test_more_than_three_does_not_mean_five() -> None:
    [group] = groups(told("أكثر من 3 آلاف طن", 3000, "أ", comparator=">"), told("4800 طن", 4800, "ب"))
    assert group.alignment == "disagreement"
    [group] = groups(told("أكثر من 3 آلاف طن", 3000, "أ", comparator=">"), told("4800 طن", 4800, "أ", "2024-03-12"))
    assert group.alignment == "revision"


def test_one_outlet_revises_its_own_figure() -> None:
    [group] = groups(told("5 آلاف طن", 5000, "أ"), told("7 آلاف طن", 7000, "أ", "2024-03-12"))
    assert group.alignment == "revision"


@pytest.mark.parametrize("value", [50, 5_000_000])
def test_values_far_apart_count_other_things(value: float) -> None:
    assert len(groups(told("5 آلاف طن", 5000, "أ"), told(f"{value} طن", value, "ب"))) == 2


def test_two_figures_of_one_sentence_stay_two_groups() -> None:
    both = article(
        "أرسلت تركيا إلى ميناء في السودان 5 آلاف طن من القمح و8 آلاف طن من الدقيق على متن سفينة شحن.",
        outlet="ج",
        quantities=[
            {"text": "5 آلاف طن", "value": 5000, "unit": "ton"},
            {"text": "8 آلاف طن", "value": 8000, "unit": "ton"},
        ],
    )
    found = groups(both, told("5 آلاف طن", 5000, "أ"), told("8 آلاف طن", 8000, "ب"))
    assert sorted((group.low, group.high) for group in found) == [(5000, 5000), (8000, 8000)]


def test_measures_are_no_figures() -> None:
    shell = article("قذائف من عيار 122 ملم في السودان.", quantities=[{"text": "122 ملم", "value": 122, "unit": "mm"}])
    assert not groups(shell)
