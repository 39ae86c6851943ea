"""A name in the text."""

from __future__ import annotations

import msgspec

from musnad.model.entity import EntityKind


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A named mention of an entity; `adjectival` for nationality adjectives («الروسي»)."""

    id: str
    start: int
    end: int
    text: str
    kind: EntityKind
    entity: str
    rule: str = ""
    adjectival: bool = False
    confidence: float = 1.0
