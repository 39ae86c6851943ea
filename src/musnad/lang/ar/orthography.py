"""One folding of Arabic letters, with the way back to the text as it was written.

Everything is matched folded and reported in the original. Folding drops tashkeel, tatweel and bidi marks and unites
hamza seats (أ إ آ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, Persian ک ی → ك ي, both kinds of digits and the quotation marks.
Presentation forms (U+FB50–FDFF, U+FE70–FEFF), as PDFs hold them, become their letters, a ligature all of its letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىیېئےۓێٸ", "ي"),
    **dict.fromkeys("ةۀہھەۃۂ", "ه"),
    **dict.fromkeys("ؤۆۇۈۋٶ", "و"),
    **dict.fromkeys("کڪگڭ", "ك"),
    **dict.fromkeys("ڤڥڨ", "ف"),
    **{"پ": "ب", "چ": "ج", "ژ": "ز", "ں": "ن", "ٹ": "ت", "ڈ": "د", "ڑ": "ر"},
}
_DIGITS = {chr(base + digit): str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_QUOTES = dict.fromkeys("«»“”„‟″‹›﴾﴿＂", '"') | dict.fromkeys("‘’‚‛′`´", "'")
_SIGNS = {"٫": ".", "٬": ",", "٪": "%", "…": ".", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-"}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)

# tashkeel, Quranic marks, tatweel, superscript alef, bidi controls, zero-width characters, BOM
DROPPED = (
    "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_DROPPED = re.compile(f"[{DROPPED}]+")
_PRESENTATION = (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD))


class Folded(NamedTuple):
    """A folded text and the pieces of the original that it was joined from.

    `starts[i]` is where piece i begins in the folded text, `shifts[i]` what to add to get back to the original.
    Each letter
    of a ligature is a piece of its own, so that all of them lead back to the ligature. `source` is the original text.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    source: str = ""

    def original(self, position: int) -> int:
        """The offset in the original of the character at `position` of the folded text."""
        if len(self.starts) == 1:
            return position + self.shifts[0]
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def original_end(self, position: int) -> int:
        """The end in the original of a stretch that ends (exclusively) at `position` of the folded text."""
        return self.original(position - 1) + 1 if position else 0


class _Tables(NamedTuple):
    letters: dict[int, str]
    ligatures: dict[str, str]
    irregular: re.Pattern[str]


@cache
def _tables() -> _Tables:
    """One letter for one, the letters of each ligature, and what breaks the count of letters."""
    letters = _LETTERS | _DIGITS | _QUOTES | _SIGNS | _SPACES
    letters |= dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # half a surrogate pair, which no model takes
    ligatures: dict[str, str] = {}
    for code in _PRESENTATION:
        plain = _DROPPED.sub("", unicodedata.normalize("NFKC", chr(code))).strip()
        if plain == chr(code):
            continue
        folded = "".join(letters.get(letter, letter) for letter in plain)
        if len(folded) == 1:
            letters[chr(code)] = folded
        else:
            ligatures[chr(code)] = folded
    irregular = re.compile(f"[{DROPPED}]+|[{''.join(ligatures)}]")
    return _Tables(str.maketrans(letters), ligatures, irregular)


def fold(text: str) -> Folded:
    """`text` folded, with its way back."""
    tables = _tables()
    starts: list[int] = []
    shifts: list[int] = []
    parts: list[str] = []
    at = length = 0
    for match in tables.irregular.finditer(text):
        if match.start() > at:
            starts.append(length)
            shifts.append(at - length)
            parts.append(text[at : match.start()])
            length += match.start() - at
        for letter in tables.ligatures.get(match.group(), ""):
            starts.append(length)
            shifts.append(match.start() - length)
            parts.append(letter)
            length += 1
        at = match.end()
    if at < len(text) or not starts:
        starts.append(length)
        shifts.append(at - length)
        parts.append(text[at:])
    return Folded("".join(parts).translate(tables.letters), tuple(starts), tuple(shifts), text)


def fold_key(word: str) -> str:
    """`word` folded, for lexicon keys; no way back."""
    tables = _tables()
    if tables.irregular.search(word):
        word = tables.irregular.sub(lambda match: tables.ligatures.get(match.group(), ""), word)
    return word.translate(tables.letters)


def bare(word: str) -> str:
    """`word` without marks, in its own letters: what it looks like where nobody vocalised it."""
    return _DROPPED.sub("", word)
