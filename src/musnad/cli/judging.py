"""Judgements made on the command line: who makes them, and whether what they set exists."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

if TYPE_CHECKING:
    from musnad.model import Judgement
    from musnad.model.judgement import Verdict
    from musnad.store import Store, View

F = TypeVar("F", bound=Callable[..., Any])


def author_option(command: F) -> F:
    """`--author`: who judges."""
    return click.option(
        "--author",
        metavar="NAME",
        envvar="MUSNAD_AUTHOR",
        show_envvar=True,
        help="Who judges; git's user.name or the login if not given.",
    )(command)


def author_name(given: str | None) -> str:
    """The name given, else git's, else the login's, else `unknown`."""
    return given or _git_name() or os.environ.get("USER") or os.environ.get("USERNAME") or "unknown"


def _git_name() -> str:
    try:
        found = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False, encoding="utf-8"
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return ""
    return found.stdout.strip()


def existing_store(path: str | None) -> Store:
    """The store that the option names; raises StoreError where there is none."""
    from musnad.store import open_store

    return open_store(path)


def judged(store: Store, target: str, verdict: Verdict, value: dict[str, str], author: str, note: str) -> Judgement:
    """Writes a judgement into the store and brings the story up to date; raises NotFoundError and UsageError."""
    from musnad.model import Judgement
    from musnad.store.putting import now

    with store.view() as view:
        target, value = _named(view, target), checked(view, value)
    made = Judgement(
        id=f"j{secrets.token_hex(5)}", target=target, verdict=verdict, value=value, author=author, at=now(), note=note
    )
    with store.writer() as writer:
        writer.judge(made)
    return made


def checked(view: View, value: dict[str, str]) -> dict[str, str]:
    """What a judgement sets, names turned into ids; raises UsageError or NotFoundError for what does not exist."""
    from musnad.errors import UsageError
    from musnad.model.claim import Stance
    from musnad.model.story import EventStatus
    from musnad.ontology import plover

    result = dict(value)
    if "type" in result:
        result["type"] = result["type"].upper()
        if result["type"] not in plover():
            raise UsageError(f"no type {result['type']}", advice=f"the types are {', '.join(plover())}")
        mode, modes = result.get("mode", ""), plover()[result["type"]].modes
        if mode and mode not in modes:
            raise UsageError(f"no mode {mode} of {result['type']}", advice=f"its modes: {', '.join(modes) or 'none'}")
    if "date" in result and not _is_date(result["date"]):
        raise UsageError(f"{result['date']} is no date", advice="write it as 2024-06-18, 2024-06 or 2024")
    if "status" in result and result["status"] not in get_args(EventStatus):
        raise UsageError(f"no status {result['status']}", advice=f"one of {', '.join(get_args(EventStatus))}")
    if "stance" in result and result["stance"] not in get_args(Stance):
        raise UsageError(f"no stance {result['stance']}", advice=f"one of {', '.join(get_args(Stance))}")
    if "speaker" in result:
        result["speaker"] = view.entity(result["speaker"]).id
    if "value" in result:
        result["value"] = _number(result["value"])
    for side in ("sources", "targets"):
        if side in result:
            names = (name.strip() for name in result[side].split(","))
            result[side] = ",".join(view.entity(name).id for name in names if name)
    if "with" in result:
        result["with"] = _named(view, result["with"])
    return result


def _is_date(written: str) -> bool:
    """Whether it is an ISO date, month or year, or two of them with a slash; «31/12/2020» is not."""
    from musnad.resolve.dates import stretch

    first, _, last = written.partition("/")
    return stretch(first) is not None and (last in ("", "..") or stretch(last) is not None)


def _number(written: str) -> str:
    """A number as written, without its commas; raises UsageError for what is none."""
    from musnad.errors import UsageError

    plain = written.replace(",", "").strip()
    try:
        return str(float(plain))
    except ValueError as error:
        raise UsageError(f"{written} is no number", advice="write it as 4800000 or 4.8e6") from error


def _named(view: View, ref: str) -> str:
    """A reference; `entity:NAME` with the entity's id for its name."""
    return f"entity:{view.entity(ref[7:]).id}" if ref.startswith("entity:") else ref
