"""Foreground: every sign is found on its example, and news is told from reference."""

from __future__ import annotations

from typing import Any

import pytest

from musnad import annotate
from musnad.extract.annotate import layers
from musnad.extract.events.foreground import signs_of, signs_path
from musnad.extract.events.layer import draft_events, read_events
from musnad.extract.reading import Reading
from musnad.model import Document
from musnad.resources import load_yaml


def found_on(text: str, word: str) -> list[str]:
    reading = Reading(Document(id="d", published="2024-06-18", published_basis="given", text=text))
    for layer in layers():
        if layer is read_events:
            break
        layer(reading)
    return [
        sign
        for draft in draft_events(reading)
        if word in text[draft.trigger.start : draft.trigger.end]
        for sign in signs_of(draft)
    ]


@pytest.mark.parametrize("row", load_yaml(signs_path())["signs"], ids=lambda row: row["id"])
def test_sign_is_found_on_its_example(row: dict[str, Any]) -> None:
    assert row["id"] in found_on(row["example"], row["word"])


@pytest.mark.parametrize(
    "text",
    [
        "قتل مسلحون ضابطين في الموصل أمس.",
        "أعلنت الشرطة مقتل سبعة أشخاص بتفجير انتحاري في المدينة.",
        "تظاهر مئات الطلاب أمام مبنى الوزارة احتجاجاً على الرسوم.",
        "اندلعت مظاهرات في الخرطوم أمس ضد الغلاء.",
    ],
)
def test_news_is_foreground(text: str) -> None:
    assert any(event.foreground for event in annotate(text, "2024-06-18").events)


@pytest.mark.parametrize(
    "text",
    [
        "دان الوزير الهجوم ودعا إلى التحقيق.",
        "لم تقصف المدفعية القرية.",
        "ناقش البرلمان قضية تعذيب السجناء.",
        "أبدى الوزير قلقه من المظاهرات.",
        "يخطط الطلاب لتنظيم مظاهرة في بيروت.",
    ],
)
def test_reference_is_background(text: str) -> None:
    acts = [event for event in annotate(text, "2024-06-18").events if event.type in ("ASSAULT", "PROTEST")]
    assert acts
    assert not any(event.foreground for event in acts)
