"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from musnad.ingest.source import Settings
    from musnad.store import View

F = TypeVar("F", bound=Callable[..., Any])


def store_option(command: F) -> F:
    """`--store FILE`, else MUSNAD_STORE, else story.duckdb here."""
    return click.option(
        "--store",
        "-s",
        metavar="FILE",
        envvar="MUSNAD_STORE",
        show_envvar=True,
        help="The store; story.duckdb if not given.",
    )(command)


def language_option(command: F) -> F:
    """`--lang`: the language of headings and frames, never of quotations."""
    return click.option(
        "--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Language of the headings."
    )(command)


def input_options(command: F) -> F:
    """How inputs are read: columns of tables, date and outlet given for all, limits."""
    for option in reversed(
        (
            click.option("--published", metavar="DATE", help="Publication date of all inputs (ISO 8601)."),
            click.option("--outlet", default="", help="Outlet of all inputs."),
            click.option("--text-column", default="", metavar="NAME", help="Column of the text in CSV and JSON."),
            click.option("--title-column", default="", metavar="NAME", help="Column of the title."),
            click.option("--outlet-column", default="", metavar="NAME", help="Column of the outlet."),
            click.option("--date-column", default="", metavar="NAME", help="Column of the publication date."),
            click.option("--url-column", default="", metavar="NAME", help="Column of the address."),
            click.option(
                "--stdin-format",
                type=click.Choice(["txt", "html", "jsonl", "json", "csv", "tsv", "xml"]),
                help="Format of standard input; told from its first letters if not given.",
            ),
            click.option(
                "--max-mb", type=click.IntRange(1), default=16, show_default=True, help="Largest size of an article."
            ),
        )
    ):
        command = option(command)
    return command


def workers_option(command: F) -> F:
    """`--workers`: processes that read side by side; the result is the same with any number."""
    return click.option(
        "--workers", "-j", type=click.IntRange(0), default=0, metavar="N", help="Processes; 0 takes one a core."
    )(command)


def worker_count(workers: int) -> int:
    """The number of processes asked for, one a core for 0."""
    import os

    return (
        workers or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else workers or os.cpu_count() or 1
    )


def input_settings(given: dict[str, Any]) -> Settings:
    """The settings of ingest that the options of `input_options` ask for; raises UsageError for a date that is none."""
    from musnad.ingest.source import Columns, Settings

    kind = given.get("stdin_format")
    return Settings(
        columns=Columns(*(given[f"{name}_column"] for name in ("text", "title", "outlet", "date", "url"))),
        outlet=given["outlet"],
        published=checked_date(given["published"], "--published"),
        max_bytes=given["max_mb"] * 1024 * 1024,
        stdin_kind=f".{kind}" if kind else "",
    )


def checked_date(value: str | None, option: str) -> str | None:
    """The ISO date given for an option, or None; raises UsageError for one that does not exist."""
    from datetime import date

    from musnad.errors import UsageError

    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"{value} is no date", where=option, advice="write it as 2024-06-18") from None


def checked_names(given: Iterable[str], known: Collection[str], option: str) -> tuple[str, ...]:
    """The names given for an option; raises UsageError, with the known ones, for one that is not among them."""
    from musnad.errors import UsageError

    names = tuple(given)
    for name in names:
        if name not in known:
            raise UsageError(f"there is no {name}", where=option, advice=f"give one of {', '.join(known)}")
    return names


def open_view(store: str | None) -> View:
    """The story in the store, read-only; raises StoreError where there is none."""
    from musnad.store import open_store

    return open_store(store).view()
