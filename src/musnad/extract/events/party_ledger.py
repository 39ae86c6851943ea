"""What an article tells of its parties: where they are named, how often, and who deals with whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from musnad.extract.actors.discourse import ACTOR_KINDS, Discourse, discourse
from musnad.extract.events.drafts import Draft
from musnad.extract.reading import Reading
from musnad.model import Mention

PARTIES = 6  # of an article, those named most, that may fill a role; and as many more near the event
NEAR = 24  # names to either side of an event that are looked at


class Naming(NamedTuple):
    """A party where it is named."""

    start: int
    end: int
    sentence: int
    party: str
    adjectival: bool


class Ledger:
    """The parties of one article and of its events; what the context filled in counts as not told."""

    def __init__(self, reading: Reading, article: int, drafts: list[Draft], namings: list[Naming]) -> None:
        self.known: Discourse = discourse(reading)
        self.entities = reading.entities
        self.drafts = drafts
        self.namings = namings
        self.starts = [naming.start for naming in namings]
        counts = self.known.acting.get(article, Counter())
        self.total = sum(counts.values()) or 1
        self.counts = {party: count for party, count in counts.items() if party in self.entities}
        self.ranked = sorted(self.counts, key=lambda party: -self.counts[party])
        self.dominant = self.known.dominant.get(article, "")
        self.home = {party: _country(self.entities[party].code) for party in self.counts}
        titles = {s.index for s in reading.read_sentences() if s.article == article and s.zone == "title"}
        self.titled = {naming.party for naming in namings if naming.sentence in titles}
        self.sources = [self.parties_of(draft.source.actors) for draft in drafts]
        self.targets = [self.parties_of(draft.target.actors) for draft in drafts]
        self.partners: dict[str, Counter[str]] = {}
        self.partners_by_type: dict[tuple[str, str], Counter[str]] = {}
        self.directed: Counter[tuple[str, str]] = Counter()
        self.roles: dict[tuple[str, str], Counter[str]] = {}
        for at, draft in enumerate(drafts):
            self._learn(draft, self.sources[at], self.targets[at])

    def parties_of(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The parties that actors act for, each once."""
        return tuple(dict.fromkeys(self.known.party(actor) for actor in actors))

    def _learn(self, draft: Draft, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
        weight = 1 if draft.filled else 2
        for role, parties in (("source", sources), ("target", targets)):
            for party in parties:
                for key in ((role, draft.type), (role, ""), (role, draft.trigger.entry.id)):
                    self.roles.setdefault(key, Counter())[party] += weight
        for source in sources:
            for target in targets:
                if source == target:
                    continue
                self.directed[source, target] += weight
                for one, other in ((source, target), (target, source)):
                    self.partners.setdefault(one, Counter())[other] += weight
                    self.partners_by_type.setdefault((one, draft.type), Counter())[other] += weight

    def near(self, offset: int) -> tuple[list[Naming], list[Naming]]:
        """The names before a place in the text, nearest first, and those behind it."""
        here = bisect_left(self.starts, offset)
        return self.namings[max(0, here - NEAR) : here][::-1], self.namings[here : here + NEAR]


def ledgers(drafts: list[Draft]) -> list[Ledger]:
    """The ledgers of the articles that a reading holds."""
    if not drafts:
        return []
    reading = drafts[0].scene.reading
    inside: dict[int, list[Draft]] = {}
    for draft in drafts:
        inside.setdefault(draft.scene.sentence.article, []).append(draft)
    namings = _namings(reading)
    return [Ledger(reading, article, rows, namings.get(article, [])) for article, rows in inside.items()]


def _namings(reading: Reading) -> dict[int, list[Naming]]:
    known = discourse(reading)
    found: dict[int, list[Naming]] = {}
    for sentence in reading.read_sentences():
        rows = found.setdefault(sentence.article, [])
        for mention in sentence.mentions:
            if mention.kind in ACTOR_KINDS and mention.entity in reading.entities:
                rows.append(_naming(mention, sentence.index, known))
    return found


def _naming(mention: Mention, sentence: int, known: Discourse) -> Naming:
    return Naming(mention.start, mention.end, sentence, known.party(mention.entity), mention.adjectival)


def _country(code: str) -> str:
    """The state that a movement or a body stands in («REB YEM»); empty if its code names none."""
    return next((part for part in reversed(code.split(" ")) if len(part) == 3), "")
