"""Where a word begins behind its clitics, in the original text."""

from __future__ import annotations

import re
from functools import cache

from musnad.lang.ar.orthography import DROPPED
from musnad.lang.ar.tokens import Token


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(f"[{DROPPED}]")


def with_marks(text: str, end: int) -> int:
    """The end of a word together with the vowel signs and the tatweel after its last letter («غداً», «1443هـ»)."""
    while end < len(text) and (text[end] == "ـ" or "\u064b" <= text[end] <= "\u0652"):
        end += 1
    return end


# particles that are no part of the word they are written with; «ال» and the future «س» are
_PARTICLES = frozenset("وفبلك")


def word_start(text: str, token: Token) -> int:
    """Where the word itself begins behind conjunctions and prepositions («ومعاهدة» → «معاهدة»; «للهدنة» is whole)."""
    if token.word is None:
        return token.start
    count = 0
    for proclitic in token.word.proclitics:
        if proclitic not in _PARTICLES or token.form.startswith("لل", count):
            break
        count += 1
    return behind_clitics(text, token, count)


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
