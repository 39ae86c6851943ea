from __future__ import annotations

from collections.abc import Callable

from musnad.extract.events.confidence import CEILING, FLOOR, average, confidence, shares
from musnad.extract.events.layer import draft_events
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def test_shares_are_shares() -> None:
    assert 0 < average() < 1
    assert all(0 < share < 1 for share in shares().values())


def test_confidence_named_participants_are_surer_than_guessed_ones() -> None:
    known = shares()
    assert known["noun", "direct", "direct"] > known["noun", "parties", "parties"]


def test_confidence_stays_within_its_bounds(read: Read) -> None:
    drafts = draft_events(read("قصفت إيران العراق. وأدانت فرنسا الهجوم. واستمرت المحادثات."))
    assert drafts
    assert all(FLOOR <= confidence(draft) <= CEILING for draft in drafts)
