"""A brief as a Word document, right to left in Arabic."""

from __future__ import annotations

from typing import Any, BinaryIO

from musnad.analysis.brief_page import Brief, Line
from musnad.analysis.wording import published_date, wording
from musnad.export.extras import optional


def write_docx(page: Brief, stream: BinaryIO) -> None:
    """Writes the brief; citations stand in brackets and are listed at the end."""
    document = optional("docx").Document()
    _Writer(document, rtl=page.language == "ar").write(page)
    document.save(stream)


class _Writer:
    """Puts a brief into a python-docx document."""

    def __init__(self, document: Any, *, rtl: bool) -> None:
        self.document = document
        self.rtl = rtl

    def write(self, page: Brief) -> None:
        """Title, summary, sections, sources and the note on how it was made."""
        self._paragraph(page.title, "Title")
        for line in page.summary:
            self._paragraph(line)
        for section in page.sections:
            self._paragraph(section.title, "Heading 1")
            self._paragraph(section.note, "Subtitle")
            for entry in section.lines:
                self._line(entry, "List Bullet")
                for detail in entry.details:
                    self._line(detail, "List Bullet 2")
        self._paragraph(wording("sections", "sources", page.language), "Heading 1")
        for citation in page.citations:
            where = " — ".join(part for part in (citation.outlet, citation.title) if part)
            when = published_date(citation.published, page.language)
            self._paragraph(f"[{citation.number}] {where} ({when}): «{citation.quotation}»")
        self._paragraph(wording("words", "made", page.language, version=page.version))

    def _line(self, line: Line, style: str) -> None:
        paragraph = self._paragraph("", style)
        for text, bold in ((line.lead, True), (line.text, False), (line.status and f"({line.status})", True)):
            if text:
                self._run(paragraph, f"{text} ", bold=bold)
        if line.tail:
            self._run(paragraph, f"{line.tail} ")
        self._run(paragraph, " ".join(f"[{number}]" for number in line.citations))

    def _paragraph(self, text: str, style: str | None = None) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        if self.rtl:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(properties.makeelement(_tag("bidi"), {}))
        if text:
            self._run(paragraph, text)
        return paragraph

    def _run(self, paragraph: Any, text: str, *, bold: bool = False) -> None:
        run = paragraph.add_run(text)
        run.bold = bold or None
        if self.rtl:
            run.font.rtl = True


def _tag(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
