"""Words that point back: suffix pronouns, «الجانبان», «الحركة», and whom they take up."""

from __future__ import annotations

from musnad.extract.actors.discourse import Discourse, Referent, state_of
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.reading import SentenceReading
from musnad.model import Entity

BYSTANDERS = frozenset({"BUS", "MED", "MNC"})  # named beside the two parties of «الجانبان»
PAIR_REACH, BODY_REACH = 4, 6  # sentences back in which a pair or a body is sought
_PRONOUNS = {
    "ه": ("m", "s"),
    "هو": ("m", "s"),
    "ها": ("f", "s"),
    "هي": ("f", "s"),
    "هم": ("m", "p"),
}


def by_form(
    known: Discourse, sentence: SentenceReading, offset: int, pronoun: str, taken: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], str]:
    """The actors that a pronoun at `offset` stands for, and how they were found; none of `taken`."""
    if pronoun == "هما":
        return pair(known, sentence, offset, "any"), "pair"
    gender, number = _PRONOUNS.get(pronoun, ("", ""))
    if not number:
        return (), ""
    referent = nearest(known, sentence, offset, gender, number, taken)
    return ((referent.entity,), "pronoun") if referent else ((), "")


def nearest(
    known: Discourse, sentence: SentenceReading, offset: int, gender: str, number: str, taken: tuple[str, ...] = ()
) -> Referent | None:
    """The nearest earlier referent that agrees, a person before all else for a masculine singular;
    None if there is none.
    """
    earlier = known.before(offset, 1, sentence.index)
    fits = [r for r in earlier if r.number == number and r.gender in (gender, "") and r.entity not in taken]
    if gender == "m" and number == "s":
        return next((r for r in fits if r.kind == "person"), fits[0] if fits else None)
    return fits[0] if fits else None


def pair(known: Discourse, sentence: SentenceReading, offset: int, rank: str) -> tuple[str, ...]:
    """The last two parties that the text named before, in its order;
    for leaders two persons, for countries two states.
    """
    chosen: list[str] = []
    states: list[str] = []
    for referent in known.before(offset, PAIR_REACH, sentence.index):
        entity = known.entities.get(referent.entity)
        actor = _partner(known, referent, entity, rank) if entity is not None else ""
        state = state_of(entity) or referent.entity
        if not actor or state in states:
            continue
        chosen.append(actor)
        states.append(state)
        if len(chosen) == 2:
            return chosen[1], chosen[0]
    return ()


def _partner(known: Discourse, referent: Referent, entity: Entity, rank: str) -> str:
    """Whom a referent adds to a pair: a person for leaders, its state for countries; empty if it can be no party."""
    if (rank == "person" and referent.kind != "person") or entity.code.split(" ")[-1] in BYSTANDERS:
        return ""
    if rank != "state":
        return entity.id
    state = state_of(entity)
    return state if state in known.entities else ""


def body_before(known: Discourse, sentence: SentenceReading, offset: int, noun: ActorNoun) -> tuple[str, ...]:
    """The organisation or group named last whose name holds the word («الحركة» → «حركة حماس»),
    else the last one that agrees in gender.
    """
    earlier = known.before(offset, BODY_REACH, sentence.index)
    bodies = [r for r in earlier if r.kind in ("organization", "group") and r.named]
    for referent in bodies:
        if noun.id in known.names.get(referent.entity, ()):
            return (referent.entity,)
    fits = {r.entity for r in bodies if r.gender in (noun.gender, "")}
    return (fits.pop(),) if len(fits) == 1 else ()
