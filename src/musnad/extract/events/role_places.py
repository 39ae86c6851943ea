"""The places of a frame: subject, objects, genitive, adjective and prepositional phrases around a trigger."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from musnad.extract.actors.act_nouns import is_thing, takes_up
from musnad.extract.actors.coreference import (
    NOTHING,
    PLAIN,
    Reach,
    Resolved,
    by_pronoun,
    other_pair,
    resolve,
    resolve_antecedent,
)
from musnad.extract.actors.discourse import noun_at
from musnad.extract.events.control import control
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import agrees_any, verb_reading
from musnad.extract.grammar.phrases import Phrase
from musnad.extract.grammar.verb_frames import VerbFrame
from musnad.extract.triggers.layer import Trigger
from musnad.lang.ar.tokens import Token

AGENTS = ("من قبل", "علي يد")
TOWARDS = ("ضد", "بحق", "تجاه", "ازاء", "حيال")  # lead to whom an act of any kind is done to
OWNERS_ARE_TARGETS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "SANCTION", "COERCE", "ASSAULT", "THREATEN"})
PLACES_ARE_TARGETS = frozenset({"ASSAULT", "RETREAT", "COERCE"})
DAMMA = "\u064f"


class Filler(NamedTuple):
    """Actors that fill a role, the slot of the frame they stood in and how they were found."""

    actors: tuple[str, ...] = ()
    slot: str = ""
    how: str = ""
    start: int = 0
    end: int = 0


EMPTY = Filler()
Look = Callable[[str, tuple[str, ...]], Filler]


def verb_has_passive(token: Token) -> bool:
    """Whether any reading of a word is passive."""
    return token.word is not None and any(morph.voice == "p" for morph in token.word.readings)


class Places:
    """The places of a frame around one trigger, and who stands in them."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene, self.trigger = scene, trigger
        self.made, self.held = scene.made, scene.held
        self.places = trigger.entry.type in PLACES_ARE_TARGETS
        self.target_reach = Reach(self.places, True, trigger.entry.type in OWNERS_ARE_TARGETS)
        self.verb = scene.verb_phrase(trigger)
        self.frame = self.held.frame(self.verb) if self.verb >= 0 else VerbFrame(-1)
        self.acts: list[int] = []
        self.takes_up = ""  # whether a phrase in the target's place stands for a deed or words told before
        self.frame = self.with_carried_subject()
        self.passive = trigger.passive or (self.verb >= 0 and self.told_passive())
        self.partners = EMPTY  # the other side of «بين … من جهة»
        self.relative = VerbFrame(-1)
        self.suffering = -1  # the phrase of the subject of a verb of suffering that takes the act up
        self.head = trigger.head
        if self.frame.subject >= 0 and trigger.first != trigger.last:
            subject = self.made.phrases[self.frame.subject]
            inside = trigger.first <= subject.first <= trigger.last <= subject.last
            if inside and self.made.phrases[self.verb].head >= trigger.first:
                # «تُستأنف المحادثات»: the act is the subject
                self.head = subject.head
        self.act_is_subject = self.head != trigger.head or (self.verb >= 0 and self.in_phrase(self.frame.subject))

    def with_carried_subject(self) -> VerbFrame:
        """«زار بكين والتقى الرئيس الصيني», «تعهدت بأن تزود كييف»: the one noun behind a verb whose subject is told
        before is its object.
        """
        frame, phrases = self.frame, self.made.phrases
        single = frame.subject > self.verb >= 0 and not self.before_comma(frame) and not frame.carried
        if single and not self.trigger.passive and is_thing(self.made, phrases[frame.subject]):
            return frame._replace(subject=-1, objects=(frame.subject,))  # «هجمات قد تستهدف منشآت»
        if not single or self.trigger.passive or self.trigger.entry.frame.target[:1] != ("obj",):
            return frame
        before = -1 if self.has_partner(frame) else self.told_before()
        if before < 0 or not agrees_any(self.made, before, phrases[self.verb]):
            return frame
        return frame._replace(subject=before, objects=(frame.subject,), carried=True)

    def before_comma(self, frame: VerbFrame) -> tuple[int, ...]:
        """The objects of a frame up to the first comma («وطالبت إسرائيل بالانسحاب، داعية المجلس إلى التحرك»)."""
        commas = (
            index
            for index in range(self.verb + 1, max(frame.objects, default=0))
            if self.made.shapes[self.made.phrases[index].head].kind == "comma"
        )
        end = next(commas, len(self.made.phrases))
        return tuple(index for index in frame.objects if index < end)

    def has_partner(self, frame: VerbFrame) -> bool:
        """«واجتمع نظيره بالوزير»: whether a preposition leads to the other side: the one noun is the subject then."""
        reading, sentence, joint = self.scene.reading, self.scene.sentence, self.trigger.entry.frame.joint
        places = (self.made.phrases[index] for index in frame.prepositional[:3] if joint)
        met = (phrase for phrase in places if phrase.preposition in self.trigger.entry.frame.target)
        return any(resolve(reading, sentence, phrase).actors for phrase in met)

    def told_before(self) -> int:
        """The phrase of the subject that a verb takes over: of the verb that «و» joins it to, that governs it behind
        «أن», or that an answer of its own stands beside («رد في كلمة وصف فيها الوزير»); -1 if none.
        """
        phrase, clause = self.made.phrases[self.verb], self.held.clause(self.verb)
        if self.made.shapes[phrase.first].joined:
            joined = -1 if self.made.shapes[phrase.head].pronoun else self.held.verb_before(self.verb)
            return self.held.frame(joined).subject
        if clause.kind == "adverbial" and self.trigger.entry.frame.joint and self.trigger.entry.type == "CONSULT":
            # «زار بكين حيث التقى الرئيس الصيني»
            return self.held.frame(self.held.verb_governing(clause.opener)).subject
        if clause.kind != "that" or clause.opener != self.verb - 1:
            return self.speaker_of_words() if self.takes_object() else -1
        governing = self.held.verb_governing(clause.opener)
        morph = verb_reading(self.made, self.made.phrases[governing]) if governing >= 0 else None
        if morph is None:
            return -1
        frame = self.held.frame(governing)
        if self.takes_object() and morph.lemma in control("object") | control("asks"):
            # «طلبت من المحكمة أن تأمر الحكومة»: whom it is asked of
            asked = (index for index in frame.prepositional if self.made.phrases[index].preposition == "من")
            return next(asked, next(iter(frame.objects), -1))
        return frame.subject if morph.lemma in control("own") else -1

    def takes_object(self) -> bool:
        """Whether the verb always has an object («اتهم»), so that its one noun is the object where it may be."""
        morph = verb_reading(self.made, self.made.phrases[self.verb])
        return morph is not None and morph.lemma in control("transitive")

    def speaker_of_words(self) -> int:
        """«رد الرئيس في كلمة وصف فيها الوزير بالأحمق»: the subject of the verb beside whose words a verb stands."""
        if self.made.phrases[self.verb - 1].kind != "noun" or self.verb + 1 >= len(self.made.phrases):
            return -1
        before, behind = self.made.phrases[self.verb - 1], self.made.phrases[self.verb + 1]
        resumed = behind.preposition in ("في", "خلال", "ب") and bool(self.made.shapes[behind.head].pronoun)
        if not resumed or self.made.shapes[before.head].definite:
            return -1
        return self.held.frame(self.held.verb_before(self.verb)).subject

    def told_passive(self) -> bool:
        """Whether a vowel sign («اعتُقل») or an agent («من قبل الشرطة») makes the verb passive."""
        token = self.scene.tokens[self.made.phrases[self.verb].head]
        if DAMMA in self.scene.reading.text[token.start : token.start + 4]:
            return verb_has_passive(token)
        morph = verb_reading(self.made, self.made.phrases[self.verb])
        harms = morph is not None and morph.lemma in control("harm")
        agents = any(self.is_agent(index) for index in self.frame.prepositional)
        if harms and not agents and not self.frame.objects:
            # «قتل جنديان»: what harms has someone whom it harms
            head = self.made.phrases[self.verb].head
            return not self.made.shapes[head].pronoun and self.frame.subject >= 0 and not self.frame.carried
        return agents and (harms or not self.frame.objects)  # «قتل ذبحا على أيدي مسلحين»

    def is_agent(self, index: int) -> bool:
        """Whether a phrase names by whom the verb is done, and not another act before it («بعد حصار من قبل القوات»)."""
        if self.made.phrases[index].preposition not in AGENTS:
            return False
        between = self.made.phrases[self.verb + 1 : index]
        return not any(phrase.preposition and phrase.head in self.scene.trigger_at for phrase in between)

    def first(self, slots: tuple[str, ...], look: Look, taken: tuple[str, ...]) -> Filler:
        for slot in slots:
            found = look(slot, taken)
            if found.actors:
                return found
        return EMPTY

    def of_preposition(self, slot: str, places: tuple[int, ...], taken: tuple[str, ...]) -> Filler:
        for index in places:
            if self.made.phrases[index].preposition == slot and not (slot == "ل" and self.is_of_title(index)):
                found = self.of_phrase(index, slot, taken)
                if found.actors:
                    return found
        return EMPTY

    def is_of_title(self, index: int) -> bool:
        """«الأمين العام للجامعة»: whether «ل» leads from a title to what it is the title of."""
        before = self.made.phrases[index - 1] if index else self.made.phrases[index]
        noun, _ = noun_at(self.made, before.head)
        adjacent = index > 0 and before.kind == "noun" and before.last + 1 == self.made.phrases[index].first
        return adjacent and noun is not None and noun.kind == "title" and self.made.shapes[before.head].definite

    def in_phrase(self, index: int) -> bool:
        """Whether the trigger's own noun stands in the phrase."""
        return index >= 0 and self.made.owner[self.head] == index

    def of_phrase(self, index: int, slot: str, taken: tuple[str, ...]) -> Filler:
        if index < 0 or self.in_phrase(index):
            return EMPTY
        phrase = self.made.phrases[index]
        here = self.made.shapes[phrase.head]
        if slot != "subj" and here.kind == "pronoun" and not here.pronoun:
            self.takes_up = self.takes_up or "any"  # «وهو ما نفته موسكو»
            return EMPTY
        if slot == "subj" and self.verb > index and self.held.clause(self.verb).governor == index:
            found = resolve_antecedent(self.scene.reading, self.scene.sentence, phrase)
        elif here.kind in ("pronoun", "preposition"):
            found = self.pronoun(phrase, taken)
        else:
            # «شككت في نيات طهران»: where «في» leads to the target of a charge, its owner is meant
            kind = self.trigger.entry.type
            owned = kind in ("ACCUSE", "SUPPORT", "REJECT") and phrase.head not in self.scene.trigger_at
            charge = kind == "ACCUSE" or (slot == "ب" and owned)  # «رحب بقرار أنقرة»
            plain = (slot in ("ب", "في") and not charge) or (slot == "subj" and not self.passive)
            reach = PLAIN if plain else self.target_reach
            found = resolve(self.scene.reading, self.scene.sentence, phrase, reach)
            if found.how == "pair" and set(found.actors) & set(taken) and phrase.head == phrase.last:
                # «اعترضت أنقرة، متهمة البلدين بالإيواء»: two others
                found = other_pair(self.scene.reading, self.scene.sentence, phrase.head, taken)
        if slot != "subj" and (not found.actors or phrase.head in self.scene.trigger_at):
            self.acts += [at for at in range(phrase.first, phrase.last + 1) if at in self.scene.trigger_at][:1]
            self.takes_up = self.takes_up or takes_up(self.made, phrase)
        return self.filler(found, slot, taken)

    def pronoun(self, phrase: Phrase, taken: tuple[str, ...]) -> Resolved:
        """Whom a pronoun that is a phrase of its own stands for («إياها», «عليه»)."""
        here, token = self.made.shapes[phrase.head], self.scene.tokens[phrase.head]
        form = here.pronoun or (token.form[1:] if here.joined else token.form)
        return by_pronoun(self.scene.reading, self.scene.sentence, phrase.head, form, taken)

    @staticmethod
    def filler(found: Resolved, slot: str, taken: tuple[str, ...]) -> Filler:
        if found is NOTHING or not found.actors:
            return EMPTY
        actors = tuple(actor for actor in found.actors if actor not in taken)
        return Filler(actors, slot, found.how, found.start, found.end) if actors else EMPTY
