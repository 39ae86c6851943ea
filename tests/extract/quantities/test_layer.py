"""Quantities: phrases of the press with value, unit and comparator, and what is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from musnad import annotate
from musnad.resources import load_tsv

PHRASES = [(*row, "", "", "", "")[:5] for row in load_tsv(Path(__file__).with_name("quantities_phrases.tsv"))]


def test_quantities_phrases_are_at_least_two_hundred() -> None:
    assert len(PHRASES) >= 200


@pytest.mark.parametrize(("sentence", "text", "value", "unit", "comparator"), PHRASES)
def test_quantities_phrase(sentence: str, text: str, value: str, unit: str, comparator: str) -> None:
    quantities = annotate(sentence, "2024-06-18").quantities
    if not text:
        assert not quantities
        return
    found = {quantity.text: quantity for quantity in quantities}
    assert text in found
    assert found[text].value == pytest.approx(float(value))
    assert (found[text].unit, found[text].comparator) == (unit, comparator)


def test_quantities_name_what_they_count() -> None:
    text = "وصلت آلاف الحاويات، ونحو 60% من حمولتها قمح."
    containers, share = annotate(text, "2024-06-18").quantities
    assert (containers.of, containers.approximate) == ("الحاويات", True)
    assert containers.counted is not None
    assert text[containers.counted.start : containers.counted.end] == "الحاويات"
    assert share.of == "حمولتها"


def test_quantities_leave_dates_and_durations_alone() -> None:
    assert not annotate("استمرت الهدنة 45 يوما حتى 3 مايو 2022 الساعة 10:30.", "2024-06-18").quantities


def test_quantities_of_an_ambiguous_currency_follow_the_country() -> None:
    assert annotate("خصص مجلس الوزراء في الكويت 5 ملايين دينار للإغاثة.").quantities[0].unit == "KWD"
    assert annotate("خصص مجلس الوزراء في الأردن 5 ملايين دينار للإغاثة.").quantities[0].unit == "JOD"
