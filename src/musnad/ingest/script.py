"""Whether a text is in Arabic letters at all."""

from __future__ import annotations

import re

from musnad.errors import EmptyInputError, InputError

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_MIN_LETTERS = 2


def require_arabic(text: str, where: str) -> None:
    """Raises EmptyInputError for a text without letters, InputError for one without Arabic letters."""
    if sum(1 for _ in zip(range(_MIN_LETTERS), _ARABIC.finditer(text), strict=False)) >= _MIN_LETTERS:
        return
    if any(char.isalpha() for char in text):
        raise InputError("holds no Arabic text", where=where, advice="Musnad reads articles in Arabic; leave it out")
    raise EmptyInputError("holds no words", where=where, advice="remove it or fetch it again")
