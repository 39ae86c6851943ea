from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.events.time import day_of
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def test_events_have_ids_in_the_order_of_the_text(read: Read) -> None:
    events = read("قصفت إيران العراق. وأدانت فرنسا الهجوم. ثم زار الرئيس الصيني طهران.").events
    assert [e.id for e in events] == [f"v{n}" for n in range(1, len(events) + 1)]
    assert [e.trigger.start for e in events] == sorted(e.trigger.start for e in events)


def test_events_a_nominal_repeat_has_the_participants_of_the_act(read: Read) -> None:
    events = read("زار الرئيس الروسي فلاديمير بوتين الصين. وقال محلل إن الزيارة ناجحة.").events
    repeat = next(e for e in events if e.trigger.text == "الزيارة")
    assert (repeat.sources, repeat.targets) == (("vladimir-putin",), ("CHN",))


def test_events_time_of_the_clause(read: Read) -> None:
    events = read("زار الرئيس الروسي فلاديمير بوتين الصين أمس الاثنين. وقال محلل إن الزيارة ناجحة.").events
    assert {e.time for e in events if e.type == "CONSULT"} == {"2024-06-17"}


def test_events_without_a_time_have_none(read: Read) -> None:
    assert [e.time for e in read("فرنسا تدعم لبنان.").events] == [None]


def test_events_place_of_a_locative_phrase(read: Read) -> None:
    reading = read("التقى الرئيس الروسي نظيره الصيني في أستانا.")
    place = next(e.place for e in reading.events if e.type == "CONSULT")
    assert place is not None
    assert reading.entities[place].kind == "place"


def test_events_know_the_statement_they_stand_in(read: Read) -> None:
    reading = read("قال الوزير التركي هاكان فيدان إن إيران قصفت العراق.")
    event = next(e for e in reading.events if e.trigger.text == "قصفت")
    claim = next(c for c in reading.claims if c.id == event.claim)
    assert event.id in claim.events


def test_events_an_alleged_act_is_not_told_as_done(read: Read) -> None:
    reading = read("نفت إيران قصف العراق.")
    assert {e.factuality for e in reading.events if e.type == "ASSAULT"} == {"U"}


@pytest.mark.parametrize("value", ["2024-06-18", "2024-06-18TEV", "2024-06"])
def test_day_of_drops_the_time_of_day(value: str) -> None:
    assert day_of(value) == value.split("T")[0]


@pytest.mark.parametrize("text", ["", " ", "زار", "بين و", "قصف قصف قصف", "من قبل", "\u200f«»", "a b c", "زار " * 500])
def test_events_any_text(read: Read, text: str) -> None:
    for event in read(text).events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert 0 <= event.confidence <= 1
