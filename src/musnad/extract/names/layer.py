"""Layer mentions: who and what is named, and which record each name stands for."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.extract.names.bodies import outlet_home, resolve_bodies
from musnad.extract.names.gazetteer import entities_by_id
from musnad.extract.names.heads import extend_places
from musnad.extract.names.kin import with_kin
from musnad.extract.names.people import TANWIN, Made, read_people
from musnad.extract.names.places import settle_places
from musnad.extract.names.scan import Found, scan
from musnad.extract.names.short import resolve_short_names
from musnad.extract.names.terms import dated
from musnad.extract.names.words import given_names
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.tokens import Token
from musnad.model import Entity, Mention

Finds = dict[int, list[Found]]


def read_mentions(reading: Reading) -> None:
    """Fills `reading.mentions`, each sentence's mentions and `reading.entities`."""
    sentences = list(reading.read_sentences())
    finds: Finds = {s.index: _own(s.tokens, scan(s.tokens), reading.text) for s in sentences}
    known = entities_by_id()
    for sentence in sentences:
        finds[sentence.index] = with_kin(sentence.tokens, finds[sentence.index], known)
    _drop_namesakes(finds, known)
    made = Made()
    if reading.document.language == "ar":  # titles and the words of names are those of Arabic
        read_people(reading.text, sentences, finds, made)
    resolve_short_names(sentences, finds, made)
    settle_places(sentences, finds)
    extend_places(sentences, finds, made)
    resolve_bodies(sentences, finds, made, outlet_home(reading.document.outlet))
    for sentence in sentences:
        for found in sorted(finds[sentence.index], key=lambda f: f.start):
            entity = made.get(found.entity) or known.get(found.entity)
            if entity is not None:
                _record(reading, sentence, found, entity)


def _own(tokens: list[Token], found_in: list[Found], text: str) -> list[Found]:
    """The names without lone family names behind another's given name: «غراهام أشتون» is not Catherine Ashton.

    A lone word with tanwin is none either: «صيداً» is a hunt, not Sidon.
    """
    taken = {at for found in found_in for at in range(found.first, found.last + 1)}

    def is_anothers(found: Found) -> bool:
        at = found.first
        if found.last == at and found.use != "adj" and TANWIN in text[found.end - 2 : found.end + 1]:
            return True
        if found.last != at or at == 0 or at - 1 in taken or found.clitic or tokens[at - 1].end + 1 != tokens[at].start:
            return False
        before = tokens[at - 1]
        if found.kind == "place" and found.use in ("name", "city"):  # «بيتر رودس»
            return before.form in given_names() and before.pos == "PROPN"
        return found.kind == "person" and (before.form in given_names() or before.pos == "PROPN")

    return [found for found in found_in if not is_anothers(found)]


def _drop_namesakes(finds: Finds, known: Mapping[str, Entity]) -> None:
    """Leaves a common full name («محمد إبراهيم») to the listed bearer only where the article names his country."""
    states = {found.entity for found_in in finds.values() for found in found_in if found.kind == "state"}
    for index, found_in in finds.items():
        finds[index] = [found for found in found_in if not _is_namesake(found, states, known)]
        for found in finds[index]:
            found.weak = found.weak and (found.kind != "person" or found.first == found.last)


def _is_namesake(found: Found, states: set[str], known: Mapping[str, Entity]) -> bool:
    if not found.weak or found.kind != "person" or found.first == found.last:
        return False
    return known[found.entity].code[:3] not in states


def _record(reading: Reading, sentence: SentenceReading, found: Found, entity: Entity) -> None:
    if entity.id not in reading.entities:
        reading.entities[entity.id] = dated(entity, reading.published(sentence))
    mention = Mention(
        id=f"m{len(reading.mentions) + 1}",
        start=found.start,
        end=found.end,
        text=reading.text[found.start : found.end],
        kind=found.kind,  # type: ignore[arg-type]
        entity=entity.id,
        rule=found.rule,
        adjectival=found.use == "adj",
        confidence=found.confidence,
    )
    reading.mentions.append(mention)
    sentence.mentions.append(mention)
