"""Whom an act answers: who denies rejects the accuser's words, who welcomes a step welcomes who took it."""

from __future__ import annotations

from collections.abc import Iterator

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
SENTENCES, DRAFTS = 3, 10  # how far back an answer looks


def fill_doers(drafts: list[Draft]) -> None:
    """Who condemns an attack condemns the attacker: gives acts about acts their target."""
    at = {(id(d.scene), token): d for d in drafts for token in range(d.trigger.first, d.trigger.last + 1)}
    for draft in drafts:
        if draft.type not in ABOUT_ACTS:
            continue
        acts = [at.get((id(draft.scene), token)) for token in draft.acts]
        doer = next((act for act in acts if act is not None and act is not draft and act.source.actors), None)
        if doer is not None:
            draft.fill("target", doer.source.actors, "doer of the act")
        for act in acts:
            if act is not None and draft.type == "REJECT" and act.type in AIMED:
                act.fill("target", draft.source.actors, "who rejects it")  # «نفت موسكو الاتهامات الأوكرانية»


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
    own = {known.party(actor) for actor in draft.source.actors}
    if draft.takes_up == "words" and (speaker := _speaker(draft, own, known)):
        return (speaker,)
    for other in _before(drafts, index):
        spoken = draft.takes_up != "words" or other.type in SPOKEN
        if spoken and other.source.actors and not own & {known.party(actor) for actor in other.source.actors}:
            return other.source.actors
    return ()


def _speaker(draft: Draft, own: set[str], known: Discourse) -> str:
    """Who spoke last before the act's sentence, other than its doer; empty if no one did."""
    reading, start = draft.scene.reading, draft.scene.sentence.start
    for claim in reversed(reading.claims):
        if claim.cue.start >= start:
            continue
        sentence = reading.sentence_at(claim.cue.start)
        if sentence is None or draft.scene.sentence.index - sentence.index > SENTENCES:
            return ""
        if claim.entity in reading.entities and known.party(claim.entity or "") not in own:
            return claim.entity or ""
    return ""


def _asked(draft: Draft, drafts: list[Draft], index: int, known: Discourse) -> tuple[str, ...]:
    """Who aimed at the doer what the act answers: the accuser of who denies; empty if no one did."""
    answered = ANSWERS.get(draft.type)
    if answered is None:
        return ()
    own = {known.party(actor) for actor in draft.source.actors}
    for other in _before(drafts, index):
        aimed = {known.party(actor) for actor in other.target.actors}
        if other.type in answered and other.source.actors and own & aimed:
            return other.source.actors
    return ()


def _before(drafts: list[Draft], index: int) -> Iterator[Draft]:
    here = drafts[index].scene.sentence.index
    for other in reversed(drafts[max(0, index - DRAFTS) : index]):
        if here - other.scene.sentence.index > SENTENCES:
            return
        yield other
