"""Modes that the words of a sentence tell: every example has its mode."""

from __future__ import annotations

import pytest

import musnad
from musnad.extract.triggers.modes import open_modes
from musnad.ontology import plover

EXAMPLES = [
    (kind, mode, sentence, trigger)
    for kind, modes in open_modes().items()
    for mode, sentence, trigger in modes.examples
]


@pytest.mark.parametrize(("kind", "mode", "sentence", "trigger"), EXAMPLES)
def test_example_has_its_mode(kind: str, mode: str, sentence: str, trigger: str) -> None:
    found = {(event.type, event.mode) for event in musnad.annotate(sentence).events if trigger in event.trigger.text}
    assert (kind, mode) in found


def test_modes_stand_in_the_ontology() -> None:
    for kind, modes in open_modes().items():
        assert {mode for mode, _, _ in modes.examples} <= set(plover()[kind].modes)
        assert not modes.otherwise or modes.otherwise in plover()[kind].modes


def test_entry_with_a_mode_keeps_it() -> None:
    assert ("CONSULT", "visit") in {
        (event.type, event.mode) for event in musnad.annotate("زار الوسيط مسقط قبل القمة.").events
    }


def test_meeting_without_a_word_of_its_kind_is_a_meeting() -> None:
    assert [event.mode for event in musnad.annotate("التقى الوزير السفير.").events] == ["meet"]


def test_word_that_takes_up_an_act_has_the_one_mode_told() -> None:
    text = "قصفت المدفعية حياً في الخرطوم فقتل سبعة أشخاص. ووقع الحادث قبل الفجر."
    modes = [event.mode for event in musnad.annotate(text).events if event.trigger.text == "الحادث"]
    assert modes == ["heavy-weapons"]
