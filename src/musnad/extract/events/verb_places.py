"""The places of a frame around a finite verb: subject, objects and prepositional phrases."""

from __future__ import annotations

from musnad.extract.actors.coreference import by_pronoun
from musnad.extract.actors.descriptions import takes_pronoun
from musnad.extract.events.role_places import EMPTY, Filler, Places


class VerbPlaces(Places):
    """Who stands around the verb that carries an event."""

    def verb_slot(self, slot: str, taken: tuple[str, ...]) -> Filler:
        frame = self.frame
        if slot == "subj":
            return self.of_phrase(frame.subject, slot, taken)
        if slot in ("obj", "obj2"):
            return self.object(slot, taken)
        if slot == "near":
            return self.object("obj", taken) if self.is_near() else EMPTY
        return self.of_preposition(slot, frame.prepositional, taken)

    def object(self, slot: str, taken: tuple[str, ...]) -> Filler:
        head = self.made.phrases[self.verb].head
        pronoun = self.made.shapes[head].pronoun
        if pronoun and slot == "obj" and self.scene.tokens[head].word is not None:
            if self.held.clause(self.verb).kind != "relative":
                return self.pronoun_object(head, pronoun, taken)
            if not self.frame.objects:
                # «الأراضي التي احتلتها»: the noun itself, be it no actor; «وهو ما نفته موسكو»
                return self.described_noun(self.held.clause(self.verb).governor, taken)
        objects = self.frame.objects
        at = 1 if slot == "obj2" and not pronoun else 0
        if len(objects) > at + 1 and self.is_loose_adjective(objects[at]):
            at += 1  # «يزور وفد أميركي رفيع بغداد»
        if len(objects) > at + 1 and self.names_again(objects[at], taken):
            at += 1
        return self.of_phrase(objects[at], slot, taken) if len(objects) > at else EMPTY

    def is_near(self) -> bool:
        """Whether the verb's object stands before any comma, if it is no pronoun."""
        behind = range(self.verb + 1, self.frame.objects[0] if self.frame.objects else self.verb + 1)
        return all(self.made.shapes[self.made.phrases[index].head].kind != "comma" for index in behind)

    def pronoun_object(self, head: int, pronoun: str, taken: tuple[str, ...]) -> Filler:
        """«أدانت الهجوم وعدّته تصعيداً»: what the verb before is about, where it agrees; else the nearest actor."""
        before = self.verb - 1
        if self.is_asyndetic(pronoun):
            return self.described_noun(before, taken)
        earlier = self.held.frame(self.held.verb_before(self.verb))
        places = (*earlier.objects[:1], *earlier.prepositional[:1])
        if self.frame.subject > self.verb and self.made.shapes[self.made.phrases[self.verb].first].joined:
            places = (earlier.subject, *places)  # «شحنت فرنسا أسلحة إلى أرمينيا، فاتهمها الرئيس علييف»
        for index in places:
            phrase = self.made.phrases[index]
            if 0 <= index < self.verb and takes_pronoun(self.made, phrase, pronoun):
                found = self.of_phrase(index, "obj", taken)
                if found.actors or self.acts or self.takes_up:
                    return found
        nearest = by_pronoun(self.scene.reading, self.scene.sentence, head, pronoun, taken)
        return self.filler(nearest, "obj", taken)

    def is_asyndetic(self, pronoun: str) -> bool:
        """«ذريعة ترفضها الحكومة»: whether the verb describes the indefinite noun right before it."""
        before = self.verb - 1
        if before < 0 or self.made.shapes[self.made.phrases[self.verb].first].joined:
            return False
        noun = self.made.phrases[before]
        common = noun.kind == "noun" and not noun.preposition and self.made.mention_at[noun.head] is None
        indefinite = common and not self.made.shapes[noun.head].definite and not self.made.shapes[noun.head].pronoun
        return indefinite and self.frame.subject != before and takes_pronoun(self.made, noun, pronoun)

    def described_noun(self, index: int, taken: tuple[str, ...]) -> Filler:
        """The actors of a noun that a clause describes, as the object of its verb; nobody where it has none."""
        if index < 0 or self.made.phrases[index].kind != "noun":
            self.takes_up = self.takes_up or "any"
            return EMPTY
        found = self.of_phrase(index, "obj", taken)
        if not found.actors:
            self.takes_up = self.takes_up or "any"
        return found

    def is_loose_adjective(self, index: int) -> bool:
        """Whether a phrase is only one more adjective of the subject before it."""
        phrase, subject = self.made.phrases[index], self.frame.subject
        here = self.made.shapes[phrase.head]
        alone = phrase.first == phrase.last and self.made.mention_at[phrase.head] is None and here.kind == "word"
        follows = subject > self.verb and index == subject + 1
        return follows and alone and not here.definite and self.scene.tokens[phrase.head].pos == "ADJ"

    def names_again(self, index: int, taken: tuple[str, ...]) -> bool:
        """Whether a phrase only names the subject («انتقد الأمين العام للحزب، فلان، القرار»)."""
        mention = self.made.mention_at[self.made.phrases[index].head]
        return mention is not None and mention.entity in taken
