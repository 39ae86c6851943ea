"""The places of a frame around a verbal noun: genitive, adjective, object and prepositional phrases."""

from __future__ import annotations

from musnad.extract.actors.coreference import (
    PLAIN,
    Reach,
    Resolved,
    by_pronoun,
    resolve,
    resolve_part,
    takes_up_subject,
)
from musnad.extract.events.role_places import EMPTY, Filler
from musnad.extract.events.verb_places import VerbPlaces
from musnad.extract.grammar.shapes import is_adjective
from musnad.extract.grammar.verb_frames import VerbFrame
from musnad.model import Mention

REACH = 7  # phrases behind a verbal noun in which its participants stand


class NounPlaces(VerbPlaces):
    """Who stands around the noun that carries an event."""

    def noun_slot(self, slot: str, taken: tuple[str, ...]) -> Filler:
        if slot == "idafa":
            return self.genitive(taken)
        if slot == "adj":
            return self.adjective(taken)
        if slot == "subj":
            return self.genitive(taken)
        if slot in ("obj", "obj2"):
            return self.noun_object(slot, taken)
        found = self.of_preposition(slot, self.behind(), taken)
        return self.one_side(found) if slot == "بين" and len(found.actors) > 1 else found

    def one_side(self, found: Filler) -> Filler:
        """«بين الرياض وأبوظبي من جهة، والدوحة من جهة أخرى»: those of the first side; the others are its partners."""
        phrases = self.made.phrases
        for index in range(self.made.owner[self.trigger.last], len(phrases) - 2):
            phrase = phrases[index]
            if self.scene.tokens[phrase.last].end != found.end:
                continue
            if self.scene.tokens[phrases[index + 1].head].form not in ("جهه", "جانب", "ناحيه"):
                return found
            others = (at for at in phrases[index + 2 : index + 4] if at.kind == "noun" and not at.preposition)
            other = next(others, None)
            if other is not None:
                self.partners = self.filler(
                    resolve(self.scene.reading, self.scene.sentence, other), "بين", found.actors
                )
            return found
        return found

    def relative_slot(self, slot: str, taken: tuple[str, ...]) -> Filler:
        return self.of_preposition(slot, self.relative.prepositional, taken)

    def behind(self) -> tuple[int, ...]:
        """The prepositional phrases behind the noun that can belong to it."""
        found: list[int] = []
        first = self.made.owner[self.trigger.last]
        clause = self.held.of[first]
        for index in range(first + 1, min(first + 1 + REACH, len(self.made.phrases))):
            phrase = self.made.phrases[index]
            if self.held.of[index] != clause:
                if self.held.of[index] < clause:
                    break
                continue
            if phrase.kind == "verb" or self.made.shapes[phrase.head].kind in ("stop", "comma"):
                break
            if (
                phrase.kind == "noun"
                and not phrase.preposition
                and index > first + 1
                and self.made.time_at[phrase.head] is None
            ):
                break
            if phrase.preposition:
                found.append(index)
        return tuple(found)

    def genitive(self, taken: tuple[str, ...], reach: Reach = PLAIN) -> Filler:
        head = self.head
        phrase = self.made.phrases[self.made.owner[head]]
        if (pronoun := self.made.shapes[head].pronoun) and self.made.shapes[head].kind == "word":
            return self.filler(self.own_pronoun(head, pronoun, taken), "idafa", taken)
        counted = self.made.owner[head] + 1
        if (
            self.counts(head + 1)
            and counted < len(self.made.phrases)
            and self.made.phrases[counted].preposition == "من"
        ):
            # «مقتل ثمانية من الجنود»
            found = resolve(self.scene.reading, self.scene.sentence, self.made.phrases[counted], reach)
            return self.filler(found, "idafa", taken)
        start = head + 1
        if start > phrase.last or self.made.mention_at[start] is None:
            start = max(head, self.trigger.last) + 1
        if start > phrase.last or self.made.shapes[head].definite:
            return EMPTY
        mention = self.made.mention_at[start]
        if mention is not None and mention.adjectival and reach.owners and self.trigger.last > head:
            # «تجميد الأصول الروسية»: the owner of what the trigger's last word names
            return Filler((mention.entity,), "idafa", "owner", mention.start, mention.end)
        people = start == head + 1 and self.made.shapes[start].definite  # «احتجاز الحوثيين»
        if mention is not None and self.is_venue(mention):
            whole = reach.capitals and self.trigger.entry.type == "ASSAULT"
            return Filler((mention.entity,), "idafa", "name", mention.start, mention.end) if whole else EMPTY
        if mention is not None and mention.adjectival and not people:
            return EMPTY
        actors: list[str] = []
        how, heads = "", [start, *(other for other in phrase.heads if other > start)]
        for at, begin in enumerate(heads):
            if at and begin in self.scene.trigger_at:
                break
            last = heads[at + 1] - 1 if at + 1 < len(heads) else phrase.last
            part = resolve_part(self.scene.reading, self.scene.sentence, begin, last, reach)
            if not part.actors:
                break
            actors += [actor for actor in part.actors if actor not in actors]
            how = how or part.how
        tokens = self.scene.tokens
        return self.filler(Resolved(tuple(actors), how, tokens[start].start, tokens[phrase.last].end), "idafa", taken)

    def is_venue(self, mention: Mention) -> bool:
        """«قمة مدريد», «هجمات باريس»: the city that an act has its name from did not do it."""
        kind = self.trigger.entry.type
        joint = self.trigger.entry.frame.joint and kind in ("CONSULT", "AGREE")
        return (joint or kind == "ASSAULT") and mention.rule.endswith("capital")

    def own_pronoun(self, token: int, pronoun: str, taken: tuple[str, ...]) -> Resolved:
        """«رفعت اعتراضها»: the subject of the verb whose object the noun is, where it agrees; else the nearest."""
        reading, sentence = self.scene.reading, self.scene.sentence
        own = self.made.owner[token]
        verb = self.held.verb_before(own)
        frame = self.held.frame(verb) if verb >= 0 else VerbFrame(-1)
        subject = frame.subject if own in (*frame.objects[:1], *frame.prepositional[:1]) else -1
        if 0 <= subject < own:
            found = resolve(reading, sentence, self.made.phrases[subject])
            fits = found.actors and not set(found.actors) & set(taken)
            if fits and takes_up_subject(reading, sentence, token, pronoun, found.actors):
                return found._replace(how="pronoun")
        return by_pronoun(reading, sentence, token, pronoun, taken)

    def counts(self, token: int) -> bool:
        """Whether a number or quantifier stands at a token and ends its phrase."""
        owner = self.made.owner
        if token >= len(owner) or (token + 1 < len(owner) and owner[token + 1] == owner[token]):
            return False
        return self.made.shapes[token].kind in ("number", "quantifier") and owner[token] == owner[self.head]

    def adjective(self, taken: tuple[str, ...]) -> Filler:
        """The states whose adjectives a noun has: of a two-sided act the first, else all («غارات أميركية بريطانية»)."""
        phrase = self.made.phrases[self.made.owner[self.head]]
        closed = self.made.shapes[self.head].definite or bool(self.made.shapes[self.head].pronoun)
        found: list[Mention] = []
        for at in range(self.head + 1, phrase.last + 1):
            mention = self.made.mention_at[at]
            if mention is None and at <= self.trigger.last:
                continue
            if mention is None and (found or not is_adjective(self.scene.tokens[at])):
                break
            if self.made.shapes[at].definite and not closed:
                break  # «تجميد الأصول الروسية»: the adjective is that of the genitive
            if mention is not None and not mention.adjectival:
                break
            if mention is not None and mention.entity not in taken and mention not in found:
                found.append(mention)
                if "بين" in self.trigger.entry.frame.nominal.source:
                    break
        if not found:
            return EMPTY
        actors = tuple(dict.fromkeys(mention.entity for mention in found))
        return Filler(actors, "adj", "name", found[0].start, found[-1].end)

    def noun_object(self, slot: str, taken: tuple[str, ...]) -> Filler:
        """The bare noun phrase behind a verbal noun and its genitive («دعم موسكو بيونغ يانغ»)."""
        bare = self.bare_behind()
        at = 1 if slot == "obj2" else 0
        return self.of_phrase(bare[at], slot, taken) if len(bare) > at else EMPTY

    def has_object(self) -> bool:
        """«استهداف الحوثيين سفينة»: whether a noun, be it no actor, follows the genitive as the object of the act."""
        for index in self.bare_behind()[:1]:
            phrase = self.made.phrases[index]
            token = self.scene.tokens[phrase.head]
            adverb = phrase.head == phrase.last and token.form.endswith("ا")  # «قصف غزة جواً»
            return index == self.made.owner[self.trigger.last] + 1 and token.pos == "NOUN" and not adverb
        return False

    def bare_behind(self) -> tuple[int, ...]:
        """The noun phrases without preposition right behind the trigger's own."""
        first = self.made.owner[self.trigger.last]
        found: list[int] = []
        for index in range(first + 1, min(first + 4, len(self.made.phrases))):
            phrase = self.made.phrases[index]
            if phrase.kind == "verb" or self.made.shapes[phrase.head].kind in ("comma", "stop", "complementizer"):
                break
            if phrase.kind == "noun" and not phrase.preposition and self.made.time_at[phrase.head] is None:
                if self.made.shapes[phrase.first].joined:
                    break
                found.append(index)
        return tuple(found)
