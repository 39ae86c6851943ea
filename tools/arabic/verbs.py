"""The written inflection of verbs, from the stems of Camel Morph and the classes of their endings.

Every stem carries conditions: which suffixes it takes (`c-suff`: consonantal ones, `v-suff`: all others) and how it
ends
(`#-iy`, `#-ay`, `#-A'` … stand for a last letter that changes with the suffix). Tables in folded letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from arabic.buckwalter import written


class Inflected(NamedTuple):
    """A written form in its parts: subject prefix, stem with ending, and what it says.

    `code` is aspect, voice, person, gender, number and mood in six letters (`-` where open); `clitic` is `0` if no
    pronoun can follow, `1` if one must, empty otherwise.
    """

    prefix: str
    middle: str
    code: str
    clitic: str = ""


# suffix kind, letters, person-gender-number of the perfect; kinds: z none, A alif, w waw, t feminine t, c consonantal
_PERFECT = (
    ("z", "", "3ms"), ("t", "ت", "3fs"), ("t", "تا", "3fd"), ("A", "ا", "3md"), ("w", "وا", "3mp"),
    ("c", "ت", "1-s"), ("c", "نا", "1-p"), ("c", "تم", "2mp"), ("c", "ن", "3fp"),
)  # fmt: skip
# kind, prefix, letters, person-gender-number, mood
_IMPERFECT = (
    *(("z", prefix, "", who, "-") for prefix, who in (("ي", "3ms"), ("ت", "3fs"), ("ا", "1-s"), ("ن", "1-p"))),
    *(("j", prefix, "", who, "j") for prefix, who in (("ي", "3ms"), ("ت", "3fs"), ("ا", "1-s"), ("ن", "1-p"))),
    ("A", "ي", "ان", "3md", "i"), ("A", "ي", "ا", "3md", "j"),
    ("A", "ت", "ان", "3fd", "i"), ("A", "ت", "ا", "3fd", "j"),
    ("w", "ي", "ون", "3mp", "i"), ("w", "ي", "وا", "3mp", "j"),
    ("w", "ت", "ون", "2mp", "i"), ("w", "ت", "وا", "2mp", "j"),
    ("y", "ت", "ين", "2fs", "i"), ("c", "ي", "ن", "3fp", "-"),
)  # fmt: skip

# the letters between stem and suffix, by class of ending and kind of suffix; `*` for the other kinds
_PERFECT_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "#-a>": {"*": ("ا",), "A": ("",), "w": ("ا", "و")},
    "#-aw": {"z": ("ا",), "c": ("و",), "A": ("و",), "*": ("",)},
    "#-ay": {"z": ("ي",), "c": ("ي",), "A": ("ي",), "*": ("",)},
    "#-ay-A": {"z": ("ا",), "c": ("ي",), "A": ("ي",), "*": ("",)},
    "#-aA": {"z": ("ا",), "c": ("ي",), "A": ("ي",), "*": ("",)},
    "#-iy": {"w": ("",), "*": ("ي",)},
    "#-}iy": {"w": ("و",), "*": ("يي",)},
    "#-iy'": {"z": ("يء",), "c": ("ي",), "*": ("يي",)},
    "#-A'": {"c": ("ا",), "w": ("او", "اء"), "*": ("اء",)},
}
_IMPERFECT_ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "#-aA": {"z": ("ا",), "j": ("",), "w": ("",), "y": ("",), "*": ("ي",)},
    "#-aY": {"z": ("ي",), "j": ("",), "w": ("",), "y": ("",), "*": ("ي",)},
    "#-uw": {"j": ("",), "w": ("",), "y": ("",), "*": ("و",)},
    "#-iy": {"j": ("",), "w": ("",), "y": ("",), "*": ("ي",)},
    "#-a>": {"A": ("",), "w": ("و", "ا"), "y": ("ي",), "*": ("ا",)},
    "#-u&": {"y": ("ي",), "*": ("و",)},
    "#-A'": {"c": ("ا",), "j": ("ا",), "w": ("او", "اء"), "y": ("اي",), "*": ("اء",)},
    "#-uw'": {"c": ("و",), "j": ("و",), "w": ("وي", "وء"), "y": ("وي",), "*": ("وء",)},
    "#-iy'": {"c": ("ي",), "j": ("ي",), "z": ("يء",), "*": ("يي",)},
    "#-}iy": {"j": ("ي",), "w": ("و",), "y": ("ي",), "*": ("يي",)},
    "#->ay": {"j": ("ا",), "w": ("ا",), "y": ("ا",), "*": ("اي",)},
}
# what a last letter becomes before a pronoun: «رمى» «رماه», «يقرأ» «يقرؤه», «شاء» «شاؤوه»
_BEFORE_PRONOUN = {"#-ay": "ا", "#-aY": "ا", "#->ay": "ا", "#-a>": "و", "#-A'": "او", "#-iy'": "يي", "#-uw'": "وو"}


def _class(conditions: list[str], ends: dict[str, dict[str, tuple[str, ...]]]) -> str:
    return next((condition for condition in conditions if condition in ends), "")


def _takes(kind: str, tag: str) -> bool:
    if tag == "c-suff":
        return kind in "cj"
    return not (tag == "v-suff" and kind in "cj")


def _assimilated(suffix: str, conditions: list[str]) -> str:
    if suffix[:1] == "ن" and "#n" in conditions:
        return suffix[1:]
    return suffix[1:] if suffix[:1] == "ت" and "#t" in conditions else suffix


def perfect(form: str, tag: str, conditions: list[str], voice: str) -> Iterator[Inflected]:
    """The perfect of one stem."""
    stem, end = written(form), _class(conditions, _PERFECT_ENDS)
    ends = _PERFECT_ENDS.get(end, {"*": ("",)})
    for kind, suffix, who in _PERFECT:
        if not _takes(kind, tag):
            continue
        letters = _assimilated(suffix, conditions) if kind == "c" else suffix
        for between in ends.get(kind, ends["*"]):
            code, middle = f"p{voice}{who}-", stem + between + letters
            yield from _with_pronoun("", middle, code, kind, stem, _BEFORE_PRONOUN.get(end))


def imperfect(form: str, tag: str, conditions: list[str], voice: str) -> Iterator[Inflected]:
    """The imperfect of one stem, in the moods that are written differently."""
    stem, end = written(form), _class(conditions, _IMPERFECT_ENDS)
    ends = _IMPERFECT_ENDS.get(end, {"*": ("",)})
    shortened = bool(end) or tag == "c-suff"
    for kind, prefix, suffix, who, mood in _IMPERFECT:
        if not _takes(kind, tag) or (kind == "j" and (not shortened or end in ("#-a>", "#-u&"))):
            continue
        letters = _assimilated(suffix, conditions) if kind == "c" else suffix
        # the hamza of a first radical stands on its own after the prefix, but joins that of the first person: «آخذ»
        radical = "ا" if ">-#" in conditions and prefix != "ا" else ""
        if radical and "u-#" in conditions:
            radical = "و"
        for between in ends.get(kind, ends["*"]):
            code, middle = f"i{voice}{who}{mood}", radical + stem + between + letters
            yield from _with_pronoun(prefix, middle, code, kind, radical + stem, _BEFORE_PRONOUN.get(end))


def _with_pronoun(
    prefix: str, middle: str, code: str, kind: str, stem: str, changed: str | None
) -> Iterator[Inflected]:
    if middle.endswith("وا") and kind == "w":
        yield Inflected(prefix, middle, code, "0")
        yield Inflected(prefix, middle[:-1], code, "1")
    else:
        yield Inflected(prefix, middle, code)
        if kind == "z" and changed is not None:
            yield Inflected(prefix, stem + changed, code, "1")
