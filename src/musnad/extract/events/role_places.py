"""The places of a frame: subject, objects, genitive, adjective and prepositional phrases around a trigger."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from musnad.extract.actors.act_nouns import takes_up
from musnad.extract.actors.coreference import (
    NOTHING,
    PLAIN,
    Reach,
    Resolved,
    by_pronoun,
    resolve,
    resolve_antecedent,
    resolve_part,
)
from musnad.extract.actors.descriptions import takes_pronoun
from musnad.extract.events.control import control
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import agrees_any, verb_reading
from musnad.extract.grammar.phrases import Phrase
from musnad.extract.grammar.shapes import is_adjective
from musnad.extract.grammar.verb_frames import VerbFrame
from musnad.extract.triggers.layer import Trigger
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

AGENTS = ("من قبل", "علي يد")
TOWARDS = ("ضد", "بحق", "تجاه", "ازاء", "حيال")  # lead to whom an act of any kind is done to
REACH = 7  # phrases behind a verbal noun in which its participants stand
OWNERS_ARE_TARGETS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "SANCTION", "COERCE", "ASSAULT", "THREATEN"})
HARM = frozenset({"ASSAULT", "COERCE"})
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
        self.relative = VerbFrame(-1)
        self.suffering = -1  # the phrase of the subject of a verb of suffering that takes the act up
        self.head = trigger.head
        if self.frame.subject >= 0 and trigger.first != trigger.last:
            subject = self.made.phrases[self.frame.subject]
            if trigger.first <= subject.first <= trigger.last and self.made.phrases[self.verb].head >= trigger.first:
                # «تُستأنف المحادثات»: the act is the subject
                self.head = subject.head
        self.act_is_subject = self.head != trigger.head or (self.verb >= 0 and self.in_phrase(self.frame.subject))

    def with_carried_subject(self) -> VerbFrame:
        """«زار بكين والتقى الرئيس الصيني», «تعهدت بأن تزود كييف»: the one noun behind a verb whose subject is told
        before is its object.
        """
        frame, phrases = self.frame, self.made.phrases
        single = frame.subject > self.verb >= 0 and not frame.objects and not frame.carried
        if not single or self.trigger.passive or self.trigger.entry.frame.target[:1] != ("obj",):
            return frame
        before = self.held.frame(self.verb_told_before())
        if before.subject < 0 or not agrees_any(self.made, before.subject, phrases[self.verb]):
            return frame
        return frame._replace(subject=before.subject, objects=(frame.subject,), carried=True)

    def verb_told_before(self) -> int:
        """The verb that a verb shares its subject with: joined by «و», or governing it behind «أن»; -1 if none."""
        phrase, clause = self.made.phrases[self.verb], self.held.clause(self.verb)
        if self.made.shapes[phrase.first].joined:
            return -1 if self.made.shapes[phrase.head].pronoun else self.held.verb_before(self.verb)
        if clause.kind != "that" or clause.opener != self.verb - 1:
            return -1
        governing = self.held.verb_governing(clause.opener)
        morph = verb_reading(self.made, self.made.phrases[governing]) if governing >= 0 else None
        return governing if morph is not None and morph.lemma in control("own") else -1

    def told_passive(self) -> bool:
        """Whether a vowel sign («اعتُقل») or an agent («من قبل الشرطة») makes the verb passive."""
        token = self.scene.tokens[self.made.phrases[self.verb].head]
        if DAMMA in self.scene.reading.text[token.start : token.start + 4]:
            return verb_has_passive(token)
        if (
            self.trigger.entry.type in HARM
            and self.trigger.entry.frame.target[:1] == ("obj",)
            and not self.frame.objects
        ):
            # «قتل جنديان»: what harms has someone whom it harms
            head = self.made.phrases[self.verb].head
            slots = self.trigger.entry.frame.target[1:]
            if any(self.made.phrases[index].preposition in slots for index in self.frame.prepositional):
                return False  # «سيطرت القوات على بلدة»
            return not self.made.shapes[head].pronoun and self.frame.subject >= 0 and not self.frame.carried
        agents = any(self.made.phrases[index].preposition in AGENTS for index in self.frame.prepositional)
        return agents and not self.frame.objects

    def first(self, slots: tuple[str, ...], look: Look, taken: tuple[str, ...]) -> Filler:
        for slot in slots:
            found = look(slot, taken)
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
                return self.pronoun_object(head, pronoun, taken)
        objects = self.frame.objects
        at = 1 if slot == "obj2" and not pronoun else 0
        if len(objects) > at + 1 and self.names_again(objects[at], taken):
            at += 1
        return self.of_phrase(objects[at], slot, taken) if len(objects) > at else EMPTY

    def pronoun_object(self, head: int, pronoun: str, taken: tuple[str, ...]) -> Filler:
        """«أدانت الهجوم وعدّته تصعيداً»: what the verb before is about, where it agrees; else the nearest actor."""
        earlier = self.held.frame(self.held.verb_before(self.verb))
        for index in (*earlier.objects[:1], *earlier.prepositional[:1]):
            phrase = self.made.phrases[index]
            if index < self.verb and takes_pronoun(self.made, phrase, pronoun):
                found = self.of_phrase(index, "obj", taken)
                if found.actors or self.acts or self.takes_up:
                    return found
        nearest = by_pronoun(self.scene.reading, self.scene.sentence, head, pronoun, taken)
        return self.filler(nearest, "obj", taken)

    def names_again(self, index: int, taken: tuple[str, ...]) -> bool:
        """Whether a phrase only names the subject («انتقد الأمين العام للحزب، فلان، القرار»)."""
        mention = self.made.mention_at[self.made.phrases[index].head]
        return mention is not None and mention.entity in taken

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
        if mention is not None and (mention.adjectival or self.is_venue(mention)):
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
        """«قمة مدريد», «اتفاق الرياض»: the city that a meeting or a treaty has its name from takes no part in it."""
        joint = self.trigger.entry.frame.joint and self.trigger.entry.type in ("CONSULT", "AGREE")
        return joint and mention.rule.endswith("capital")

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
        for at in range(max(self.head, min(self.trigger.last, phrase.last)) + 1, phrase.last + 1):
            mention = self.made.mention_at[at]
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
        elif self.made.shapes[phrase.head].kind in ("pronoun", "preposition"):
            found = self.pronoun(phrase, taken)
        else:
            # «شككت في نيات طهران»: where «في» leads to the target of a charge, its owner is meant
            charge = self.trigger.entry.type == "ACCUSE"
            plain = slot == "ب" or (slot == "في" and not charge) or (slot == "subj" and not self.passive)
            reach = PLAIN if plain else self.target_reach
            found = resolve(self.scene.reading, self.scene.sentence, phrase, reach)
        if not found.actors and slot != "subj":
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
