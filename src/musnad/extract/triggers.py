"""Triggers: the words of a sentence that carry a PLOVER event."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.trigger_lexicon import Entry
from musnad.lang.ar.morphology import Morph


class Trigger(NamedTuple):
    """Tokens `first` to `last` (inclusive) of a sentence, at `start:end` of the text, that carry an event of `entry`.

    `form` is `verb`, `masdar`, `noun`, `participle` or `multi`. `head` is the token whose frame counts (the verb, or the noun
    of light verb + noun); `support` the token of a light verb whose subject is the source, -1 if none, also where it stands
    apart from the noun («عقدت بكين محادثات»: trigger «محادثات», support «عقدت»). `morph` is the reading of the inflected verb
    (the light verb's if there is one), None for a noun.
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    entry: Entry
    form: str
    support: int = -1
    morph: Morph | None = None
    rule: str = ""

    @property
    def passive(self) -> bool:
        """Whether the verb is passive, so that its subject is the target."""
        return self.morph is not None and self.morph.voice == "p"


def triggers(reading: Reading, sentence: SentenceReading) -> list[Trigger]:
    """The triggers of a sentence in order, none overlapping another; empty for a sentence without any event."""
    return []
