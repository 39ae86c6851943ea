"""Layer mentions: who and what is named, and which record each name stands for."""

from __future__ import annotations

from musnad.extract.names.bodies import resolve_bodies
from musnad.extract.names.gazetteer import entities_by_id
from musnad.extract.names.heads import extend_places
from musnad.extract.names.places import settle_places
from musnad.extract.names.scan import Found, scan
from musnad.extract.names.short import resolve_short_names
from musnad.extract.names.titles import read_titles
from musnad.extract.reading import Reading, SentenceReading
from musnad.model import Entity, Mention

Finds = dict[int, list[Found]]


def read_mentions(reading: Reading) -> None:
    """Fills `reading.mentions`, each sentence's mentions and `reading.entities`."""
    sentences = list(reading.read_sentences())
    finds: Finds = {sentence.index: scan(sentence.tokens) for sentence in sentences}
    made: dict[str, Entity] = {}
    read_titles(reading.text, sentences, finds, made)
    resolve_short_names(sentences, finds, made)
    settle_places(sentences, finds)
    extend_places(sentences, finds, made)
    resolve_bodies(sentences, finds, made)
    known = entities_by_id()
    for sentence in sentences:
        for found in sorted(finds[sentence.index], key=lambda f: f.start):
            entity = made.get(found.entity) or known.get(found.entity)
            if entity is not None:
                _record(reading, sentence, found, entity)


def _record(reading: Reading, sentence: SentenceReading, found: Found, entity: Entity) -> None:
    reading.entities.setdefault(entity.id, entity)
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
