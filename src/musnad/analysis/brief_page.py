"""What a brief is made of: a page of sections of lines, with numbered citations."""

from __future__ import annotations

import msgspec

from musnad.analysis.citations import Citation
from musnad.analysis.wording import Language


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a section. `lead` is its date, speaker or actor; `status` a word such as «contested» or empty.

    `details` are quotations or figures under the line, each with its own citations; `ref` is for `musnad explain`.
    """

    lead: str = ""
    text: str
    status: str = ""
    tail: str = ""
    citations: tuple[int, ...] = ()
    details: tuple[Line, ...] = ()
    ref: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A titled list of lines; `note` says how to read them. Sections without lines are left out of a brief."""

    id: str
    title: str
    note: str
    lines: tuple[Line, ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page, ready to be written as Markdown, HTML or docx."""

    language: Language
    title: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    version: str
