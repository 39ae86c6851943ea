"""What an article tells of its parties: where they are named, how often, and who deals with whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import NamedTuple

from musnad.extract.actors.discourse import ACTOR_KINDS, Discourse, discourse
from musnad.extract.events.drafts import Draft
from musnad.extract.reading import Reading
from musnad.model import Mention

NEAR = 24  # names to either side of an event that are looked at


class Naming(NamedTuple):
    """A party where it is named or described."""

    start: int
    end: int
    sentence: int
    party: str
    entity: str
    adjectival: bool


class Ledger:
    """The parties of one article and of its events; what the context filled in counts as half told.

    `stands` is the actor that a party is called by: itself, or who acts for it where the article names only them.
    """

    def __init__(self, reading: Reading, article: int, drafts: list[Draft], namings: list[Naming]) -> None:
        self.known: Discourse = discourse(reading)
        self.entities = reading.entities
        self.drafts = drafts
        self.namings = namings
        self.starts = [naming.start for naming in namings]
        self.by_sentence: dict[int, list[Naming]] = {}
        for naming in namings:
            self.by_sentence.setdefault(naming.sentence, []).append(naming)
        self._count(reading, article)
        self.sources = [self.parties_of(draft.source.actors) for draft in drafts]
        self.targets = [self.parties_of(draft.target.actors) for draft in drafts]
        self.weights = [1 if draft.filled else 2 for draft in drafts]
        self.partners: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.directed: Counter[tuple[str, str]] = Counter()
        self.roles: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for at, draft in enumerate(drafts):
            self._learn(draft, self.weights[at], self.sources[at], self.targets[at])
        self.totals = {key: counts.total() for key, counts in self.roles.items()}

    def _count(self, reading: Reading, article: int) -> None:
        counts = self.known.acting.get(article) or Counter()
        self.total = sum(counts.values()) or 1
        self.stands = {naming.party: naming.entity for naming in reversed(self.namings)}
        self.stands.update({party: party for party in counts if party in self.entities})
        self.counts = {party: count for party, count in counts.items() if party in self.stands}
        self.ranked = sorted(self.counts, key=lambda party: -self.counts[party])
        self.ranks = {party: rank for rank, party in enumerate(self.ranked)}
        self.dominant = self.known.dominant.get(article, "")
        titles = {s.index for s in reading.read_sentences() if s.article == article and s.zone == "title"}
        self.titled = {naming.party for naming in self.namings if naming.sentence in titles}

    def parties_of(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The parties that actors act for, each once."""
        return tuple(dict.fromkeys(self.known.party(actor) for actor in actors))

    def _learn(self, draft: Draft, weight: int, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
        for role, parties in (("source", sources), ("target", targets)):
            for party in parties:
                for key in ((role, draft.type), (role, ""), (role, draft.trigger.entry.id)):
                    self.roles[key][party] += weight
        for source in sources:
            for target in targets:
                if source == target:
                    continue
                self.directed[source, target] += weight
                for one, other in ((source, target), (target, source)):
                    self.partners[one][other] += weight

    def near(self, offset: int) -> tuple[dict[str, Naming], dict[str, Naming]]:
        """Each party's last naming before a place in the text, the last first, and its first behind; not from far."""
        here = bisect_left(self.starts, offset)
        before: dict[str, Naming] = {}
        behind: dict[str, Naming] = {}
        for naming in reversed(self.namings[max(0, here - NEAR) : here]):
            before.setdefault(naming.party, naming)
        for naming in self.namings[here : here + NEAR]:
            behind.setdefault(naming.party, naming)
        return before, behind


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
    articles = {sentence.index: sentence.article for sentence in reading.sentences}
    for sentence in reading.read_sentences():
        rows = found.setdefault(sentence.article, [])
        for mention in sentence.mentions:
            if mention.kind in ACTOR_KINDS and mention.entity in reading.entities:
                rows.append(_naming(mention, sentence.index, known))
    for told in known.referents:
        if not told.named and told.entity in reading.entities:
            tokens = reading.sentences[told.sentence].tokens
            token = tokens[max(0, bisect_right(tokens, told.offset, key=lambda token: token.start) - 1)]
            naming = Naming(told.offset, token.end, told.sentence, known.party(told.entity), told.entity, False)
            found.setdefault(articles[told.sentence], []).append(naming)
    return {article: sorted(rows) for article, rows in found.items()}


def _naming(mention: Mention, sentence: int, known: Discourse) -> Naming:
    party = known.party(mention.entity)
    return Naming(mention.start, mention.end, sentence, party, mention.entity, mention.adjectival)
