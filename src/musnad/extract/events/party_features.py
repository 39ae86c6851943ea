"""What speaks for a party as the participant that an event's sentence leaves out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator

from musnad.extract.actors.discourse import state_of
from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_ledger import PARTIES, Ledger, Naming
from musnad.lang.ar.tokens import Token


class Question:
    """One empty role of one event: who may fill it, and what speaks for each."""

    def __init__(self, ledger: Ledger, at: int, role: str) -> None:
        self.ledger, self.at, self.role = ledger, at, role
        self.draft = draft = ledger.drafts[at]
        other = ledger.targets[at] if role == "source" else ledger.sources[at]
        self.other = other or ledger.parties_of((draft.target if role == "source" else draft.source).actors)
        self.before, self.after = ledger.near(draft.trigger.start)
        self.here = draft.scene.sentence.index
        self.recent = self._order(self.before)
        self.inside = {naming.party for naming in (*self.before, *self.after) if naming.sentence == self.here}
        self.inside -= set(self.other)
        self.ranks = [party for party in ledger.ranked if party not in self.other]
        self.form = "noun" if draft.nominal else "verb"
        claim = draft.claim
        entity = claim.entity if claim is not None else None
        self.speaker = ledger.known.party(entity) if entity else ""
        self.accused = self._accused()
        place = ledger.entities.get(draft.place.entity) if draft.place is not None else None
        self.where = state_of(place)
        self.partner = self._partners(ledger.partners.get)
        self.partner_here = self._partners(lambda party: ledger.partners_by_type.get((party, draft.type)))

    def _order(self, namings: list[Naming]) -> list[str]:
        """The parties in the order of the names, each once, without those of the other role."""
        return list(dict.fromkeys(naming.party for naming in namings if naming.party not in self.other))

    def _accused(self) -> set[str]:
        """The targets of the event whose word attributes the statement that this event stands in."""
        claim, found = self.draft.claim, set[str]()
        if claim is None:
            return found
        for at in self._around(4):
            trigger = self.ledger.drafts[at].trigger
            if claim.cue.start < trigger.end and trigger.start < claim.cue.end:
                found.update(self.ledger.targets[at])
        return found

    def _partners(self, get: Callable[[str], Counter[str] | None]) -> dict[str, float]:
        found: Counter[str] = Counter()
        for party in self.other:
            found.update(get(party) or {})
        for party in self.other:
            found.pop(party, None)
        total = sum(found.values())
        return {party: count / total for party, count in found.items()}

    def _around(self, reach: int) -> list[int]:
        first, last = max(0, self.at - reach), min(len(self.ledger.drafts), self.at + reach + 1)
        return [at for at in range(first, last) if at != self.at]

    def candidates(self) -> list[str]:
        """The parties that may fill the role: those named most in the article and those named near the event."""
        near = [*self.recent[:4], *sorted(self.inside)]
        found = dict.fromkeys([*self.ranks[:PARTIES], *near])
        return [party for party in found if party in self.ledger.counts and party not in self.other]

    def naming(self, party: str) -> Naming | None:
        """Where the party is named next to the event, before it first; None if only farther off."""
        return next((naming for naming in (*self.before, *self.after) if naming.party == party), None)

    def features(self, party: str) -> list[str]:
        """The features of a candidate, each with the role before it."""
        return [f"{self.role}|{name}" for name in self._features(party)]

    def _features(self, party: str) -> Iterator[str]:
        draft, ledger = self.draft, self.ledger
        told = "told" if self.other else "open"
        kind = _kind(ledger, party)
        yield "always"
        yield f"type={draft.type}"
        yield f"kind={kind}"
        yield f"type={draft.type},kind={kind}"
        rank = self.ranks.index(party) + 1 if party in self.ranks[:4] else 5
        yield f"rank={rank},{told}"
        if rank <= 2:
            yield f"rank={rank},type={draft.type}"
            yield f"rank={rank},{self.form}"
        share = ledger.counts[party] / ledger.total
        yield f"share={min(4, int(share * 8))}"
        yield f"recent={self.recent.index(party) + 1 if party in self.recent[:3] else 4},{told}"
        yield from self._named(party)
        yield from self._dealings(party)
        yield from self._neighbours(party)
        if party in ledger.titled:
            yield "titled"
        if party == ledger.dominant:
            yield "own country"
            yield f"own country,type={draft.type}"
            yield f"own country,{told}"
        if any(ledger.home.get(other) == party and other != party for other in self.other):
            yield "home of the other"
        if party == self.where:
            yield "place"
            yield f"place,type={draft.type}"
        if draft.claim is not None:
            yield from self._claimed(party, draft)

    def _named(self, party: str) -> Iterator[str]:
        """Where the party is named, seen from the event."""
        scene = self.draft.scene
        for side, namings in (("before", self.before), ("after", self.after)):
            naming = next((naming for naming in namings if naming.party == party), None)
            if naming is None or naming.sentence != self.here:
                apart = min(3, abs(naming.sentence - self.here)) if naming is not None else 4
                yield f"{side}={apart}"
                continue
            token = _token(scene.tokens, naming.start)
            same = scene.clause_of(token) == scene.clause_of(self.draft.trigger.head)
            how = "clause" if same else "sentence"
            yield f"{side}={how}"
            yield f"{side}={how},{self.form}"
            yield f"{side}={how},adjectival={naming.adjectival}"
            yield f"{side}={how},type={self.draft.type}"
            if naming is namings[0]:
                yield f"{side}=next"
        if party in self.inside:
            yield f"alone={len(self.inside) == 1}"

    def _dealings(self, party: str) -> Iterator[str]:
        """How the party deals with those of the other role, and what it does or suffers elsewhere in the article."""
        ledger, draft = self.ledger, self.draft
        if self.other:
            yield f"partner={_bucket(self.partner.get(party))}"
            yield f"partner of type={_bucket(self.partner_here.get(party))}"
            pairs = [(party, other) if self.role == "source" else (other, party) for other in self.other]
            if any(pair in ledger.directed for pair in pairs):
                yield "same direction"
        for name, key in (("of type", draft.type), ("", ""), ("of entry", draft.trigger.entry.id)):
            counts = ledger.roles.get((self.role, key))
            yield f"role {name}={_bucket(counts[party] / counts.total() if counts and counts[party] else None)}"

    def _neighbours(self, party: str) -> Iterator[str]:
        """What the party is in the events around."""
        ledger = self.ledger
        for step in (-1, 1):
            at = self.at + step
            if not 0 <= at < len(ledger.drafts):
                continue
            apart = min(2, abs(ledger.drafts[at].scene.sentence.index - self.here))
            if party in ledger.sources[at]:
                yield f"source of {step},{apart}"
                if apart == 0:
                    yield f"source of {step},{ledger.drafts[at].type}"
            if party in ledger.targets[at]:
                yield f"target of {step},{apart}"
                if apart == 0:
                    yield f"target of {step},{ledger.drafts[at].type}"
            if set(self.other) & {*ledger.sources[at], *ledger.targets[at]}:
                yield f"partner of {step}={party in ledger.sources[at] or party in ledger.targets[at]}"

    def _claimed(self, party: str, draft: Draft) -> Iterator[str]:
        stance = draft.claim.stance if draft.claim is not None else ""
        if party == self.speaker:
            yield "speaker"
            yield f"speaker,{stance}"
            yield f"speaker,type={draft.type}"
        elif self.speaker and self.speaker not in self.other:
            yield "another speaks"
        if party in self.accused:
            yield "accused"


def _kind(ledger: Ledger, party: str) -> str:
    entity = ledger.entities[party]
    if entity.kind == "state":
        return "state"
    role = entity.code.split(" ")[-1]
    return role if role in ("IGO", "MED", "REB", "OPP", "PTY") else entity.kind


def _bucket(share: float | None) -> str:
    if not share:
        return "none"
    return "low" if share < 0.34 else "middle" if share < 0.67 else "high"


def _token(tokens: list[Token], offset: int) -> int:
    return max(0, bisect_right(tokens, offset, key=lambda token: token.start) - 1)
