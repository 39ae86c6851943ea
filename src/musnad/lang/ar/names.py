"""Names in Arabic letters: a key that proposes, a comparison of the parts that disposes and says why."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
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
_APART = 0.6  # what two parts have at most that the letters alone keep apart
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
_WEAK = "اويهعء"  # letters that may be left out
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
    most = 1 - _strangers(left, right) / longest
    if most < SAME:
        return min(most, _APART)  # the letters alone keep them apart: no need to line them up
    return max(0.0, 1 - _distance(left, right, longest * (1 - _APART)) / longest)


@lru_cache(maxsize=200_000)
def _letters(part: str) -> tuple[int, int]:
    """The consonants of a part as bits, and the bits of all letters that one of its own may stand for."""
    consonants = reach = 0
    for letter in set(part):
        reach |= _kin(letter)
        if letter not in _WEAK:
            consonants |= 1 << _bit(letter)
    return consonants, reach


def _bit(letter: str) -> int:
    return (ord(letter) - 0x600) & 0xFF


@cache
def _kin(letter: str) -> int:
    kin = {letter}.union(*(pair for pair in _COSTS if letter in pair))
    return sum(1 << _bit(other) for other in kin)


def _strangers(left: str, right: str) -> int:
    """The least number of consonants of one part that nothing in the other stands for; each costs a whole edit."""
    (mine, mine_reach), (theirs, their_reach) = _letters(left), _letters(right)
    one, other = (mine & ~their_reach).bit_count(), (theirs & ~mine_reach).bit_count()
    return one if one > other else other


@cache
def _distinct() -> dict[str, frozenset[str]]:
    """For every native name the names that look like it and are others («محمد», «محمود»)."""
    table: dict[str, frozenset[str]] = {}
    for (row,) in load_tsv(package_path("lang", "ar", "data", "distinct_names.tsv")):
        names = frozenset(fold_key(name) for name in row.split())
        for name in names:
            table[name] = table.get(name, frozenset()) | (names - {name})
    return table


def _distance(left: str, right: str, limit: float) -> float:
    """The cost of turning one part into the other; some value above `limit` as soon as it must exceed that."""
    gaps = _gaps(right)
    row = [0.0, *accumulate(gaps)]
    for letter, gap_left in zip(left, _gaps(left), strict=True):
        cost, corner = _swaps(letter).get, row[0]
        value = corner + gap_left
        line = [value]
        for other, gap, above in zip(right, gaps, row[1:], strict=True):
            swap, up, value = corner + cost(other, 1.0), above + gap_left, value + gap
            if up < value:
                value = up
            if swap < value:
                value = swap
            line.append(value)
            corner = above
        row = line
        if (least := min(row)) > limit:
            return least
    return row[-1]


@cache
def _swaps(letter: str) -> dict[str, float]:
    """What it costs to write another letter for this one; other letters cost 1."""
    costs = {other: cost for pair, cost in _COSTS.items() if letter in pair for other in pair}
    return {**costs, letter: 0.0}


@lru_cache(maxsize=200_000)
def _gaps(word: str) -> tuple[float, ...]:
    """What it costs to leave out each letter of a part."""
    return tuple(_gap(word, at, letter) for at, letter in enumerate(word))


def _gap(word: str, at: int, letter: str) -> float:
    if at and word[at - 1] == letter:
        return _DOUBLE_COST
    if letter in _WEAK and (at or letter == "ا"):
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
    scores = []
    for a, b in zip(one, other, strict=True):
        score = likeness(a, b)
        if score < _CLOSE or len(one) == 1:  # the worst part decides: the rest need not be looked at
            return Comparison(_rounded(score), (_reason(a, b, score),))
        scores.append(score)
    reasons = tuple(_reason(a, b, score) for a, b, score in zip(one, other, scores, strict=True) if score < 1)
    # one part that differs settles it: «أون» is not «إيل», whatever else agrees
    return Comparison(round(min(scores), 3), reasons)


def _uneven(one: tuple[str, ...], other: tuple[str, ...]) -> Comparison:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    together = likeness("".join(one), "".join(other)) if one[0][0] == other[0][0] or _opens_alike(one, other) else 0.0
    if together >= SAME:
        return Comparison(round(together, 3), ("alike but for spaces and letters of one sound",))
    if len(short) == 1:
        best = likeness(short[0], long[-1])
        return Comparison(round(min(best, LONE), 3), (f"«{short[0]}» alone against «{' '.join(long)}»",))
    matched = _in_order(short, long)
    if matched >= SAME:
        return Comparison(round(min(matched, 0.9), 3), (f"«{' '.join(short)}» leaves out parts of «{' '.join(long)}»",))
    return Comparison(round(matched * 0.8, 3), (f"«{' '.join(short)}» is not within «{' '.join(long)}»",))


def _opens_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the first letters of two names may stand for one sound, or one may be left out."""
    left, right = one[0][0], other[0][0]
    return left in _WEAK or right in _WEAK or bool(_kin(left) >> _bit(right) & 1)


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The worst likeness of the short name's parts to the long name's, first and last kept in place."""
    first = likeness(short[0], long[0])
    last = likeness(short[-1], long[-1]) if first >= _CLOSE else first
    if min(first, last) < _CLOSE:
        return min(first, last)
    middle = [max(likeness(part, other) for other in long) for part in short[1:-1]]
    return min([first, last, *middle])


def _reason(left: str, right: str, score: float) -> str:
    if score >= SAME:
        return f"«{left}» and «{right}» are spellings of one sound ({_written(score)})"
    if score >= _CLOSE:
        return f"«{left}» and «{right}» are near but not alike ({_written(score)})"
    return f"«{left}» is not «{right}» ({_written(score)})"


@lru_cache(maxsize=10_000)  # few scores there are, and to round one takes longer than to line up two short parts
def _rounded(score: float) -> float:
    return round(score, 3)


@lru_cache(maxsize=10_000)
def _written(score: float) -> str:
    return f"{score:.2f}"
