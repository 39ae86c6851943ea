"""PLOVER actor codes taken apart."""

from __future__ import annotations

from musnad.model.story import StoryEntity
from musnad.ontology import roles


def split_code(code: str) -> tuple[str, tuple[str, ...]]:
    """Country (ISO 3166-1 alpha-3, empty if the actor has none) and roles of a code: «RUS GOV» → RUS, (GOV,)."""
    parts = code.split()
    if parts and len(parts[0]) == 3 and parts[0] not in roles():
        return parts[0], tuple(parts[1:])
    return "", tuple(parts)


def state_of(entity: str, names: dict[str, StoryEntity]) -> str:
    """The state that an entity acts for, or the entity's own id if it acts for none."""
    known = names.get(entity)
    if known is None or known.kind == "group":
        return entity
    return split_code(known.code)[0] or known.id
