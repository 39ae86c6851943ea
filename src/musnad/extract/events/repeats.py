"""Nominal repeats: «الزيارة» is the visit that the article told of, with its participants."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.extract.actors.discourse import state_of
from musnad.extract.events.drafts import Draft
from musnad.model import Entity

RETOLD, RETOLD_SENTENCES = 8, 2  # events, and sentences, back in which an act may be told by another word


def fill_repeats(drafts: list[Draft], entities: dict[str, Entity]) -> None:
    """Gives events that a noun names, and lack a participant, those of the nearest like event:
    an earlier one, else a later one.
    """
    for index, draft in enumerate(drafts):
        if draft.nominal and not (draft.source.actors and draft.target.actors) and is_given(draft):
            _fill(draft, nearest(drafts, index), entities)
            _fill_retold(draft, drafts, index, entities)


def is_given(draft: Draft) -> bool:
    """Whether a noun takes up what was told: with the article, a demonstrative, a pronoun, or in a headline."""
    made, head = draft.scene.made, draft.trigger.head
    here = made.shapes[head]
    if here.definite or here.pronoun or draft.scene.sentence.zone == "title":
        return True
    phrase = draft.scene.phrase(head)
    return any(
        made.shapes[at].definite or made.shapes[at].kind == "demonstrative"
        for at in range(phrase.first, phrase.last + 1)
    )


def nearest(drafts: list[Draft], index: int) -> Iterable[Draft]:
    """The events around one: those before it from the nearest on, then some behind it."""
    yield from reversed(drafts[max(0, index - 60) : index])
    yield from drafts[index + 1 : index + 20]


def same_act(one: Draft, other: Draft) -> bool:
    """Whether two events may be one act by their entries: the same entry, or type and mode."""
    mine, its = one.trigger.entry, other.trigger.entry
    return mine.type == its.type and (mine.id == its.id or (bool(mine.mode) and mine.mode == its.mode))


def _fill(draft: Draft, others: Iterable[Draft], entities: dict[str, Entity]) -> None:
    """Fills in from the nearest event that the same word names («الهجوم», «هجمات», «هاجم»), else from the nearest."""
    words, found = _words(draft), None
    for other in others:
        whole = bool(other.source.actors) and (bool(other.target.actors) or not _wants_target(draft))
        if not whole or not same_act(draft, other) or not _compatible(draft, other, entities):
            continue
        alike = bool(words & _words(other))
        if found is None or alike:
            found = other
        if alike:
            break
    if found is not None:
        draft.fill("source", found.source.actors, "same act")
        draft.fill("target", found.target.actors, "same act")


def _words(draft: Draft) -> set[str]:
    """The lemmas of an event's head word, and of the verb that it is derived from."""
    word = draft.scene.tokens[draft.trigger.head].word
    readings = word.readings[:2] if word is not None else ()
    return {lemma for morph in readings for lemma in (morph.lemma, morph.verb) if lemma}


def _fill_retold(draft: Draft, drafts: list[Draft], index: int, entities: dict[str, Entity]) -> None:
    """«الهجوم», «الحادث»: by another word, an act of the type told in the sentences right before."""
    joint = draft.trigger.entry.frame.joint  # what the article's two parties do together
    if joint or draft.source.actors or not draft.scene.made.shapes[draft.trigger.head].definite:
        return
    for other in reversed(drafts[max(0, index - RETOLD) : index]):
        if draft.scene.sentence.index - other.scene.sentence.index > RETOLD_SENTENCES:
            return
        whole = other.type == draft.type and bool(other.source.actors)
        if whole and other.judged.value == "CT+" and _compatible(draft, other, entities):
            draft.fill("source", other.source.actors, "same act")
            draft.fill("target", other.target.actors, "same act")
            return


def _wants_target(draft: Draft) -> bool:
    """Whether the act usually has someone it is done to; exercises and tests have none."""
    return draft.type != "MOBILIZE"


def _compatible(draft: Draft, other: Draft, entities: dict[str, Entity]) -> bool:
    """Whether the participants that the repeat does name are those of the other event, counted by state."""
    for mine, its in ((draft.source, other.source), (draft.target, other.target)):
        if mine.actors and not states(mine.actors, entities) & states(its.actors, entities):
            return False
    return True


def states(actors: tuple[str, ...], entities: dict[str, Entity]) -> set[str]:
    """The actors counted by state; those without one stand for themselves."""
    return {state_of(entities.get(actor)) or actor for actor in actors}
