"""Actors and events as FollowTheMoney entities (JSON Lines), for Aleph and its kin."""

from __future__ import annotations

import hashlib
from typing import Any, TextIO

import msgspec

from musnad.analysis.event_words import event_text
from musnad.analysis.naming import Naming
from musnad.analysis.wording import Language
from musnad.model.story import SourceDocument, StoryEntity, StoryEvent
from musnad.ontology.actor_codes import split_code
from musnad.store.base import View

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organization": "Organization", "group": "Organization"}


def write_ftm(view: View, stream: TextIO, *, language: Language = "ar") -> int:
    """Writes an entity a line: actors, places, events with their proof, articles; the number of entities."""
    names = view.entity_names()
    naming, count = Naming(names, language), 0
    actors = {entity.id: entity for entity in names.values()}
    for record in (
        *(_article(document) for document in view.documents()),
        *(_actor(entity) for _, entity in sorted(actors.items())),
        *(_event(event, naming, names) for event in view.events() if event.sources or event.targets),
    ):
        stream.write(msgspec.json.encode(record).decode() + "\n")
        count += 1
    return count


def _key(kind: str, name: str) -> str:
    return f"musnad-{kind}-{hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:20]}"


def _article(document: SourceDocument) -> dict[str, Any]:
    properties = {
        "title": [document.title],
        "publisher": [document.outlet],
        "publishedAt": [document.published if document.published and "/" not in document.published else ""],
        "sourceUrl": [document.uri if document.uri.startswith("http") else ""],
        "language": ["ara" if document.language == "ar" else ""],
    }
    return {"id": _key("article", document.id), "schema": "Article", "properties": _filled(properties)}


def _actor(entity: StoryEntity) -> dict[str, Any]:
    country, roles = split_code(entity.code)
    if entity.kind == "place":
        return {"id": _key("entity", entity.id), "schema": "Address", "properties": _filled({"full": [entity.name]})}
    properties = {
        "name": [entity.name or entity.id, entity.name_ar],
        "alias": sorted(entity.spellings),
        "notes": [" ".join(("PLOVER", country, *roles))] if entity.code else [],
        "wikidataId": [entity.wikidata or ""],
    }
    return {"id": _key("entity", entity.id), "schema": _SCHEMATA[entity.kind], "properties": _filled(properties)}


def _event(event: StoryEvent, naming: Naming, names: dict[str, StoryEntity]) -> dict[str, Any]:
    def ids(parties: tuple[str, ...]) -> list[str]:
        return [_key("entity", names[p].id) for p in parties if p in names and names[p].kind != "place"]

    properties = {
        "name": [event_text(naming, event)],
        "date": [event.date or ""] if not event.date_end else [],
        "startDate": [event.date or ""] if event.date_end else [],
        "endDate": [event.date_end or ""],
        "organizer": ids(tuple(p.entity for p in event.sources)),
        "involved": ids(tuple(p.entity for p in event.targets)),
        "location": [naming.name(event.location)] if event.location else [],
        "summary": [report.place.sentence.text for report in event.reports[:3]],
        "proof": sorted({_key("article", report.place.document) for report in event.reports}),
        "keywords": [event.type, event.status],
    }
    return {"id": _key("event", event.id), "schema": "Event", "properties": _filled(properties)}


def _filled(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {name: values for name, values in kept.items() if values}
