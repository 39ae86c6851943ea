"""Actors, events and their sources as STIX 2.1 for threat-intelligence platforms.

An actor is an `identity`, an event a `note` that refers to the identities (STIX has no political event), a document a
`report`. Ids are UUIDv5 of Musnad's own, so that the same story gives the same bundle.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any, TextIO

from musnad.analysis.event_words import event_text
from musnad.analysis.naming import Naming
from musnad.analysis.wording import Language
from musnad.export.extras import optional
from musnad.model.story import StoryEntity, StoryEvent
from musnad.store.base import View

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/musnad/musnad")
STAMP = datetime(2000, 1, 1, tzinfo=UTC)  # a fixed time of making: the same story gives the same bytes
_CLASSES = {"person": "individual", "state": "organization", "organization": "organization", "group": "group"}


def write_stix(view: View, stream: TextIO, *, language: Language = "ar") -> int:
    """Writes a STIX 2.1 bundle; the number of objects."""
    stix2 = optional("stix2")
    names = view.entity_names()
    naming = Naming(names, language)
    events = [e for e in view.events() if e.sources or e.targets]
    used = sorted({p.entity for e in events for p in (*e.sources, *e.targets) if p.entity in names})
    objects = [_identity(stix2, names[entity], naming) for entity in used]
    objects += [_note(stix2, event, names, naming, language) for event in events]
    stream.write(stix2.Bundle(objects=objects, id=_id("bundle", "story")).serialize(pretty=True, ensure_ascii=False))
    return len(objects)


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind}/{name}')}"


def _identity(stix2: Any, entity: StoryEntity, naming: Naming) -> Any:
    return stix2.Identity(
        id=_id("identity", entity.id),
        name=naming.name(entity.id),
        identity_class=_CLASSES.get(entity.kind, "unknown"),
        roles=[entity.code] if entity.code else None,
        created=STAMP,
        modified=STAMP,
    )


def _note(stix2: Any, event: StoryEvent, names: dict[str, StoryEntity], naming: Naming, language: Language) -> Any:
    actors = [p.entity for p in (*event.sources, *event.targets) if p.entity in names]
    quoted = [f"«{report.place.sentence.text}» — {report.place.outlet}" for report in event.reports[:5]]
    return stix2.Note(
        id=_id("note", event.id),
        abstract=f"{event.date or ''} {event_text(naming, event)}".strip(),
        content="\n\n".join(quoted),
        lang=language,
        labels=[event.type.lower(), event.status],
        confidence=round(100 * event.confidence),
        object_refs=sorted({_id("identity", actor) for actor in actors}),
        created=STAMP,
        modified=STAMP,
    )
