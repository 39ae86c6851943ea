"""Where a word begins behind its clitics, in the original text."""

from __future__ import annotations

import re
from functools import cache

from musnad.lang.ar.orthography import DROPPED
from musnad.lang.ar.tokens import Token


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{DROPPED}]")


def behind_clitics(text: str, token: Token, count: int) -> int:
    """The offset behind the first `count` folded letters of a token; marks that folding drops go with their letter."""
    if count == 0 or token.end - token.start == len(token.form):
        return token.start + count
    dropped, at = _dropped(), token.start
    while at < token.end and count:
        at += 1
        count -= 1
        while at < token.end and dropped.match(text[at]):
            at += 1
    return at
