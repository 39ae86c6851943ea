"""Numbers as the press writes them: digits of both kinds, words, mixtures («أربعة ملايين و300 ألف»), ordinals.

`numerals` works on folded tokens; it knows nothing of what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from musnad.lang.ar.digits import digit_value
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import load_tsv, package_path

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


class NumberWord(NamedTuple):
    """A written number word: its value and kind, the length of its proclitics without «ال», and which ones they are."""

    value: float
    kind: str
    skip: int
    joined: bool
    definite: bool


class Numeral(NamedTuple):
    """A number over the tokens `first` to `last` (inclusive); `skip` characters of the first are clitics.

    `kind` is `digits`, `words`, `open` (a plural without a number: «آلاف», the value its scale) or `ordinal`;
    `joined` tells of a «و» before it, `scaled` of a word such as «ألف» in it.
    """

    value: float
    first: int
    last: int
    skip: int = 0
    kind: str = "words"
    definite: bool = False
    joined: bool = False
    scaled: bool = False


def clitic_forms(form: str) -> list[tuple[str, int, bool, bool]]:
    """A folded form with every proclitic: the written form, clitics' length without «ال», joined, definite."""
    forms = []
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            before = conjunction + preposition
            joined = conjunction == "و"
            forms.append((before + form, len(before), joined, False))
            if preposition == "ل":
                forms.append((before + "ل" + form, len(conjunction), joined, True))
            else:
                forms.append((before + "ال" + form, len(before), joined, True))
    return forms


@cache
def _rows() -> list[tuple[str, float, str]]:
    rows = load_tsv(package_path("lang", "ar", "data", "numbers", "words.tsv"))
    return [(fold_key(row[0]), float(row[1]), row[2]) for row in rows]


@cache
def number_words() -> dict[str, NumberWord]:
    """Every written form of the number words, clitics and article included."""
    rows = [row for row in _rows() if row[2] not in ("stop", "other")]
    words = {form: NumberWord(value, kind, 0, False, False) for form, value, kind in reversed(rows)}
    for form, value, kind in rows:
        for written, skip, joined, definite in clitic_forms(form):
            words.setdefault(written, NumberWord(value, kind, skip, joined, definite))
    for form in _forms_of("other"):
        words.pop(form, None)
    return words


@cache
def _forms_of(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in _rows() if row[2] == kind)


def numerals(tokens: Sequence[Token]) -> list[Numeral]:
    """The numbers and ordinals among the tokens, in order, without overlap."""
    words = number_words()
    found: list[Numeral] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if token.form not in words and token.kind != "number":
            at += 1
            continue
        numeral = _ordinal(tokens, at, words) or _cardinal(tokens, at, words)
        if numeral:
            found.append(numeral)
            at = numeral.last
        at += 1
    return found


def _word(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> NumberWord | None:
    return words.get(tokens[at].form) if at < len(tokens) and tokens[at].kind == "word" else None


def _ordinal(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> Numeral | None:
    word = _word(tokens, at, words)
    if word is None or word.kind not in ("ordinal", "ordpart") or not word.definite:
        return None
    following = _word(tokens, at + 1, words)
    if (
        following
        and following.value == 10
        and following.kind == "unit"
        and following.skip == 0
        and not following.definite
    ):
        return Numeral(word.value + 10, at, at + 1, word.skip, "ordinal", True, word.joined)
    if following and following.kind == "ten" and following.joined and following.definite:
        return Numeral(word.value + following.value, at, at + 1, word.skip, "ordinal", True, word.joined)
    return None if word.kind == "ordpart" else Numeral(word.value, at, at, word.skip, "ordinal", True, word.joined)


def _cardinal(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> Numeral | None:
    group = _group(tokens, at, words)
    if group is None:
        return None
    value, last, kind = group.value, group.last, group.kind
    scale = group.scale
    while scale > 1 and kind != "open":
        more = _joined_group(tokens, last + 1, words, scale)
        if more is None:
            break
        value, last, scale = value + more.value, more.last, more.scale
    value, last = _with_fraction(tokens, last, words, value, group.scale) if kind != "open" else (value, last)
    return Numeral(value, at, last, group.skip, kind, group.definite, group.joined, group.scale >= 1000)


class _Group(NamedTuple):
    value: float
    last: int
    scale: float
    kind: str
    skip: int = 0
    definite: bool = False
    joined: bool = False


def _joined_group(tokens: Sequence[Token], at: int, words: dict[str, NumberWord], scale: float) -> _Group | None:
    """The part after «و»: smaller than what stands before («مليون و300 ألف», «مئة وخمسة»)."""
    if at >= len(tokens):
        return None
    if tokens[at].form == "و" and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        more = _group(tokens, at + 1, words)
        return more if more and more.value < scale and more.kind != "open" else None
    more = _group(tokens, at, words)
    return more if more and more.joined and more.value < scale and more.kind != "open" else None


def _group(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> _Group | None:
    """A number below a thousand or in digits, with the scale word after it."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "number":
        return _digit_group(tokens, at, words)
    word = _word(tokens, at, words)
    if word is None:
        return None
    if word.kind == "scale" and tokens[at].form.endswith("ا") and _is_construct(tokens, at):
        return _Group(2 * word.value, at, word.value, "words", word.skip, word.definite, word.joined)
    if word.kind in ("scale", "scaledual"):
        return _Group(word.value, at, _scale_of(word), "words", word.skip, word.definite, word.joined)
    if word.kind == "open":
        following = _word(tokens, at + 1, words)
        if (
            following
            and following.kind == "open"
            and following.definite
            and following.skip == 0
            and following.value >= 1000
        ):
            return _Group(
                word.value * following.value, at + 1, word.value, "open", word.skip, word.definite, word.joined
            )
        return _Group(word.value, at, word.value, "open", word.skip, word.definite, word.joined)
    if word.kind in ("few", "half"):
        return _few_or_half(tokens, at, words, word)
    small = _below_thousand(tokens, at, words, word)
    if small is None:
        return None
    value, last, base = small
    scale = _scale_after(tokens, last + 1, words)
    if scale:
        return _Group(value * scale, last + 1, scale, "words", word.skip, word.definite, word.joined)
    return _Group(value, last, base, "words", word.skip, word.definite, word.joined)


def _is_construct(tokens: Sequence[Token], at: int) -> bool:
    """«ألفا جندي» is two thousand soldiers, «ألفا من …» one thousand."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != "word" or following.form[:1] in "وف" or following.form[:2] == "ال":
        return False
    return following.form not in _forms_of("stop") and len(following.form) > 2


def _scale_of(word: NumberWord) -> float:
    return word.value if word.kind == "scale" else word.value / 2


def _digit_group(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> _Group | None:
    read = digit_value(tokens, at, scaled=lambda last: bool(_scale_after(tokens, last + 1, words)))
    if read is None:
        return None
    value, last = read
    joined = at > 0 and tokens[at - 1].form == "و" and tokens[at - 1].end == tokens[at].start
    scale = _scale_after(tokens, last + 1, words)
    if scale:
        return _Group(value * scale, last + 1, scale, "digits", 0, False, joined)
    return _Group(value, last, 1, "digits", 0, False, joined)


def _scale_after(tokens: Sequence[Token], at: int, words: dict[str, NumberWord]) -> float:
    """The scale word at `at` that multiplies the number before it; 0 if there is none."""
    word = _word(tokens, at, words)
    if word is None or word.skip or word.value < 1000:
        return 0
    if word.kind == "scale" and not word.definite:
        following = _word(tokens, at + 1, words)
        if following and following.kind == "scale" and following.skip == 0 and following.value > word.value:
            return 0  # «ألف مليار» is read by its first word
        return word.value
    return word.value if word.kind == "open" else 0


def _few_or_half(tokens: Sequence[Token], at: int, words: dict[str, NumberWord], word: NumberWord) -> _Group | None:
    following = _word(tokens, at + 1, words)
    if following is None or following.skip:
        return None
    if word.kind == "few" and following.kind == "open":
        return _Group(following.value, at + 1, following.value, "open", word.skip, False, word.joined)
    if word.kind == "half" and following.kind == "scale" and not word.definite:
        return _Group(word.value * following.value, at + 1, 1, "words", word.skip, False, word.joined)
    return None


def _below_thousand(
    tokens: Sequence[Token], at: int, words: dict[str, NumberWord], word: NumberWord
) -> tuple[float, int, float] | None:
    """Value, last token and the size of the last part of a number word below a thousand."""
    following = _word(tokens, at + 1, words)
    plain = following is not None and following.skip == 0
    # «وأحد عشر» is folded like «واحد عشر»
    if (
        word.kind in ("unit", "part", "one")
        and plain
        and following
        and following.kind == "unit"
        and following.value == 10
        and not following.definite
    ):
        return word.value + 10, at + 1, 1
    if (
        word.kind == "unit"
        and plain
        and following
        and following.kind == "hundred"
        and following.value == 100
        and not following.definite
    ):
        return _after_hundred(tokens, at + 1, words, word.value * 100)
    if word.kind == "hundred":
        return _after_hundred(tokens, at, words, word.value)
    if word.kind in ("unit", "two", "one", "part"):
        if following and following.kind == "ten" and following.joined:
            return word.value + following.value, at + 1, 1
        return (word.value, at, 1) if word.kind in ("unit", "two", "one") else None
    return (word.value, at, 1) if word.kind == "ten" else None


def _after_hundred(
    tokens: Sequence[Token], at: int, words: dict[str, NumberWord], value: float
) -> tuple[float, int, float]:
    following = _word(tokens, at + 1, words)
    if following and following.joined and following.kind in ("unit", "ten", "two", "part", "one"):
        rest = _below_thousand(tokens, at + 1, words, following)
        if rest and rest[0] < 100:
            return value + rest[0], rest[1], 1
    return value, at, 100


def _with_fraction(
    tokens: Sequence[Token], last: int, words: dict[str, NumberWord], value: float, scale: float
) -> tuple[float, int]:
    """«ونصف», «ونصف المليون» after a number."""
    word = _word(tokens, last + 1, words)
    if word is None or word.kind != "half" or not word.joined or word.definite:
        return value, last
    following = _word(tokens, last + 2, words)
    if following and following.kind == "scale" and following.skip == 0:
        if scale >= 1000 and following.value == scale:
            return value + word.value * scale, last + 2
        if scale == 1 and value < 1000:
            return (value + word.value) * following.value, last + 2
    return (value + word.value * scale, last + 1) if scale >= 1000 else (value + word.value, last + 1)
