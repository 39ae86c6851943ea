"""What a sentence leaves to its context: the speaker, the subject carried on, who controls an act,
who did the act before.
"""

from __future__ import annotations

from musnad.extract.actors.coreference import OWNERS, Reach, resolve
from musnad.extract.events.drafts import Draft
from musnad.extract.events.governing import (
    answers_to,
    asked_for,
    exchangers,
    fits,
    governor,
    meanwhile,
    owner_of_plan,
    reason_of,
    sufferer,
    teller_of_losses,
    traveller,
)
from musnad.extract.events.role_places import EMPTY, Filler
from musnad.extract.events.scene import Scene

MANY = 8  # attacks in a sentence; in longer lists they are not one
OBJECT_CONTROL = frozenset({"REQUEST", "COERCE"})  # whom it is asked of is to do it
OWN_ACTS = frozenset({"AGREE", "COOPERATE", "CONSULT", "CONCEDE", "RETREAT", "SUPPORT"})  # «رفض الانسحاب»: one's own
REASONS = frozenset({"ACCUSE", "SUPPORT", "PROTEST", "REJECT"})  # «احتجاجاً», «تضامناً», «رفضاً»
CAPITALS = Reach(capitals=True)
SUBJECT_CONTROL = frozenset({"AGREE", "REJECT", "THREATEN", "MOBILIZE"})


def complete(drafts: list[Draft], subject: Filler) -> None:
    """Fills the empty roles of a sentence's events from the sentence and the subject of the sentence before."""
    for draft in drafts:
        _speaker(draft)
        _carry(draft, subject)
    for index, draft in enumerate(drafts):
        _control(draft, drafts[max(0, index - 6) : index])
        _share(draft)
    attacks = [draft for draft in drafts if draft.type == "ASSAULT" and draft.judged.value == "CT+"]
    for draft in attacks[:MANY]:
        _one_attack(draft, attacks[:MANY])
    for draft in attacks:
        _where(draft)


def _speaker(draft: Draft) -> None:
    """An attribution verb that is an event has the speaker as its source."""
    if draft.source.actors:
        return
    for claim in draft.scene.claims:
        if claim.cue.start < draft.trigger.end and draft.trigger.start < claim.cue.end and claim.entity:
            if claim.entity in draft.scene.reading.entities:
                span = claim.source
                place = (span.start, span.end) if span else (0, 0)
                draft.fill("source", (claim.entity,), "speaker", *place)
            return


def _carry(draft: Draft, subject: Filler) -> None:
    """A verb without a subject of its own goes on with the subject of the sentence before, where the two agree."""
    scene, trigger = draft.scene, draft.trigger
    verb = scene.verb_phrase(trigger)
    if draft.source.actors or verb < 0 or trigger.passive or not subject.actors:
        return
    frame = scene.held.frame(verb)
    if frame.subject >= 0 or scene.held.clause(verb).kind == "relative" or not fits(scene, verb, subject.actors):
        return
    draft.fill("source", subject.actors, "carried", subject.start, subject.end)


def _control(draft: Draft, earlier: list[Draft]) -> None:
    """A verbal noun without a doer of its own has that of the act, or of the verb, that it depends on."""
    if not draft.nominal:
        return
    if draft.source.actors:
        _accused(draft, earlier)
        _fill_from(draft, "target", sufferer(draft.scene, draft.trigger.first), "suffering verb")
        return
    scene = draft.scene
    _fill_from(draft, "source", owner_of_plan(scene, draft.trigger.first), "governing noun", OWNERS)
    clause = scene.clause_of(draft.trigger.first)
    definite = scene.made.shapes[draft.trigger.head].definite
    for other in reversed(earlier):
        if scene.clause_of(other.trigger.head) != clause or draft.trigger.first - other.trigger.last > 12:
            continue
        if other.type in ("ACCUSE", "REQUEST") or _is_warned(draft, other):
            _turn(draft, other)
        refused = other.type == "REJECT" and draft.type in OWN_ACTS and draft.trigger.form == "masdar"
        if definite and not refused and not (other.type == "REQUEST" and asked_for(scene, draft.trigger.first)):
            continue
        if answers_to(scene, draft.trigger.first):
            return  # «توعد بالرد على اغتيال»: of what is answered the one who answers is not the doer
        if other.type == "ACCUSE" == draft.type:
            continue  # «متهمة إياها …، وهي اتهامات»
        if other.type == "REJECT" and draft.trigger.form == "noun" and draft.type in ("ACCUSE", "REQUEST", "THREATEN"):
            continue  # «رفضت المحكمة التماسات»: those of others
        if other.type in OBJECT_CONTROL or (other.type == "ACCUSE" and other.target.actors) or _is_warned(draft, other):
            draft.fill("source", other.target.actors, "control")
        elif other.type in SUBJECT_CONTROL:
            draft.fill("source", other.source.actors, "control")
            draft.fill("target", other.target.actors, "control")
        else:
            continue
        return
    _governing(draft, definite)


def _turn(draft: Draft, other: Draft) -> None:
    """«تتهم بودابست ستوكهولم بالتشكيك في ديموقراطيتها»: nobody is accused of what is done to himself."""
    same = set(draft.target.actors) & set(other.target.actors)
    if same and _by_pronoun(draft) and other.source.actors:
        draft.target = draft.target._replace(actors=other.source.actors, how="pronoun")


def _by_pronoun(draft: Draft) -> bool:
    """Whether a target is told by a pronoun alone («بقصفها», «في ديموقراطيتها»)."""
    if draft.target.how != "owner":
        return draft.target.how == "pronoun"
    made, target = draft.scene.made, draft.target
    told = [at for at, token in enumerate(made.tokens) if target.start <= token.start < target.end]
    return any(made.shapes[at].pronoun for at in told) and not any(made.mention_at[at] for at in told)


def _is_warned(draft: Draft, other: Draft) -> bool:
    """«حذر اليونان من مهاجمة ليبيا»: who is warned of an act is the one who may do it."""
    warned = other.type == "THREATEN" and other.target.slot == "obj"
    return warned and draft.scene.phrase(draft.trigger.first).preposition == "من"


def _share(draft: Draft) -> None:
    """Of several who do a reciprocal act together the first is the source, the others are the targets."""
    source = draft.source
    if draft.trigger.entry.frame.joint and len(source.actors) > 1 and not draft.target.actors:
        draft.source = source._replace(actors=source.actors[:1])
        draft.fill("target", source.actors[1:], source.how, source.start, source.end)


def _accused(draft: Draft, earlier: list[Draft]) -> None:
    """«اتهامه الإمارات بتسليح القوات»: the act is that of the accused, its genitive is whom it is done to."""
    other, source = (earlier[-1] if earlier else None), draft.source
    if other is None or draft.target.actors or source.slot != "idafa" or source.how == "pronoun":
        return
    scene, entry = draft.scene, draft.trigger.entry
    near = scene.clause_of(other.trigger.head) == scene.clause_of(draft.trigger.first)
    asked = other.type in OBJECT_CONTROL or other.type == "ACCUSE"
    governed = scene.phrase(draft.trigger.first).preposition in ("ب", "الي", "علي", "من")
    transitive = draft.trigger.form == "masdar" and entry.frame.target[:1] == ("obj",)
    if near and asked and governed and transitive and other.target.actors and other.target.actors != source.actors:
        draft.source, draft.target = EMPTY, source
        draft.fill("source", other.target.actors, "control")


def _governing(draft: Draft, definite: bool) -> None:
    """The subject, or the object, of the finite verb that a verbal noun depends on, as the verb's lemma has it."""
    scene, first = draft.scene, draft.trigger.first
    told = draft.trigger.entry.frame.joint or draft.trigger.form == "noun"
    _exchange(draft, exchangers(scene, first))
    _own_losses(draft)
    _fill_from(draft, "target", sufferer(scene, first), "suffering verb")
    if "target" not in draft.filled:
        _fill_from(draft, "source", governor(scene, first, definite, told), "governing verb")
    if draft.type in REASONS:
        _fill_from(draft, "source", reason_of(scene, first), "governing verb")
    if draft.type == "CONSULT" and draft.target.actors and not definite:
        _fill_from(draft, "source", meanwhile(scene, first), "governing verb")
    travel = traveller(scene, first) if draft.type == "CONSULT" else None
    if travel is not None:
        _fill_from(draft, "source", travel.subject, "governing verb")
        towards = (at for at in travel.prepositional if scene.made.phrases[at].preposition in ("الي", "ل"))
        _fill_from(draft, "target", next(towards, -1), "governing verb")


def _exchange(draft: Draft, phrase: int) -> None:
    if phrase < 0 or draft.target.actors:
        return
    scene = draft.scene
    found = resolve(scene.reading, scene.sentence, scene.made.phrases[phrase])
    if len(found.actors) > 1:
        draft.fill("source", found.actors[:1], "exchange", found.start, found.end)
        draft.fill("target", found.actors[1:], "exchange", found.start, found.end)


def _own_losses(draft: Draft) -> None:
    """«أعلن الجيش التركي مقتل ثلاثة جنود»: an army, or a police, that tells of soldiers lost its own."""
    scene = draft.scene
    announcer = teller_of_losses(scene, draft.trigger.head) if draft.type == "ASSAULT" else -1
    if announcer < 0 or draft.target.actors:
        return
    found = resolve(scene.reading, scene.sentence, scene.made.phrases[announcer], CAPITALS)
    entity = scene.reading.entities.get(found.actors[0]) if len(found.actors) == 1 else None
    if entity is not None and entity.code.endswith(("MIL", "COP")):
        draft.fill("target", found.actors, "own losses", found.start, found.end)


def _fill_from(draft: Draft, role: str, phrase: int, reason: str, reach: Reach = CAPITALS) -> None:
    scene = draft.scene
    if phrase >= 0 and scene.made.shapes[scene.made.phrases[phrase].head].kind != "pronoun":
        found = resolve(scene.reading, scene.sentence, scene.made.phrases[phrase], reach)
        draft.fill(role, found.actors, reason, found.start, found.end)


def _one_attack(draft: Draft, drafts: list[Draft]) -> None:
    """«أدت غارة أميركية إلى مقتل جنديين»: attacks of one sentence are one attack, where only one names a side."""
    others = [other for other in drafts if other is not draft and other.type == "ASSAULT"]
    for role in ("source", "target"):
        named = {getattr(other, role).actors for other in others if getattr(other, role).actors}
        if len(named) == 1:
            draft.fill(role, named.pop(), "same attack")


def _where(draft: Draft) -> None:
    """An attack that names nobody it hits hits the place it was in, unless that is nobody's, as a sea is."""
    if draft.type == "ASSAULT" and draft.place is not None and not draft.target.actors:
        place = draft.place
        if not draft.scene.reading.entities[place.entity].code:
            return
        draft.fill("target", (place.entity,), "where it was", place.start, place.end)


def main_subject(scene: Scene, before: Filler) -> Filler:
    """The subject that the next sentence may carry on: that of the sentence's first verb, else the one before."""
    for index, phrase in enumerate(scene.made.phrases):
        if phrase.kind != "verb" or scene.held.of[index] != 0:
            continue
        frame = scene.held.frame(index)
        if frame.subject < 0:
            return before
        found = resolve(scene.reading, scene.sentence, scene.made.phrases[frame.subject])
        return Filler(found.actors, "subj", "carried", found.start, found.end) if found.actors else EMPTY
    return before
