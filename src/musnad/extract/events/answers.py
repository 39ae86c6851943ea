"""Whom an act answers: who denies rejects the accuser's words, who welcomes a step welcomes who took it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from musnad.extract.actors.discourse import Discourse, discourse
from musnad.extract.events.drafts import Draft

ABOUT_ACTS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN"})  # done to an act, they are done to its doer
ANSWERS = {  # what each type answers when it was aimed at the one who answers
    "REJECT": frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE"}),
    "AGREE": frozenset({"REQUEST"}),
    "CONCEDE": frozenset({"REQUEST", "THREATEN", "COERCE"}),
}
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
AIMED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
ABOUT = frozenset(
    {"AGREE", "REJECT", "THREATEN", "CONCEDE", "SUPPORT", "REQUEST", "SANCTION"}
)  # of an act, aimed at its other side
# deeds against something, which answer no words
DEEDS = frozenset({f"reject.{name}" for name in (
    "sabotage", "thwart", "violate", "default", "stay-away", "boycott-meeting", "break-word", "fall", "defect", "defy",
)})  # fmt: skip
NEAR = 8  # tokens between such a word and the act
SENTENCES, DRAFTS, CLAIMS = 2, 10, 20  # how far back an answer looks


def fill_doers(drafts: list[Draft]) -> None:
    """Who condemns an attack condemns the attacker: gives acts about acts their target."""
    if not drafts:
        return
    known = discourse(drafts[0].scene.reading)
    at = {(id(d.scene), token): d for d in drafts for token in range(d.trigger.first, d.trigger.last + 1)}
    for draft in drafts:
        if draft.type not in ABOUT_ACTS:
            continue
        acts = [at.get((id(draft.scene), token)) for token in draft.acts]
        own = _parties(draft.source.actors, known)
        doer = next((act for act in acts if act is not None and act is not draft and act.source.actors), None)
        if doer is not None and not own & _parties(doer.source.actors, known):
            draft.fill("target", doer.source.actors, "doer of the act")


def fill_rejected(drafts: list[Draft]) -> None:
    """Who rejects charges, demands or threats is whom they were aimed at («نفت موسكو الاتهامات الأوكرانية»)."""
    at = {(id(d.scene), token): d for d in drafts for token in range(d.trigger.first, d.trigger.last + 1)}
    for draft in drafts:
        if draft.type != "REJECT" or not draft.source.actors:
            continue
        for token in draft.acts:
            act = at.get((id(draft.scene), token))
            if act is None or act is draft or act.type not in AIMED or not act.nominal:
                continue
            told = act.trigger.form == "noun" or act.scene.made.shapes[act.trigger.head].definite
            if told or act.source.actors:  # not «رفضت إدانة الهجوم»: what it is asked to do itself
                act.fill("target", draft.source.actors, "who rejects it")


def fill_about(drafts: list[Draft]) -> None:
    """Who agrees to, promises or rejects an act deals with its other side («وافقت أنقرة على تزويد مصر بالمسيرات»)."""
    if not drafts:
        return
    known = discourse(drafts[0].scene.reading)
    for draft, act in pairwise(drafts):
        if draft.target.actors or not draft.source.actors or draft.type not in ABOUT or not _governs(draft, act):
            continue
        own, doers = _parties(draft.source.actors, known), _parties(act.source.actors, known)
        if doers <= own:
            others = () if draft.type == "REQUEST" else act.target.actors
        else:
            # «دعا المبعوث إلى تمديد الهدنة»: both sides
            both = draft.type == "REQUEST" and act.trigger.entry.frame.joint
            others = (*act.source.actors, *act.target.actors) if both else act.source.actors
        if others and not _parties(others, known) & own:
            draft.fill("target", others, "side of the act")


def _governs(draft: Draft, act: Draft) -> bool:
    """Whether an act is what another one is about: a noun right behind it, or the verb of its clause with «أن»."""
    scene = draft.scene
    if act.scene is not scene or not 0 < act.trigger.first - draft.trigger.last <= NEAR:
        return False
    mine, its = scene.clause_of(draft.trigger.head), scene.clause_of(act.trigger.head)
    if act.nominal:
        if scene.made.shapes[act.trigger.first].joined:
            return False
        between = range(scene.phrase_index(draft.trigger.last) + 1, scene.phrase_index(act.trigger.first))
        asked = draft.type == "REQUEST" and any(_is_object(draft, at) for at in between)
        commas = any(scene.made.shapes[scene.made.phrases[at].head].kind == "comma" for at in between)
        return mine == its and not commas and not asked
    clause = scene.held.clauses[its]
    return clause.kind == "that" and clause.parent == mine


def _is_object(draft: Draft, index: int) -> bool:
    """Whether a phrase names whom something is asked of, be it no one known («دعا جميع الأطراف إلى الحوار»)."""
    scene = draft.scene
    phrase, verb = scene.made.phrases[index], scene.verb_phrase(draft.trigger)
    subject = scene.held.frame(verb).subject if verb >= 0 else -1
    bare = phrase.kind == "noun" and not phrase.preposition and scene.made.time_at[phrase.head] is None
    return bare and index != subject


def _parties(actors: tuple[str, ...], known: Discourse) -> set[str]:
    return {known.party(actor) for actor in actors}


def fill_answers(drafts: list[Draft]) -> None:
    """Gives acts without a target the one whom they answer: whose step or words they take up, who asked or accused."""
    if not drafts:
        return
    known = discourse(drafts[0].scene.reading)
    for index, draft in enumerate(drafts):
        if draft.target.actors or not draft.source.actors:
            continue
        answered = _taken_up(draft, drafts, index, known) if draft.takes_up and draft.type in ABOUT_ACTS else ()
        answered = answered or _asked(draft, drafts, index, known)
        draft.fill("target", answered, "answer")


def _taken_up(draft: Draft, drafts: list[Draft], index: int, known: Discourse) -> tuple[str, ...]:
    """Who did the deed, or said the words, that the act takes up; empty if no one else did anything before."""
    own = _parties(draft.source.actors, known)
    if draft.takes_up == "words" and (speaker := _speaker(draft, own, known)):
        return (speaker,)
    for other in _before(drafts, index):
        spoken = draft.takes_up != "words" or other.type in SPOKEN
        if spoken and other.source.actors and not own & _parties(other.source.actors, known):
            return other.source.actors
    return ()


def _speaker(draft: Draft, own: set[str], known: Discourse) -> str:
    """Who spoke last in the sentences before the act's, other than its doer; empty if no one did."""
    reading, here = draft.scene.reading, draft.scene.sentence
    first = reading.sentences[max(0, here.index - SENTENCES)].start
    end = bisect_left(reading.claims, here.start, key=lambda claim: claim.cue.start)
    for claim in reversed(reading.claims[max(0, end - CLAIMS) : end]):
        told = claim.cue.start >= first and claim.entity in reading.entities
        if told and known.party(claim.entity or "") not in own:
            return claim.entity or ""
    return ""


def _asked(draft: Draft, drafts: list[Draft], index: int, known: Discourse) -> tuple[str, ...]:
    """Who aimed at the doer what the act answers: the accuser of who denies; empty if no one did."""
    answered = ANSWERS.get(draft.type)
    if answered is None or draft.trigger.entry.id in DEEDS:
        return ()
    own = _parties(draft.source.actors, known)
    for other in _before(drafts, index):
        aimed = _parties(other.target.actors, known)
        if other.type in answered and other.source.actors and own & aimed:
            return other.source.actors
    return ()


def _before(drafts: list[Draft], index: int) -> Iterator[Draft]:
    here = drafts[index].scene.sentence.index
    for other in reversed(drafts[max(0, index - DRAFTS) : index]):
        if here - other.scene.sentence.index > SENTENCES:
            return
        yield other
