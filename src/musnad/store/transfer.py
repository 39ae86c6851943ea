"""Judgements out of one store and into another, as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from musnad.errors import MusnadError, UsageError
from musnad.model import Judgement
from musnad.store.base import View, Writer


def export_judgements(view: View) -> Iterator[bytes]:
    """A line of JSON for every judgement, also those taken back."""
    return (msgspec.json.encode(judgement) + b"\n" for judgement in view.judgements(undone=True))


def import_judgements(writer: Writer, lines: Iterable[bytes]) -> tuple[int, int]:
    """How many judgements were taken in, and how many left out: known already, taken back, or of articles not here.

    Raises UsageError for a line that is no judgement.
    """
    taken = left = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        judgement = _decoded(line, number)
        try:
            if judgement.undone:
                raise UsageError("taken back")
            writer.judge(judgement)
            taken += 1
        except MusnadError:
            left += 1
    return taken, left


def _decoded(line: bytes, number: int) -> Judgement:
    try:
        return msgspec.json.decode(line, type=Judgement)
    except msgspec.MsgspecError as error:
        raise UsageError(f"line {number} is no judgement: {error}", advice="give a file of `musnad review`") from error
