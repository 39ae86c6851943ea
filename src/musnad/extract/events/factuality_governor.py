"""What governs an act that a noun names: the nearest cue to its left in its clause, or the verb it depends on."""

from __future__ import annotations

from musnad.extract.events.factuality_cues import Cue, cues
from musnad.extract.events.factuality_verbs import (
    ALLEGING,
    NEAR,
    REACH,
    Judged,
    cue_of_verb,
    noun_cue,
    of_verb,
    outside,
    polarity,
)
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.grammar.phrases import Phrase
from musnad.extract.grammar.shapes import has_tanwin
from musnad.extract.triggers.layer import Trigger

WAR = "assault.war"  # «الحرب» is told as going on
REACH_OF_LISTS = 26  # for a noun joined to others under one governor
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})


class Governor:
    """What governs an act that a noun names: the nearest cue to its left in its clause, or the verb it depends on."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene, self.trigger, self.start = scene, trigger, trigger.first
        self.here = scene.made.shapes[trigger.first]
        self.definite = self.here.definite or (bool(self.here.pronoun) and trigger.form == "noun")
        phrase = scene.phrase(self.start)
        self.preposition = phrase.preposition if phrase.kind == "noun" and phrase.head == self.start else ""
        self.given = is_given(scene, trigger)
        if trigger.form == "masdar" and self.preposition in ("الي", "علي"):
            self.definite = False  # «دعا إلى الضغط»: the article of a verbal noun makes nothing known here
        if self.preposition == "من" and self.is_counted():
            self.definite = False  # «جولة جديدة من المشاورات»
        self.reach = REACH_OF_LISTS if self.here.joined else REACH

    def find(self) -> Judged | None:
        """What governs the act; behind «ل» an act that nothing else is said of is what something is done for."""
        found = self.nearest()
        open_ = found is None or (found.value == "CT+" and found.rule not in ("factive", "presupposed"))
        if self.start and self.scene.made.shapes[self.start - 1].kind == "demonstrative":
            return found  # «مهدت لهذا التقارب»
        if open_ and self.start and self.scene.tokens[self.start - 1].form in cues().any:
            return Judged("U", "any", self.start - 1)
        if open_ and self.preposition == "ل" and self.start and _is_aimed(self.trigger):
            before = self.scene.made.phrases[self.scene.made.owner[self.start - 1]]
            return Judged("U", "aim.for", self.start) if self.is_aim(before) else found
        return found

    def nearest(self) -> Judged | None:
        if self.preposition in cues().factive and not self.is_means():
            return Judged("CT+", "factive", self.start)
        if self.preposition in ("دون", "بدون"):
            return Judged("CT-", "refuse.without", self.start)
        clause = self.scene.clause_of(self.start)
        for at in range(self.start - 1, max(-1, self.start - 1 - self.reach), -1):
            if self.scene.made.shapes[at].kind == "stop":
                return None
            if self.scene.clause_of(at) != clause:
                if self.scene.clause_of(at) < clause:
                    return self.outer(clause)
                continue
            phrase = self.scene.made.phrases[self.scene.made.owner[at]]
            if phrase.kind == "verb":
                return self.under_verb(phrase)
            if (found := self.under_noun(at)) is not None:
                return found
            if self.scene.tokens[at].form.lstrip("وف") in cues().beginnings:
                return None  # «… وهناك اتصالات»: a clause of its own
            if at == phrase.first and phrase.preposition in cues().factive and phrase.last == self.start - 1:
                return Judged("CT+", "factive", at)  # «فور الإعلان عن مقتل»
        return None

    def under_noun(self, at: int) -> Judged | None:
        distance = self.start - at
        if distance > (3 if self.definite else NEAR) or (self.here.joined and not self.preposition):
            return None
        if self.is_presupposed_by(at):
            return Judged("CT+", "presupposed", at)
        cue = noun_cue(self.scene, at)
        other = self.scene.trigger_at.get(at)
        if other is not None and other.entry.type == "AGREE" and self.preposition == "علي" and distance <= 2:
            known = self.trigger.form == "noun" and self.trigger.entry.type == "AGREE"  # «الموافقة على الاتفاق»
            return None if known else Judged("U", "agreed.on", at)  # «الاتفاق على فتح الحدود»
        if cue is None and other is not None and other.entry.implies:
            cue = Cue(other.entry.id, other.entry.implies)
        if cue is None or (self.given and _is_opinion(cue, other)):
            return None
        if cue.id == "condition.case" and self.trigger.entry.id == WAR:
            return None  # «في حالة حرب»
        if (self.given or self.definite) and self.preposition in cues().about:
            return None
        value = polarity(self.scene, cue, at)
        if value == "CT-" and self.given and self.trigger.entry.type in SPOKEN:
            return None  # «رفض الدعوة»: what is refused was said
        return Judged("U" if value == "CT-" and self.is_asked_not_to(at) else value, cue.id, at)

    def is_asked_not_to(self, at: int) -> bool:
        """Whether a noun that refuses or prevents is itself an aim, or asked for («أمر بعدم استخدام الرصاص»)."""
        if self.scene.made.shapes[at].preposition == "ل" and at:
            before = self.scene.tokens[at - 1].word
            return before is None or not {before.core, before.form} & cues().known_behind_l
        verb = self.scene.held.verb_before(self.scene.made.owner[at])
        found = cue_of_verb(self.scene, self.scene.made.phrases[verb], "") if verb >= 0 else None
        return found is not None and found.value == "U"

    def under_verb(self, phrase: Phrase) -> Judged | None:
        if (named := self.named_by(phrase)) is not None:
            return named
        found = cue_of_verb(self.scene, phrase, self.trigger.entry.type)
        verb = self.scene.made.owner[phrase.head]
        morph = verb_reading(self.scene.made, phrase)
        circumstance = self.preposition == "في" and self.start - phrase.head > 1
        circumstance = circumstance and (morph is None or morph.lemma not in cues().takes_in)
        if found is not None and found.value != "CT+" and not circumstance:
            other = self.scene.trigger_at.get(phrase.head)
            near = self.distance(phrase.head) <= NEAR
            if found.rule.startswith("allege") and self.is_committed(phrase):
                return found
            if self.trigger.entry.type in SPOKEN and (found.value == "CT-" or (self.definite and _denies(found))):
                return None  # «رفض الدعوة», «نفى الاتهامات»: what is refused or denied was said
            refused = found.value == "CT-" and self.trigger.form not in ("masdar", "multi")
            if (self.given and (refused or self.preposition in cues().about)) or self.is_part_in(phrase):
                return None
            if found.value == "CT-" and of_verb(self.scene, verb, None).value == "U":
                found = found._replace(value="U")  # «إذا امتنع عن زيارة الإقليم»
            if self.definite and (not near or refused or self.trigger.form == "noun"):
                return None
            return None if self.given and _is_opinion(Cue(found.rule, found.value), other) else found
        if found is not None and found.rule.startswith("prevent"):
            return found  # «لم تمنع الهدنة روما من قصف البلدة»
        lexical = found is not None and found.value != "CT+"
        if (circumstance and lexical) or (self.definite and self.trigger.form == "noun"):
            return None
        own = of_verb(self.scene, verb, None)
        if morph is not None and morph.lemma in cues().happening and self.distance(phrase.head) <= NEAR:
            return own
        if own.value == "CT+" or (self.definite and own.rule != "condition.clause"):
            return found
        return own

    def distance(self, head: int) -> int:
        """How many words, names and clauses between left out, part the act from a verb."""
        made, clause = self.scene.made, self.scene.clause_of(self.start)
        between = (at for at in range(head + 1, self.start) if self.scene.clause_of(at) == clause)
        return 1 + sum(made.mention_at[at] is None and made.shapes[at].kind != "comma" for at in between)

    def is_means(self) -> bool:
        """Whether «من خلال» tells by what means something is to be done, no time."""
        first = self.scene.phrase(self.start).first
        return self.preposition == "خلال" and self.scene.tokens[first].form.lstrip("وف") == "من"

    def is_presupposed_by(self, at: int) -> bool:
        """Whether the noun right before a known act does something to it that takes it as going on («وقف القصف»)."""
        word = self.scene.tokens[at].word
        known = self.definite or self.given or self.trigger.form == "noun"
        return known and at == self.start - 1 and word is not None and word.core in cues().presupposing_nouns

    def is_part_in(self, verb: Phrase) -> bool:
        """Whether what is denied is one's part in a known act («نفت أي صلة لها بالهجوم»)."""
        if not (self.definite or self.given):
            return False
        words = (self.scene.tokens[at].word for at in range(max(verb.head + 1, self.start - 3), self.start))
        return any(word is not None and not {word.core, word.form}.isdisjoint(cues().part_in) for word in words)

    def named_by(self, verb: Phrase) -> Judged | None:
        """The judgement of an act that the verb only gives a name («ما سمته العدوان»), or that goes on whatever the
        verb says («إذا استمر الهجوم»); None for other verbs.
        """
        morph, near = verb_reading(self.scene.made, verb), self.start - verb.head <= NEAR
        if morph is None or not near:
            return None
        named = morph.lemma in cues().naming_verbs and not self.preposition
        named = named or (morph.lemma in cues().naming_with_b and self.preposition == "ب")
        if named or (morph.lemma in cues().naming_considered and has_tanwin(self.scene.tokens[self.start])):
            return Judged("U", "named", verb.head)
        known = (self.definite or self.given) and not self.preposition and self.start - verb.head <= 2
        return Judged("CT+", "presupposed", verb.head) if known and morph.lemma in cues().presupposing_verbs else None

    def is_counted(self) -> bool:
        """Whether «من» leads from a round or a row of acts to the noun that names them."""
        words = (self.scene.tokens[at].word for at in range(max(0, self.start - 3), self.start))
        return any(word is not None and word.core in cues().counted and word.form == word.core for word in words)

    def is_committed(self, verb: Phrase) -> bool:
        """Whether a word of committing leads from an accusation to the act («بارتكاب المجزرة»)."""
        words = (self.scene.tokens[at].word for at in range(max(verb.head + 1, self.start - 3), self.start))
        return any(word is not None and word.core in cues().committing for word in words)

    def is_aim(self, phrase: Phrase) -> bool:
        """Whether «ل» before the act tells what something is for, by the word that it depends on: not where acts are
        counted («تعرضت لأكثر من مئة هجوم»).
        """
        first = self.scene.phrase(self.start).first
        if any(self.scene.tokens[at].kind == "number" for at in range(first, self.start)):
            return False
        before = self.scene.tokens[self.start - 1].word if self.start else None
        if before is not None and {before.core, before.form} & cues().known_behind_l:
            return False
        morph = verb_reading(self.scene.made, phrase) if phrase.kind == "verb" else None
        return morph is None or morph.lemma not in cues().known_behind_l

    def outer(self, clause: int) -> Judged | None:
        """An act that a clause begins with has what governs the clause."""
        held = self.scene.held.clauses[clause]
        if held.kind == "condition" and not self.given:
            return Judged("U", "condition.clause", self.scene.made.phrases[held.opener].head)
        if held.kind == "that" and not self.definite:
            found = outside(self.scene, self.scene.made.phrases[held.opener].first, held.parent)
            return (
                found
                if found is not None and found.rule.startswith(("predict", "possible", "fear", "deny", "allege"))
                else None
            )
        return None


def _is_opinion(cue: Cue, other: Trigger | None) -> bool:
    """Whether a cue tells how someone takes an act («القلق من تورط بيونغ يانغ»), so that a known act stays certain."""
    if other is not None and other.entry.type == "ACCUSE":
        return other.entry.id not in ALLEGING
    return cue.id.startswith(("fear", "possible.doubt"))


def _denies(found: Judged) -> bool:
    return found.rule.startswith("deny")


def _is_aimed(trigger: Trigger) -> bool:
    """Whether the act that a noun behind «ل» names may be what something is done for."""
    return trigger.form in ("masdar", "multi") and trigger.entry.type not in SPOKEN


def is_given(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun speaks of an act as known: with the article or a pronoun, or with its doer in the genitive."""
    here = scene.made.shapes[trigger.head]
    if here.definite or (here.pronoun and trigger.form == "noun"):
        return True
    last = scene.phrase(trigger.head).last
    if last + 1 < len(scene.tokens) and scene.made.shapes[last + 1].kind == "relative":
        return True  # «تجارب الصواريخ التي تجريها»
    return any(scene.made.mention_at[at] is not None for at in range(trigger.head + 1, last + 1))
