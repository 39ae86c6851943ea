"""Judgements made on the command line: who makes them, and whether what they set exists."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from musnad.cli.options import checked_names

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

    result = dict(value)
    if "type" in result:
        result["type"] = result["type"].upper()
    if "date" in result and not _is_date(result["date"]):
        raise UsageError(f"{result['date']} is no date", advice="write it as 2024-06-18, 2024-06 or 2024")
    for name, known in _known(result).items():
        if result.get(name):
            checked_names((result[name],), known, f"--{name}")
    if "value" in result:
        result["value"] = _number(result["value"])
    if "code" in result:
        result["code"] = _code(result["code"])
    for name in ("sources", "targets", "speaker", "place"):
        if name in result:
            names = (each.strip() for each in result[name].split(","))
            result[name] = ",".join(view.entity(each).id for each in names if each)
    if "with" in result:
        result["with"] = _named(view, result["with"])
    return result


def _known(value: dict[str, str]) -> dict[str, Collection[str]]:
    """What each field of a judgement may be set to, where that is one of few."""
    from musnad.model.claim import Stance
    from musnad.model.entity import EntityKind
    from musnad.model.event import Factuality
    from musnad.model.story import EventStatus
    from musnad.ontology import plover

    known: dict[str, Collection[str]] = {
        "type": plover(), "status": get_args(EventStatus), "stance": get_args(Stance),
        "factuality": get_args(Factuality), "kind": get_args(EntityKind),
    }  # fmt: skip
    if value.get("type") in plover():
        known["mode"] = plover()[value["type"]].modes
    return known


def _code(written: str) -> str:
    """A PLOVER actor code, its country where it belongs; raises UsageError for a role that is none."""
    from musnad.errors import UsageError
    from musnad.ontology.actor_codes import ordered_code, split_code
    from musnad.ontology.loader import roles

    country, found = split_code(written.upper())
    if wrong := [role for role in found if role not in roles()]:
        raise UsageError(f"{wrong[0]} is no role", where="--role", advice=f"the roles are {', '.join(roles())}")
    return ordered_code(" ".join((country, *found)))


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
