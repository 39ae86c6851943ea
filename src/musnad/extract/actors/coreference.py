"""The actors that noun phrases, titles, pronouns and pairs stand for, resolved within the article."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.actors.discourse import (
    ACTOR_KINDS,
    Discourse,
    Referent,
    Title,
    discourse,
    noun_at,
    nouns_at,
    state_of,
    title_of,
)
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.grammar.phrases import Chunks, Phrase, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.model import Entity, Mention

PERSONAL = frozenset({"president", "prime-minister", "monarch", "leader", "crown-prince", "chancellor"})
BYSTANDERS = frozenset({"BUS", "MED", "MNC"})  # named beside the two parties of «الجانبان»
PUBLIC_BODIES = frozenset({"government", "army", "police", "parliament", "judiciary", "intelligence", "opposition"})


class Resolved(NamedTuple):
    """The actors of a noun phrase, how they were found (`name`, `title`, `body`, `owner`, `pair`, `pronoun`,
    `anaphor`) and its span.
    """

    actors: tuple[str, ...]
    how: str = ""
    start: int = 0
    end: int = 0

    @property
    def direct(self) -> bool:
        """Whether the phrase itself names the actors."""
        return self.how in ("name", "title", "body", "owner", "place")


NOTHING = Resolved(())


class Reach(NamedTuple):
    """What else a phrase may stand for: `places` («قصف رفح»), a capital for its state,
    `owners` («نيات طهران» for طهران).
    """

    places: bool = False
    capitals: bool = False
    owners: bool = False


PLAIN = Reach()
_LATTER = {"الاخيره": "f", "الاخير": "m"}
_PRONOUNS = {
    "ه": ("m", "s"),
    "هو": ("m", "s"),
    "ها": ("f", "s"),
    "هي": ("f", "s"),
    "هم": ("m", "p"),
}


def phrase_actors(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> tuple[str, ...]:
    """The entity ids that a phrase stands for, in the order of the text; empty where none is sure."""
    return resolve(reading, sentence, phrase).actors


def resolve(reading: Reading, sentence: SentenceReading, phrase: Phrase, reach: Reach = PLAIN) -> Resolved:
    """The actors of a whole phrase; places count as actors only where asked for («قصف رفح»)."""
    if phrase.kind != "noun":
        return NOTHING
    found: list[str] = []
    how = ""
    heads = phrase.heads or (phrase.head,)
    for index, head in enumerate(heads):
        last = heads[index + 1] - 1 if index + 1 < len(heads) else phrase.last
        part = resolve_part(reading, sentence, head, last, reach)
        found += [actor for actor in part.actors if actor not in found]
        how = how or part.how
    made = chunks(sentence)
    return (
        Resolved(tuple(found), how, made.tokens[phrase.head].start, made.tokens[phrase.last].end) if found else NOTHING
    )


def resolve_antecedent(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> Resolved:
    """The actors that a relative clause speaks of: those of the phrase, or of the innermost noun in it that has any."""
    found = resolve(reading, sentence, phrase)
    start = phrase.head + 1
    while not found.actors and start <= phrase.last and start - phrase.head < 8:
        found = resolve_part(reading, sentence, start, phrase.last)
        start += 1
    return found


def resolve_part(reading: Reading, sentence: SentenceReading, head: int, last: int, reach: Reach = PLAIN) -> Resolved:
    """The actors of the noun phrase without coordination from its head to `last`."""
    made, known = chunks(sentence), discourse(reading)
    actors, how = _part(reading, sentence, made, known, head, last, reach)
    if not actors:
        return NOTHING
    return Resolved(actors, how, made.tokens[head].start, made.tokens[last].end)


def _part(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int, reach: Reach
) -> tuple[tuple[str, ...], str]:
    mention = made.mention_at[head]
    if mention is not None:
        # «الفلسطينيين»: a people, for its state
        return ((mention.entity,), "owner") if mention.adjectival else _named(reading, mention, reach)
    here = made.shapes[head]
    if here.kind == "pronoun" or (here.pronoun and here.kind == "preposition"):
        form = here.pronoun or made.tokens[head].form
        return _pronoun(
            known, sentence, made.tokens[head].start, form[1:] if here.joined and not here.pronoun else form
        )
    if here.kind not in ("word", "quantifier"):
        return (), ""
    if head == last and here.definite and (gender := _LATTER.get(made.tokens[head].form.lstrip("وف"))):
        latter = nearest(known, sentence, made.tokens[head].start, gender, "s")
        return ((latter.entity,), "anaphor") if latter else ((), "")
    noun, end = noun_at(made, head)
    person = _mention(made, end, last, "person")
    if noun is None:
        if person is not None and _is_apposition(made, head, person):
            return (person.entity,), "name"
        return _belonging(reading, sentence, made, known, head, last, reach)
    if noun.kind in ("title", "official"):
        person = person or name_behind(made, head)
        if person is not None:
            return (person.entity,), "name"
    found = _by_noun(reading, sentence, made, known, noun, head, last)
    return found if found[0] else _belonging(reading, sentence, made, known, head, last, reach)


def _by_noun(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, noun: ActorNoun, head: int, last: int
) -> tuple[tuple[str, ...], str]:
    offset = made.tokens[head].start
    kinds = {other.kind: other for other in nouns_at(made, head)} | {noun.kind: noun}
    if "pair" in kinds and (made.shapes[head].definite or made.shapes[head].pronoun):
        return _pair(known, sentence, offset, kinds["pair"].id), "pair"
    owner = _owner(reading, sentence, made, known, head, last)
    if noun.kind == "title":
        return _by_title(known, made, noun, head, last, owner)
    if noun.kind == "official":
        return (owner, "owner") if owner else ((), "")
    if "body" in kinds:
        return _by_body(reading, sentence, made, known, kinds["body"], head, last, owner)
    if "belonging" in kinds and owner:
        return owner, "owner"
    if "anaphor" in kinds and made.shapes[head].definite and last == head:
        return _anaphor(known, sentence, offset, kinds["anaphor"]), "anaphor"
    return (), ""


def _named(reading: Reading, mention: Mention, reach: Reach) -> tuple[tuple[str, ...], str]:
    if mention.kind in ACTOR_KINDS:
        return (mention.entity,), "name"
    if mention.kind != "place":
        return (), ""
    if reach.capitals and mention.rule.startswith("capital"):
        state = state_of(reading.entities.get(mention.entity))
        if state and state in reading.entities:
            return (state,), "capital"
    return ((mention.entity,), "place") if reach.places else ((), "")


def _mention(made: Chunks, first: int, last: int, kind: str) -> Mention | None:
    return next(
        (m for m in made.mention_at[first : last + 1] if m is not None and m.kind == kind and not m.adjectival), None
    )


def name_behind(made: Chunks, head: int) -> Mention | None:
    """The person named behind a title and its complement: «المدير العام للوكالة رافاييل غروسي»;
    None if there is none.
    """
    index = made.owner[head]
    own = made.phrases[index]
    if own.heads and own.heads[-1] != head:
        return None
    for phrase in made.phrases[index + 1 : index + 5]:
        if made.shapes[phrase.head].kind == "comma":
            continue
        if phrase.kind != "noun" or phrase.preposition not in ("", "ل", "باسم", "في", "لدي", "ب", "الي"):
            return None
        person = _mention(made, phrase.head, phrase.last, "person")
        if person is not None:
            last = made.mention_at[phrase.last]
            return (
                person
                if last is person and (not phrase.preposition or person.start > made.tokens[phrase.head].end)
                else None
            )
        if not phrase.preposition:
            return None
    return None


def _is_apposition(made: Chunks, head: int, person: Mention) -> bool:
    """«القيادي يحيى السنوار»: a definite word and right behind it, or behind its adjectives, a person."""
    return made.shapes[head].definite and not made.shapes[head].preposition and person.start > made.tokens[head].end


def _owner(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int
) -> tuple[str, ...]:
    """The actor that the noun at `head` belongs to: an adjective of state, a genitive, or its suffix pronoun."""
    for at in range(head + 1, last + 1):
        mention = made.mention_at[at]
        if mention is not None and mention.kind in ACTOR_KINDS:
            return (mention.entity,)
    if pronoun := made.shapes[head].pronoun:
        return _pronoun(known, sentence, made.tokens[head].start, pronoun)[0]
    if last > head and not made.shapes[head].definite:
        following = made.shapes[head + 1]
        if following.kind == "word" and (following.definite or following.pronoun):
            return _part(reading, sentence, made, known, head + 1, last, PLAIN)[0]
    return ()


def _belonging(
    reading: Reading, sentence: SentenceReading, made: Chunks, known: Discourse, head: int, last: int, reach: Reach
) -> tuple[tuple[str, ...], str]:
    """The owner of any noun, or the place in its phrase («سوق الكرادة»), as far as asked for."""
    if reach.owners and (owner := _owner(reading, sentence, made, known, head, last)):
        return owner, "owner"
    place = _mention(made, head, last, "place") if reach.places else None
    return ((place.entity,), "place") if place is not None else ((), "")


def _by_title(
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
    return next(iter(people)) if len(people) == 1 else None


def _by_body(
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
        entity = known.entities.get(owner[0])
        if entity is not None and entity.kind == "state":
            return (body_entity(reading, entity.id, noun),), "body"
        return owner, "owner"
    if not made.shapes[head].definite or noun.id not in PUBLIC_BODIES:
        return (), ""
    if state := known.dominant.get(sentence.article):
        return (body_entity(reading, state, noun),), "body"
    return (), ""


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


def _pair(known: Discourse, sentence: SentenceReading, offset: int, rank: str) -> tuple[str, ...]:
    """The last two parties that the text named before, in its order;
    for leaders two persons, for countries two states.
    """
    chosen: list[str] = []
    states: list[str] = []
    for referent in known.before(offset, 4, sentence.index):
        entity = known.entities.get(referent.entity)
        if entity is None or (rank == "person" and referent.kind != "person"):
            continue
        if entity.code.split(" ")[-1] in BYSTANDERS:
            continue
        state = state_of(entity)
        actor = state if rank == "state" else entity.id
        if (rank == "state" and (not state or state not in known.entities)) or (state or entity.id) in states:
            continue
        chosen.append(actor)
        states.append(state or entity.id)
        if len(chosen) == 2:
            return chosen[1], chosen[0]
    return ()


def by_pronoun(
    reading: Reading, sentence: SentenceReading, token: int, pronoun: str, taken: tuple[str, ...] = ()
) -> Resolved:
    """The actors of the suffix pronoun of a token; none of `taken`, since an act is seldom done to its doer."""
    at = sentence.tokens[token]
    actors, how = _pronoun(discourse(reading), sentence, at.start, pronoun, taken)
    return Resolved(actors, how, at.start, at.end) if actors else NOTHING


def _pronoun(
    known: Discourse, sentence: SentenceReading, offset: int, pronoun: str, taken: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], str]:
    if pronoun == "هما":
        return _pair(known, sentence, offset, "any"), "pair"
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


def _anaphor(known: Discourse, sentence: SentenceReading, offset: int, noun: ActorNoun) -> tuple[str, ...]:
    """The organisation or group named last whose name holds the word («الحركة» → «حركة حماس»),
    else the last one that agrees in gender.
    """
    bodies = [r for r in known.before(offset, 6, sentence.index) if r.kind in ("organization", "group")]
    for referent in bodies:
        if noun.id in known.names.get(referent.entity, ()):
            return (referent.entity,)
    fits = {r.entity for r in bodies if r.gender in (noun.gender, "")}
    return (fits.pop(),) if len(fits) == 1 else ()
