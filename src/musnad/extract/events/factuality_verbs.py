"""What verbs make of the acts of their clauses and complements: particles, cues, conditions, stance of speakers."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.events.control import control
from musnad.extract.events.factuality_cues import Cue, cues
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.grammar.phrases import Chunks, Phrase
from musnad.extract.grammar.shapes import has_tanwin
from musnad.model import Claim

ALLEGING = frozenset({"accuse.accuse", "accuse.allege"})
EXCEPTED = 9  # tokens behind a negated verb within which an exception belongs to it
NEAR = 6  # tokens between a noun and the act that it governs
REACH = (
    16  # tokens to the left in which the governor of an act is sought; farther ones were wrong more often than right
)
STANCES = {"demand": "U", "promise": "U", "deny": "U", "accuse": "U", "question": "U", "predict": "PR+", "concern": "U"}
_OF_WHAT_IS_TO_COME = frozenset({"demand", "promise", "predict", "concern"})
_WEAKENED = {"CT-": "U", "PR-": "PS+", "PS-": "PS+"}


class Judged(NamedTuple):
    """A FactBank value, the cue that gave it (empty where nothing spoke against CT+) and the token of the cue,
    -1 if none.
    """

    value: str
    rule: str = ""
    token: int = -1


CERTAIN = Judged("CT+")


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
    return stance(scene, claim)


def verb_group(scene: Scene, phrase: Phrase) -> Judged:
    """What the particles of a verb group (لم، لن، قد، سوف، سـ) make of its verb."""
    table, made = cues().particles, scene.made
    morph = verb_reading(made, phrase)
    for at in range(phrase.first, phrase.head):
        form = made.tokens[at].form
        cue = table.get(form) or (table.get(form[1:]) if form[0] in "وف" else None)
        if cue is not None and (not cue.aspect or (morph is not None and morph.aspect == cue.aspect)):
            if made.tokens[at + 1].form in control("still"):
                continue  # «لا يزال»
            if cue.value == "CT-" and at and _opens_condition(made.tokens[at - 1].form):
                return Judged("U", "condition.unless", at)
            if cue.value == "CT-" and _is_excepted(scene, phrase):
                return Judged("CT+", "exception", at)
            return Judged(cue.value, cue.id, at)
    before = phrase.first - 1
    if (at := _no_longer(made, phrase)) >= 0:
        return Judged("CT-", "particle.no-longer", at)
    if before > 0 and made.tokens[before].form in ("حال", "حاله") and made.tokens[before - 1].form in ("في", "وفي"):
        return Judged("U", "condition.case", before)  # «في حال هاجم الجيش المدينة»
    if before >= 0 and made.tokens[before].form == "ما" and morph is not None and morph.aspect == "p" and before == 0:
        return Judged("CT-", "particle.ma", before)
    if morph is not None and morph.future:
        return Judged("U", "particle.future", phrase.head)
    return CERTAIN


def _no_longer(made: Chunks, phrase: Phrase) -> int:
    """The token of «لم» where «لم يعد» stands before the subject that stands before the verb; -1 if none does."""
    at = made.owner[phrase.first] - 2
    if at < 0 or made.phrases[at].kind != "verb" or made.phrases[at + 1].kind != "noun":
        return -1
    auxiliary = made.phrases[at]
    return auxiliary.first if made.tokens[auxiliary.head].form in control("no_longer") else -1


def _opens_condition(form: str) -> bool:
    """Whether «لم» behind this word is that of a condition: «ما لم», «إذا لم», «إن لم»."""
    return form == "ما" or form.lstrip("وف") in (*cues().conditions, "ان")


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
    if made.tokens[opener.head].form.lstrip("وف").startswith(("لكن", "لان")):
        return None  # what is opposed or given as a reason depends on no cue
    found = outside(scene, opener.first, held.clauses[held.of[verb]].parent)
    morph = verb_reading(made, made.phrases[verb])
    told_on = made.shapes[made.phrases[verb].first].joined and morph is not None and morph.aspect == "p"
    if found is not None and not (told_on and not found.rule.startswith(("allege", "deny", "possible", "predict"))):
        return found
    plain = made.tokens[opener.head].form.lstrip("وف") == "ان" and clause.opener + 1 == verb
    if plain and morph is not None and morph.aspect == "i":
        return Judged("U", "subjunctive", opener.head)
    return None


def outside(scene: Scene, start: int, clause: int) -> Judged | None:
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
            return cue_of_verb(scene, phrase, "")
        if (cue := noun_cue(scene, at)) is not None and start - at <= NEAR:
            return Judged(polarity(scene, cue, at), cue.id, at)
        other = scene.trigger_at.get(at)
        if other is not None and other.entry.implies and start - at <= NEAR:
            return Judged(other.entry.implies, other.entry.id, at)
    return None


def cue_of_verb(scene: Scene, phrase: Phrase, kind: str) -> Judged | None:
    """What a finite verb makes of its complement, by its lemma or its lexicon entry;
    a pledge only of the act of type `kind`.
    """
    morph, table = verb_reading(scene.made, phrase), cues()
    cue = table.of_verb(morph.lemma, morph.aspect) if morph is not None else None
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


def noun_cue(scene: Scene, at: int) -> Cue | None:
    """The cue that the noun or adjective at a token is; None if it is none."""
    made = scene.made
    word = made.tokens[at].word
    if word is None or made.mention_at[at] is not None:
        return None
    bare = word.core[:-1] if has_tanwin(made.tokens[at]) else word.form
    cue = cues().nouns.get(word.core) or cues().nouns.get(bare)
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


def stance(scene: Scene, claim: Claim | None) -> Judged:
    """What the stance of a statement makes of the acts in it; who condemns an act takes it as done."""
    if claim is None or claim.stance not in STANCES:
        return CERTAIN
    if claim.stance == "accuse":
        words = [t for t in scene.triggers if t.start < claim.cue.end and claim.cue.start < t.end]
        if any(t.entry.type == "ACCUSE" and t.entry.id not in ALLEGING for t in words):
            return CERTAIN
    return Judged(STANCES[claim.stance], f"claim.{claim.stance}")
