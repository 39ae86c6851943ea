"""Where the sentence of an event names its parties, as its grammar sees it from the event."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_ledger import Ledger, Naming
from musnad.extract.events.role_places import AGENTS, TOWARDS

STEPS = ("0", "1", "2", "3", "3", "5", "5", "5", "5")  # phrases or names between; more are `9`


class Spot(NamedTuple):
    """A naming in its sentence; `part` is `head`, `inner` or `adjective` of its phrase."""

    naming: Naming
    token: int
    phrase: int
    preposition: str
    part: str


class View(NamedTuple):
    """A spot as an event sees it; the fields are values of features."""

    spot: Spot
    function: str
    distance: str
    between: str
    slot: str


class Sentence:
    """The names of one sentence, and what stands between them."""

    def __init__(self, ledger: Ledger, draft: Draft) -> None:
        self.scene = scene = draft.scene
        self.spots: list[Spot] = []
        starts = [token.start for token in scene.tokens]
        for naming in ledger.by_sentence.get(scene.sentence.index, ()):
            token = max(0, bisect_right(starts, naming.start) - 1)
            index = scene.made.owner[token]
            phrase = scene.made.phrases[index]
            part = "head" if token in (phrase.heads or (phrase.head,)) else "inner"
            part = "adjective" if naming.adjectival else part
            self.spots.append(Spot(naming, token, index, phrase.preposition, part))
        self.tokens = [spot.token for spot in self.spots]
        verbs = (index for index, phrase in enumerate(scene.made.phrases) if phrase.kind == "verb")
        first = next((index for index in verbs if scene.held.of[index] == 0), -1)
        subject = scene.held.frame(first).subject if first >= 0 else -1
        self.subjects = {spot.naming.party for spot in self.spots if spot.phrase == subject}
        self.parties = list(dict.fromkeys(spot.naming.party for spot in self.spots))

    def beside(self, parties: tuple[str, ...]) -> set[str]:
        """The other parties that share a phrase with any of these."""
        if not parties or len(parties) >= len(self.parties):
            return set()
        phrases = {spot.phrase for spot in self.spots if spot.naming.party in parties}
        return {spot.naming.party for spot in self.spots if spot.phrase in phrases}.difference(parties)


class Seen:
    """The names of the event's sentence as the event sees them: for each party the last before it, the first behind."""

    def __init__(self, sentence: Sentence, draft: Draft) -> None:
        self.sentence, self.draft = sentence, draft
        scene, trigger = draft.scene, draft.trigger
        self.own = scene.made.owner[trigger.head]
        verb = scene.verb_phrase(trigger)
        self.frame = scene.held.frame(verb)
        above = scene.held.verb_before(verb if verb >= 0 else scene.made.owner[trigger.first])
        self.above = scene.held.frame(above)
        frame = trigger.entry.frame
        self.sources = {*frame.source, *frame.nominal.source, *AGENTS}
        self.targets = {*frame.target, *frame.nominal.target, *TOWARDS}
        self.before: dict[str, View] = {}
        self.behind: dict[str, View] = {}
        middle = bisect_right(sentence.tokens, trigger.head)
        for at, spot in enumerate(sentence.spots):
            if at < middle:
                self.before[spot.naming.party] = self._view(spot, middle - 1 - at)
            elif spot.naming.party not in self.behind:
                self.behind[spot.naming.party] = self._view(spot, at - middle)

    def _view(self, spot: Spot, between: int) -> View:
        low, high = (spot.phrase, self.own) if spot.phrase < self.own else (self.own, spot.phrase)
        return View(
            spot,
            self._function(spot.phrase),
            step(high - low),
            step(between),
            self._slot(spot.preposition),
        )

    def _function(self, phrase: int) -> str:
        """What the phrase is to the event's verb, or else to the verb above."""
        if phrase == self.own:
            return "own"
        for name, frame in (("", self.frame), ("above ", self.above)):
            if frame.verb < 0:
                continue
            if phrase == frame.subject:
                return f"{name}carried" if frame.carried else f"{name}subject"
            if phrase in frame.objects:
                return f"{name}object"
            if phrase in frame.prepositional:
                return f"{name}prepositional"
        return "none"

    def _slot(self, preposition: str) -> str:
        """Whether the event's frame looks for its source or target behind the preposition."""
        if not preposition:
            return "bare"
        if preposition in self.targets:
            return "target"
        return "source" if preposition in self.sources else "other"


def step(count: int) -> str:
    """A count as a value of a feature."""
    return STEPS[count] if count < len(STEPS) else "9"


def sentences(ledger: Ledger) -> dict[int, Sentence]:
    """The sentences of an article that hold events, by index."""
    first: dict[int, Draft] = {}
    for draft in ledger.drafts:
        first.setdefault(draft.scene.sentence.index, draft)
    return {index: Sentence(ledger, draft) for index, draft in first.items()}
