"""Contexts of events: every example has its context, and words far from a trigger tell nothing."""

from __future__ import annotations

import pytest

import musnad
from musnad.extract.triggers.contexts import MOST, known_contexts
from musnad.ontology import values

EXAMPLES = [(name, example) for name, context in known_contexts().items() for example in context.examples]


def read(text: str) -> list[tuple[str, ...]]:
    """The contexts of each event of a text."""
    return [event.context for event in musnad.annotate(text).events]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example_has_its_context(name: str, example: str) -> None:
    assert name in {code for context in read(example) for code in context}


def test_the_table_holds_all_contexts_of_the_ontology() -> None:
    assert list(known_contexts()) == list(values("contexts"))
    assert all(context.examples for context in known_contexts().values())


def test_nearest_context_stands_first() -> None:
    assert read("رفعت الجمعية دعوى أمام المحكمة بعد زيارة إلى المتحف.")[0][0] == "legal"


def test_another_sentence_tells_nothing() -> None:
    assert read("زار الرئيس جاره. تنتج البلاد النفط.") == [()]


def test_no_event_has_more_than_the_best_contexts() -> None:
    text = "التقى الوزير السفير في الجامعة وبحثا ملف اللاجئين والنفط والقمح والوباء والمحكمة والانتخابات."
    assert all(len(context) <= MOST for context in read(text))
