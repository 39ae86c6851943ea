"""Gold and system brought to the same shape."""

from __future__ import annotations

from typing import Any

import msgspec

from musnad.model import Span

NOWHERE = Span(start=0, end=0, text="")


class Named(msgspec.Struct, frozen=True):
    """A mention."""

    start: int
    end: int
    text: str
    kind: str
    entity: str
    adjectival: bool = False


class Timed(msgspec.Struct, frozen=True):
    """A time expression."""

    start: int
    end: int
    text: str
    value: str


class Counted(msgspec.Struct, frozen=True):
    """A quantity."""

    start: int
    end: int
    text: str
    value: float
    unit: str


class Act(msgspec.Struct, frozen=True):
    """An event, at its trigger."""

    start: int
    end: int
    text: str
    type: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    time: str = ""
    factuality: str = ""


class Said(msgspec.Struct, frozen=True):
    """A claim."""

    source: Span | None
    cue: Span | None
    content: Span | None
    entity: str = ""
    stance: str = ""


class Linked(msgspec.Struct, frozen=True):
    """A causal or conditional link."""

    kind: str
    cue: Span
    cause: Span
    effect: Span


class Side(msgspec.Struct, frozen=True):
    """All that one side says of one article; `codes` and `names` are of the system's entities by id."""

    furniture: frozenset[int] = frozenset()
    mentions: tuple[Named, ...] = ()
    times: tuple[Timed, ...] = ()
    quantities: tuple[Counted, ...] = ()
    events: tuple[Act, ...] = ()
    claims: tuple[Said, ...] = ()
    links: tuple[Linked, ...] = ()
    codes: dict[str, str] = {}
    names: dict[str, str] = {}


def gold_side(data: dict[str, Any]) -> Side:
    """One aligned gold file: quotations with offsets in place of records with spans."""
    return Side(
        furniture=_furniture(data.get("zone_spans", [])),
        mentions=tuple(
            Named(*_cut(m["text"]), m.get("kind") or "", m.get("entity") or "", bool(m.get("adj")))
            for m in data.get("mentions", [])
        ),
        times=tuple(Timed(*_cut(t["text"]), str(t["value"])) for t in data.get("times", [])),
        quantities=tuple(
            Counted(*_cut(q["text"]), float(q["value"]), str(q.get("unit"))) for q in data.get("quantities", [])
        ),
        events=_acts(data),
        claims=_claims(data),
        links=_links(data),
    )


def system_side(data: dict[str, Any]) -> Side:
    """One annotation in the contract's JSON; fields that a system leaves out count as empty."""
    entities = data.get("entities", [])
    return Side(
        furniture=_furniture(data.get("zones", [])),
        mentions=tuple(
            Named(*_cut(m), m.get("kind") or "", m.get("entity") or "", bool(m.get("adjectival")))
            for m in data.get("mentions", [])
        ),
        times=tuple(Timed(*_cut(t), str(t.get("value"))) for t in data.get("times", [])),
        quantities=tuple(Counted(*_cut(q), float(q["value"]), str(q.get("unit"))) for q in data.get("quantities", [])),
        events=_acts(data),
        claims=_claims(data),
        links=_links(data),
        codes={e["id"]: e.get("code") or "" for e in entities},
        names={e["id"]: e.get("name") or "" for e in entities},
    )


def _cut(span: dict[str, Any]) -> tuple[int, int, str]:
    return span["start"], span["end"], span.get("text", "")


def _span(span: dict[str, Any] | None) -> Span | None:
    return Span(start=span["start"], end=span["end"], text=span.get("text", "")) if span else None


def _furniture(zones: list[dict[str, Any]]) -> frozenset[int]:
    outside = (z for z in zones if z["kind"] not in ("body", "title"))
    return frozenset(at for z in outside for at in range(z["start"], z["end"]))


def _acts(data: dict[str, Any]) -> tuple[Act, ...]:
    return tuple(
        Act(
            *_cut(e["trigger"]),
            e.get("type") or "",
            tuple(e.get("sources") or ()),
            tuple(e.get("targets") or ()),
            str(e.get("time") or ""),
            e.get("factuality") or "",
        )
        for e in data.get("events", [])
    )


def _claims(data: dict[str, Any]) -> tuple[Said, ...]:
    return tuple(
        Said(
            _span(c.get("source")),
            _span(c.get("cue")),
            _span(c.get("content")),
            c.get("entity") or "",
            c.get("stance") or "",
        )
        for c in data.get("claims", [])
    )


def _links(data: dict[str, Any]) -> tuple[Linked, ...]:
    return tuple(
        Linked(x.get("kind") or "", _span(x["cue"]) or NOWHERE, _span(x["from"]) or NOWHERE, _span(x["to"]) or NOWHERE)
        for x in data.get("links", [])
    )
