"""The timeline as one self-contained HTML page."""

from __future__ import annotations

from typing import TextIO

from musnad.analysis.timeline import Entry, timeline
from musnad.analysis.wording import Language, date_at, full_date, told_by, wording
from musnad.export.templates import render
from musnad.store.base import View


def write_timeline_html(view: View, stream: TextIO, *, language: Language = "ar") -> int:
    """Writes the page; the number of events. Undated events stand last, each event folds open to its reports."""
    entries = [entry for entry in timeline(view, language) if entry.text]

    def when(entry: Entry) -> str:
        return date_at(entry.date, entry.date_end, entry.precision, language)

    def sources(entry: Entry) -> str:
        return told_by(len({r.place.document for r in entry.reports}), entry.independent_sources, language)

    stream.write(
        render(
            "timeline.html.j2",
            escape=True,
            language=language,
            title=wording("sections", "timeline", language),
            entries=entries,
            when=when,
            published=lambda value: full_date(value, language),
            told_by=sources,
            status=lambda status: wording("status", status, language),
        )
    )
    return len(entries)
