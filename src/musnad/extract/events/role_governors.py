"""Participants that stand outside the frame's own places: in a relative clause, with the verb that governs the act,
with the noun that a participle tells of.
"""

from __future__ import annotations

from musnad.extract.actors.anaphora import nearest, pair
from musnad.extract.actors.coreference import resolve, resolve_antecedent, takes_up_subject
from musnad.extract.actors.discourse import discourse, nouns_at
from musnad.extract.events.control import control
from musnad.extract.events.governing import governor
from musnad.extract.events.noun_places import NounPlaces
from musnad.extract.events.role_places import EMPTY, Filler, Places
from musnad.extract.grammar.agreement import SUFFIXES, noun_gender, verb_reading
from musnad.lang.ar.morphology import Morph

PEOPLE = frozenset({"gunmen", "protesters", "civilians", "refugees", "activist", "rebels"})  # kinds of unnamed doers
SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})


class Governors(NounPlaces):
    """What the words around an act that are none of its places tell of its participants."""

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
            if not self.describes(index, own):
                break
            morph = verb_reading(self.made, phrase)
            frame = self.held.frame(index)
            taken_up = bool(self.made.shapes[phrase.head].pronoun) or any(
                self.made.shapes[self.made.phrases[other].first].pronoun for other in frame.prepositional[:1]
            )
            if self.made.shapes[phrase.first].joined or morph is None or not taken_up:
                break
            if morph.lemma in control("witness") and self.trigger.entry.type == "ASSAULT":
                self.suffering = frame.subject
                return EMPTY
            if morph.lemma in control("suffer"):
                self.relative, self.suffering = frame, frame.subject
                return self.first(("من",), self.relative_slot, ())
            if morph.lemma not in control("perform"):
                break
            self.relative = frame
            if frame.subject >= 0 and frame.subject != own and not frame.carried:
                return self.of_phrase(frame.subject, "relative", ())
            return self.agreeing(phrase.head, morph)
        return EMPTY

    def is_by_others(self) -> bool:
        """«هجوم شنه مسلحون», «فجر انتحاري نفسه»: whether people left unnamed stand in the doer's place."""
        subject = self.relative.subject
        if self.verb >= 0 and not self.passive and not self.frame.carried:
            subject = self.frame.subject
        elif self.verb < 0 and subject < 0:
            subject = governor(self.scene, self.trigger.first, self.made.shapes[self.head].definite)
        if subject < 0 or self.in_phrase(subject):
            return False
        heads = self.made.phrases[subject].heads or (self.made.phrases[subject].head,)
        return any(noun.id in PEOPLE for noun in nouns_at(self.made, heads[0]))

    def describes(self, verb: int, own: int) -> bool:
        """Whether the relative clause of a verb is that of the act, not of a noun between («القائمة التي أصدرتها»)."""
        clause = self.held.clause(verb)
        if clause.kind != "relative" or clause.governor <= own:
            return True
        between = self.made.phrases[clause.governor]
        if between.kind != "noun":
            return True
        gender = {"الذي": "m", "التي": "f"}.get(self.scene.tokens[self.made.phrases[clause.opener].head].form, "")
        its = noun_gender(self.made, between.head)
        return bool(gender and its) and gender != its

    def sufferer(self, taken: tuple[str, ...]) -> Filler:
        """«الهجوم الذي تعرضت له سفارتها»: the subject of a verb of suffering that takes the act up."""
        if self.suffering < 0:
            return EMPTY
        found = resolve(self.scene.reading, self.scene.sentence, self.made.phrases[self.suffering], self.target_reach)
        return self.filler(found, "relative", taken)

    def is_suffered(self) -> bool:
        """Whether the light verb tells whom the act is done to («تلقى»)."""
        morph = self.trigger.morph
        return morph is not None and morph.lemma in control("suffer")

    def governor_differs(self, actors: tuple[str, ...]) -> bool:
        """«قررت واشنطن دعم كييف»: whether the verb that governs a noun tells of another doer than its genitive."""
        head = self.trigger.first
        verb = self.held.verb_before(self.made.owner[head])
        morph = verb_reading(self.made, self.made.phrases[verb]) if verb >= 0 else None
        if morph is None or morph.lemma in control("tell"):
            return False
        if morph.lemma in control("answer") and self.trigger.entry.type in SPOKEN:
            return False  # «رفضت الرئاسة دعوة القوى الكردية»: words are answered to who said them
        doer = governor(self.scene, head, self.made.shapes[self.head].definite)
        found = self.of_phrase(doer, "governor", ())
        return bool(found.actors) and not set(found.actors) & set(actors)

    def is_owned(self) -> bool:
        """«غارة جوية للتحالف»: whether «ل» behind an attack that no verb carries names who made it."""
        here, word = self.made.shapes[self.head], self.scene.tokens[self.head].word
        if any(self.made.phrases[index].preposition == "علي" for index in self.behind()[:1]):
            return False  # «هجوم على قاعدة للجيش»
        named = self.trigger.entry.type == "CONSULT" and self.trigger.entry.frame.joint  # «الجلسة الطارئة لمجلس الأمن»
        return (named or not here.definite) and word is not None and word.core in control("owned")

    def is_circumstance(self) -> bool:
        """«…، مطالبة بالإفراج عنهم»: behind a comma, what could be a noun of action tells what the subject does."""
        at = self.trigger.first
        here, word = self.made.shapes[at], self.scene.tokens[at].word
        if self.trigger.form not in ("masdar", "noun") or at == 0 or word is None:
            return False
        bare = not (here.definite or here.joined or here.preposition or here.pronoun)
        active = any(morph.pos == "ADJ" for morph in word.readings) and word.core.startswith("م")
        return bare and active and word.core.endswith("ه") and self.made.shapes[at - 1].kind == "comma"

    def is_passive_participle(self) -> bool:
        """«القوات المدعومة من إيران»: whether the act is done to whom the participle tells of."""
        word = self.scene.tokens[self.head].word
        readings = [morph for morph in word.readings if morph.derived] if word is not None else []
        return bool(readings) and all(morph.derived == "passive" for morph in readings)

    def both(self) -> Filler:
        """The two that a verb in the dual without a subject tells of («ووقّعا اتفاقاً»)."""
        morph = verb_reading(self.made, self.made.phrases[self.verb])
        if morph is None or morph.number != "d":
            return EMPTY
        at = self.scene.tokens[self.made.phrases[self.verb].head]
        actors = pair(discourse(self.scene.reading), self.scene.sentence, at.start, "any")
        return Filler(actors, "subj", "pair", at.start, at.end) if actors else EMPTY

    def agreeing(self, token: int, morph: Morph) -> Filler:
        """Who a verb without a subject tells of: the subject of the verb around it, else the nearest that agrees."""
        reading, sentence = self.scene.reading, self.scene.sentence
        offset, at = self.scene.tokens[self.trigger.first].start, self.scene.tokens[token]
        clause = self.held.clause(self.made.owner[token])
        around = self.held.verb_governing(clause.opener) if clause.opener >= 0 else -1
        subject = self.held.frame(around).subject if around >= 0 else -1
        if 0 <= subject < self.made.owner[token] and not self.in_phrase(subject):
            found = resolve(reading, sentence, self.made.phrases[subject])
            pronoun = next((form for form, kind in SUFFIXES.items() if kind == (morph.gender, morph.number)), "")
            if found.actors and takes_up_subject(reading, sentence, token, pronoun, found.actors):
                return Filler(found.actors, "relative", "pronoun", found.start, found.end)
        near = nearest(discourse(reading), sentence, offset, morph.gender, "p" if morph.number == "p" else "s")
        return Filler((near.entity,), "relative", "pronoun", at.start, at.end) if near is not None else EMPTY

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
            return self.filler(resolve_antecedent(self.scene.reading, self.scene.sentence, phrase), "subj", ())
        behind_comma = own > 0 and self.made.shapes[self.made.phrases[own - 1].head].kind == "comma"
        if not behind_comma and not self.scene.tokens[self.head].form.endswith("ا"):
            for index in range(own - 1, max(-1, own - 6), -1):
                other = self.made.phrases[index]
                if self.held.of[index] != self.held.of[own] or other.kind == "verb":
                    break
                if other.kind == "noun" and not other.preposition and self.made.time_at[other.head] is None:
                    return self.of_phrase(index, "subj", ())
        return self.governing_subject()

    def governing_subject(self) -> Filler:
        """The subject of the finite verb that the trigger depends on, in its clause or around it, where they agree."""
        own = self.made.owner[self.trigger.first]
        verbs = [self.held.verb_before(own)]
        opener = self.held.clause(own).opener
        if opener >= 0 and self.scene.tokens[self.head].form.endswith(("ا", "ه")):
            verbs.append(self.held.verb_governing(opener))
        for verb in verbs:
            if verb < 0:
                continue
            trigger = self.scene.trigger_at.get(self.made.phrases[verb].head)
            told = Places(self.scene, trigger).frame if trigger is not None else self.held.frame(verb)
            subject = told.subject
            found = self.of_phrase(subject, "subj", ())
            if found.actors and self.fits_gender(subject, found.actors):
                return found
        return EMPTY

    def fits_gender(self, subject: int, actors: tuple[str, ...]) -> bool:
        """Whether a participle («متهمة», «متهماً») agrees with a subject, as its head or the names before tell."""
        form = self.scene.tokens[self.head].form
        gender = "f" if form.endswith("ه") else "m" if form.endswith("ا") else ""
        if not gender or len(actors) > 1:
            return True
        head = self.made.phrases[subject].head
        if self.made.mention_at[head] is None and (own := noun_gender(self.made, head)):
            return own == gender
        start = self.scene.tokens[self.head].start
        known = discourse(self.scene.reading).before(start, 1, self.scene.sentence.index)
        told = [referent for referent in known if referent.entity in actors]
        return not told or any(referent.gender in (gender, "") for referent in told)
