"""A causal or conditional statement."""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model.span import Span

LinkKind = Literal["cause", "enable", "prevent", "condition", "purpose"]


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """`from` (cause, condition or means) is said to bear on `to` (effect, consequence or aim).

    `polarity` is `+` if the effect is raised, `-` if lowered. `from_event` and `to_event` name events at the ends.
    """

    id: str
    kind: LinkKind
    cue: Span
    from_: Span = msgspec.field(name="from")
    to: Span
    polarity: Literal["+", "-"] = "+"
    from_event: str | None = None
    to_event: str | None = None
    confidence: float = 1.0
    rule: str = ""
