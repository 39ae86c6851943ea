"""An attributed statement: who says what, through whom."""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model.span import Span

Stance = Literal["assert", "deny", "accuse", "predict", "warn", "concern", "demand", "promise", "praise", "question"]
SourceClass = Literal["named", "unnamed", "implicit"]


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet or agency that passes a statement on."""

    start: int
    end: int
    text: str
    entity: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """`source` is null where the speaker is only in the verb («وأضاف»); `entity` is then the speaker carried over.

    `entity` is an entity id, or the slug of a class of speakers (`experts`, `reports`), or null. `via` lists relays,
    the outermost last. `events` are the ids of the events told inside `content`.
    """

    id: str
    source: Span | None = None
    entity: str | None = None
    via: tuple[Relay, ...] = ()
    cue: Span
    content: Span | None = None
    stance: Stance = "assert"
    source_class: SourceClass = "named"
    events: tuple[str, ...] = ()
    confidence: float = 1.0
    rule: str = ""
