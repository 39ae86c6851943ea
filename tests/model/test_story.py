"""The story's records: frozen, and carried by msgpack without loss."""

from __future__ import annotations

import msgspec
import pytest

from musnad.model.span import Span
from musnad.model.story import EventReport, Participant, Place, StoryEvent, StoryLink

SPAN = Span(start=0, end=5, text="زيارة")
PLACE = Place(document="sha256:0", outlet="الميناء", published="2024-03-10", span=SPAN, sentence=SPAN)


def test_story_event_survives_msgpack() -> None:
    report = EventReport(id="e1", record="v1", place=PLACE, type="CONSULT", sources=("QAT",), targets=("TUR",))
    event = StoryEvent(id="e1", type="CONSULT", sources=(Participant(entity="QAT"),), reports=(report,))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(event), type=StoryEvent) == event
    assert event.first_report is report


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        PLACE.outlet = "أخرى"  # type: ignore[misc]


def test_story_link_is_encoded_with_from() -> None:
    link = StoryLink(id="l1", record="l1", place=PLACE, kind="cause", cue=SPAN, from_=SPAN, to=SPAN)
    assert set(msgspec.to_builtins(link)) >= {"from", "to", "kind"}
