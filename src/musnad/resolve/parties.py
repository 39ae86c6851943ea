"""Who an actor acts for: a person or body of a state counts as the state when events and matters are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from musnad.model import Entity
from musnad.ontology.actor_codes import acts_for

FIRST_ARTICLE = ("", "a1")  # what a page's first article is called


def party(entity: str, code: str, canon: Mapping[str, str]) -> str:
    """The state that the actor belongs to, else its merged entity id."""
    if state := acts_for(code):
        return state
    head = entity.split("/", 1)[0]
    if len(head) == 3 and head.isupper():
        return head
    return canon.get(entity, entity)


def parties(entities: Mapping[str, Entity], canon: Mapping[str, str]) -> dict[str, str]:
    """The party of every entity of a document."""
    return {key: party(key, entity.code, canon) for key, entity in entities.items()}


def distinct(found: Iterable[str]) -> tuple[str, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(found))
