"""Source and target of an event: the places that its frame names, looked up in the sentence."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.actors.coreference import nearest, resolve
from musnad.extract.actors.discourse import discourse
from musnad.extract.events.control import control
from musnad.extract.events.role_places import AGENTS, EMPTY, Filler, Places
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.clauses import verb_reading
from musnad.extract.triggers.layer import Trigger
from musnad.extract.triggers.lexicon import Slots
from musnad.lang.ar.morphology import Morph


class Roles(NamedTuple):
    """Source and target of one event; `acts` are tokens of other triggers that stand in the place of the target.

    `act_is_subject` tells that a verb has the act itself as its subject («تُستأنف المحادثات»).
    """

    source: Filler = Filler()
    target: Filler = Filler()
    acts: tuple[int, ...] = ()
    act_is_subject: bool = False


def roles(scene: Scene, trigger: Trigger) -> Roles:
    """The participants that the sentence itself gives to a trigger; empty fillers where it gives none."""
    finder = _Finder(scene, trigger)
    return finder.find()._replace(act_is_subject=finder.act_is_subject)


class _Finder(Places):
    """Looks for the participants of one trigger."""

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
