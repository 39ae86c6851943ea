"""An article is one source, whoever it quotes."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from musnad.model import Span
from musnad.model.story import Place
from musnad.resolve.origins import bases
from musnad.resolve.setting import outlet_origin


class Told(NamedTuple):
    place: Place
    origin: str


def told(document: str, outlet: str, origin: str = "") -> Told:
    span = Span(start=0, end=1, text="x")
    place = Place(document=document, outlet=outlet, span=span, sentence=span)
    return Told(place, origin or outlet_origin(outlet, document))


@pytest.mark.parametrize(
    ("records", "count"),
    [
        ([told("1", "أ"), told("1", "أ", "minister"), told("1", "أ", "envoy")], 1),
        ([told("1", "أ", "minister"), told("1", "أ", "envoy"), told("2", "ب", "envoy")], 1),
        ([told("1", "أ", "minister"), told("2", "ب", "envoy")], 2),
        ([told("1", "أ"), told("2", "ب", outlet_origin("أ", "1"))], 1),
        ([told("1", "أ", "wire"), told("2", "ب", "wire")], 1),
        ([told("1", ""), told("2", "")], 2),
        ([told("1", "أ", "minister"), told("2", "ب"), told("2", "ب", "minister")], 2),
    ],
)
def test_each_document_counts_for_one_origin(records: list[Told], count: int) -> None:
    assert len(set(bases(records).values())) == count
