"""A brief as Markdown or as one self-contained HTML page."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from musnad.analysis.brief_page import Brief, Line
from musnad.analysis.wording import published_date, wording
from musnad.export.templates import render

# what stands in the page's text in its own direction: quotations, and words of the article in brackets
_QUOTATION = re.compile(r"(«[^«»]*»|\([^()]*[\u0621-\u064a][^()]*\))")
_ARABIC_FIRST = re.compile(r"[\"«]?[\u0621-\u064a]")


def to_markdown(page: Brief) -> str:
    """The brief as Markdown; citations stand in brackets and are listed at the end."""
    return _render("brief.md.j2", page, escape=False)


def to_html(page: Brief) -> str:
    """The brief as one HTML page that asks nothing of the network; Arabic pages run right to left."""
    return _render("brief.html.j2", page, escape=True)


def _render(template: str, page: Brief, *, escape: bool) -> str:
    language = page.language
    return render(
        template,
        escape=escape,
        page=page,
        render=_markdown_line,
        sources=wording("sections", "sources", language),
        made=wording("words", "made", language, version=page.version),
        date=lambda value: published_date(value, language),
        isolated=_isolated,
        direction=lambda text: "auto" if _ARABIC_FIRST.match(text) else "rtl" if language == "ar" else "ltr",
    )


def _isolated(text: str) -> Markup:
    """Text with each quotation in its own direction: «8 آلاف جندي» in an English line begins at the right."""
    return Markup(_QUOTATION.sub(r"<bdi>\1</bdi>", str(escape(text))))


def _markdown_line(line: Line) -> str:
    parts = [
        f"**{line.lead}**" if line.lead else "",
        line.text,
        f"`{line.status}`" if line.status else "",
        f"_{line.tail}_" if line.tail else "",
        " ".join(f"[{number}]" for number in line.citations),
    ]
    return " ".join(part for part in parts if part).replace("\n", " ")
