"""The story as flat tables: what the commands list and what CSV, JSON Lines and Parquet hold.

Each table is a name, its columns with their types, and a generator of rows; a row has one value for each column. Lists
inside a cell are joined by `; `. Codes stay codes here (PLOVER, FactBank, ISO 3166-1): scripts can rely on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from musnad.analysis.naming import Outlets
from musnad.model.story import EventReport, Place, Voice
from musnad.store.base import View

Cell = str | int | float | bool | None
Kind = Literal["text", "integer", "number", "truth"]
Row = tuple[Cell, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A named table; `columns` maps each column to its type, in order."""

    name: str
    columns: dict[str, Kind]
    rows: Callable[[View], Iterator[Row]]


def _join(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))


def _where(place: Place) -> tuple[Cell, ...]:
    """The cells of PLACE_COLUMNS."""
    span, sentence = place.span, place.sentence
    return place.outlet, place.published, span.text, sentence.text, place.document, span.start, span.end


PLACE_COLUMNS: dict[str, Kind] = {
    "outlet": "text",
    "published": "text",
    "words": "text",
    "sentence": "text",
    "document": "text",
    "start": "integer",
    "end": "integer",
}


def _voice(voice: Voice | None) -> tuple[str | None, str | None, str]:
    """Entity, name and relays of a voice."""
    return (voice.entity, voice.name, _join(voice.via)) if voice else (None, None, "")


def _events(view: View) -> Iterator[Row]:
    outlets = Outlets(view.documents())
    for event in view.events():
        first = event.first_report
        yield (
            event.id,
            event.date,
            event.date_end,
            event.precision,
            event.type,
            event.mode,
            _join(p.entity for p in event.sources),
            _join(p.entity for p in event.targets),
            event.location,
            event.status,
            _join(f"{value}:{count}" for value, count in event.factuality.items()),
            _join(map(outlets.name, event.denied_by)),
            len(event.reports),
            event.documents,
            event.independent_sources,
            round(event.confidence, 3),
            *_where(first.place),
        )


def _reports(view: View) -> Iterator[Row]:
    for report in view.reports():
        yield _report_row(report)


def _report_row(report: EventReport) -> Row:
    entity, name, via = _voice(report.voice)
    return (
        report.id,
        report.time,
        report.type,
        report.mode,
        _join(report.sources),
        _join(report.targets),
        report.location,
        report.factuality,
        report.foreground,
        entity or name,
        via,
        report.stance,
        report.origin,
        round(report.confidence, 3),
        report.rule,
        *_where(report.place),
    )


def _claims(view: View) -> Iterator[Row]:
    for statement in view.statements():
        entity, name, via = _voice(statement.voice)
        yield (
            statement.id,
            entity,
            name,
            via,
            statement.stance,
            statement.position,
            statement.content.text if statement.content else None,
            statement.cue.text,
            statement.matter,
            _join(statement.events),
            round(statement.confidence, 3),
            statement.rule,
            *_where(statement.place),
        )


def _matters(view: View) -> Iterator[Row]:
    outlets = Outlets(view.documents())
    for matter in view.matters():
        yield (
            matter.id,
            matter.status,
            matter.label,
            *(
                _join(map(outlets.name, voices))
                for voices in (matter.asserted_by, matter.denied_by, matter.hedged_by, matter.expected_by)
            ),
            matter.since,
            matter.last,
            len(matter.statements),
            matter.documents,
            matter.independent_sources,
        )


def _actors(view: View) -> Iterator[Row]:
    acts: dict[str, list[int]] = {}
    for event in view.events():
        for side, participants in enumerate((event.sources, event.targets)):
            for participant in participants:
                acts.setdefault(participant.entity, [0, 0])[side] += 1
    ranked = sorted(view.entities(), key=lambda e: (-sum(acts.get(e.id, (0, 0))), -e.mentions, e.id))
    for entity in ranked:
        as_source, as_target = acts.get(entity.id, (0, 0))
        yield (
            entity.id,
            entity.name,
            entity.name_ar,
            entity.kind,
            entity.code,
            as_source,
            as_target,
            entity.mentions,
            entity.documents,
            _join(entity.spellings),
            entity.wikidata,
        )


def _numbers(view: View) -> Iterator[Row]:
    for group in view.figures():
        for figure in group.figures:
            entity, name, via = _voice(figure.voice)
            yield (
                group.id,
                group.label,
                group.alignment,
                figure.value,
                figure.high,
                figure.unit,
                figure.comparator,
                figure.of,
                entity or name,
                via,
                *_where(figure.place),
            )


def _links(view: View) -> Iterator[Row]:
    for link in view.links():
        entity, name, via = _voice(link.voice)
        yield (
            link.id,
            link.kind,
            link.polarity,
            link.from_.text,
            link.to.text,
            link.cue.text,
            link.from_event,
            link.to_event,
            entity or name,
            via,
            round(link.confidence, 3),
            *_where(link.place),
        )


def _documents(view: View) -> Iterator[Row]:
    for document in view.documents():
        yield (
            document.id,
            document.outlet,
            document.title,
            document.published,
            document.published_basis,
            document.language,
            document.characters,
            document.uri,
            document.version,
            document.added,
        )


def _columns(names: str, **kinds: Kind) -> dict[str, Kind]:
    return {name: kinds.get(name, "text") for name in names.split()}


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            name="events",
            columns=_columns(
                "id date date_end precision type mode sources targets location status factuality denied_by reports"
                " documents independent_sources confidence",
                reports="integer",
                documents="integer",
                independent_sources="integer",
                confidence="number",
            )
            | PLACE_COLUMNS,
            rows=_events,
        ),
        Table(
            name="reports",
            columns=_columns(
                "id time type mode sources targets location factuality foreground speaker via stance origin confidence"
                " rule",
                foreground="truth",
                confidence="number",
            )
            | PLACE_COLUMNS,
            rows=_reports,
        ),
        Table(
            name="claims",
            columns=_columns(
                "id speaker speaker_words via stance position content cue matter events confidence rule",
                confidence="number",
            )
            | PLACE_COLUMNS,
            rows=_claims,
        ),
        Table(
            name="matters",
            columns=_columns(
                "id status label asserted_by denied_by hedged_by expected_by since last statements documents"
                " independent_sources",
                statements="integer",
                documents="integer",
                independent_sources="integer",
            ),
            rows=_matters,
        ),
        Table(
            name="actors",
            columns=_columns(
                "id name name_ar kind code as_source as_target mentions documents spellings wikidata",
                as_source="integer",
                as_target="integer",
                mentions="integer",
                documents="integer",
            ),
            rows=_actors,
        ),
        Table(
            name="numbers",
            columns=_columns(
                "group label alignment value high unit comparator of speaker via", value="number", high="number"
            )
            | PLACE_COLUMNS,
            rows=_numbers,
        ),
        Table(
            name="links",
            columns=_columns(
                "id kind polarity from to cue from_event to_event speaker via confidence", confidence="number"
            )
            | PLACE_COLUMNS,
            rows=_links,
        ),
        Table(
            name="documents",
            columns=_columns(
                "id outlet title published published_basis language characters uri version added", characters="integer"
            ),
            rows=_documents,
        ),
    )
}
