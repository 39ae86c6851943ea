"""Passages that documents share: wire text and copies, found by fingerprints of word runs.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of every window of hashed word runs the smallest is kept, so that any
shared stretch of at least RUN + WINDOW - 1 words is certain to share a fingerprint, whatever stands around it, and
fingerprints carry their places. Nothing is compared that shares none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from musnad import resources
from musnad.lang.ar.orthography import fold_key

RUN = 5  # words hashed together; four recur in formulas («وزير الخارجية السعودي عادل»)
WINDOW = 6  # runs of which one is kept: shared stretches from 10 words on are found for certain
SEED = 10  # words that shared fingerprints must span before a passage is looked at letter by letter
SHORTEST = 20  # words of a passage that counts as copied; shorter ones are quotations that two may hear for themselves
ALIKE = 0.3  # similarity below which a short passage is a house formula with other names in it
LOOSE = 40  # words that a passage with many edits must have
GAP = 30  # words between two shared runs of one passage: an edit or an inserted sentence
TITLES = 0.5  # share of words of titles and names from which a passage is a list of persons and no copy
WHOLE = 0.6  # share of the shorter document's fingerprints from which the documents as wholes are copies
VOWELLED = 0.15  # vowel signs by characters from which a text is scripture; press prose has one in a hundred
_VOWELS = re.compile(r"[\u064b-\u0652]")
_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3\w]+")
_MASK = (1 << 61) - 1
_BASE = 1_000_003
_MIX = 0x9E3779B97F4A7C15  # spreads the runs over all values, so that the smallest of a window is any of them
MAX_FORMS = 400_000  # spellings whose checksums are kept; emptied above


class Fingerprint(NamedTuple):
    """A hashed run of words: its value, the index of its first word, and the offsets of its words in the document."""

    value: int
    at: int
    start: int
    end: int


class Match(NamedTuple):
    """A stretch of document `copy` that stands in `original` too: offsets in both, and how alike they are (0 to 1)."""

    start: int
    end: int
    original_start: int
    original_end: int
    words: int
    similarity: float


class Marked(NamedTuple):
    """A text with its fingerprints."""

    text: str
    marks: Sequence[Fingerprint]


def marked(text: str) -> Marked:
    """A text with its fingerprints."""
    return Marked(text, fingerprints(text))


def fingerprints(text: str) -> list[Fingerprint]:
    """The fingerprints of a text, in order; empty for one shorter than a run."""
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    hashes = _hashes([_code(form) for form, _, _ in found])
    return [Fingerprint(hashes[at], at, found[at][1], found[at + RUN - 1][2]) for at in _winnow(hashes)]


_codes: dict[str, int] = {}


def _code(spelled: str) -> int:
    """A checksum of a word as folded, kept, since news repeats its words."""
    known = _codes.get(spelled)
    if known is None:
        if len(_codes) > MAX_FORMS:
            _codes.clear()
        known = _codes[spelled] = crc32(fold_key(spelled).encode())
    return known


def _hashes(values: Sequence[int]) -> list[int]:
    runs = zip(*(values[at:] for at in range(RUN)), strict=False)
    return [(((((a * _BASE + b) * _BASE + c) * _BASE + d) * _BASE + e) * _MIX) & _MASK for a, b, c, d, e in runs]


def _winnow(hashes: Sequence[int]) -> list[int]:
    """The indices of the smallest hash of every window, the rightmost at a tie."""
    kept: list[int] = []
    best = -1
    for end in range(len(hashes)):
        if best <= end - WINDOW:
            best = max(range(end - WINDOW + 1, end + 1), key=lambda at: (-hashes[at], at)) if end >= WINDOW else end
        if hashes[end] <= hashes[best]:
            best = end
        if end >= min(WINDOW, len(hashes)) - 1 and (not kept or kept[-1] != best):
            kept.append(best)
    return kept


def matches(original: Marked, copy: Marked) -> list[Match]:
    """The passages of `copy` that stand in `original`, in order; empty if none is long enough."""
    places: dict[int, Fingerprint] = {}
    for mark in original.marks:
        places.setdefault(mark.value, mark)
    shared = [(mark, places[mark.value]) for mark in copy.marks if mark.value in places]
    found = []
    for chain in _chains(shared):
        if chain[-1][0].at - chain[0][0].at + RUN >= SEED:
            match = _extended(_match(chain, copy.marks), original.text, copy.text)
            passage = copy.text[match.start : match.end]
            if _is_long_enough(match) and not _is_list_of_persons(passage) and not _is_scripture(passage):
                found.append(match)
    return found


@cache
def _titles() -> frozenset[int]:
    data = resources.load_yaml(resources.package_path("resolve", "data", "titles.yaml"))
    return frozenset(_code(form) for form in data["words"])


def _is_list_of_persons(text: str) -> bool:
    codes = [_code(form) for form in _WORD.findall(text)]
    return sum(code in _titles() for code in codes) >= TITLES * len(codes)


def _is_long_enough(match: Match) -> bool:
    return match.words >= (SHORTEST if match.similarity >= ALIKE else LOOSE)


def _is_scripture(text: str) -> bool:
    """Whether a passage is written with its vowels, as verses and sayings of the Prophet are, which many quote."""
    return len(_VOWELS.findall(text)) > VOWELLED * len(text)


def _extended(match: Match, original: str, copy: str) -> Match:
    """The match with what stands alike before and after it: fingerprints leave out up to a window on either side."""
    start, end, left, right = match.start, match.end, match.original_start, match.original_end
    while start and left and copy[start - 1] == original[left - 1]:
        start, left = start - 1, left - 1
    while end < len(copy) and right < len(original) and copy[end] == original[right]:
        end, right = end + 1, right + 1
    start, left = _trimmed(copy, start, end, left)
    return Match(start, end, left, right, len(copy[start:end].split()), match.similarity)


def _trimmed(copy: str, start: int, end: int, left: int) -> tuple[int, int]:
    while start < end and copy[start].isspace():
        start, left = start + 1, left + 1
    return start, left


def _chains(shared: Iterable[tuple[Fingerprint, Fingerprint]]) -> list[list[tuple[Fingerprint, Fingerprint]]]:
    """Shared fingerprints that follow each other in both documents without a long gap."""
    chains: list[list[tuple[Fingerprint, Fingerprint]]] = []
    for mine, theirs in shared:
        if chains:
            last, before = chains[-1][-1]
            if mine.at - last.at <= GAP and 0 < theirs.at - before.at <= GAP:
                chains[-1].append((mine, theirs))
                continue
        chains.append([(mine, theirs)])
    return chains


def _match(chain: Sequence[tuple[Fingerprint, Fingerprint]], copy: Sequence[Fingerprint]) -> Match:
    (first, other), (last, end) = chain[0], chain[-1]
    within = sum(first.at <= mark.at <= last.at for mark in copy)
    words = last.at - first.at + RUN
    return Match(first.start, last.end, other.start, end.end, words, round(len(chain) / within, 3))


def is_whole(found: Sequence[Match], original: Marked, copy: Marked) -> bool:
    """Whether the documents as wholes are copies: their passages hold most of the shorter one."""
    if not original.marks or not copy.marks:
        return False
    shared = len({mark.value for mark in original.marks} & {mark.value for mark in copy.marks})
    return bool(found) and shared >= WHOLE * min(len(original.marks), len(copy.marks))
