"""A PLOVER event as one place in the text tells it."""

from __future__ import annotations

from typing import Literal

import msgspec

from musnad.model.span import Span

Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "U"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a part of an event was read from: which part, the words, and the rule that read them."""

    part: Literal["source", "target", "time", "place", "factuality"]
    span: Span
    rule: str = ""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Who (`sources`) did what (`type`, `mode`) to whom (`targets`); actors are entity ids, empty if unknown.

    `factuality` is a FactBank value (Saurí & Pustejovsky 2009). `claim` is the id of the attributed statement
    that the event stands in. `foreground` is false where the text does not report the event as news, but refers to it.
    `confidence` is the calibrated share of such records that are right.
    """

    id: str
    type: str
    mode: str = ""
    context: tuple[str, ...] = ()
    trigger: Span
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    factuality: Factuality = "CT+"
    foreground: bool = True
    confidence: float = 1.0
    rule: str = ""
    claim: str | None = None
    evidence: tuple[Evidence, ...] = ()
