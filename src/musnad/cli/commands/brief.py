"""`musnad brief`: the story on one page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musnad.cli import exits
from musnad.cli.options import checked_date, language_option, open_view, store_option

if TYPE_CHECKING:
    from musnad.analysis.brief_page import Brief

FORMATS = ("md", "html", "docx", "json")


@click.command()
@store_option
@language_option
@click.option("--since", metavar="DATE", help="Only what was published on or after this date.")
@click.option("--story", metavar="ID", help="Only this story of `musnad stories`.")
@click.option("--format", "-f", "kind", type=click.Choice(FORMATS), help="Format; by the suffix of --output, else md.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write; needed for docx.")
def brief(
    store: str | None, lang: str, since: str | None, story: str | None, kind: str | None, output: Path | None
) -> int:
    """Prints the story on one page, with citations.

    \b
    Example:
      musnad brief --lang en --output brief.html
      musnad brief --story t0a1b2c3d4e
    """
    from musnad.analysis.brief import brief as make

    kind = kind or (output.suffix.lstrip(".").lower() if output else "md")
    if kind not in FORMATS:
        raise click.UsageError(f"{output}: no format for this suffix; give --format")
    with open_view(store) as view:
        if not view.counts().documents:
            exits.complain("the store holds no articles — read some first: musnad read articles/")
            return exits.NOTHING_FOUND
        page = make(view, lang, since=checked_date(since, "--since"), story=story)  # type: ignore[arg-type]
        if since and not page.sections:
            exits.complain(f"nothing that was published on or after {since} — take an earlier day")
            return exits.NOTHING_FOUND
        _write(page, kind, output)
    return exits.OK


def _write(page: Brief, kind: str, output: Path | None) -> None:
    if kind == "docx":
        from musnad.export.docx import write_docx

        if output is None:
            raise click.UsageError("docx is no text: give a file with --output")
        with output.open("wb") as stream:
            write_docx(page, stream)
    elif output:
        output.write_text(_text(page, kind), encoding="utf-8")
    else:
        sys.stdout.write(_text(page, kind))
    if output:
        exits.complain(f"wrote {output}")


def _text(page: Brief, kind: str) -> str:
    if kind == "json":
        import msgspec

        return msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"
    from musnad.export.brief import to_html, to_markdown

    return to_html(page) if kind == "html" else to_markdown(page)
