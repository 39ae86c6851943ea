"""Source and target of an event: the places that its frame names, looked up in the sentence."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.clauses import VerbFrame, agrees_any, verb_reading
from musnad.extract.control import control
from musnad.extract.coreference import (
    NOTHING,
    PLAIN,
    Reach,
    Resolved,
    by_pronoun,
    nearest,
    resolve,
    resolve_antecedent,
    resolve_part,
)
from musnad.extract.discourse import discourse
from musnad.extract.scene import Scene
from musnad.extract.shapes import is_adjective
from musnad.extract.trigger_lexicon import Slots
from musnad.extract.triggers import Trigger
from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.tokens import Token

AGENTS = frozenset({"من قبل", "علي يد"})
REACH = 7  # phrases behind a verbal noun in which its participants stand
OWNERS_ARE_TARGETS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "SANCTION", "COERCE", "ASSAULT", "THREATEN"})
HARM = frozenset({"ASSAULT", "COERCE"})
PLACES_ARE_TARGETS = frozenset({"ASSAULT", "RETREAT", "COERCE"})


class Filler(NamedTuple):
    """Actors that fill a role, the slot of the frame they stood in and how they were found."""

    actors: tuple[str, ...] = ()
    slot: str = ""
    how: str = ""
    start: int = 0
    end: int = 0


class Roles(NamedTuple):
    """Source and target of one event; `acts` are tokens of other triggers that stand in the place of the target."""

    source: Filler = Filler()
    target: Filler = Filler()
    acts: tuple[int, ...] = ()
    act_is_subject: bool = False


EMPTY = Filler()
DAMMA = "\u064f"


def verb_has_passive(token: Token) -> bool:
    """Whether any reading of a word is passive."""
    return token.word is not None and any(morph.voice == "p" for morph in token.word.readings)


def roles(scene: Scene, trigger: Trigger) -> Roles:
    """The participants that the sentence itself gives to a trigger; empty fillers where it gives none."""
    finder = _Finder(scene, trigger)
    return finder.find()._replace(act_is_subject=finder.act_is_subject)


class _Finder:
    """Looks for the participants of one trigger."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene, self.trigger = scene, trigger
        self.made, self.held = scene.made, scene.held
        self.places = trigger.entry.type in PLACES_ARE_TARGETS
        self.target_reach = Reach(self.places, True, trigger.entry.type in OWNERS_ARE_TARGETS)
        self.verb = scene.verb_phrase(trigger)
        self.frame = self.held.frame(self.verb) if self.verb >= 0 else VerbFrame(-1)
        self.acts: list[int] = []
        self.frame = self.with_carried_subject()
        self.passive = trigger.passive or (self.verb >= 0 and self.told_passive())
        self.relative = VerbFrame(-1)
        self.head = trigger.head
        if self.frame.subject >= 0 and trigger.first != trigger.last:
            subject = self.made.phrases[self.frame.subject]
            if subject.first <= trigger.last and self.made.phrases[self.verb].head >= trigger.first:
                # «تُستأنف المحادثات»: the act is the subject
                self.head = subject.head
        self.act_is_subject = self.head != trigger.head or (self.verb >= 0 and self.in_phrase(self.frame.subject))

    def find(self) -> Roles:
        frame = self.trigger.entry.frame
        if self.act_is_subject:
            nominal = (
                frame.nominal
                if frame.nominal.source or frame.nominal.target
                else Slots(source=("idafa",), target=frame.target)
            )
            return self.nominal(nominal)
        if self.verb >= 0 and self.made.phrases[self.made.owner[self.trigger.head]].kind == "verb":
            return self.verbal(frame.source, frame.target)
        nominal = (
            frame.nominal
            if frame.nominal.source or frame.nominal.target
            else Slots(source=("idafa", "adj"), target=frame.target)
        )
        if self.verb >= 0:
            return self.light(nominal, frame.target)
        if self.trigger.form == "participle":
            return self.participle(frame.target)
        return self.nominal(nominal)

    def with_carried_subject(self) -> VerbFrame:
        """«زار بكين والتقى الرئيس الصيني»: the one noun behind a second verb that takes an object is its object."""
        frame, phrases = self.frame, self.made.phrases
        single = frame.subject > self.verb >= 0 and not frame.objects and not frame.carried
        if not single or self.trigger.passive or self.trigger.entry.frame.target[:1] != ("obj",):
            return frame
        if not self.made.shapes[phrases[self.verb].first].joined or self.made.shapes[phrases[self.verb].head].pronoun:
            return frame
        before = self.held.frame(self.held.verb_before(self.verb))
        if before.subject < 0 or not agrees_any(self.made, before.subject, phrases[self.verb]):
            return frame
        return frame._replace(subject=before.subject, objects=(frame.subject,), carried=True)

    def told_passive(self) -> bool:
        """Whether a vowel sign («اعتُقل») or an agent («من قبل الشرطة») makes the verb passive."""
        token = self.scene.tokens[self.made.phrases[self.verb].head]
        if DAMMA in self.scene.reading.text[token.start : token.start + 4]:
            return verb_has_passive(token)
        if self.trigger.entry.type in HARM and self.trigger.entry.frame.target[:1] == ("obj",) and not self.frame.objects:
            # «قتل جنديان»: what harms has someone whom it harms
            head = self.made.phrases[self.verb].head
            return not self.made.shapes[head].pronoun and self.frame.subject >= 0 and not self.frame.carried
        agents = any(self.made.phrases[index].preposition in AGENTS for index in self.frame.prepositional)
        return agents and not self.frame.objects

    def verbal(self, sources: tuple[str, ...], targets: tuple[str, ...]) -> Roles:
        if self.passive:
            source = self.first(tuple(AGENTS), self.verb_slot, ())
            passive = tuple("subj" if slot == "obj" else slot for slot in targets if slot != "subj")
            target = self.first(passive or ("subj",), self.verb_slot, source.actors)
            return Roles(source, target, tuple(self.acts))
        source = self.first(sources, self.verb_slot, ())
        return self.joint(source, self.first(targets, self.verb_slot, source.actors))

    def light(self, nominal: Slots, targets: tuple[str, ...]) -> Roles:
        """«عقدت بكين محادثات مع سيول»: the light verb's subject, then the places around the noun."""
        source = EMPTY
        if not self.passive:
            source = self.verb_slot("subj", ())
            if self.frame.subject >= 0 and self.in_phrase(self.frame.subject):
                source = EMPTY
        source = source if source.actors else self.first(nominal.source, self.noun_slot, ())
        target = self.first(nominal.target, self.noun_slot, source.actors)
        if not target.actors:
            slots = tuple(slot for slot in targets if slot not in ("subj", "obj", "obj2"))
            target = self.first(slots, self.verb_slot, source.actors)
        return self.joint(source, target)

    def participle(self, targets: tuple[str, ...]) -> Roles:
        """«متهماً إياها»: the subject of the verb that it goes with, and what follows as its objects."""
        source = self.qualified()
        return self.joint(source, self.first(targets, self.noun_slot, source.actors))

    def nominal(self, slots: Slots) -> Roles:
        agent = self.first(tuple(AGENTS), self.noun_slot, ())
        source = agent if agent.actors else self.first(slots.source, self.noun_slot, ())
        source = source if source.actors else self.relative_doer()
        source = source if source.actors else self.holder()
        targets = (*slots.target, "idafa") if agent.actors else slots.target
        target = self.first(targets, self.noun_slot, source.actors)
        if not target.actors and self.relative.verb >= 0:
            target = self.first(targets, self.relative_slot, source.actors)
        if not target.actors and "idafa" in targets:
            target = self.genitive(source.actors, self.target_reach)
        if not target.actors and source.slot == "adj":
            target = self.adjective(source.actors)
        if not target.actors and source.slot == "idafa" and len(source.actors) == 1 and self.idafa_is_target():
            source, target = EMPTY, source
        return self.joint(source, target)

    def idafa_is_target(self) -> bool:
        """«مستعد للقاء كيم», «إمداد كييف بالسلاح»: the genitive is the partner, or who is supplied."""
        if self.made.shapes[self.head].pronoun:
            return False
        phrase = self.made.phrases[self.made.owner[self.head]]
        if self.trigger.entry.frame.joint:
            return phrase.preposition == "ل"
        after = self.made.owner[self.head] + 1
        return (
            self.trigger.entry.type == "AID"
            and after < len(self.made.phrases)
            and self.made.phrases[after].preposition == "ب"
        )

    def holder(self) -> Filler:
        """«لدى بكين قلق»: who is said to have what the noun names."""
        own = self.made.owner[self.head]
        if own and self.made.phrases[own - 1].preposition == "لدي" and not self.made.phrases[own].preposition:
            return self.of_phrase(own - 1, "لدي", ())
        return EMPTY

    def relative_doer(self) -> Filler:
        """«هجوم شنته الجماعة», «الزيارة التي قام بها الوزير»: the subject of a verb of doing that takes the noun up."""
        own = self.made.owner[self.trigger.last]
        for index in range(own + 1, min(own + 5, len(self.made.phrases))):
            phrase = self.made.phrases[index]
            if phrase.kind != "verb":
                if (phrase.kind == "noun" and not phrase.preposition) or self.made.shapes[phrase.head].kind == "stop":
                    break
                continue
            morph = verb_reading(self.made, phrase)
            frame = self.held.frame(index)
            taken_up = bool(self.made.shapes[phrase.head].pronoun) or any(
                self.made.shapes[self.made.phrases[other].first].pronoun for other in frame.prepositional[:1]
            )
            if (
                self.made.shapes[phrase.first].joined
                or morph is None
                or not taken_up
                or morph.lemma not in control("perform")
            ):
                break
            self.relative = frame
            if frame.subject >= 0 and frame.subject != own and not frame.carried:
                return self.of_phrase(frame.subject, "relative", ())
            return self.agreeing(phrase.head, morph)
        return EMPTY

    def agreeing(self, token: int, morph: Morph) -> Filler:
        """The nearest actor before a verb without a subject that agrees with it."""
        reading, sentence = self.scene.reading, self.scene.sentence
        offset = self.scene.tokens[self.trigger.first].start
        found = nearest(discourse(reading), sentence, offset, morph.gender, "p" if morph.number == "p" else "s")
        if found is None:
            return EMPTY
        at = self.scene.tokens[token]
        return Filler((found.entity,), "relative", "pronoun", at.start, at.end)

    def joint(self, source: Filler, target: Filler) -> Roles:
        """A joint subject of a reciprocal act without a partner:
        the first is the source, the others are the targets.
        """
        if source.slot == "بين" or (self.trigger.entry.frame.joint and len(source.actors) > 1 and not target.actors):
            target = target if target.actors else source._replace(actors=source.actors[1:])
            source = source._replace(actors=source.actors[:1])
        if not target.actors and self.trigger.entry.type == "ACCUSE":
            target = self.told_of(source.actors)
        return Roles(source, target, tuple(self.acts))

    def told_of(self, taken: tuple[str, ...]) -> Filler:
        """«قلقه من أن بيونغ يانغ قد تقدم أسلحة»: whom a complaint's clause begins with."""
        own = max(self.made.owner[self.trigger.last], self.frame.subject, *self.frame.objects[:1], 0)
        for index in range(own + 1, min(own + 4, len(self.made.phrases) - 1)):
            phrase = self.made.phrases[index]
            if self.made.shapes[phrase.head].kind in ("stop", "comma") or phrase.kind == "verb":
                break
            if self.made.shapes[phrase.head].kind == "complementizer":
                following = self.made.phrases[index + 1]
                if following.kind == "noun" and not following.preposition:
                    return self.of_phrase(index + 1, "ان", taken)
                break
        return EMPTY

    def first(self, slots: tuple[str, ...], look: object, taken: tuple[str, ...]) -> Filler:
        for slot in slots:
            found: Filler = look(slot, taken)  # type: ignore[operator]
            if found.actors:
                return found
        return EMPTY

    def verb_slot(self, slot: str, taken: tuple[str, ...]) -> Filler:
        frame = self.frame
        if slot == "subj":
            return self.of_phrase(frame.subject, slot, taken)
        if slot in ("obj", "obj2"):
            return self.object(slot, taken)
        return self.of_preposition(slot, frame.prepositional, taken)

    def object(self, slot: str, taken: tuple[str, ...]) -> Filler:
        head = self.made.phrases[self.verb].head
        pronoun = self.made.shapes[head].pronoun
        if pronoun and slot == "obj" and self.scene.tokens[head].word is not None:
            relative = self.held.clause(self.verb).kind == "relative"
            if not relative or not self.frame.objects:
                found = by_pronoun(self.scene.reading, self.scene.sentence, head, pronoun, taken)
                return self.filler(found, slot, taken)
        objects = self.frame.objects
        at = 1 if slot == "obj2" and not pronoun else 0
        return self.of_phrase(objects[at], slot, taken) if len(objects) > at else EMPTY

    def noun_slot(self, slot: str, taken: tuple[str, ...]) -> Filler:
        if slot == "idafa":
            return self.genitive(taken)
        if slot == "adj":
            return self.adjective(taken)
        if slot == "subj":
            return self.genitive(taken)
        if slot in ("obj", "obj2"):
            return self.noun_object(slot, taken)
        return self.of_preposition(slot, self.behind(), taken)

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
            found = by_pronoun(self.scene.reading, self.scene.sentence, head, pronoun, taken)
            return self.filler(found, "idafa", taken)
        counted = self.made.owner[head] + 1
        if self.counts(head + 1) and counted < len(self.made.phrases) and self.made.phrases[counted].preposition == "من":
            # «مقتل ثمانية من الجنود»
            found = resolve(self.scene.reading, self.scene.sentence, self.made.phrases[counted], reach)
            return self.filler(found, "idafa", taken)
        start = head + 1
        if start > phrase.last or self.made.mention_at[start] is None:
            start = max(head, self.trigger.last) + 1
        if start > phrase.last or self.made.shapes[head].definite:
            return EMPTY
        mention = self.made.mention_at[start]
        if mention is not None and mention.adjectival:
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

    def counts(self, token: int) -> bool:
        """Whether a number or quantifier stands at a token and ends its phrase."""
        owner = self.made.owner
        if token >= len(owner) or (token + 1 < len(owner) and owner[token + 1] == owner[token]):
            return False
        return self.made.shapes[token].kind in ("number", "quantifier") and owner[token] == owner[self.head]

    def adjective(self, taken: tuple[str, ...]) -> Filler:
        phrase = self.made.phrases[self.made.owner[self.head]]
        for at in range(max(self.head, min(self.trigger.last, phrase.last)) + 1, phrase.last + 1):
            mention = self.made.mention_at[at]
            if mention is None and not is_adjective(self.scene.tokens[at]):
                break
            if mention is not None and mention.adjectival and mention.entity not in taken:
                return Filler((mention.entity,), "adj", "name", mention.start, mention.end)
        return EMPTY

    def noun_object(self, slot: str, taken: tuple[str, ...]) -> Filler:
        """The bare noun phrase behind a verbal noun and its genitive («دعم موسكو بيونغ يانغ»)."""
        first = self.made.owner[self.trigger.last]
        seen = 0
        for index in range(first + 1, min(first + 4, len(self.made.phrases))):
            phrase = self.made.phrases[index]
            if phrase.kind == "verb" or self.made.shapes[phrase.head].kind in ("comma", "stop", "complementizer"):
                break
            if phrase.kind == "noun" and not phrase.preposition and self.made.time_at[phrase.head] is None:
                if self.made.shapes[phrase.first].joined:
                    break
                if seen == (slot == "obj2"):
                    return self.of_phrase(index, slot, taken)
                seen += 1
        return EMPTY

    def of_preposition(self, slot: str, places: tuple[int, ...], taken: tuple[str, ...]) -> Filler:
        for index in places:
            if self.made.phrases[index].preposition == slot:
                found = self.of_phrase(index, slot, taken)
                if found.actors:
                    return found
        return EMPTY

    def in_phrase(self, index: int) -> bool:
        """Whether the trigger's own noun stands in the phrase."""
        return index >= 0 and self.made.owner[self.head] == index

    def of_phrase(self, index: int, slot: str, taken: tuple[str, ...]) -> Filler:
        if index < 0 or self.in_phrase(index):
            return EMPTY
        phrase = self.made.phrases[index]
        if slot == "subj" and self.verb > index and self.held.clause(self.verb).governor == index:
            found = resolve_antecedent(self.scene.reading, self.scene.sentence, phrase)
        else:
            plain = slot in ("في", "ب") or (slot == "subj" and not self.passive)
            reach = PLAIN if plain else self.target_reach
            found = resolve(self.scene.reading, self.scene.sentence, phrase, reach)
        if not found.actors and slot != "subj":
            self.acts += [at for at in range(phrase.first, phrase.last + 1) if at in self.scene.trigger_at][:1]
        return self.filler(found, slot, taken)

    def qualified(self) -> Filler:
        """Whom a participle tells of: its own noun («القوات المتمركزة»),
        the subject of its nominal clause («بكين قلقة») or of its verb.
        """
        own = self.made.owner[self.head]
        phrase = self.made.phrases[own]
        if phrase.head < self.head:
            return self.filler(resolve(self.scene.reading, self.scene.sentence, phrase), "subj", ())
        if not self.scene.tokens[self.head].form.endswith("ا"):
            for index in range(own - 1, max(-1, own - 6), -1):
                other = self.made.phrases[index]
                if self.held.of[index] != self.held.of[own] or other.kind == "verb":
                    break
                if other.kind == "noun" and not other.preposition and self.made.time_at[other.head] is None:
                    return self.of_phrase(index, "subj", ())
        return self.governing_subject()

    def governing_subject(self) -> Filler:
        """The subject of the finite verb that the trigger depends on."""
        verb = self.held.verb_before(self.made.owner[self.trigger.first])
        return self.of_phrase(self.held.frame(verb).subject, "subj", ()) if verb >= 0 else EMPTY

    @staticmethod
    def filler(found: Resolved, slot: str, taken: tuple[str, ...]) -> Filler:
        if found is NOTHING or not found.actors:
            return EMPTY
        actors = tuple(actor for actor in found.actors if actor not in taken)
        return Filler(actors, slot, found.how, found.start, found.end) if actors else EMPTY
