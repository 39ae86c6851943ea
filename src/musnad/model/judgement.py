"""What a person decided about a machine-made record."""

from __future__ import annotations

from typing import Literal

import msgspec

Verdict = Literal["accept", "reject", "retype", "change", "merge", "split"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A correction with its author and time (ISO 8601, UTC); it wins over the machine and survives re-reading.

    `target` is a stable key of the record it is about, `value` what it sets, `undone` when it was taken back.
    """

    id: str
    target: str
    verdict: Verdict
    value: dict[str, str] = {}
    author: str
    at: str
    note: str = ""
    undone: str | None = None
