"""Which record covers each token of a sentence."""

from __future__ import annotations

from typing import TypeVar

from musnad.lang.ar.tokens import Token
from musnad.model import Mention, Time

R = TypeVar("R", Mention, Time)


def by_token(tokens: list[Token], records: list[R]) -> list[R | None]:
    """For each token the record that covers it; the longer of two that begin together."""
    found: list[R | None] = [None] * len(tokens)
    at = 0
    for record in sorted(records, key=lambda record: (record.start, -record.end)):
        while at and tokens[at - 1].end > record.start:
            at -= 1
        while at < len(tokens) and tokens[at].end <= record.start:
            at += 1
        index = at
        while index < len(tokens) and tokens[index].start < record.end:
            # a nationality adjective inside the name of a body leaves the body its tokens
            if found[index] is None:
                found[index] = record
            index += 1
    return found
