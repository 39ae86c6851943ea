"""Names in Arabic letters: a key that proposes, a comparison of the parts that disposes and says why."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

# letters that Arabic newsrooms use for the same foreign sound: g (غ ج ك ق), t, s, z, d, kh/h, v, p
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("غجكقگخ", "ك"),
        **dict.fromkeys("تطث", "ت"),
        **dict.fromkeys("سصش", "س"),
        **dict.fromkeys("زذظض", "ز"),
        **dict.fromkeys("دض", "د"),
        **dict.fromkeys("حه", "ه"),
        **dict.fromkeys("فڤو", "و"),
        **dict.fromkeys("بپ", "ب"),
        "ع": "ا",
        "ء": "",
    }
)
_VOWELS = re.compile(r"[اويه]")
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTERS = re.compile(r"[^\u0621-\u064a ]+")
_PARTICLES = frozenset(
    {"بن", "ابن", "بنت", "ال", "ولد", "بو", "ابو", "ابي", "ام", "دي", "دا", "دو", "فون", "فان", "لو", "لا"}
)

SAME = 0.8  # calibrated on tests/data/name_pairs.tsv: F1 .958 at .80, .947 at .75, .925 at .84
LONE = 0.79  # a lone surname may be anyone of the family: below SAME, the article decides
_CLOSE = 0.62  # parts below this likeness are different names, however alike the others are
_COSTS = {
    **{
        frozenset(pair): 0.12
        for pair in ("غج", "غك", "جك", "كق", "غق", "جق", "تط", "سص", "زذ", "زظ", "ذظ", "دض", "حه", "ثت")
    },
    **{
        frozenset(pair): 0.2
        for pair in (
            "سث",
            "صث",
            "سز",
            "ثذ",
            "فو",
            "شس",
            "وف",
            "خك",
            "خح",
            "شج",
            "جش",
            "جز",
            "جي",
            "طد",
            "تد",
            "بف",
            "ضظ",
            "شت",
        )
    },
    **{frozenset(pair): 0.35 for pair in ("اي", "اه", "يه", "عا", "غه", "غر", "ءا", "ءي", "زس", "خه")},
    **{frozenset(pair): 0.6 for pair in ("او", "وي")},
}
_VOWEL_COST = 0.22  # a long vowel written or left out: زيلينسكي, زيلنسكي
_DOUBLE_COST = 0.15
_GAP_COST = 1.0


class Comparison(NamedTuple):
    """How alike two names are, from 0 to 1, and why; `same` says whether they may name one bearer."""

    score: float
    reasons: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the score reaches the pinned threshold."""
        return self.score >= SAME


@lru_cache(maxsize=200_000)
def parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name without article and particles: محمد, سلمان for «محمد بن سلمان»."""
    words = _NOT_LETTERS.sub(" ", fold_key(name)).split()
    kept, joined = [], ""
    for word in words:
        if word == "عبد":
            joined = word
            continue
        if joined:
            word, joined = joined + word, ""
        if word not in _PARTICLES:
            kept.append(word[2:] if word.startswith("ال") and len(word) > 4 else word)
    if joined:
        kept.append(joined)
    return tuple(kept or words)


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """A key that the usual spellings of a name share: consonants by sound, without vowels, spaces and doubling.

    Names with one key are candidates, no more: «كيم جونغ أون» and «كيم جونغ إيل» differ, «علي» and «علا» do not.
    """
    joined = "".join(parts(name)).translate(_SOUNDS)
    first = joined[:1]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", joined[1:]))


@lru_cache(maxsize=200_000)
def likeness(left: str, right: str) -> float:
    """How alike two folded parts are, from 0 to 1, by the letters that stand for the same sound."""
    if left == right:
        return 1.0
    if right in _distinct().get(left, ()):
        return 0.4
    longest = max(len(left), len(right))
    if not left or not right or abs(len(left) - len(right)) > longest / 2:
        return 0.0
    return max(0.0, 1 - _distance(left, right) / longest)


@cache
def _distinct() -> dict[str, frozenset[str]]:
    """For every native name the names that look like it and are others («محمد», «محمود»)."""
    table: dict[str, frozenset[str]] = {}
    for (row,) in load_tsv(package_path("lang", "ar", "data", "distinct_names.tsv")):
        names = frozenset(fold_key(name) for name in row.split())
        for name in names:
            table[name] = table.get(name, frozenset()) | (names - {name})
    return table


def _distance(left: str, right: str) -> float:
    row = [0.0]
    for at, letter in enumerate(right):
        row.append(row[-1] + _gap(right, at, letter))
    for i, letter in enumerate(left):
        before, row = row, [row[0] + _gap(left, i, letter)]
        for j, other in enumerate(right):
            swap = 0.0 if letter == other else _COSTS.get(frozenset((letter, other)), 1.0)
            row.append(min(before[j] + swap, before[j + 1] + _gap(left, i, letter), row[j] + _gap(right, j, other)))
    return row[-1]


def _gap(word: str, at: int, letter: str) -> float:
    if at and word[at - 1] == letter:
        return _DOUBLE_COST
    if letter in "اويهعء" and (at or letter == "ا"):
        return _VOWEL_COST
    return _GAP_COST


def compare(left: str, right: str) -> Comparison:
    """Whether two names may name one bearer, part by part, with the reasons in words."""
    if left == right:
        return Comparison(1.0, ("written alike",))
    return _compare(left, right)


@lru_cache(maxsize=100_000)
def _compare(left: str, right: str) -> Comparison:
    one, other = parts(left), parts(right)
    if not one or not other:
        return Comparison(0.0, ("no Arabic letters to compare",))
    if one == other:
        return Comparison(1.0, ("alike but for hamzas, article, particles or marks",))
    if len(one) != len(other) and "".join(one) == "".join(other):
        return Comparison(0.98, ("alike but for spaces",))
    if len(one) != len(other):
        return _uneven(one, other)
    scores = [likeness(a, b) for a, b in zip(one, other, strict=True)]
    reasons = tuple(_reason(a, b, score) for a, b, score in zip(one, other, scores, strict=True) if score < 1)
    # one part that differs settles it: «أون» is not «إيل», whatever else agrees
    return Comparison(round(min(scores), 3), reasons)


def _uneven(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    together = likeness("".join(one), "".join(other))
    if together >= SAME:
        return Comparison(round(together, 3), ("alike but for spaces and letters of one sound",))
    if len(short) == 1:
        best = likeness(short[0], long[-1])
        return Comparison(round(min(best, LONE), 3), (f"«{short[0]}» alone against «{' '.join(long)}»",))
    matched = _in_order(short, long)
    if matched >= SAME:
        return Comparison(round(min(matched, 0.9), 3), (f"«{' '.join(short)}» leaves out parts of «{' '.join(long)}»",))
    return Comparison(round(matched * 0.8, 3), (f"«{' '.join(short)}» is not within «{' '.join(long)}»",))


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The worst likeness of the short name's parts to the long name's, first and last kept in place."""
    first, last = likeness(short[0], long[0]), likeness(short[-1], long[-1])
    middle = [max(likeness(part, other) for other in long) for part in short[1:-1]]
    return min([first, last, *middle])


def _reason(left: str, right: str, score: float) -> str:
    if score >= SAME:
        return f"«{left}» and «{right}» are spellings of one sound ({score:.2f})"
    if score >= _CLOSE:
        return f"«{left}» and «{right}» are near but not alike ({score:.2f})"
    return f"«{left}» is not «{right}» ({score:.2f})"


_ROMAN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىآأإؤئ",
        [
            "a",
            "b",
            "t",
            "th",
            "j",
            "h",
            "kh",
            "d",
            "dh",
            "r",
            "z",
            "s",
            "sh",
            "s",
            "d",
            "t",
            "z",
            "a",
            "gh",
            "f",
            "q",
            "k",
            "l",
            "m",
            "n",
            "h",
            "w",
            "y",
            "-",
            "a",
            "a",
            "a",
            "a",
            "i",
            "u",
            "i",
        ],
        strict=False,
    )
)


def romanize(name: str) -> str:
    """A plain Latin rendering of an Arabic name for ids and labels: letters only, no vowels that are not written."""
    words = []
    for word in _NOT_LETTERS.sub(" ", name).split():
        article = "al-" if word.startswith("ال") and len(word) > 4 else ""
        letters = "".join(_ROMAN.get(letter, "").replace("-", "") for letter in word[2 if article else 0 :])
        words.append((article + letters.capitalize()) if article else letters.capitalize())
    return " ".join(words)
