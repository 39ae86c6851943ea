"""Source and target of an event: the places that its frame names, looked up in the sentence."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.actors.coreference import OWNERS, other_pair, resolve
from musnad.extract.events.control import control
from musnad.extract.events.role_governors import Governors
from musnad.extract.events.role_places import AGENTS, EMPTY, TOWARDS, Filler
from musnad.extract.events.scene import Scene
from musnad.extract.triggers.layer import Trigger
from musnad.extract.triggers.lexicon import Slots

DONE_TO = frozenset({"SUPPORT", "COERCE", "AID", "SANCTION"})  # a lone genitive is whom they are done to («دعم الأسد»)
FURTHER = {"REJECT": ("near",), "ASSAULT": ("علي",), "COERCE": ("علي",)}  # places of any verb of a type
BESIDE = frozenset({"بعد", "قبل", "عقب", "اثر", "خلال", "منذ", "اثناء", "بسبب", "رغم"})  # «تنفذ إثر الهجوم اعتقالات»
COMPLEMENTS = frozenset({"ل", "علي", "الي", *TOWARDS})


class Roles(NamedTuple):
    """Source and target of one event; `acts` are tokens of other triggers that stand in the place of the target.

    `act_is_subject` tells that a verb has the act itself as its subject («تُستأنف المحادثات»), `takes_up` that a noun in
    the place of the target takes up `deeds`, `words` or `any` of both («بهذه الخطوة»). `by_others` tells that people
    who are no known actor did it («هجوم شنه مسلحون»).
    """

    source: Filler = Filler()
    target: Filler = Filler()
    acts: tuple[int, ...] = ()
    act_is_subject: bool = False
    takes_up: str = ""
    by_others: bool = False


def roles(scene: Scene, trigger: Trigger) -> Roles:
    """The participants that the sentence itself gives to a trigger; empty fillers where it gives none."""
    finder = _Finder(scene, trigger)
    found = finder.with_complement(finder.by_instrument(finder.find()))
    others = not found.source.actors and finder.is_by_others()
    return found._replace(act_is_subject=finder.act_is_subject, takes_up=finder.takes_up, by_others=others)


class _Finder(Governors):
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
        if self.verb >= 0 and self.made.phrases[self.made.owner[self.head]].preposition not in BESIDE:
            return self.light(nominal, frame.target)
        if self.trigger.form == "participle" or self.is_circumstance():
            return self.participle(frame.target)
        return self.nominal(nominal)

    def by_instrument(self, found: Roles) -> Roles:
        """«مقتل جنديين برصاص الجيش»: whose weapon an attack that names no doer was made with."""
        if found.source.actors or self.trigger.entry.type != "ASSAULT":
            return found
        for index in self.frame.prepositional if self.verb >= 0 else self.behind():
            phrase = self.made.phrases[index]
            word = self.scene.tokens[phrase.head].word
            if phrase.preposition == "ب" and word is not None and word.core in control("instruments"):
                doer = self.filler(resolve(self.scene.reading, self.scene.sentence, phrase, OWNERS), "ب", ())
                return found._replace(source=doer) if not set(doer.actors) & set(found.target.actors) else found
        return found

    def with_complement(self, found: Roles) -> Roles:
        """«الوقوف إلى جانب تركيا»: the noun behind the preposition that the trigger itself ends with is its target."""
        index = self.made.owner[self.trigger.last]
        phrase = self.made.phrases[index]
        own = phrase.preposition not in ("", *AGENTS) and phrase.first <= self.trigger.last < phrase.head
        if found.target.actors or not own or self.trigger.last == self.trigger.first:
            return found
        target = self.of_phrase(index, phrase.preposition, found.source.actors)
        return found._replace(target=target, acts=tuple(self.acts))

    def verbal(self, sources: tuple[str, ...], targets: tuple[str, ...]) -> Roles:
        if self.passive:
            source = self.first(tuple(AGENTS), self.verb_slot, ())
            passive = tuple("subj" if slot == "obj" else slot for slot in targets if slot != "subj")
            target = self.first(passive or ("subj",), self.verb_slot, source.actors)
            return Roles(source, target, tuple(self.acts))
        source = self.first(sources, self.verb_slot, ())
        if source.slot == "subj" and self.trigger.form == "multi" and self.is_suffered():
            return Roles(self.first(("من", "علي"), self.verb_slot, source.actors), source, tuple(self.acts))
        if not source.actors and self.frame.subject < 0 and "subj" in sources:
            source = self.both()
        if self.trigger.entry.type == "REQUEST" and self.frame.objects:
            targets = tuple(slot for slot in targets if slot != "الي")  # «دعا الأطراف إلى وقف القصف الروسي»
        if source.how == "pronoun" and self.names_subject(source):
            source = EMPTY  # «أنها تستهدف تونس»
        slots = (*targets, *TOWARDS, *FURTHER.get(self.trigger.entry.type, ()))
        return self.joint(source, self.first(slots, self.verb_slot, source.actors))

    def names_subject(self, source: Filler) -> bool:
        """Whether the object names those whom a pronoun seemed to stand for: it stands for others."""
        objects = self.frame.objects[:1]
        found = (resolve(self.scene.reading, self.scene.sentence, self.made.phrases[index]) for index in objects)
        return any(one.how == "name" and set(one.actors) == set(source.actors) for one in found)

    def light(self, nominal: Slots, targets: tuple[str, ...]) -> Roles:
        """«عقدت بكين محادثات مع سيول»: the light verb's subject, then the places around the noun."""
        source = EMPTY
        if not self.passive:
            source = self.verb_slot("subj", ())
            if self.frame.subject >= 0 and self.in_phrase(self.frame.subject):
                source = EMPTY
        if source.actors and self.is_suffered():
            return self.suffered(nominal, source)
        sides = self.noun_slot("بين", ()) if source.actors and "بين" in nominal.source else EMPTY
        source = sides if len(sides.actors) > 1 else source  # «استضافت كابل محادثات بين باكستان وطالبان»
        if not source.actors and not self.is_by_others():
            source = self.first(nominal.source, self.noun_slot, ())
        target = self.first(nominal.target, self.noun_slot, source.actors)
        if not target.actors:
            slots = tuple(slot for slot in targets if slot not in ("subj", "obj", "obj2"))
            target = self.first((*slots, *TOWARDS), self.verb_slot, source.actors)
        return self.joint(source, target)

    def suffered(self, nominal: Slots, target: Filler) -> Roles:
        """«تلقت أوكرانيا دعماً من ألمانيا»: the light verb's subject is whom the act is done to."""
        source = self.first(("من", *nominal.source), self.noun_slot, target.actors)
        return Roles(source, target, tuple(self.acts))

    def participle(self, targets: tuple[str, ...]) -> Roles:
        """«متهماً إياها»: the subject of the verb that it goes with, and what follows as its objects."""
        source = self.qualified()
        if source.actors and self.is_passive_participle():
            return Roles(self.first((*AGENTS, "من"), self.noun_slot, source.actors), source, tuple(self.acts))
        target = self.own_object(source.actors) if "obj" in targets else EMPTY
        return self.joint(
            source, target if target.actors else self.first((*targets, *TOWARDS), self.noun_slot, source.actors)
        )

    def own_object(self, taken: tuple[str, ...]) -> Filler:
        """«متهمة البلدين بالتقصير»: whom a feminine participle has as its object, written like a genitive."""
        start, phrase = self.trigger.last + 1, self.made.phrases[self.made.owner[self.trigger.last]]
        here = self.made.shapes[self.head]
        if start > phrase.last or here.definite or here.pronoun or self.made.shapes[start].kind == "quote":
            return EMPTY
        found = self.listed(start, self.target_reach)
        if found.how == "pair" and set(found.actors) & set(taken):
            found = other_pair(self.scene.reading, self.scene.sentence, start, taken)
        return self.filler(found, "obj", taken)

    def nominal(self, slots: Slots) -> Roles:
        source = self.doer(slots.source)
        agent = source.slot in AGENTS
        targets = (*slots.target, "idafa") if agent else slots.target
        target = self.first((*targets, *TOWARDS), self.noun_slot, source.actors)
        target = target if target.actors else self.sufferer(source.actors)
        if not target.actors and self.relative.verb >= 0:
            target = self.first((*targets, *TOWARDS), self.relative_slot, source.actors)
        transitive = self.is_transitive() and source.slot != "idafa"
        attack = self.trigger.entry.type == "ASSAULT" and source.slot != "idafa" and "بين" not in slots.source
        if not target.actors and ("idafa" in targets or transitive or attack):
            target = self.genitive(source.actors, self.target_reach)
        if not target.actors and source.slot == "adj":
            target = self.adjective(source.actors)
        if not target.actors and source.slot == "idafa" and self.idafa_is_target(source):
            source, target = EMPTY, source
        if not source.actors and "idafa" in targets:
            source, target = self.two_behind(target)
        if not source.actors and target.slot == "ل" and self.is_owned():
            source, target = target, EMPTY
        return self.joint(source, target)

    def doer(self, slots: tuple[str, ...]) -> Filler:
        """The source of a verbal noun: its agent, a place of its frame, the verb that takes it up, its holder."""
        found = self.first((*AGENTS, *slots), self.noun_slot, ())
        found = found if found.actors else self.relative_doer()
        return found if found.actors else self.holder()

    def two_behind(self, target: Filler) -> tuple[Filler, Filler]:
        """«مساعدات باريس لكييف», «اعتقال الشرطة ناشطين»: of two participants behind a noun the first is the doer."""
        if target.slot in ("", "adj"):
            return EMPTY, target
        if target.slot != "idafa":
            return self.genitive(target.actors), target
        other = self.first(("ل", "obj"), self.noun_slot, target.actors)
        return (target, other) if other.actors or self.has_object() else (EMPTY, target)

    def idafa_is_target(self, source: Filler) -> bool:
        """«مستعد للقاء كيم», «إمداد كييف بالسلاح», «زيارة بكين»: the genitive is the partner, the guest, the host."""
        if self.made.shapes[self.head].pronoun or len(source.actors) > 1:
            return False
        phrase, frame = self.made.phrases[self.made.owner[self.head]], self.trigger.entry.frame
        if frame.joint:
            return phrase.preposition == "ل"
        if frame.nominal.target[:1] == ("الي",) and self.trigger.entry.type == "CONSULT":
            entity = self.scene.reading.entities.get(source.actors[0])
            named = source.how == "name" and entity is not None and entity.kind == "state"
            return named or phrase.preposition == "ل"
        if self.is_transitive() and (phrase.preposition == "ل" or self.governor_differs(source.actors)):
            return True
        if self.is_objective() and source.how != "pronoun":
            return not self.has_object() and not self.has_complement()
        if self.is_transitive() and self.trigger.entry.type in DONE_TO:
            return not self.has_object() and not self.has_complement()
        after = self.made.owner[self.head] + 1
        return (
            self.trigger.entry.type == "AID"
            and after < len(self.made.phrases)
            and self.made.phrases[after].preposition == "ب"
        )

    def is_objective(self) -> bool:
        """Whether the noun's lone genitive is whom the act is done to («مهاجمة الجزيرة»)."""
        word = self.scene.tokens[self.head].word
        return word is not None and word.core in control("objective")

    def has_complement(self) -> bool:
        """«دعم تركيا لجماعة»: whether a preposition behind leads to whom the act is done to."""
        return any(self.made.phrases[index].preposition in COMPLEMENTS for index in self.behind()[:1])

    def is_transitive(self) -> bool:
        """Whether the noun is that of a verb with an object, so that its genitive may be the object («دعم كييف»)."""
        kind = self.trigger.entry
        return self.trigger.form in ("masdar", "multi") and "obj" in kind.frame.target and kind.type != "CONSULT"

    def joint(self, source: Filler, target: Filler) -> Roles:
        """A joint subject of a reciprocal act without a partner:
        the first is the source, the others are the targets.
        """
        if source.slot == "بين" and self.partners.actors:
            return Roles(source, self.partners, tuple(self.acts))
        if source.slot == "بين" or (self.trigger.entry.frame.joint and len(source.actors) > 1 and not target.actors):
            target = target if target.actors else source._replace(actors=source.actors[1:])
            source = source._replace(actors=source.actors[:1])
        if not target.actors and self.trigger.entry.type == "ACCUSE":
            target = self.told_of(source.actors)
        return Roles(source, target, tuple(self.acts))
