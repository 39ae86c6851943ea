from __future__ import annotations

from collections.abc import Callable

from musnad.extract.events.drafts import Draft
from musnad.extract.events.layer import draft_events
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]
STORY = "زارت إيران وفداً من السعودية. وتحادثت إيران والسعودية في بغداد. ووقّعت إيران والسعودية اتفاقاً. "


def last(reading: Reading, word: str) -> Draft:
    """The last event on a word, without what the model fills in."""
    return [draft for draft in draft_events(reading, {}) if word in draft.scene.tokens[draft.trigger.head].form][-1]


def test_what_two_do_together_is_done_by_the_two_that_the_article_is_about(read: Read) -> None:
    found = last(read(STORY + "وانتهت المفاوضات أمس."), "المفاوضات")
    assert {found.source.actors, found.target.actors} == {("IRN",), ("SAU",)}


def test_a_sentence_that_names_others_tells_of_others(read: Read) -> None:
    found = last(read(STORY + "ودعت الصين إلى مواصلة المفاوضات مع اليابان."), "المفاوضات")
    assert not {"IRN", "SAU"} & {*found.source.actors, *found.target.actors}


def test_new_acts_told_without_either_of_the_two_are_not_theirs(read: Read) -> None:
    found = last(read(STORY + "وتجري هناك مشاورات أيضاً."), "مشاورات")
    assert (found.source.actors, found.target.actors) == ((), ())


def test_restraint_is_asked_of_everyone(read: Read) -> None:
    found = last(read(STORY + "ودعا خبراء الجميع إلى ضبط النفس."), "ضبط")
    assert (found.source.actors, found.target.actors) == ((), ())
