"""How certain the text is of an act: FactBank values from the verb's particles, what governs it,
and whose words it stands in.
"""

from __future__ import annotations

from musnad.extract.events.factuality_cues import cues
from musnad.extract.events.factuality_governor import WAR, Governor, is_given
from musnad.extract.events.factuality_verbs import CERTAIN, NEAR, Judged, cue_of_verb, noun_cue, of_verb, stance
from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.triggers.layer import Trigger

# what the words of such a statement do
OWN_ACTS = {"deny": "REJECT", "accuse": "ACCUSE", "concern": "ACCUSE", "promise": "AGREE"}


def factuality(scene: Scene, trigger: Trigger) -> Judged:
    """The factuality of a trigger's event."""
    if trigger.entry.factuality:
        return Judged(trigger.entry.factuality, trigger.entry.id)
    verb = scene.verb_phrase(trigger)
    if trigger.form == "participle" and _is_adverbial(scene, trigger):
        return CERTAIN
    spoken = scene.is_verbal(trigger) or trigger.support >= 0 or _is_clause(scene, trigger)
    if verb >= 0 and spoken and (governed := _misread(scene, verb)) is not None:
        return governed
    if verb >= 0 and spoken:
        found = of_verb(scene, verb, scene.claim_at(trigger.start))
        pledged = _pledged(scene, verb, trigger) if found.value == "CT+" else None
        return pledged if pledged is not None else found
    war = trigger.entry.id == WAR and not _is_war_to_come(scene, trigger)
    if scene.is_cue(trigger) or (war and is_given(scene, trigger)) or _is_described(scene, trigger):
        return CERTAIN
    governed = Governor(scene, trigger).find()
    return governed if governed is not None else _by_stance(scene, trigger)


def _misread(scene: Scene, verb: int) -> Judged | None:
    """What governs a verbal noun that was read as a verb: right behind the verb or the preposition that it depends on
    («دعا السكان إلى حمل السلاح»); None for real verbs.
    """
    first = scene.made.phrases[verb].first
    if first == 0 or scene.made.shapes[first].joined:
        return None
    at = first - 1
    if scene.tokens[at].form in ("الي", "علي"):
        at = next((place for place in range(at, max(-1, at - NEAR), -1) if scene.phrase(place).kind == "verb"), -1)
    phrase = scene.phrase(at) if at >= 0 else None
    found = cue_of_verb(scene, phrase, "") if phrase is not None and phrase.kind == "verb" else None
    return found if found is not None and found.value != "CT+" else None


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


def _is_war_to_come(scene: Scene, trigger: Trigger) -> bool:
    """Whether a war is only warned of («حذر من غزو مولدوفا»), planned or called for («التخطيط للحرب»)."""
    phrase = scene.phrase(trigger.head)
    if trigger.form == "masdar" and phrase.preposition == "من":
        return True
    before = phrase.first - 1
    cue = noun_cue(scene, before) if phrase.preposition and before >= 0 else None
    return cue is not None and cue.value == "U"


def _is_described(scene: Scene, trigger: Trigger) -> bool:
    """Whether a participle describes a known thing («القوات المتمركزة»), so that nothing else governs it."""
    return trigger.form == "participle" and scene.made.shapes[trigger.head].definite


def _by_stance(scene: Scene, trigger: Trigger) -> Judged:
    """An act told inside a demand, a promise, a denial or an accusation is no fact;
    a given one («الهجوم») stays one.
    """
    claim = scene.claim_at(trigger.start)
    if claim is not None and OWN_ACTS.get(claim.stance) == trigger.entry.type:
        # «نفى … معتبراً أنها لا أساس لها»: the words of a denial deny
        return CERTAIN
    return CERTAIN if is_given(scene, trigger) else stance(scene, claim)
