"""The timeline as iCalendar (RFC 5545): one all-day entry for each event dated to the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO

from musnad.analysis.timeline import Entry, timeline
from musnad.analysis.wording import Language
from musnad.export.extras import optional
from musnad.store.base import View

# RFC 5545 wants a time of making; a fixed one keeps the bytes the same for the same story
STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def write_ical(view: View, stream: BinaryIO, *, language: Language = "ar") -> int:
    """Writes a calendar; the number of entries. Events dated less precisely than a day have no place in it."""
    icalendar = optional("icalendar")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Musnad//story//EN")
    calendar.add("version", "2.0")
    count = 0
    for entry in timeline(view, language):
        if entry.precision == "day" and entry.date:
            calendar.add_component(_entry(icalendar.Event(), entry))
            count += 1
    stream.write(calendar.to_ical())
    return count


def _entry(item: object, entry: Entry) -> object:
    start = date.fromisoformat((entry.date or "")[:10])
    end = date.fromisoformat(entry.date_end[:10]) if entry.date_end else start
    quoted = [f"«{report.place.sentence.text}» — {report.place.outlet}" for report in entry.reports[:3]]
    add = item.add  # type: ignore[attr-defined]
    add("uid", f"{entry.ref}@musnad")
    add("dtstamp", STAMP)
    add("dtstart", start)
    add("dtend", end + timedelta(days=1))
    add("summary", entry.text)
    add("description", "\n\n".join(quoted))
    add("categories", [entry.type])
    return item
