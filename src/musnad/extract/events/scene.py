"""A sentence as the event rules see it: its chunks, clauses, triggers and claims."""

from __future__ import annotations

from musnad.extract.actors.coreference import NOTHING, Resolved
from musnad.extract.grammar.clauses import clauses
from musnad.extract.grammar.phrases import Phrase, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.triggers.layer import Trigger
from musnad.model import Claim


class Scene:
    """One sentence; `trigger_at[i]` is the trigger that token i is part of, `carried` the subject it may go on with."""

    __slots__ = ("carried", "claims", "held", "made", "reading", "sentence", "tokens", "trigger_at", "triggers")

    def __init__(
        self,
        reading: Reading,
        sentence: SentenceReading,
        triggers: list[Trigger],
        claims: tuple[Claim, ...] = (),
        carried: Resolved = NOTHING,
    ) -> None:
        self.reading = reading
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.made = chunks(sentence)
        self.held = clauses(sentence)
        self.triggers = triggers
        self.claims = claims
        self.carried = carried
        self.trigger_at: dict[int, Trigger] = {}
        for trigger in triggers:
            for token in range(trigger.first, trigger.last + 1):
                self.trigger_at[token] = trigger

    def phrase_index(self, token: int) -> int:
        """The index of the phrase that holds a token."""
        return self.made.owner[token]

    def phrase(self, token: int) -> Phrase:
        """The phrase that holds a token."""
        return self.made.phrases[self.made.owner[token]]

    def clause_of(self, token: int) -> int:
        """The clause that a token stands in."""
        return self.held.of[self.made.owner[token]]

    def is_verbal(self, trigger: Trigger) -> bool:
        """Whether a finite verb carries the event."""
        return trigger.form == "verb" or (trigger.morph is not None and trigger.morph.pos in ("VERB", "AUX"))

    def verb_phrase(self, trigger: Trigger) -> int:
        """The phrase of the finite verb (the light verb where there is one) that carries the event; -1 if none does."""
        owner, phrases = self.made.owner, self.made.phrases
        for token in (trigger.support, trigger.head, trigger.first):
            if token >= 0 and phrases[owner[token]].kind == "verb":
                return owner[token]
        return -1

    def is_cue(self, trigger: Trigger) -> bool:
        """Whether the trigger is the very word that attributes a statement."""
        return any(claim.cue.start < trigger.end and trigger.start < claim.cue.end for claim in self.claims)

    def claims_at(self, offset: int) -> list[Claim]:
        """The attributed statements whose content holds `offset`, the innermost first."""
        inside = [c for c in self.claims if c.content is not None and c.content.start <= offset < c.content.end]
        return sorted(inside, key=lambda c: c.content.end - c.content.start)  # type: ignore[union-attr]

    def claim_at(self, offset: int) -> Claim | None:
        """The innermost attributed statement whose content holds `offset`; None outside of all."""
        inside = self.claims_at(offset)
        return inside[0] if inside else None
