"""How certain the text is of an act: FactBank values from the verb's particles, what governs it,
and whose words it stands in.
"""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.events.factuality_cues import Cue, cues
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.grammar.phrases import Phrase
from musnad.extract.triggers.layer import Trigger
from musnad.model import Claim

WAR = "assault.war"  # «الحرب» is told as going on
ALLEGING = frozenset({"accuse.accuse", "accuse.allege"})
EXCEPTED = 9  # tokens behind a negated verb within which an exception belongs to it
NEAR = 6  # tokens between a noun and the act that it governs
REACH = (
    16  # tokens to the left in which the governor of an act is sought; farther ones were wrong more often than right
)
STANCES = {"demand": "U", "promise": "U", "deny": "U", "accuse": "U", "question": "U", "predict": "PR+", "concern": "U"}
OWN_ACTS = {"deny": "REJECT", "accuse": "ACCUSE", "concern": "ACCUSE"}  # what the words of such a statement do
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_OF_WHAT_IS_TO_COME = frozenset({"demand", "promise", "predict"})
_WEAKENED = {"CT-": "U", "PR-": "PS+", "PS-": "PS+"}


class Judged(NamedTuple):
    """A FactBank value, the cue that gave it (empty where nothing spoke against CT+) and the token of the cue,
    -1 if none.
    """

    value: str
    rule: str = ""
    token: int = -1


CERTAIN = Judged("CT+")


def factuality(scene: Scene, trigger: Trigger) -> Judged:
    """The factuality of a trigger's event."""
    if trigger.entry.factuality:
        return Judged(trigger.entry.factuality, trigger.entry.id)
    verb = scene.verb_phrase(trigger)
    if trigger.form == "participle" and _is_adverbial(scene, trigger):
        return CERTAIN
    spoken = scene.is_verbal(trigger) or trigger.support >= 0 or _is_clause(scene, trigger)
    if verb >= 0 and spoken:
        found = of_verb(scene, verb, scene.claim_at(trigger.start))
        pledged = _pledged(scene, verb, trigger) if found.value == "CT+" else None
        return pledged if pledged is not None else found
    if scene.is_cue(trigger) or (trigger.entry.id == WAR and _is_given(scene, trigger)):
        return CERTAIN
    governed = _Governor(scene, trigger).find()
    return governed if governed is not None else _by_stance(scene, trigger)


def _pledged(scene: Scene, verb: int, trigger: Trigger) -> Judged | None:
    """What a light verb that only announces makes of the act («أعلنت روما مساعدات»); None for other verbs."""
    morph = verb_reading(scene.made, scene.made.phrases[verb]) if trigger.support >= 0 else None
    cue = cues().pledges.get(morph.lemma) if morph is not None else None
    if cue is None or trigger.entry.type not in cue.types:
        return None
    return Judged(cue.value, cue.id, scene.made.phrases[verb].head)


def _is_clause(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger is a phrase with «أن» and its verb («قبل أن يتراجع»)."""
    return any(scene.tokens[at].form == "ان" for at in range(trigger.first, trigger.last))


def _is_adverbial(scene: Scene, trigger: Trigger) -> bool:
    """Whether a participle tells what the doer did besides («…، ملوحاً بعقوبات»)."""
    here, before = scene.made.shapes[trigger.head], trigger.first - 1
    return not here.definite and before >= 0 and scene.made.shapes[before].kind == "comma"


def of_verb(scene: Scene, verb: int, claim: Claim | None) -> Judged:
    """The factuality of the act of a finite verb: by its particles, else by what governs its clause."""
    own = verb_group(scene, scene.made.phrases[verb])
    if own.value != "CT+":
        return own
    outer = _of_clause(scene, verb)
    if outer is not None:
        return outer
    morph = verb_reading(scene.made, scene.made.phrases[verb])
    done = morph is not None and morph.aspect == "p"
    if scene.held.clause(verb).kind == "relative" or (
        done and claim is not None and claim.stance in _OF_WHAT_IS_TO_COME
    ):
        return CERTAIN  # «البنادق التي استولى عليها الجنود»: what is told of a thing asked for is given
    return _stance(scene, claim)


def _is_given(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun speaks of an act as known: with the article or a pronoun, or with its doer in the genitive."""
    here = scene.made.shapes[trigger.head]
    if here.definite or (here.pronoun and trigger.form == "noun"):
        return True
    last = scene.phrase(trigger.head).last
    if last + 1 < len(scene.tokens) and scene.made.shapes[last + 1].kind == "relative":
        return True  # «تجارب الصواريخ التي تجريها»
    return any(scene.made.mention_at[at] is not None for at in range(trigger.head + 1, last + 1))


def verb_group(scene: Scene, phrase: Phrase) -> Judged:
    """What the particles of a verb group (لم، لن، قد، سوف، سـ) make of its verb."""
    table, made = cues().particles, scene.made
    morph = verb_reading(made, phrase)
    for at in range(phrase.first, phrase.head):
        form = made.tokens[at].form
        cue = table.get(form) or (table.get(form[1:]) if form[0] in "وف" else None)
        if cue is not None and (not cue.aspect or (morph is not None and morph.aspect == cue.aspect)):
            if cue.value == "CT-" and at and made.tokens[at - 1].form == "ما":
                return Judged("U", "condition.unless", at)
            if cue.value == "CT-" and _is_excepted(scene, phrase):
                return Judged("CT+", "exception", at)
            return Judged(cue.value, cue.id, at)
    before = phrase.first - 1
    if before >= 0 and made.tokens[before].form == "ما" and morph is not None and morph.aspect == "p" and before == 0:
        return Judged("CT-", "particle.ma", before)
    if morph is not None and morph.future:
        return Judged("U", "particle.future", phrase.head)
    return CERTAIN


def _is_excepted(scene: Scene, phrase: Phrase) -> bool:
    """Whether «سوى» or «إلا» behind a negated verb leaves the act done («لم تطلب سوى …»)."""
    tokens = scene.tokens
    for at in range(phrase.head + 1, min(phrase.head + EXCEPTED, len(tokens))):
        if scene.made.shapes[at].kind in ("comma", "stop") or scene.phrase(at).kind == "verb":
            return False
        if tokens[at].form in cues().exceptions:
            return at + 1 < len(tokens) and tokens[at + 1].form != "ان"
    return False


def _of_clause(scene: Scene, verb: int) -> Judged | None:
    """What the clause of a finite verb says of it: a condition, or the cue that its «أن» depends on;
    None if nothing.
    """
    made, held = scene.made, scene.held
    clause = held.clause(verb)
    if clause.opener < 0:
        return None
    opener = made.phrases[clause.opener]
    if clause.kind == "condition":
        return Judged("U", "condition.clause", opener.head)
    if clause.kind != "that":
        return None
    before = made.tokens[opener.head - 1].form.lstrip("وف") if opener.head else ""
    if value := cues().before_that.get(before):
        return Judged(value, "before that", opener.head - 1)
    found = _outside(scene, opener.first, held.clauses[held.of[verb]].parent)
    if found is not None:
        return found
    morph = verb_reading(made, made.phrases[verb])
    plain = made.tokens[opener.head].form.lstrip("وف") == "ان" and clause.opener + 1 == verb
    if plain and morph is not None and morph.aspect == "i":
        return Judged("U", "subjunctive", opener.head)
    return None


def _outside(scene: Scene, start: int, clause: int) -> Judged | None:
    """The cue that «أن» at token `start` depends on: a noun, adjective or verb to its left in the clause around it."""
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        if scene.made.shapes[at].kind == "stop":
            return None
        if scene.clause_of(at) != clause:
            if scene.clause_of(at) < clause:
                return None
            continue
        phrase = scene.made.phrases[scene.made.owner[at]]
        if phrase.kind == "verb":
            return _cue_of_verb(scene, phrase, "")
        if (cue := noun_cue(scene, at)) is not None and start - at <= NEAR:
            return Judged(polarity(scene, cue, at), cue.id, at)
        other = scene.trigger_at.get(at)
        if other is not None and other.entry.implies and start - at <= NEAR:
            return Judged(other.entry.implies, other.entry.id, at)
    return None


def _cue_of_verb(scene: Scene, phrase: Phrase, kind: str) -> Judged | None:
    """What a finite verb makes of its complement, by its lemma or its lexicon entry;
    a pledge only of the act of type `kind`.
    """
    morph, table = verb_reading(scene.made, phrase), cues()
    cue = table.verbs.get(morph.lemma) if morph is not None else None
    if morph is not None and (pledge := table.pledges.get(morph.lemma)) is not None and kind in pledge.types:
        cue = pledge
    other = scene.trigger_at.get(phrase.head)
    if (cue is None or cue.value == "CT+") and other is not None and other.entry.implies and other.form == "verb":
        cue = Cue(other.entry.id, other.entry.implies, "CT+" if other.entry.implies == "CT-" else "")
    if cue is None:
        return None
    if verb_group(scene, phrase).value == "CT-":
        return Judged(cue.negated or _WEAKENED.get(cue.value, cue.value), cue.id, phrase.head)
    return Judged(cue.value, cue.id, phrase.head)


class _Governor:
    """What governs an act that a noun names: the nearest cue to its left in its clause, or the verb it depends on."""

    def __init__(self, scene: Scene, trigger: Trigger) -> None:
        self.scene, self.trigger, self.start = scene, trigger, trigger.first
        self.here = scene.made.shapes[trigger.first]
        self.definite = self.here.definite or (bool(self.here.pronoun) and trigger.form == "noun")
        phrase = scene.phrase(self.start)
        self.preposition = phrase.preposition if phrase.kind == "noun" and phrase.head == self.start else ""
        self.given = _is_given(scene, trigger)

    def find(self) -> Judged | None:
        """What governs the act; behind «ل» an act that nothing else is said of is what something is done for."""
        found = self.nearest()
        open_ = found is None or (found.value == "CT+" and found.rule != "factive")
        if open_ and self.preposition == "ل" and self.start and _is_aimed(self.trigger):
            before = self.scene.made.phrases[self.scene.made.owner[self.start - 1]]
            return Judged("U", "aim.for", self.start) if self.is_aim(before) else found
        return found

    def nearest(self) -> Judged | None:
        if self.preposition in cues().factive:
            return Judged("CT+", "factive", self.start)
        if self.preposition in ("دون", "بدون"):
            return Judged("CT-", "refuse.without", self.start)
        clause = self.scene.clause_of(self.start)
        for at in range(self.start - 1, max(-1, self.start - 1 - REACH), -1):
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
        return None

    def under_noun(self, at: int) -> Judged | None:
        distance = self.start - at
        if distance > (3 if self.definite else NEAR) or (self.here.joined and not self.preposition):
            return None
        cue = noun_cue(self.scene, at)
        other = self.scene.trigger_at.get(at)
        if cue is None and other is not None and other.entry.implies:
            cue = Cue(other.entry.id, other.entry.implies)
        if cue is None or (self.given and _is_opinion(cue, other)):
            return None
        if cue.id == "condition.case" and self.trigger.entry.id == WAR:
            return None  # «في حالة حرب»
        value = polarity(self.scene, cue, at)
        return Judged("U" if value == "CT-" and self.is_asked_not_to(at) else value, cue.id, at)

    def is_asked_not_to(self, at: int) -> bool:
        """Whether a noun that refuses or prevents is itself an aim, or asked for («أمر بعدم استخدام الرصاص»)."""
        if self.scene.made.shapes[at].preposition == "ل" and at:
            before = self.scene.tokens[at - 1].word
            return before is None or not {before.core, before.form} & cues().known_behind_l
        verb = self.scene.held.verb_before(self.scene.made.owner[at])
        found = _cue_of_verb(self.scene, self.scene.made.phrases[verb], "") if verb >= 0 else None
        return found is not None and found.value == "U"

    def under_verb(self, phrase: Phrase) -> Judged | None:
        found = _cue_of_verb(self.scene, phrase, self.trigger.entry.type)
        verb = self.scene.made.owner[phrase.head]
        circumstance = self.preposition == "في" and self.start - phrase.head > 1
        if found is not None and found.value != "CT+" and not circumstance:
            other = self.scene.trigger_at.get(phrase.head)
            near = self.start - phrase.head <= NEAR
            if found.rule.startswith("allege") and self.is_committed(phrase):
                return found
            if found.value == "CT-" and self.trigger.entry.type in SPOKEN:
                return None  # «رفض الدعوة»: what is refused was said
            refused = found.value == "CT-" and self.trigger.form != "masdar"
            if self.definite and (not near or refused or self.trigger.form == "noun"):
                return None
            return None if self.given and _is_opinion(Cue(found.rule, found.value), other) else found
        lexical = found is not None and found.value != "CT+"
        if (circumstance and lexical) or (self.definite and self.trigger.form == "noun"):
            return None
        own = of_verb(self.scene, verb, None)
        if own.value == "CT+" or (self.definite and own.rule != "condition.clause"):
            return found
        return own

    def is_committed(self, verb: Phrase) -> bool:
        """Whether a word of committing leads from an accusation to the act («بارتكاب المجزرة»)."""
        words = (self.scene.tokens[at].word for at in range(max(verb.head + 1, self.start - 3), self.start))
        return any(word is not None and word.core in cues().committing for word in words)

    def is_aim(self, phrase: Phrase) -> bool:
        """Whether «ل» before the act tells what something is for, by the word that it depends on."""
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
            found = _outside(self.scene, self.scene.made.phrases[held.opener].first, held.parent)
            return (
                found if found is not None and found.rule.startswith(("predict", "possible", "fear", "deny")) else None
            )
        return None


def _is_opinion(cue: Cue, other: Trigger | None) -> bool:
    """Whether a cue tells how someone takes an act («القلق من تورط بيونغ يانغ»), so that a known act stays certain."""
    if other is not None and other.entry.type == "ACCUSE":
        return other.entry.id not in ALLEGING
    return cue.id.startswith(("fear", "possible"))


def _is_aimed(trigger: Trigger) -> bool:
    """Whether the act that a noun behind «ل» names may be what something is done for."""
    return trigger.form == "masdar" and trigger.entry.type not in SPOKEN


def noun_cue(scene: Scene, at: int) -> Cue | None:
    """The cue that the noun or adjective at a token is; None if it is none."""
    made = scene.made
    word = made.tokens[at].word
    if word is None or made.mention_at[at] is not None:
        return None
    cue = cues().nouns.get(word.core) or cues().nouns.get(word.form)
    if cue is None or (cue.after and not _follows(scene, at, cue.after)):
        return None
    return cue


def _follows(scene: Scene, at: int, word: str) -> bool:
    before = scene.tokens[at - 1].form if at else ""
    return before.lstrip("وف") == word or before == word or word in (scene.made.shapes[at].preposition,)


def polarity(scene: Scene, cue: Cue, at: int) -> str:
    """The value of a noun cue, turned where a negation stands right before it."""
    before = scene.tokens[at - 1].form if at else ""
    if before in ("غير", "ليس", "عدم", "لا", "ليست") and (cue.negated or cue.value == "CT-"):
        return cue.negated or "U"
    return cue.value


def _by_stance(scene: Scene, trigger: Trigger) -> Judged:
    """An act told inside a demand, a promise, a denial or an accusation is no fact;
    a given one («الهجوم») stays one.
    """
    claim = scene.claim_at(trigger.start)
    if claim is not None and OWN_ACTS.get(claim.stance) == trigger.entry.type:
        # «نفى … معتبراً أنها لا أساس لها»: the words of a denial deny
        return CERTAIN
    return CERTAIN if _is_given(scene, trigger) else _stance(scene, claim)


def _stance(scene: Scene, claim: Claim | None) -> Judged:
    """What the stance of a statement makes of the acts in it; who condemns an act takes it as done."""
    if claim is None or claim.stance not in STANCES:
        return CERTAIN
    if claim.stance == "accuse":
        words = [t for t in scene.triggers if t.start < claim.cue.end and claim.cue.start < t.end]
        if any(t.entry.type == "ACCUSE" and t.entry.id not in ALLEGING for t in words):
            return CERTAIN
    return Judged(STANCES[claim.stance], f"claim.{claim.stance}")
