"""Proclitics and suffix pronouns of a written word: what the dictionary allows, weighed by a character CRF."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from musnad.resources import compiled, load_tsv, package_path

if TYPE_CHECKING:
    from musnad.lang.ar.morphology import Morph

# measured on the training part of UD_Arabic-PUD
UNKNOWN_CORE = -1.0  # log10 per billion words of a core that no table knows
UNKNOWN_DEFINITE = 1.0  # what begins with ال is hardly anything else
SURE = 2.0  # log10 by which a cut must be likelier by the dictionary for the CRF not to be asked
TRUST = 1.2  # how much the dictionary's log10 counts beside the CRF's

# log10 of how often a word carries the clitic, from the same
CARRIED = {"و": -1.1, "ف": -2.4, "ب": -1.2, "ل": -1.2, "ك": -2.3, "س": -1.6, "ال": -0.4}
PRONOUN_CARRIED = -1.0

PRONOUNS = ("كما", "هما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
_PRONOUN_ENDS = frozenset(pronoun[-1] for pronoun in PRONOUNS)
CUTS = ("frequent", "less_frequent", "cuts")  # the last decides
LONGEST = 24  # letters; longer words are no words


class Segments(NamedTuple):
    """Where the core of a folded form stands, and the proclitics before it.

    «لل» counts as ل + ال with `core_start` 2 («للرئيس»), or 1 where the core begins with ل itself («للجنة»).
    """

    proclitics: tuple[str, ...]
    core_start: int
    core_end: int


def segment(form: str, spelled: str = "") -> Segments:
    """The segments of one folded form, without context; `spelled` is the form before it was folded."""
    length = len(form)
    if length < 2 or length > LONGEST:
        return Segments((), 0, length)
    cuts = _cuts()
    number = cuts.forms.get(spelled or form)
    if number is None:
        return decide(form, spelled)
    proclitics, start, behind = cuts.kinds[number]
    return Segments(proclitics, start, length - behind)


def decide(form: str, spelled: str = "") -> Segments:
    """The likeliest segments of `form` by dictionary and CRF."""
    options = sorted(candidates(form, spelled), key=lambda option: -option[1])
    if len(options) == 1 or options[0][1] - options[1][1] > SURE:
        return options[0][0]
    options = [option for option in options if options[0][1] - option[1] <= SURE]
    shares = _shares(form, {_labels(parts, len(form)) for parts, _ in options})
    return max(options, key=lambda option: TRUST * option[1] + shares[_labels(option[0], len(form))])[0]


def candidates(form: str, spelled: str = "") -> list[tuple[Segments, float]]:
    """Every way to cut `form` that the grammar allows, with the log10 weight of its likeliest reading.

    A cut whose core no table knows weighs little; its core must have three letters.
    """
    known, unknown, definite = [], [], False
    for proclitics, start in _proclitics(form):
        carried = _carried(proclitics)
        for end in _ends(form, start, proclitics, spelled):
            parts = Segments(proclitics, start, end)
            weight = _weight(form, parts, spelled)
            cost = carried + PRONOUN_CARRIED * (end < len(form))
            if weight is not None:
                known.append((parts, weight + cost))
                definite = definite or "ال" in proclitics
            elif end - start > 2:
                unknown.append((parts, UNKNOWN_CORE + cost + UNKNOWN_DEFINITE * ("ال" in proclitics)))
    if definite:
        return known  # «فللروس»: the article before a known word leaves no room for an unknown one
    return known + unknown or [(Segments((), 0, len(form)), UNKNOWN_CORE)]


@cache
def _carried(proclitics: tuple[str, ...]) -> float:
    return sum(CARRIED[proclitic] for proclitic in proclitics)


@cache
def _readings() -> Callable[[str, Segments, str], list[tuple[float, Morph]]]:
    from musnad.lang.ar.morphology import likelihoods

    return likelihoods


def _weight(form: str, parts: Segments, spelled: str) -> float | None:
    found = _readings()(form, parts, spelled)
    if parts.proclitics[-2:] == ("ل", "ال") and form.startswith("لل", parts.core_start - 1):
        # «للجنة» has lost one of three ل, and is rather definite; «للبنان» has lost none
        return max((weight - CARRIED["ال"] + 0.1 for weight, morph in found if morph.pos != "PROPN"), default=None)
    return max([weight for weight, _ in found]) if found else None


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


def _ends(form: str, start: int, proclitics: tuple[str, ...], spelled: str) -> list[int]:
    length = len(form)
    if form[-1] not in _PRONOUN_ENDS or "ال" in proclitics or spelled[-1:] == "ة":
        return [length]
    pronouns = PRONOUNS[:-1] if spelled[-1:] in ("ى", "ئ") else PRONOUNS
    cuts = [length - len(pronoun) for pronoun in pronouns if form.endswith(pronoun)]
    return [length, *(cut for cut in cuts if cut > start)]


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
        a, b, c, d, e, f, g = tuple(padded[at : at + 7])
        left, right = min(at, 5), min(length - at, 6)
        rows.append([
            f"0{d}", f"-{c}", f"+{e}", f"--{b}{c}", f"++{e}{f}", f"-0{c}{d}", f"0+{d}{e}", f"-0+{c}{d}{e}",
            f"---{a}{b}{c}",
            f"+++{e}{f}{g}", f"0++{d}{e}{f}", f"0+++{d}{e}{f}{g}", f"l{left}", f"r{right}", f"l{left}{d}",
            f"r{right}{d}", f"l{left}{d}{e}", f"r{right}{c}{d}", f"n{min(length, 9)}",
            f"p{form[:at]}" if at < 4 else "p",
            f"s{form[at:]}" if length - at < 5 else "s",
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


class Cuts(NamedTuple):
    """Written forms cut beforehand, each by the number of its cut: proclitics, start of the core, letters after it."""

    kinds: list[tuple[tuple[str, ...], int, int]]
    forms: dict[str, int]


@cache
def _cuts() -> Cuts:
    """The cuts of frequent and less frequent forms, and those written by hand."""
    sources = [package_path("lang", "ar", "data", f"{name}.tsv") for name in CUTS]
    return compiled("cuts", Cuts, sources, lambda: _read_cuts(sources), 2)


def _read_cuts(sources: Iterable[Path]) -> Cuts:
    kinds: dict[tuple[tuple[str, ...], int, int], int] = {}
    forms: dict[str, int] = {}
    for source in sources:
        for form, parts in _rows(source):
            kind = (parts.proclitics, parts.core_start, len(form) - parts.core_end)
            forms[form] = kinds.setdefault(kind, len(kinds))
    return Cuts(list(kinds), forms)


def _rows(source: Path) -> Iterator[tuple[str, Segments]]:
    for form, proclitics, start, end in load_tsv(source) if source.exists() else ():
        yield form, Segments(tuple(proclitics.split("+")) if proclitics else (), int(start), int(end))


@cache
def frequent() -> dict[str, Segments]:
    """The segments of the most frequent written forms (as spelled), for those who need no rarer ones."""
    return dict(_rows(package_path("lang", "ar", "data", "frequent.tsv")))
