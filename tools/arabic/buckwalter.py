"""Buckwalter transliteration to Arabic script."""

from __future__ import annotations

from musnad.lang.ar.orthography import fold_key

_LATIN = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyFNKauio~`{_"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0651\u0670\u0671\u0640"
_TABLE = str.maketrans(dict(zip(_LATIN, _ARABIC, strict=True)))


def arabic(latin: str) -> str:
    """`latin` in Arabic script, vocalised as it is."""
    return latin.translate(_TABLE)


def written(latin: str) -> str:
    """`latin` as it is written without vowels, folded."""
    return fold_key(arabic(latin))
