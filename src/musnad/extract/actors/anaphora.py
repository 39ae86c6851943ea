"""Words that point back: suffix pronouns, «الجانبان», «الحركة», and whom they take up."""

from __future__ import annotations

from collections import Counter

from musnad.extract.actors.discourse import Discourse, Referent, state_of
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.reading import SentenceReading
from musnad.ontology.actor_codes import is_outlet

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
    fits = [r for r in fits if not _is_outlet(known, r)]
    if gender == "m" and number == "s":
        return next((r for r in fits if r.kind == "person"), fits[0] if fits else None)
    return fits[0] if fits else None


def _is_outlet(known: Discourse, referent: Referent) -> bool:
    """Whether a referent is an outlet: it tells of what happens, and a pronoun for it is its verb's subject."""
    entity = known.entities.get(referent.entity)
    return entity is not None and is_outlet(entity.code)


def pair(known: Discourse, sentence: SentenceReading, offset: int, rank: str) -> tuple[str, ...]:
    """The two parties named before, in the order of the text: the last two persons if leaders are meant or just two are
    named next to each other, else the two that the article names most; empty if there are no two.
    """
    earlier = known.before(offset, PAIR_REACH, sentence.index)
    people = _parties(known, [r for r in earlier if r.kind == "person"], rank)
    if rank == "person":
        return _in_order(people, list(people)[:2])
    near = _parties(known, [r for r in earlier if r.kind == "person" and sentence.index - r.sentence < 2], rank)
    if len(near) == 2:
        return _in_order(near, list(near))
    counts = known.acting.get(sentence.article, Counter())
    everyone = _parties(known, known.before(offset, sentence.index + 1, sentence.index), rank)
    everyone = {party: actor for party, actor in everyone.items() if party in counts}
    most = sorted(everyone, key=lambda party: -counts[party])[:2]
    first = list(counts)
    return tuple(everyone[party] for party in sorted(most, key=first.index)) if len(most) == 2 else ()


def _parties(known: Discourse, referents: list[Referent], rank: str) -> dict[str, str]:
    """The parties that referents stand for, the last named first, each with the actor that names it."""
    found: dict[str, str] = {}
    for referent in referents:
        entity = known.entities.get(referent.entity)
        if entity is None or entity.code.split(" ")[-1] in BYSTANDERS:
            continue
        actor = state_of(entity) if rank == "state" else entity.id
        if actor in known.entities:
            found.setdefault(known.party(actor), actor)
    return found


def _in_order(parties: dict[str, str], chosen: list[str]) -> tuple[str, ...]:
    return tuple(parties[party] for party in reversed(parties) if party in chosen) if len(chosen) == 2 else ()


def body_before(known: Discourse, sentence: SentenceReading, offset: int, noun: ActorNoun) -> tuple[str, ...]:
    """The organisation or group named last whose name holds the word («الحركة» → «حركة حماس»),
    else the last one that agrees in gender.
    """
    earlier = known.before(offset, BODY_REACH, sentence.index)
    bodies = [r for r in earlier if r.kind in ("organization", "group") and r.named]
    for referent in bodies:
        if noun.id in known.names.get(referent.entity, ()):
            return (referent.entity,)
    fits = {r.entity for r in bodies if r.gender in (noun.gender, "") and not _is_outlet(known, r)}
    return (fits.pop(),) if len(fits) == 1 else ()
