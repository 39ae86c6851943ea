"""Written words and what they can be: clitics, core, and readings as verb, noun or particle.

A `Word` is made once for each distinct spelling and kept, since news repeats itself: nearly every word of a running
text is found in the cache.
"""

from __future__ import annotations

from musnad.lang.ar.morphology import Morph, analyse
from musnad.lang.ar.segmentation import segment

MAX_WORDS = 400_000  # a year of one newspaper has some 300 thousand distinct forms; the cache is emptied above

_DERIVED = {"masdar": "MASDAR", "active": "ACTIVE", "passive": "PASSIVE"}


class Word:
    """One folded written form.

    `form[core_start:core_end]` is the core: the form without proclitics (و ف ب ل ك س ال) and suffix pronoun.
    «لل» counts as ل + ال, so `core_start` is 2 there and `definite` true. `readings` are the likeliest first. `lemmas` holds
    (part of speech, lemma) of every reading, and (MASDAR | ACTIVE | PASSIVE, verb lemma) of what is derived from a verb.
    """

    __slots__ = ("core", "core_end", "core_start", "definite", "enclitic", "form", "lemmas", "proclitics", "readings")

    def __init__(self, form: str) -> None:
        parts = segment(form)
        self.form = form
        self.proclitics: tuple[str, ...] = parts.proclitics
        self.core_start: int = parts.core_start
        self.core_end: int = parts.core_end
        self.core: str = form[parts.core_start : parts.core_end]
        self.enclitic: str = form[parts.core_end :]
        self.definite: bool = "ال" in parts.proclitics
        self.readings: tuple[Morph, ...] = analyse(form, parts)
        self.lemmas: frozenset[tuple[str, str]] = _lemmas(self.readings)

    def reading(self, pos: str) -> Morph | None:
        """The likeliest reading with this part of speech, or None."""
        return next((morph for morph in self.readings if morph.pos == pos), None)

    def __repr__(self) -> str:
        return f"Word({'+'.join((*self.proclitics, self.core))}{'+' + self.enclitic if self.enclitic else ''})"


def _lemmas(readings: tuple[Morph, ...]) -> frozenset[tuple[str, str]]:
    own = {(morph.pos, morph.lemma) for morph in readings}
    return frozenset(own | {(_DERIVED[morph.derived], morph.verb) for morph in readings if morph.derived and morph.verb})


_words: dict[str, Word] = {}


def word(form: str) -> Word:
    """The word of this folded form, from the cache where it was seen before."""
    known = _words.get(form)
    if known is None:
        if len(_words) >= MAX_WORDS:
            _words.clear()
        known = _words[form] = Word(form)
    return known
