"""How certain the text is of an act: FactBank values from the verb's particles, what governs it, and whose words it stands in."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.clauses import verb_reading
from musnad.extract.factuality_cues import Cue, cues
from musnad.extract.phrases import Phrase
from musnad.extract.scene import Scene
from musnad.extract.triggers import Trigger

REACH = 16  # tokens to the left in which the governor of an act is sought; farther ones were wrong more often than right
STANCES = {"demand": "U", "promise": "U", "deny": "U", "accuse": "U", "question": "U", "predict": "PR+", "concern": "U"}
_WEAKENED = {"CT-": "U", "PR-": "PS+", "PS-": "PS+"}


class Judged(NamedTuple):
    """A FactBank value, the cue that gave it (empty where nothing spoke against CT+) and the token of the cue, -1 if none."""

    value: str
    rule: str = ""
    token: int = -1


CERTAIN = Judged("CT+")


def factuality(scene: Scene, trigger: Trigger) -> Judged:
    """The factuality of a trigger's event."""
    if trigger.entry.factuality:
        return Judged(trigger.entry.factuality, trigger.entry.id)
    verb = scene.verb_phrase(trigger)
    if verb >= 0 and (scene.is_verbal(trigger) or trigger.support >= 0):
        own = verb_group(scene, scene.made.phrases[verb])
        if own.value != "CT+":
            return own
        return _of_clause(scene, trigger, verb)
    governed = governor(scene, trigger.first)
    return governed if governed is not None else _by_stance(scene, trigger)


def verb_group(scene: Scene, phrase: Phrase) -> Judged:
    """What the particles of a verb group (لم، لن، قد، سوف، سـ) make of its verb."""
    table, made = cues().particles, scene.made
    morph = verb_reading(made, phrase)
    for at in range(phrase.first, phrase.head):
        form = made.tokens[at].form
        cue = table.get(form) or (table.get(form[1:]) if form[0] in "وف" else None)
        if cue is not None and (not cue.aspect or (morph is not None and morph.aspect == cue.aspect)):
            return Judged(cue.value, cue.id, at)
    before = phrase.first - 1
    if before >= 0 and made.tokens[before].form == "ما" and morph is not None and morph.aspect == "p" and before == 0:
        return Judged("CT-", "particle.ma", before)
    if morph is not None and morph.future:
        return Judged("U", "particle.future", phrase.head)
    return CERTAIN


def _of_clause(scene: Scene, trigger: Trigger, verb: int) -> Judged:
    """The factuality of a finite verb whose own group says nothing: by the clause it stands in."""
    made, held = scene.made, scene.held
    clause = held.clause(verb)
    opener = made.phrases[clause.opener] if clause.opener >= 0 else None
    morph = verb_reading(made, made.phrases[verb])
    if clause.kind == "condition":
        return Judged("U", "condition.clause", opener.head if opener else -1)
    if opener is not None and clause.kind == "that":
        direct = clause.opener + 1 == verb
        plain = made.tokens[opener.head].form.lstrip("وف") == "ان"
        if direct and plain and morph is not None and morph.aspect == "p" and clause.opener == 0:
            return Judged("U", "condition.in", opener.head)
        found = governor(scene, opener.first, through=True)
        if found is not None and (found.rule not in ("", "factive") or not direct):
            return found
        if direct and plain and morph is not None and morph.aspect == "i":
            return found if found is not None else Judged("U", "subjunctive", opener.head)
    return _by_stance(scene, trigger)


def governor(scene: Scene, start: int, through: bool = False) -> Judged | None:
    """What governs the act whose words begin at token `start`: the nearest cue to the left, or the verb it depends on.

    None where nothing does. `through` begins outside of the clause (left of أن).
    """
    made, held, table = scene.made, scene.held, cues()
    clause = held.clauses[scene.clause_of(start)].parent if through else scene.clause_of(start)
    definite = made.shapes[start].definite and not through
    preposition = _preposition_at(scene, start)
    if not through and preposition in table.factive:
        return Judged("CT+", "factive", start)
    if not through and preposition in ("دون", "بدون"):
        return Judged("CT-", "refuse.without", start)
    at = start - 1
    while at >= max(0, start - REACH):
        phrase = made.phrases[made.owner[at]]
        here = made.shapes[at]
        if here.kind == "stop":
            return None
        if scene.clause_of(at) != clause:
            if scene.clause_of(at) < clause and not through:
                return _outer(scene, clause, definite)
            at -= 1
            continue
        if phrase.kind == "verb":
            return _by_verb(scene, phrase, definite, start)
        cue = _noun_cue(scene, at)
        if cue is not None and not (definite and start - at > 3):
            return Judged(_polarity(scene, cue, at), cue.id, at)
        other = scene.trigger_at.get(at)
        if other is not None and other.entry.implies and not definite:
            return Judged(other.entry.implies, other.entry.id, at)
        at = at - 1
    return None


def _preposition_at(scene: Scene, start: int) -> str:
    phrase = scene.phrase(start)
    return phrase.preposition if phrase.kind == "noun" and phrase.head == start else ""


def _outer(scene: Scene, clause: int, definite: bool) -> Judged | None:
    """An act at the head of an embedded clause has what governs the clause."""
    held = scene.held.clauses[clause]
    if held.kind == "condition":
        return Judged("U", "condition.clause", scene.made.phrases[held.opener].head)
    if held.kind == "that" and not definite:
        found = governor(scene, scene.made.phrases[held.opener].first, through=True)
        return found if found is not None and found.rule.startswith(("predict", "possible", "fear", "deny")) else None
    return None


def _by_verb(scene: Scene, phrase: Phrase, definite: bool, start: int) -> Judged | None:
    """What the finite verb that an act depends on makes of it: by its lemma, else by the verb's own certainty."""
    morph = verb_reading(scene.made, phrase)
    own = verb_group(scene, phrase)
    other = scene.trigger_at.get(phrase.head)
    cue = cues().verbs.get(morph.lemma) if morph is not None else None
    if other is not None and other.entry.implies:
        cue = Cue(other.entry.id, other.entry.implies, "CT+" if other.entry.implies == "CT-" else "")
    if cue is not None:
        negated = own.value == "CT-"
        value = (cue.negated or _WEAKENED.get(cue.value, cue.value)) if negated else cue.value
        if value == "CT+" and own.value != "CT+" and not definite:
            return own
        adjacent = start - phrase.head <= 6
        if value != "CT+" and definite and not adjacent:
            return None
        return Judged(value, cue.id, phrase.head)
    if own.value != "CT+" and not definite:
        return own
    return None


def _noun_cue(scene: Scene, at: int) -> Cue | None:
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


def _polarity(scene: Scene, cue: Cue, at: int) -> str:
    before = scene.tokens[at - 1].form if at else ""
    if before in ("غير", "ليس", "عدم", "لا", "ليست") and (cue.negated or cue.value == "CT-"):
        return cue.negated or "U"
    return cue.value


def _by_stance(scene: Scene, trigger: Trigger) -> Judged:
    """An act told inside a demand, a promise, a denial or an accusation is no fact; a given one («الهجوم») stays one."""
    claim = scene.claim_at(trigger.start)
    if claim is None or claim.stance not in STANCES or scene.made.shapes[trigger.head].definite:
        return CERTAIN
    return Judged(STANCES[claim.stance], f"claim.{claim.stance}")
