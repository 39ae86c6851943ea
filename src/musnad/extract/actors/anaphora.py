"""Words that point back: suffix pronouns, «الجانبان», «الحركة», and whom they take up."""

from __future__ import annotations

from collections import Counter

from musnad.extract.actors.discourse import Discourse, Referent, state_of
from musnad.extract.actors.nouns import ActorNoun, anaphor_roles
from musnad.extract.reading import SentenceReading
from musnad.ontology.actor_codes import is_outlet

BYSTANDERS = frozenset({"BUS", "MED", "MNC"})  # named beside the two parties of «الجانبان»
GROUPS = frozenset({"organization", "group"})
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
        return pair(known, sentence, offset, "any", taken), "pair"
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
    own = set(taken) | {known.party(actor) for actor in taken}
    fits = [r for r in earlier if r.number == number and r.gender in (gender, "")]
    fits = [r for r in fits if not _is_same(known, r, taken, own) and not _is_outlet(known, r)]
    fits = [r for r in fits if _role(known, r) not in BYSTANDERS] or fits
    if gender == "m" and number == "s":
        return next((r for r in fits if r.kind == "person"), fits[0] if fits else None)
    return fits[0] if fits else None


def _is_same(known: Discourse, referent: Referent, taken: tuple[str, ...], own: set[str]) -> bool:
    """Whether a referent is one of `taken`, or the state or a body that one of them acts for («الرئاسة … بيان لها»)."""
    if referent.entity in own:
        return True
    return referent.kind != "person" and bool(taken) and known.party(referent.entity) in taken


def _is_outlet(known: Discourse, referent: Referent) -> bool:
    """Whether a referent is an outlet: it tells of what happens, and a pronoun for it is its verb's subject."""
    entity = known.entities.get(referent.entity)
    return entity is not None and is_outlet(entity.code)


def pair(
    known: Discourse, sentence: SentenceReading, offset: int, rank: str, taken: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The two parties named before, in the order of the text, none of them one of `taken`: the last two persons if
    leaders are meant, those who were just named together, two persons just named next to each other, else the two that
    the article names most; empty if there are no two.
    """
    earlier = known.before(offset, PAIR_REACH, sentence.index)
    own = {known.party(actor) for actor in taken}
    people = _parties(known, [r for r in earlier if r.kind == "person"], rank)
    if rank == "person":
        return _in_order(people, list(people)[:2])
    if told := _told_together(known, sentence, offset, rank, own):
        return told
    if own:
        return ()
    near = _parties(known, [r for r in earlier if r.kind == "person" and sentence.index - r.sentence < 2], rank)
    if len(near) == 2:
        return _in_order(near, list(near))
    counts = known.acting.get(sentence.article, Counter())
    everyone = _parties(known, known.before(offset, sentence.index + 1, sentence.index), rank)
    everyone = {party: actor for party, actor in everyone.items() if party in counts}
    most = sorted(everyone, key=lambda party: -counts[party])[:2]
    first = list(counts)
    return tuple(everyone[party] for party in sorted(most, key=first.index)) if len(most) == 2 else ()


def _told_together(
    known: Discourse, sentence: SentenceReading, offset: int, rank: str, own: set[str]
) -> tuple[str, ...]:
    """The two parties, none of `own`, that were last named together: «السويد وفنلندا … البلدين»; empty if none were.

    Without `own` they must be of the sentence or the one before; with it they may be farther.
    """
    back = PAIR_REACH if own else 1
    for at, actors in known.couples_before(offset):
        if sentence.index - at > back:
            break
        found = {}
        for actor in actors:
            entity = known.entities.get(actor)
            stands = state_of(entity) if rank == "state" else actor
            if entity is not None and stands in known.entities and entity.code.split(" ")[-1] not in BYSTANDERS:
                found[known.party(actor)] = stands
        if len(found) == 2 and not own & set(found):
            return tuple(found.values())
    return ()


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
    """The organisation or group named last whose name holds the word («الحركة» → «حركة حماس»), else whose role it
    can have («الجماعة» for الحوثيين), else the only one that agrees in gender.
    """
    named = known.before(offset, sentence.index + 1, sentence.index)
    for referent in named:
        if referent.named and referent.kind in GROUPS and noun.id in known.names.get(referent.entity, ()):
            return (referent.entity,)
    bodies = [r for r in named if r.kind in GROUPS and r.named and sentence.index - r.sentence <= BODY_REACH]
    if roles := anaphor_roles().get(noun.id):
        return next(((r.entity,) for r in bodies if _role(known, r) in roles), ())
    fits = {r.entity for r in bodies if r.gender in (noun.gender, "") and _role(known, r) not in BYSTANDERS}
    return (fits.pop(),) if len(fits) == 1 else ()


def _role(known: Discourse, referent: Referent) -> str:
    entity = known.entities.get(referent.entity)
    return entity.code.split(" ")[-1] if entity is not None else ""
