"""Whom a title («الرئيس الروسي») or a body without a proper name («الحكومة العراقية») stands for."""

from __future__ import annotations

from musnad.extract.actors.discourse import BEARERS, Discourse, Title, party_of, state_of, title_of
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.grammar.phrases import Chunks
from musnad.extract.names.bodies import outlet_home
from musnad.extract.names.gazetteer import entities_by_id
from musnad.extract.reading import Reading, SentenceReading
from musnad.model import Entity

PERSONAL = frozenset({"president", "prime-minister", "monarch", "leader", "crown-prince", "chancellor"})
GOVERNING = frozenset({"government", "parliament"})
PUBLIC_BODIES = frozenset({"government", "army", "police", "parliament", "judiciary", "intelligence", "opposition"})


def known_state(reading: Reading, state: str) -> bool:
    """Whether a state is known; it joins the reading's entities if only its capital was named."""
    if state not in reading.entities and (entity := entities_by_id().get(state)) is not None:
        reading.entities[state] = entity
    return state in reading.entities


def by_title(
    known: Discourse, made: Chunks, noun: ActorNoun, head: int, last: int, owner: tuple[str, ...]
) -> tuple[tuple[str, ...], str]:
    title = title_of(made, head, last, noun, known.entities)
    offset = made.tokens[head].start
    if noun.number == "s":
        if not title.state and owner:
            title = title._replace(state=state_of(known.entities.get(owner[0])))
        sure = title.state or title.office or (made.shapes[head].definite and head == last)
        if sure and (person := known.bearer(title, offset)):
            return (person,), "title"
        if title.state and noun.id in PERSONAL and (person := _only_person(known, title)):
            return (person,), "title"
    return (owner, "owner") if owner else ((), "")


def _only_person(known: Discourse, title: Title) -> str | None:
    """The one person of a state's government in the article, if there is just one."""
    if title.former:
        return None
    people = known.officials.get(f"{title.state} GOV", set())
    only = next(iter(people)) if len(people) == 1 else None
    others = (rows for other, rows in known.bearers.items() if other != title.id)
    if any(bearer.entity == only for rows in others for bearer in rows[:BEARERS]):
        return None  # the only one named is a minister
    return only


def country_of(known: Discourse, owner: str) -> str:
    """The state that an owner is or leads («حكومته», «بلاده»); empty for movements and bodies of their own."""
    entity = known.entities.get(owner)
    if entity is None or entity.kind not in ("state", "person") or party_of(entity) == owner != state_of(entity):
        return ""
    state = state_of(entity)
    return state if state in known.entities else ""


def by_body(
    reading: Reading,
    sentence: SentenceReading,
    made: Chunks,
    known: Discourse,
    noun: ActorNoun,
    head: int,
    last: int,
    owner: tuple[str, ...],
) -> tuple[tuple[str, ...], str]:
    if owner:
        state = country_of(known, owner[0])
        return ((body_entity(reading, state, noun),), "body") if state else (owner, "owner")
    if not made.shapes[head].definite or noun.id not in PUBLIC_BODIES:
        return (), ""
    if noun.id in GOVERNING and (own := _outlets_own(reading, known)):
        return (body_entity(reading, own, noun),), "body"
    if home := known.dominant.get(sentence.article) or known.state_before(made.tokens[head].start, sentence.index):
        return (body_entity(reading, home, noun),), "body"
    return (), ""


def _outlets_own(reading: Reading, known: Discourse) -> str:
    """The state of the article's outlet, where it names one who governs there without saying whose («رئيس الحكومة يوسف
    الشاهد»): for it that government needs no name; empty elsewhere.
    """
    home = outlet_home(reading.document.outlet) if reading.document.outlet else ""
    told = (row for title in PERSONAL for row in known.bearers.get(title, ())[:BEARERS] if not row.title.state)
    own = bool(home) and any(state_of(known.entities.get(row.entity)) == home for row in told)
    return home if own and known_state(reading, home) else ""


def body_entity(reading: Reading, state: str, noun: ActorNoun) -> str:
    """The id of a state's body that has no proper name («الشرطة التونسية» → `TUN/police`), made where it is new."""
    made = f"{state}/{noun.id}"
    if made not in reading.entities:
        owner = reading.entities.get(state)
        kind = "group" if noun.number == "p" else "organization"
        name = f"{noun.id.replace('-', ' ').capitalize()} of {owner.name if owner else state}"
        name_ar = f"{noun.word} {owner.name_ar}" if owner and noun.word else noun.word
        code = f"{state} {noun.role}".strip()
        reading.entities[made] = Entity(id=made, name=name, name_ar=name_ar, kind=kind, code=code)  # type: ignore[arg-type]
    return made
