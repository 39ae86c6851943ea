"""The timeline as TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

from typing import Any, TextIO

import msgspec

from musnad.analysis.timeline import Entry, timeline
from musnad.analysis.wording import Language
from musnad.store.base import View


def write_timelinejs(view: View, stream: TextIO, *, language: Language = "ar") -> int:
    """Writes one JSON object with all dated events; the number of events."""
    events = [_slide(entry) for entry in timeline(view, language) if entry.date]
    stream.write(msgspec.json.format(msgspec.json.encode({"events": events}), indent=2).decode() + "\n")
    return len(events)


def _slide(entry: Entry) -> dict[str, Any]:
    quoted = "".join(
        f"<p>«{_escape(r.place.sentence.text)}» — {_escape(r.place.outlet)}</p>" for r in entry.reports[:3]
    )
    slide: dict[str, Any] = {
        "unique_id": entry.ref,
        "start_date": _date(entry.date or ""),
        "text": {"headline": _escape(entry.text), "text": quoted},
        "group": entry.type,
    }
    if entry.date_end:
        slide["end_date"] = _date(entry.date_end)
    return slide


def _date(value: str) -> dict[str, str]:
    """Year, month and day as far as the ISO 8601 date has them: TimelineJS keeps the precision."""
    return dict(zip(("year", "month", "day"), value[:10].split("-"), strict=False))


def _escape(text: str) -> str:
    from html import escape

    return escape(text, quote=False)
