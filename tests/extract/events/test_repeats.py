from __future__ import annotations

from collections.abc import Callable

from musnad.extract.events.layer import draft_events
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def test_a_repeat_is_the_event_that_the_same_word_names(read: Read) -> None:
    text = "شن الحوثيون هجوماً على السعودية. وردت السعودية بغارات على الحوثيين. واستمر الهجوم ساعات."
    found = [draft for draft in draft_events(read(text), {}) if "الهجوم" in draft.scene.tokens[draft.trigger.head].form]
    assert found[-1].source.actors == ("houthis",)
    assert found[-1].filled["source"] == "same act"
