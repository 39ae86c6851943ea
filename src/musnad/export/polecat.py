"""The story's events in the columns of the POLECAT data set, so that scripts written for it run.

POLECAT (Halterman et al. 2023, «PLOVER and POLECAT») is tab-separated, a row for each pair of an actor and a recipient.
Columns that Musnad does not fill are empty. Columns after «Version» are ours: what POLECAT can't say.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from musnad.model.story import StoryEntity, StoryEvent
from musnad.ontology import plover
from musnad.ontology.actor_codes import split_code
from musnad.store.base import View

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
    "CAMEO Root",
    "Status",
    "Factuality",
    "Denied By",
    "Reports",
    "Independent Sources",
    "Confidence",
    "Date Precision",
    "Trigger",
    "Sentence",
)


def write_polecat(view: View, stream: TextIO) -> int:
    """Writes the header and a row for each pair of actor and recipient of each event; the number of rows."""
    writer = csv.DictWriter(stream, COLUMNS, restval="", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    names, count = view.entity_names(), 0
    for event in view.events():
        for row in _rows(event, names):
            writer.writerow(row)
            count += 1
    return count


def _rows(event: StoryEvent, names: dict[str, StoryEntity]) -> Iterator[dict[str, object]]:
    shared = _event_cells(event, names)
    targets = [p.entity for p in event.targets] or [""]
    for actor in [p.entity for p in event.sources] or [""]:
        for recipient in targets:
            yield shared | _party_cells("Actor", actor, names) | _party_cells("Recipient", recipient, names)


def _event_cells(event: StoryEvent, names: dict[str, StoryEntity]) -> dict[str, object]:
    from musnad import __version__

    entry, first = plover()[event.type], event.first_report
    location = names.get(event.location or "")
    return {
        "Event ID": event.id,
        "Event Date": event.date or "",
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": entry.weight,
        "Quad Code": entry.quad.replace("_", " ").upper(),
        "Placename": location.name if location else (event.location or ""),
        "Source": first.place.outlet,
        "Publication Date": first.place.published or "",
        "Language": "ar",
        "Version": f"musnad-{__version__}",
        "CAMEO Root": entry.cameo_root(event.mode),
        "Status": event.status,
        "Factuality": ";".join(f"{value}:{count}" for value, count in event.factuality.items()),
        "Denied By": ";".join(event.denied_by),
        "Reports": len(event.reports),
        "Independent Sources": event.independent_sources,
        "Confidence": round(event.confidence, 3),
        "Date Precision": event.precision,
        "Trigger": first.place.span.text,
        "Sentence": first.place.sentence.text,
    }


def _party_cells(side: str, entity: str, names: dict[str, StoryEntity]) -> dict[str, object]:
    """Cells of «Actor …» or «Recipient …»; all empty for an event without that side."""
    known = names.get(entity)
    country, sectors = split_code(known.code if known else "")
    return {
        f"{side} Name": known.name if known else entity,
        f"{side} Country": country,
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": ";".join(sectors),
        f"{side} Name Raw": known.name_ar if known else "",
        f"Wikipedia {side} ID": (known.wikidata or "") if known else "",
    }
