"""What the letters that folding unites still tell: hamza seats, ة and ه, ى and ي.

A reading is weighed by how well it agrees with the word as it was written; none is ruled out, since the press omits
hamzas, Egypt writes ى for final ي, and anybody mistypes ه for ة.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.lang.ar.morphology import Morph

# log10: a disagreement makes a reading this much less likely
WRONG_HAMZA = -3.0  # «إعلام» is not «أعلام»; the keyboards tell them apart
NO_HAMZA = -1.5  # «استقبل» is hardly «أستقبل»: the first person is written with its hamza
WRONG_END = -2.0  # «ملكه» is hardly «ملكة», «علي» hardly «على»

ALEFS = "اأإآ"  # at the start of a core,
HAMZAS = ("أ", "إ", "آ")
ENDS = "ةهيى"  # and at its end, a letter may tell something
_MARKS = re.compile("[\u064b-\u0652]")


def agreement(written: str, morph: Morph, before_pronoun: bool) -> float:
    """What to add to the weight of a reading of the core `written` (without marks, not folded)."""
    first = written[:1]
    score = _start(first, morph) if first in ALEFS else 0.0
    if written[1:2] in HAMZAS and _MARKS.sub("", morph.lexeme[:4])[1:2] == "ا":
        score += WRONG_HAMZA  # «وأدان» is no «وادان»
    return score if before_pronoun else score + _end(written[-1:], morph)


def _start(first: str, morph: Morph) -> float:
    own = morph.lexeme[:1] or first
    if morph.pos == "VERB":
        return _verb_start(first, own, morph)
    if own == first or (own not in ALEFS and first == "أ"):
        return 0.0
    if first == "ا":
        return -0.5 if own in "أإآ" else 0.0
    return WRONG_HAMZA


def _verb_start(first: str, own: str, morph: Morph) -> float:
    if morph.aspect == "i":  # the prefix of the first person
        return 0.0 if first == "أ" or (first == "آ" and own in "أآ") else NO_HAMZA if first == "ا" else WRONG_HAMZA
    if first == "ا":
        return -0.5 if own in "أآ" else 0.0
    return 0.0 if own == first else WRONG_HAMZA


def _end(last: str, morph: Morph) -> float:
    own = morph.lexeme[-1:] or last
    if morph.pos == "VERB":
        return _verb_end(last, morph) if last in "يى" and own == "ى" and morph.number == "s" else 0.0
    if last == "ة":
        return WRONG_END if morph.pos == "PROPN" else 0.0
    if last == "ه":
        return WRONG_END if own == "ة" or (morph.gender == "f" and morph.number == "s") else 0.0
    if last == "ي":
        return WRONG_END if own == "ى" and not morph.person else 0.0
    if last == "ى":
        return -0.3 if own == "ي" else 0.0
    return 0.0


def _verb_end(last: str, morph: Morph) -> float:
    """«توفى» is active and «توفي» passive in the perfect, the other way round in the imperfect of the passive."""
    dotted = morph.voice == "p" if morph.aspect == "p" else morph.voice == "a"
    if last == "ى":
        return -0.5 if dotted else 0.0
    return 0.0 if dotted else NO_HAMZA
