"""A number with its unit and the thing it counts."""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model.span import Span

Comparator = Literal["=", ">", "<", "~"]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """`unit` is an English singular, an SI or an ISO 4217 symbol; `of` names the thing counted, `counted` is its span.

    `approximate` marks values that stand for an open plural («آلاف» → 1000). The span leaves the comparator out.
    """

    id: str
    start: int
    end: int
    text: str
    value: float
    unit: str
    comparator: Comparator = "="
    of: str = ""
    counted: Span | None = None
    approximate: bool = False
    rule: str = ""
