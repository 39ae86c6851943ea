"""One folding of Arabic letters, with the way back to the text as it was written.

Everything is matched folded and reported in the original. Folding drops tashkeel, tatweel and bidi marks and unites
hamza seats (أ إ آ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, Persian ک ی → ك ي, both kinds of digits and the quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیېئ", "ي"),
    **dict.fromkeys("ةۀہھەۃ", "ه"),
    "ؤ": "و",
    "ک": "ك",
    "ڪ": "ك",
}
_DIGITS = {chr(base + digit): str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_QUOTES = dict.fromkeys("«»“”„‟″‹›", '"') | dict.fromkeys("‘’‚‛′`´", "'")
_SIGNS = {"٫": ".", "٬": ",", "٪": "%", "…": ".", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
_TABLE = str.maketrans(_LETTERS | _DIGITS | _QUOTES | _SIGNS)

# tashkeel, Quranic marks, tatweel, superscript alef, bidi controls, zero-width characters, BOM
DROPPED = "\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"
_DROPPED = re.compile(f"[{DROPPED}]+")


class Folded(NamedTuple):
    """A folded text and the pieces of the original that it was joined from.

    `starts[i]` is where piece i begins in the folded text, `shifts[i]` what to add to get back to the original.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, position: int) -> int:
        """The offset in the original of the character at `position` of the folded text."""
        if len(self.starts) == 1:
            return position + self.shifts[0]
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def original_end(self, position: int) -> int:
        """The end in the original of a stretch that ends (exclusively) at `position` of the folded text."""
        return self.original(position - 1) + 1 if position else 0


def fold(text: str) -> Folded:
    """`text` folded, with its way back."""
    starts, shifts, parts, at, length = [], [], [], 0, 0
    for match in _DROPPED.finditer(text):
        if match.start() > at:
            starts.append(length)
            shifts.append(at - length)
            parts.append(text[at : match.start()])
            length += match.start() - at
        at = match.end()
    if at < len(text) or not starts:
        starts.append(length)
        shifts.append(at - length)
        parts.append(text[at:])
    return Folded("".join(parts).translate(_TABLE), tuple(starts), tuple(shifts))


def fold_key(word: str) -> str:
    """`word` folded, for lexicon keys; no way back."""
    return _DROPPED.sub("", word).translate(_TABLE)
