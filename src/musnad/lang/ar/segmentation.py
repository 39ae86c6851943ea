"""Proclitics and suffix pronouns of a written word: what the dictionary allows, weighed by a character CRF."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from musnad.resources import load_tsv, package_path

if TYPE_CHECKING:
    pass

# measured on the training part of UD_Arabic-PUD
UNKNOWN_CORE = 0.0  # log10 per billion words of a core that no table knows
TRUST = 0.8  # how much the dictionary's log10 counts beside the CRF's

PRONOUNS = ("كما", "هما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
LONGEST = 24  # letters; longer words are no words


class Segments(NamedTuple):
    """Where the core of a folded form stands, and the proclitics before it.

    «لل» counts as ل + ال with `core_start` 2 («للرئيس»), or 1 where the core begins with ل itself («للجنة»).
    """

    proclitics: tuple[str, ...]
    core_start: int
    core_end: int


def segment(form: str) -> Segments:
    """The segments of one folded form, without context."""
    length = len(form)
    if length < 2 or length > LONGEST:
        return Segments((), 0, length)
    known = _frequent().get(form)
    return known if known is not None else decide(form)


def decide(form: str) -> Segments:
    """The likeliest segments of `form` by dictionary and CRF."""
    options = list(candidates(form))
    if len(options) == 1:
        return options[0][0]
    shares = _shares(form, {_labels(parts, len(form)) for parts, _ in options})
    return max(options, key=lambda option: TRUST * option[1] + shares[_labels(option[0], len(form))])[0]


def candidates(form: str) -> list[tuple[Segments, float]]:
    """Every way to cut `form` that the grammar allows, with the log10 weight of its likeliest reading.

    Cuts whose core is unknown are only kept if no cut has a known core, or if the word is whole.
    """
    known, unknown = [], []
    for proclitics, start in _proclitics(form):
        for end in _ends(form, start, proclitics):
            parts = Segments(proclitics, start, end)
            weight = _weight(form, parts)
            if weight is not None:
                known.append((parts, weight))
            elif end - start > 2:
                unknown.append((parts, UNKNOWN_CORE - 0.5 * (end < len(form)) + 0.8 * ("ال" in proclitics)))
    return known + unknown or [(Segments((), 0, len(form)), UNKNOWN_CORE)]


def _weight(form: str, parts: Segments) -> float | None:
    from musnad.lang.ar.morphology import fits, inflected

    core, enclitic = form[parts.core_start : parts.core_end], form[parts.core_end :]
    weights = [m.weight for m in inflected(core, bool(enclitic)) if fits(m, parts.proclitics, enclitic)]
    return max(weights, default=None)


def _proclitics(form: str) -> list[tuple[tuple[str, ...], int]]:
    """Every stretch of proclitics that `form` can begin with, and where the core would start."""
    found: list[tuple[tuple[str, ...], int]] = []
    for first, at in (((), 0), ((form[0],), 1)) if form[0] in "وف" and len(form) > 2 else (((), 0),):
        found.append((first, at))
        rest = form[at : at + 3]
        if rest[:2] == "ال" and len(form) - at > 3:
            found.append(((*first, "ال"), at + 2))
        if rest[:1] and rest[0] in "بلكس" and len(form) - at > 1:
            found.append(((*first, rest[0]), at + 1))
        if rest[:1] and rest[0] in "بك" and rest[1:] == "ال" and len(form) - at > 4:
            found.append(((*first, rest[0], "ال"), at + 3))
        if rest[:2] == "لل" and len(form) - at > 3:
            found.append(((*first, "ل", "ال"), at + 2))
            found.append(((*first, "ل", "ال"), at + 1))
    return found


def _ends(form: str, start: int, proclitics: tuple[str, ...]) -> list[int]:
    length = len(form)
    if "ال" in proclitics:
        return [length]
    cuts = [length - len(p) for p in PRONOUNS if form.endswith(p) and length - len(p) > start]
    return [length, *cuts]


def _labels(parts: Segments, length: int) -> str:
    """The CRF's labels: B where a segment begins, I elsewhere; ال belongs to the core, as in UD_Arabic-PUD."""
    labels = ["I"] * length
    labels[0] = "B"
    at = 0
    for proclitic in parts.proclitics:
        if proclitic != "ال":
            at += 1
            if at < length:
                labels[at] = "B"
    if parts.core_end < length:
        labels[parts.core_end] = "B"
    return "".join(labels)


def features(form: str) -> list[list[str]]:
    """What the CRF sees at each letter: the letters around it, alone and joined, and its place in the word."""
    padded = f"^^^{form}$$$"
    length = len(form)
    rows = []
    for at in range(length):
        a, b, c, d, e, f, g = padded[at : at + 7]
        left, right = min(at, 5), min(length - at, 6)
        rows.append([
            f"0{d}", f"-{c}", f"+{e}", f"--{b}{c}", f"++{e}{f}", f"-0{c}{d}", f"0+{d}{e}", f"-0+{c}{d}{e}", f"---{a}{b}{c}",
            f"+++{e}{f}{g}", f"0++{d}{e}{f}", f"0+++{d}{e}{f}{g}", f"l{left}", f"r{right}", f"l{left}{d}", f"r{right}{d}",
            f"l{left}{d}{e}", f"r{right}{c}{d}", f"n{min(length, 9)}", f"p{form[:at]}" if at < 4 else "p", f"s{form[at:]}" if length - at < 5 else "s",
        ])  # fmt: skip
    return rows


@cache
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(package_path("lang", "ar", "data", "clitics.crfsuite")))
    return tagger


def _shares(form: str, labellings: set[str]) -> dict[str, float]:
    tagger = _tagger()
    tagger.set(features(form))
    return {labels: math.log10(max(tagger.probability(list(labels)), 1e-9)) for labels in labellings}


@cache
def _frequent() -> dict[str, Segments]:
    """The segments of the most frequent forms, found beforehand."""
    path = package_path("lang", "ar", "data", "frequent.tsv")
    if not path.exists():
        return {}
    cuts = {"ا": "ال"}
    return {
        form: Segments(tuple(cuts.get(p, p) for p in proclitics), int(start), int(end))
        for form, proclitics, start, end in load_tsv(path)
    }
