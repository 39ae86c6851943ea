"""Stems of written words, for comparing and not for showing: clitics and endings of number and gender taken off.

Lighter than the segmenter that reads: a rare form is cut where what stays is the core of a frequent one.
"""

from __future__ import annotations

from functools import cache

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.segmentation import frequent

MAX_FORMS = 400_000  # spellings whose stems are kept; emptied above
# endings that number and gender put on a noun; taken off where at least three letters stay
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ه", "ي")
_ARTICLES = ("ال", "بال", "كال", "لل")  # with the article a prefix is certain
_PREFIXES = ("ب", "ل", "ك", "س")
_PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا")

_stems: dict[str, str] = {}


def stem(spelled: str) -> str:
    """The stem of a word as written."""
    known = _stems.get(spelled)
    if known is None:
        if len(_stems) > MAX_FORMS:
            _stems.clear()
        known = _stems[spelled] = _stem(spelled)
    return known


@cache
def _cores() -> frozenset[str]:
    found = (fold_key(form[parts.core_start : parts.core_end]) for form, parts in frequent().items())
    return frozenset(core for core in found if len(core) > 2)


def _stem(spelled: str) -> str:
    parts = frequent().get(spelled)
    if parts is not None:
        return _cut(fold_key(spelled[parts.core_start : parts.core_end]))
    return _cut(_core(fold_key(spelled)))


def _core(form: str) -> str:
    """A folded form without what stands before and after its core."""
    if form in _cores():
        return form
    rest = form[1:] if form[:1] in ("و", "ف") and (_has_article(form[1:]) or _known(form[1:])) else form
    for article in _ARTICLES:
        if rest.startswith(article) and len(rest) - len(article) > 2:
            return _unsuffixed(rest[len(article) :])
    if rest[:1] in _PREFIXES and rest not in _cores() and _known(rest[1:]):
        rest = rest[1:]
    return _unsuffixed(rest)


def _has_article(form: str) -> bool:
    return any(form.startswith(article) and len(form) - len(article) > 2 for article in _ARTICLES)


def _known(form: str) -> bool:
    return form in _cores() or _unsuffixed(form) in _cores() or _cut(form) in _cores()


def _unsuffixed(form: str) -> str:
    if form in _cores():
        return form
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) > 2:
            core = form[: -len(pronoun)]
            return core[:-1] + "ه" if core.endswith("ت") and core[:-1] + "ه" in _cores() else core
    return form


def _cut(core: str) -> str:
    for ending in _ENDINGS:
        if core.endswith(ending) and len(core) - len(ending) >= 3:
            core = core[: -len(ending)]
            return core[:-1] if ending == "ات" and core.endswith("ي") and len(core) > 3 else core
    return core
