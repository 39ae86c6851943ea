"""What people decided about an entity itself, laid over what was read of it in every document.

A rejected entity is no actor («a street that was read as a person»): it leaves mentions, roles and voices, whose words
stay as they are written. A changed one keeps its id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from musnad.model import Annotation, Claim, Entity, Event, Judgement
from musnad.resolve.entities import EntityUse
from musnad.resolve.judgements import ON_ENTITIES, is_on_entity, judged_entities

FIELDS = ("name", "name_ar", "kind", "code")  # what can be changed of an entity
R = TypeVar("R", Entity, EntityUse)


def entity_verdicts(judgements: Iterable[Judgement]) -> dict[str, Judgement | None]:
    """Entity id → the changes that people made of it; None for one that they rejected. The last verdict wins."""
    found: dict[str, Judgement | None] = {}
    for judgement in judgements:
        if is_on_entity(judgement) and judgement.verdict in ON_ENTITIES:
            for name in judged_entities(judgement):
                found[name] = None if judgement.verdict == "reject" else _merged(found.get(name), judgement)
    return found


def _merged(before: Judgement | None, judgement: Judgement) -> Judgement:
    return replace(judgement, value=before.value | judgement.value) if before else judgement


def corrected(record: R, judgement: Judgement) -> R:
    """An entity, or its use in a document, with what people changed of it."""
    return replace(record, **{name: judgement.value[name] for name in FIELDS if name in judgement.value})


def judged_uses(uses: Sequence[EntityUse], verdicts: Mapping[str, Judgement | None]) -> tuple[EntityUse, ...]:
    """The uses of entities by a document as people want them."""
    found = []
    for use in uses:
        judgement = verdicts.get(use.entity)
        if use.entity not in verdicts:
            found.append(use)
        elif judgement is not None:
            found.append(corrected(use, judgement))
    return tuple(found)


def with_judged_entities(annotation: Annotation, judgements: Sequence[Judgement]) -> Annotation:
    """The annotation without the entities that people rejected, and with the others as they want them."""
    verdicts = entity_verdicts(judgements)
    if not verdicts:
        return annotation
    entities = [
        entity if (judgement := verdicts.get(entity.id)) is None else corrected(entity, judgement)
        for entity in annotation.entities
    ]
    annotation = replace(annotation, entities=tuple(entities))
    gone = {name for name, judgement in verdicts.items() if judgement is None}
    return _without(annotation, gone) if gone & {entity.id for entity in entities} else annotation


def _without(annotation: Annotation, gone: Collection[str]) -> Annotation:
    return replace(
        annotation,
        entities=tuple(each for each in annotation.entities if each.id not in gone),
        mentions=tuple(each for each in annotation.mentions if each.entity not in gone),
        events=tuple(_event(each, gone) for each in annotation.events),
        claims=tuple(_claim(each, gone) for each in annotation.claims),
    )


def _event(event: Event, gone: Collection[str]) -> Event:
    return replace(
        event,
        sources=tuple(each for each in event.sources if each not in gone),
        targets=tuple(each for each in event.targets if each not in gone),
        place=None if event.place in gone else event.place,
    )


def _claim(claim: Claim, gone: Collection[str]) -> Claim:
    via = tuple(replace(each, entity=None) if each.entity in gone else each for each in claim.via)
    return replace(claim, entity=None if claim.entity in gone else claim.entity, via=via)


def named(annotation: Annotation, judgement: Judgement) -> Annotation:
    """The annotation with the entities that a judgement puts into it and that it does not name itself."""
    known = {entity.id for entity in annotation.entities}
    told = msgspec.json.decode(judgement.value.get("entities", "[]"), type=list[Entity])
    more = tuple(entity for entity in told if entity.id not in known)
    return replace(annotation, entities=(*annotation.entities, *more)) if more else annotation
