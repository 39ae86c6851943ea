"""Event filters as SQL."""

from __future__ import annotations

from typing import Any

from musnad.model.story import EventReport
from musnad.store.base import EventFilter

_ORDER = "ORDER BY date NULLS LAST, first_published NULLS LAST, id"


def event_query(where: EventFilter) -> tuple[str, list[Any]]:
    """The query for the bodies of the events that pass, with its values."""
    parts: list[tuple[str, list[Any]]] = [
        ("confidence >= ?", [where.min_confidence]),
        ("independent_sources >= ?", [where.min_sources]),
    ]
    parts += [
        ("list_has_any(?::VARCHAR[], [lower(type), lower(type) || '/' || lower(mode)])", [_lower(where.types)])
    ] * bool(where.types)
    parts += [("list_contains(?::VARCHAR[], status)", [list(where.status)])] * bool(where.status)
    parts += [
        ("list_contains(list_concat(list_concat(sources, targets), parties), ?)", [name]) for name in where.actors
    ]
    parts += [("list_contains(sources, ?)", [name]) for name in where.sources]
    parts += [("list_contains(targets, ?)", [name]) for name in where.targets]
    parts += [("coalesce(date_end, date) >= ?", [where.since])] * bool(where.since)
    parts += [("date <= ?", [where.until])] * bool(where.until)
    parts += [("last_published >= ?", [where.since_published])] * bool(where.since_published)
    parts += [("list_contains(outlets, ?)", [where.outlet])] * bool(where.outlet)
    values = [value for _, each in parts for value in each]
    return f"SELECT body FROM event WHERE {' AND '.join(text for text, _ in parts)} {_ORDER}", values


def _lower(names: tuple[str, ...]) -> list[str]:
    return [name.lower() for name in names]


def reports_wanted(report: EventReport, where: EventFilter) -> bool:
    """Whether a report of an event that passes is itself asked for."""
    if where.outlet and report.place.outlet != where.outlet:
        return False
    return not where.since_published or (report.place.published or "") >= where.since_published
