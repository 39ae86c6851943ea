"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from musnad.lang.ar.orthography import DROPPED, fold_key
from musnad.resources import load_tsv, package_path

_STOPS = ".!?؟…"
_CLOSERS = "»\"”“’')\\]}›"
# a run of stops is looked at once, from its first sign: the scan stays linear on a line of stops
_END = re.compile(
    rf"(?P<stop>(?<![{_STOPS}])[{_STOPS}]++[{_CLOSERS}{DROPPED}]*+)(?=\s|\Z)"
    r"|(?:(?<=[\u0621-\u064a]{3})|(?<=[\s)»\"”]))(?P<joined>\.)(?=[\u0621-\u064a]{2})"
    r"|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+"
)
_WORD_BEFORE = re.compile(r"[\w" + DROPPED + r"]*\Z")
_WORD_HERE = re.compile(r"[\w" + DROPPED + r"]*")
_WORD_AFTER = re.compile(rf"[\s«\"“‘'(\[{DROPPED}]{{1,8}}(\w[\w{DROPPED}]{{0,15}})([.،\s»\"”]|\Z)")
LONGEST = 4_000  # characters of a sentence, some 700 words: a text without stops is still read in linear time
_REACH = 16  # characters looked at on either side of a stop: longer than any abbreviation
_EDGE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0\u2000"
    "\u2001\u2002\u2003\u2009\u202f\u3000\ufeff\u200e\u200f\u200b"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text` as offsets, without the white space around them; a line end always ends one.

    A stop between two words without a space ends one as well, and one that goes on and on is cut at a comma or a
    space. Stops of «سي. إن. إن», «د. محمد», «أ. ب.», of decimals and of list numbers end none.
    """
    start = 0
    for match in _END.finditer(text):
        if match["stop"] and not _ends(text, match.start("stop"), match["stop"]):
            continue
        if match["joined"] and _is_inside_name(text, match.end()):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, len(text))


@cache
def _abbreviations() -> dict[str, str]:
    """Folded abbreviations and spelled Latin letters, each with its kind: `title`, `letter`."""
    return {fold_key(row[0]): row[1] for row in load_tsv(package_path("lang", "ar", "data", "abbreviations.tsv"))}


def _ends(text: str, at: int, stop: str) -> bool:
    """Whether the stop that stands at `at` ends the sentence."""
    if stop[0] != "." or stop.startswith(".."):
        return True
    before = _WORD_BEFORE.search(text[max(0, at - _REACH) : at])
    word = fold_key(before.group()) if before else ""
    if len(word) > 4 or not word:
        return True
    start = at - (len(before.group()) if before else 0)
    if word.isdigit():
        return not _opens_line(text, start) or len(word) > 2
    kind = _abbreviations().get(word, "")
    if len(word) == 1:
        # «1445هـ.» and «622 م.» end; «أ. ب.» and «م. عمر» do not
        return text[max(0, start - 2) : start].strip()[-1:].isdigit() and kind != "letter"
    if kind == "title":
        return False
    return kind != "letter" or not _letter_follows(text, at + len(stop))


def _is_inside_name(text: str, at: int) -> bool:
    """Whether the stop before `at`, without a space around it, is one of «إيه.بي.سي» or «موقع.كوم»."""
    kinds = _abbreviations()
    before = _WORD_BEFORE.search(text[max(0, at - 1 - _REACH) : at - 1])
    after = _WORD_HERE.match(text, at, at + _REACH)
    words = [fold_key(match.group()) for match in (before, after) if match]
    return any(word in kinds for word in words)


def _opens_line(text: str, start: int) -> bool:
    head = text[max(0, start - 4) : start].rstrip(" \t\u00a0(-•*")
    return head == "" or head[-1] in "\n\r"


def _letter_follows(text: str, at: int) -> bool:
    after = _WORD_AFTER.match(text, at, at + _REACH)
    return bool(after) and _abbreviations().get(fold_key(after.group(1))) == "letter"  # type: ignore[union-attr]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence in pieces of `LONGEST` characters at most; nearly always one."""
    while end - start > LONGEST:
        middle, last = start + LONGEST // 2, start + LONGEST
        cut = text.rfind("،", middle, last) + 1 or text.rfind(" ", middle, last) + 1 or last
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_EDGE))
    length = len(piece.strip(_EDGE))
    if length:
        yield start + left, start + left + length
