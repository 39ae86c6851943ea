"""In which language and in which order a text in Arabic letters is written."""

from __future__ import annotations

import re
from functools import cache

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_SCRIPT = re.compile("^[\u0621-\u064a\u066e-\u06d3\u06d5\ufb50-\ufefc]")
SAMPLE = 20_000  # letters that are looked at; the head of a text tells its language
FEWEST_IN_SCRIPT = 0.3  # share of words in Arabic letters below which a text is none of ours
# of 1,774 Arabic articles none has more than 1 in 50 words of the Persian or Urdu lists; Persian and Urdu prose has
# 1 in 5
SHARE_OF_WORDS = 0.06
SHARE_REVERSED = 0.04  # reversed function words; in Arabic set the right way round they are under 1 in 200


@cache
def _words(kind: str) -> frozenset[str]:
    rows = load_tsv(package_path("lang", "ar", "data", "languages.tsv"))
    return frozenset(fold_key(row[1]) for row in rows if row[0] == kind)


def language(text: str) -> str:
    """`ar`, `fa`, `ur`, or `other` for a text that is not in Arabic letters (or has no letters)."""
    words = _LETTERS.findall(text[:SAMPLE])
    ours = [fold_key(word) for word in words if _ARABIC_SCRIPT.match(word)]
    if not ours or len(ours) < FEWEST_IN_SCRIPT * len(words):
        return "other"
    shares = {kind: sum(word in _words(kind) for word in ours) / len(ours) for kind in ("ar", "fa", "ur")}
    shares["ar"] += sum(word.startswith(("ال", "وال", "بال", "لل")) for word in ours) / len(ours)
    best = max(("fa", "ur"), key=lambda kind: shares[kind])
    return best if shares[best] >= SHARE_OF_WORDS and shares[best] > shares["ar"] else "ar"


# letters of Persian and Urdu that Arabic has not; a text without any is not looked at more closely
_FOREIGN = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06c1\u06be\u06d2\u06ba\u0679\u0688\u0691]")


def told_language(text: str) -> str:
    """`fa` or `ur` for a text in Persian or Urdu, `ar` for every other; quick for a text that is plainly Arabic."""
    if _FOREIGN.search(text) is None:
        return "ar"
    return said if (said := language(text)) in ("fa", "ur") else "ar"


def in_reading_order(text: str) -> str:
    """The text in reading order: itself, unless its letters stand in the order of the eye."""
    if text.count(" \u0627\u0644") >= text.count("\u0644\u0627 ") or not is_visual_order(text):
        return text
    return logical_order(text)


def is_visual_order(text: str) -> bool:
    """Whether the letters of the text stand in the order of the eye, as some PDFs give them: «يف» for «في»."""
    words = [fold_key(word) for word in _LETTERS.findall(text[:SAMPLE]) if _ARABIC_SCRIPT.match(word)]
    known = _words("ar")
    straight = sum(word in known or word.startswith("ال") for word in words)
    reverse = sum(word[::-1] in known or (word.endswith("لا") and len(word) > 4) for word in words)
    return reverse > straight and reverse >= SHARE_REVERSED * len(words)


_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9٠-٩۰-۹][A-Za-z0-9٠-٩۰-۹.,:/%+-]*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def logical_order(text: str) -> str:
    """A text in visual order put into reading order, line by line; numbers and Latin words keep theirs.

    The result is as long as `text`: position i of a line stands at the mirrored place of the same line.
    """
    return "\n".join(_mirrored(line) for line in text.split("\n"))


def _mirrored(line: str) -> str:
    turned = line[::-1].translate(_MIRRORED)
    return _LEFT_TO_RIGHT.sub(lambda match: _turned_back(match.group()), turned)


def _turned_back(run: str) -> str:
    body = run.rstrip(".,:/+-")
    return body[::-1] + run[len(body) :]
