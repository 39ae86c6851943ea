"""The places of a frame around a verbal noun: genitive, adjective, object and prepositional phrases."""

from __future__ import annotations

from musnad.extract.actors.coreference import (
    NOTHING,
    PLAIN,
    Reach,
    Resolved,
    by_pronoun,
    resolve,
    resolve_member,
    resolve_part,
    takes_up_subject,
)
from musnad.extract.actors.descriptions import takes_pronoun
from musnad.extract.actors.discourse import nouns_at
from musnad.extract.events.control import control
from musnad.extract.events.governing import goes_on
from musnad.extract.events.role_places import EMPTY, Filler
from musnad.extract.events.verb_places import VerbPlaces
from musnad.extract.grammar.phrases import NISBA_NAMES, Phrase
from musnad.extract.grammar.shapes import is_adjective
from musnad.extract.grammar.verb_frames import VerbFrame
from musnad.model import Mention

ADVERBIAL = frozenset({"خلال", "بعد", "قبل", "عقب", "لدي", "اثناء", "في", "منذ", "اثر"})
AHEAD = 10  # phrases between such an adverbial and its verb
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
            kind = self.made.shapes[phrase.head].kind
            if (
                kind == "comma"
                and index + 1 < len(self.made.phrases)
                and self.made.phrases[index + 1].preposition == "مع"
            ):
                continue  # «في اتصال هاتفي أمس، مع نظيره»
            if phrase.kind == "verb" or kind in ("stop", "comma"):
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
            if phrase.head in self.scene.trigger_at and phrase.preposition in ADVERBIAL:
                break  # «هيئة منع التعذيب بعد الاتفاق على الأسماء»: what follows belongs to the other act
        return tuple(found)

    def genitive(self, taken: tuple[str, ...], reach: Reach = PLAIN) -> Filler:
        """Who stands in the genitive of the noun, or in its suffix pronoun."""
        head, shapes = self.head, self.made.shapes
        if (pronoun := shapes[head].pronoun) and shapes[head].kind == "word":
            return self.filler(self.own_pronoun(head, pronoun, taken), "idafa", taken)
        if (counted := self.counted()) >= 0:
            found = resolve(self.scene.reading, self.scene.sentence, self.made.phrases[counted], reach)
            return self.filler(found, "idafa", taken)
        phrase = self.made.phrases[self.made.owner[head]]
        start = head + 1
        if start > phrase.last or self.made.mention_at[start] is None:
            start = max(head, self.trigger.last) + 1
        while start < phrase.last and shapes[start].kind in ("number", "quantifier"):
            start += 1  # «مقتل 3 جنود»
        if start > phrase.last or shapes[head].definite:
            return EMPTY
        mention = self.made.mention_at[start]
        described = mention is not None and mention.adjectival and not self.is_people(mention, start)
        if mention is not None and (described or (not mention.adjectival and self.is_venue(mention))):
            return self.of_name(mention, start, reach)
        return self.filler(self.listed(start, reach), "idafa", taken)

    def is_people(self, mention: Mention, start: int) -> bool:
        """«احتجاز الحوثيين», «مقتل فلسطيني»: whether an adjective of a people right behind the noun is its genitive."""
        word, here = self.scene.tokens[start].word, self.scene.tokens[self.head].word
        if not mention.adjectival or word is None or here is None or self.made.shapes[self.head].definite:
            return False
        numbered = start > self.head + 1 and self.made.shapes[start - 1].kind in ("number", "quantifier")
        if not numbered and start != self.head + 1:
            return False
        plural = not word.definite and word.core.endswith(("ين", "ون"))
        singular = here.core in control("of_people") and not word.core.endswith("يه")
        return word.definite or numbered or plural or singular

    def of_name(self, mention: Mention, start: int, reach: Reach) -> Filler:
        """«تجميد الأصول الروسية», «هجمات باريس»: the owner of what a trigger's last word names, the city attacked."""
        owner = mention.adjectival and reach.owners and self.trigger.last > self.head
        attacked = not mention.adjectival and reach.capitals and self.trigger.entry.type == "ASSAULT"
        if not (owner or attacked):
            return EMPTY
        return Filler((mention.entity,), "idafa", "owner" if owner else "name", mention.start, mention.end)

    def listed(self, start: int, reach: Reach) -> Resolved:
        """The actors of a genitive and of those joined to it, up to one that is none or is an act itself."""
        reading, sentence, phrase = self.scene.reading, self.scene.sentence, self.scene.phrase(start)
        actors: list[str] = []
        how, heads = "", [start, *(other for other in phrase.heads if other > start)]
        for at, begin in enumerate(heads):
            if at and begin in self.scene.trigger_at:
                break
            last = heads[at + 1] - 1 if at + 1 < len(heads) else phrase.last
            part = resolve_part(reading, sentence, begin, last, reach)
            if not part.actors:
                break
            actors += [actor for actor in part.actors if actor not in actors]
            how = how or part.how
        if not actors:
            return resolve_member(reading, sentence, start)
        tokens = self.scene.tokens
        return Resolved(tuple(actors), how, tokens[start].start, tokens[phrase.last].end)

    def counted(self) -> int:
        """The phrase of those counted behind the noun («مقتل ثمانية من الجنود»); -1 if there is none."""
        after = self.made.owner[self.head] + 1
        counts = self.counts(self.head + 1) and after < len(self.made.phrases)
        return after if counts and self.made.phrases[after].preposition == "من" else -1

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
        governed = own in (*frame.objects[:1], *frame.prepositional[:1])
        beside = self.made.phrases[own].preposition in ADVERBIAL  # «طلب من الرئيس، خلال زيارته لواشنطن»
        subject = frame.subject if governed or beside else -1
        if 0 <= subject < own:
            found = resolve(reading, sentence, self.made.phrases[subject])
            fits = found.actors and not set(found.actors) & set(taken)
            if fits and takes_up_subject(reading, sentence, token, pronoun, found.actors):
                return found._replace(how="pronoun")
        if goes_on(self.scene, token) and not set(self.scene.carried.actors) & set(taken):
            return self.scene.carried
        ahead = self.named_ahead(own, pronoun) if verb < 0 else NOTHING
        return ahead if ahead.actors else by_pronoun(reading, sentence, token, pronoun, taken)

    def named_ahead(self, own: int, pronoun: str) -> Resolved:
        """«خلال زيارته إلى طوكيو، قال الرئيس الأوكراني»: the subject of the verb that an adverbial stands before."""
        phrases, clause = self.made.phrases, self.held.of[own]
        if phrases[own].preposition not in ADVERBIAL:
            return NOTHING
        for index in range(own + 1, min(own + AHEAD, len(phrases))):
            if phrases[index].kind == "verb" and self.held.of[index] == clause:
                subject = self.held.frame(index).subject
                fits = subject > index and takes_pronoun(self.made, phrases[subject], pronoun)
                found = resolve(self.scene.reading, self.scene.sentence, phrases[subject]) if fits else NOTHING
                return found._replace(how="pronoun") if len(found.actors) == 1 else NOTHING
        return NOTHING

    def counts(self, token: int) -> bool:
        """Whether a number or quantifier stands at a token and ends its phrase."""
        owner = self.made.owner
        if token >= len(owner) or (token + 1 < len(owner) and owner[token + 1] == owner[token]):
            return False
        return self.made.shapes[token].kind in ("number", "quantifier") and owner[token] == owner[self.head]

    def adjective(self, taken: tuple[str, ...]) -> Filler:
        """The states whose adjectives a noun has: of a two-sided act the first, else all («غارات أميركية بريطانية»)."""
        phrase, word = self.made.phrases[self.made.owner[self.head]], self.scene.tokens[self.head].word
        if word is not None and not word.definite and word.core in control("of_people"):
            return EMPTY  # «مقتل طيار أردني»: who was killed
        closed = self.made.shapes[self.head].definite or bool(self.made.shapes[self.head].pronoun)
        found: list[Mention] = []
        for at in range(self.head + 1, phrase.last + 1):
            mention = self.made.mention_at[at]
            if mention is None and at <= self.trigger.last:
                continue
            if mention is None and (found or not is_adjective(self.scene.tokens[at]) or nouns_at(self.made, at)):
                break
            if mention is not None and not found and self.is_people(mention, at):
                break
            if self.made.shapes[at].definite and not closed:
                break  # «تجميد الأصول الروسية»: the adjective is that of the genitive
            if mention is not None and not mention.adjectival and not self.is_nisba(mention, at, bool(found)):
                break
            if mention is not None and mention.entity not in taken and mention not in found:
                found.append(mention)
                if "بين" in self.trigger.entry.frame.nominal.source:
                    break
        if not found:
            return EMPTY
        actors = tuple(dict.fromkeys(mention.entity for mention in found))
        return Filler(actors, "adj", "name", found[0].start, found[-1].end)

    def is_nisba(self, mention: Mention, at: int, follows: bool) -> bool:
        """Whether the name of a state is its adjective («مباحثات مصرية تركية»)."""
        return mention.text in NISBA_NAMES and (follows or not self.made.shapes[at].definite)

    def noun_object(self, slot: str, taken: tuple[str, ...]) -> Filler:
        """The bare noun phrase behind a verbal noun and its genitive («دعم موسكو بيونغ يانغ»)."""
        bare = self.bare_behind()
        at = 1 if slot == "obj2" else 0
        return self.of_phrase(bare[at], slot, taken) if len(bare) > at else EMPTY

    def has_object(self) -> bool:
        """«استهداف الحوثيين سفينة»: whether a noun, be it no actor, follows the genitive as the object of the act."""
        behind = self.bare_behind()
        if not behind or behind[0] != self.made.owner[self.trigger.last] + 1:
            return False
        phrase = self.made.phrases[behind[0]]
        token, here = self.scene.tokens[phrase.head], self.made.shapes[phrase.head]
        adverb = phrase.head == phrase.last and token.form.endswith("ا")  # «قصف غزة جواً»
        return here.kind != "pronoun" and (token.pos in ("NOUN", "X") or bool(here.pronoun)) and not adverb

    def tells_who(self, phrase: Phrase) -> bool:
        """«اغتيال الحريري والد الوزير»: whether a noun only tells who the person before it is."""
        before, word = self.made.mention_at[phrase.first - 1], self.scene.tokens[phrase.head].word
        person = before is not None and before.kind == "person" and word is not None
        return person and word.core in control("kin")  # type: ignore[union-attr]

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
                if not self.tells_who(phrase):
                    found.append(index)
        return tuple(found)
