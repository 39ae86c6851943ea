"""Written words and what they can be: clitics, core, and readings as verb, noun or particle.

A `Word` is made once for each distinct spelling and kept, since news repeats itself: nearly every word of a running
text is found in the cache.
"""

from __future__ import annotations

from typing import Any

from musnad.lang.ar.morphology import Morph, analyse
from musnad.lang.ar.segmentation import segment

MAX_WORDS = 400_000  # a year of one newspaper has some 300 thousand distinct forms; the cache is emptied above

_DERIVED = {"masdar": "MASDAR", "active": "ACTIVE", "passive": "PASSIVE"}


class Word:
    """One folded written form.

    `form[core_start:core_end]` is the core: the form without proclitics (و ف ب ل ك س ال) and suffix pronoun.
    «لل» counts as ل + ال, so `core_start` is 2 there and `definite` true. `readings` are the likeliest first.
    `lemmas` holds
    (part of speech, lemma) of every reading, and (MASDAR | ACTIVE | PASSIVE, verb lemma) of what is derived from a
    verb. `feminine` tells that it is spelt with ة, `unknown` that it is in no table, or likeliest a name.
    """

    __slots__ = (
        "_lemmas", "core", "core_end", "core_start", "definite", "enclitic", "feminine", "form", "kinds", "options",
        "proclitics", "readings", "sight", "sort", "unknown",
    )  # fmt: skip

    def __init__(self, form: str, spelled: str = "") -> None:
        parts = segment(form, spelled)
        self.form = form
        self.proclitics: tuple[str, ...] = parts.proclitics
        self.core_start: int = parts.core_start
        self.core_end: int = parts.core_end
        self.core: str = form[parts.core_start : parts.core_end]
        self.enclitic: str = form[parts.core_end :]
        self.definite: bool = "ال" in parts.proclitics
        self.feminine: bool = spelled.endswith("ة")  # «استعادة» is no «استعاد» with a pronoun
        self.readings: tuple[Morph, ...] = analyse(form, parts, spelled)
        self.unknown: bool = not self.readings or self.readings[0].pos == "PROPN"
        self._lemmas: frozenset[tuple[str, str]] | None = None
        self.kinds: str | None = None  # these set by the tagger on first use
        self.sight: str | None = None
        self.options: tuple[tuple[str, float], ...] = ()
        self.sort: Any = None

    @property
    def lemmas(self) -> frozenset[tuple[str, str]]:
        """(Part of speech, lemma) of every reading, and of the verb that a noun or participle is derived from."""
        if self._lemmas is None:
            self._lemmas = _lemmas(self.readings)
        return self._lemmas

    def reading(self, pos: str, voice: str = "") -> Morph | None:
        """The likeliest reading with this part of speech (and voice, if given), or None."""
        return next((m for m in self.readings if m.pos == pos and (not voice or m.voice == voice)), None)

    def __repr__(self) -> str:
        return f"Word({'+'.join((*self.proclitics, self.core))}{'+' + self.enclitic if self.enclitic else ''})"


def _lemmas(readings: tuple[Morph, ...]) -> frozenset[tuple[str, str]]:
    own = {(morph.pos, morph.lemma) for morph in readings}
    return frozenset(own | {(_DERIVED[m.derived], m.verb) for m in readings if m.derived and m.verb})


_words: dict[str, Word] = {}


def word(form: str, spelled: str = "") -> Word:
    """The word of this folded form, from the cache where it was seen before.

    `spelled` is the form before folding (without marks); its hamzas, ة and ى choose between readings.
    """
    key = spelled or form
    known = _words.get(key)
    if known is None:
        if len(_words) >= MAX_WORDS:
            _words.clear()
        known = _words[key] = Word(form, spelled)
    return known


def forms_agree(of: Word, lemma: str, *kinds: str) -> bool:
    """Whether the word can be a form of `lemma` (folded) as one of `kinds`: part of speech, MASDAR, ACTIVE, PASSIVE."""
    return any((kind, lemma) in of.lemmas for kind in kinds)
