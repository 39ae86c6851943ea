"""The states that the entities of a story act for."""

from __future__ import annotations

from musnad.model.story import StoryEntity
from musnad.ontology.actor_codes import acts_for


def state_of(entity: str, names: dict[str, StoryEntity]) -> str:
    """The state that an entity acts for, or the entity's own id if it acts for none."""
    known = names.get(entity)
    if known is None or known.kind == "group":
        return entity
    return acts_for(known.code) or known.id
