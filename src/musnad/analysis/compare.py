"""Outlets side by side: what each tells, omits, tells without the denial, or has only from another outlet."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import Literal

import msgspec

from musnad.analysis.event_words import event_text
from musnad.analysis.naming import Naming, outlet_of
from musnad.analysis.wording import Language
from musnad.model.story import Matter, SourceDocument, StoryEvent
from musnad.resolve.dates import published_day
from musnad.store.base import View

Told = Literal["tells", "tells-without-denial", "relays", "omits", "not-yet"]

MOST_FACTS = 40  # a table that still fits a page; the exports have no such bound


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """An event or a contested matter, and how each outlet of the comparison tells it, in the order of its outlets.

    `not-yet` means that the outlet's last article is older than the first report: it can't have told. Articles whose
    date is not known to a month or so count as older.
    """

    ref: str
    label: str
    date: str | None
    told: tuple[Told, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Articles by outlet and day; `gaps` are days between its first and its last article without any."""

    outlet: str
    articles: int
    undated: int
    by_day: dict[str, int]
    gaps: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The outlets, how much of their coverage is in the store, and the facts."""

    outlets: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    facts: tuple[Fact, ...]


def compare(view: View, *, most: int = MOST_FACTS, language: Language = "ar") -> Comparison:
    """The comparison of all outlets of the store over the facts most widely told; facts in order of date, undated last.

    Labels of facts are in `language`.
    """
    naming = Naming(view.entity_names(), language)
    by_outlet: dict[str, list[SourceDocument]] = defaultdict(list)
    for document in view.documents():
        by_outlet[outlet_of(document)].append(document)
    outlets = tuple(sorted(by_outlet, key=lambda name: (-len(by_outlet[name]), name)))
    last = {name: max(published_day(d.published) or 0 for d in by_outlet[name]) for name in outlets}
    names = {d.id: name for name, documents in by_outlet.items() for d in documents}
    denials = _denials(view)
    facts = [
        _event_fact(event, event_text(naming, event), outlets, names, last, denials)
        for event in view.events()
        if _is_fact(event)
    ]
    facts.sort(
        key=lambda fact: (-sum(cell not in ("omits", "not-yet") for cell in fact.told), fact.date or "", fact.ref)
    )
    return Comparison(
        outlets=outlets,
        coverage=tuple(_coverage(name, by_outlet[name]) for name in outlets),
        facts=tuple(sorted(facts[:most], key=lambda fact: (fact.date is None, fact.date or "", fact.ref))),
    )


def _is_fact(event: StoryEvent) -> bool:
    return bool(event.sources or event.targets)


def _denials(view: View) -> dict[str, set[str]]:
    """Event reference → documents that carry a denial of it, for events that somebody denies."""
    denials: dict[str, set[str]] = defaultdict(set)
    for matter in view.matters(("contested", "denied")):
        deniers = {s.place.document for s in matter.statements if s.position == "denies"}
        for event in _events_of(matter):
            denials[event] |= deniers
    return denials


def _events_of(matter: Matter) -> set[str]:
    return set(matter.events) | {event for statement in matter.statements for event in statement.events}


def _event_fact(
    event: StoryEvent,
    label: str,
    outlets: tuple[str, ...],
    names: dict[str, str],
    last: dict[str, int],
    denials: dict[str, set[str]],
) -> Fact:
    own: set[str] = set()
    relayed: set[str] = set()
    denied = {names[d] for d in denials.get(event.id, ()) if d in names}
    for report in event.reports:
        outlet = names.get(report.place.document, "")
        (relayed if report.voice and report.voice.via else own).add(outlet)
    first = published_day(event.first_report.place.published) or 0

    def told(outlet: str) -> Told:
        if outlet in own or outlet in relayed:
            if event.id in denials and outlet not in denied:
                return "tells-without-denial"
            return "tells" if outlet in own else "relays"
        return "not-yet" if last[outlet] < first else "omits"

    return Fact(ref=event.id, label=label, date=event.date, told=tuple(told(outlet) for outlet in outlets))


def _coverage(outlet: str, documents: list[SourceDocument]) -> Coverage:
    days: dict[str, int] = defaultdict(int)
    for document in documents:
        if document.published and "/" not in document.published:
            days[document.published[:10]] += 1
    return Coverage(
        outlet=outlet,
        articles=len(documents),
        undated=len(documents) - sum(days.values()),
        by_day=dict(sorted(days.items())),
        gaps=tuple(_gaps(sorted(days))),
    )


def _gaps(days: list[str]) -> list[str]:
    full = [date.fromisoformat(day) for day in days if len(day) == 10]
    if not full:
        return []
    known, span = set(full), (full[-1] - full[0]).days
    between = (full[0] + timedelta(days=offset) for offset in range(span))
    return [day.isoformat() for day in between if day not in known]
