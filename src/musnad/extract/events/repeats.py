"""Nominal repeats: «الزيارة» is the visit that the article told of, with its participants and its time."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.extract.actors.discourse import state_of
from musnad.extract.events.drafts import Draft
from musnad.model import Entity


def fill_repeats(drafts: list[Draft], entities: dict[str, Entity]) -> None:
    """Gives events that a noun names, and lack a participant, those of the nearest like event:
    an earlier one, else a later one.
    """
    for index, draft in enumerate(drafts):
        if draft.nominal and not (draft.source.actors and draft.target.actors) and _is_given(draft):
            _fill(draft, _nearest(drafts, index), entities)


def _is_given(draft: Draft) -> bool:
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


def fill_times(drafts: list[Draft], entities: dict[str, Entity]) -> None:
    """Gives an event without a time that of another mention of the same act, or of what its doer did just before."""
    for index, draft in enumerate(drafts):
        if draft.when is not None or draft.judged.value not in ("CT+", "CT-"):
            continue
        other = next((d for d in _nearest(drafts, index) if _tells_when(draft, d, entities)), None)
        if other is not None:
            draft.when, draft.filled["time"] = other.when, "same act"
        elif not draft.nominal and (before := _just_before(drafts, index, entities)) is not None:
            draft.when, draft.filled["time"] = before.when, "same doer"


def _tells_when(draft: Draft, other: Draft, entities: dict[str, Entity]) -> bool:
    if other.time is None or other.judged.value != "CT+" or not _same_act(draft, other):
        return False
    mine, its = _parties(draft, entities), _parties(other, entities)
    if draft.nominal and _is_given(draft):
        return all(not one or not two or one == two for one, two in zip(mine, its, strict=True))
    return mine == its != ("", "") or (draft.scene.sentence.zone == "title" and mine[0] == its[0] != "")


def _just_before(drafts: list[Draft], index: int, entities: dict[str, Entity]) -> Draft | None:
    """The event of the sentence before, or of this one, that has a time and the same doer; None if there is none."""
    here = drafts[index]
    for other in reversed(drafts[max(0, index - 4) : index]):
        if here.scene.sentence.index - other.scene.sentence.index > 1:
            return None
        same = _states(here.source.actors, entities) & _states(other.source.actors, entities)
        if other.time is not None and other.judged.value == "CT+" and same:
            return other
    return None


def _nearest(drafts: list[Draft], index: int) -> Iterable[Draft]:
    yield from reversed(drafts[max(0, index - 60) : index])
    yield from drafts[index + 1 : index + 20]


def _same_act(one: Draft, other: Draft) -> bool:
    mine, its = one.trigger.entry, other.trigger.entry
    return mine.type == its.type and (mine.id == its.id or (bool(mine.mode) and mine.mode == its.mode))


def _fill(draft: Draft, others: Iterable[Draft], entities: dict[str, Entity]) -> None:
    for other in others:
        whole = bool(other.source.actors) and (bool(other.target.actors) or not _wants_target(draft))
        if whole and _same_act(draft, other) and _compatible(draft, other, entities):
            draft.fill("source", other.source.actors, "same act")
            draft.fill("target", other.target.actors, "same act")
            return


def _wants_target(draft: Draft) -> bool:
    """Whether the act usually has someone it is done to; exercises and tests have none."""
    return draft.type != "MOBILIZE"


def _compatible(draft: Draft, other: Draft, entities: dict[str, Entity]) -> bool:
    """Whether the participants that the repeat does name are those of the other event, counted by state."""
    for mine, its in ((draft.source, other.source), (draft.target, other.target)):
        if mine.actors and not _states(mine.actors, entities) & _states(its.actors, entities):
            return False
    return True


def _parties(draft: Draft, entities: dict[str, Entity]) -> tuple[str, str]:
    return (
        ",".join(sorted(_states(draft.source.actors, entities))),
        ",".join(sorted(_states(draft.target.actors, entities))),
    )


def _states(actors: tuple[str, ...], entities: dict[str, Entity]) -> set[str]:
    return {state_of(entities.get(actor)) or actor for actor in actors}
