"""The timeline: each event once, in order of its date, with who tells it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from musnad.analysis.event_words import event_text
from musnad.analysis.naming import Naming
from musnad.analysis.wording import Language
from musnad.model.story import DatePrecision, EventReport, EventStatus
from musnad.store.base import EventFilter, View


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One event of the timeline; `date` is ISO 8601 at `precision`, None where no report tells it."""

    ref: str
    date: str | None
    date_end: str | None
    precision: DatePrecision
    type: str
    text: str
    status: EventStatus
    outlets: tuple[str, ...]
    independent_sources: int
    reports: tuple[EventReport, ...]


def timeline(view: View, language: Language = "ar", where: EventFilter | None = None) -> Iterator[Entry]:
    """Entries in order of date, undated events last."""
    naming = Naming(view.entity_names(), language)
    for event in sorted(view.events(where), key=lambda e: (e.date is None, e.date or "", e.id)):
        yield Entry(
            ref=event.id,
            date=event.date,
            date_end=event.date_end,
            precision=event.precision,
            type=event.type,
            text=event_text(naming, event),
            status=event.status,
            outlets=tuple(dict.fromkeys(report.place.outlet for report in event.reports if report.place.outlet)),
            independent_sources=event.independent_sources,
            reports=event.reports,
        )
