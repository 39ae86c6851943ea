"""The timeline as one self-contained HTML page."""

from __future__ import annotations

from typing import TextIO

from musnad.analysis.timeline import Entry, timeline
from musnad.analysis.wording import Language, full_date, wording
from musnad.export.templates import render
from musnad.store.base import View


def write_timeline_html(view: View, stream: TextIO, *, language: Language = "ar") -> int:
    """Writes the page; the number of events. Undated events stand last, each event folds open to its reports."""
    entries = [entry for entry in timeline(view, language) if entry.text]

    def date(first: str | None, last: str | None) -> str:
        return full_date(f"{first}/{last}" if first and last else first, language)

    def told_by(entry: Entry) -> str:
        documents = len({report.place.document for report in entry.reports})
        return wording("words", "told_by", language, documents=documents, sources=entry.independent_sources)

    stream.write(
        render(
            "timeline.html.j2",
            escape=True,
            language=language,
            title=wording("sections", "timeline", language),
            entries=entries,
            date=date,
            told_by=told_by,
            status=lambda status: wording("status", status, language),
        )
    )
    return len(entries)
