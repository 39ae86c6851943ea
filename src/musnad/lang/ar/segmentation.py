"""Proclitics and suffix pronouns of a written word."""

from __future__ import annotations

from typing import NamedTuple


class Segments(NamedTuple):
    """Where the core of a folded form stands, and the proclitics before it.

    «لل» counts as ل + ال with `core_start` 2.
    """

    proclitics: tuple[str, ...]
    core_start: int
    core_end: int


def segment(form: str) -> Segments:
    """The segments of one folded form, without context."""
    proclitics: list[str] = []
    at = 0
    if len(form) > 3 and form[0] in "وف" and form[1:3] in ("ال", "لل", "بـ"):
        proclitics.append(form[0])
        at = 1
    if form.startswith("لل", at) and len(form) - at > 4:
        proclitics += ["ل", "ال"]
        at += 2
    elif len(form) - at > 4 and form[at] in "بك" and form.startswith("ال", at + 1):
        proclitics += [form[at], "ال"]
        at += 3
    elif len(form) - at > 3 and form.startswith("ال", at):
        proclitics.append("ال")
        at += 2
    return Segments(tuple(proclitics), at, len(form))
