"""Readings of a word as an inflected verb, noun, adjective or particle.

The tables hold stems and classes of endings (tools/build_morphology.py); a form is split into subject prefix, stem
and ending
in every way, and what the tables allow is a reading. Closed classes and names are listed whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from msgspec import Raw
from msgspec.msgpack import encode

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.segmentation import Segments
from musnad.lang.ar.spelling import ALEFS, ENDS, HAMZAS, agreement
from musnad.resources import Rows, compiled, load_tsv, package_path

VERSION = 8  # of the compiled tables
CLOSED_WEIGHT = 5.0  # log10 per billion of a closed-class word with flag 4; each step of the flag is half a magnitude
UNSEEN = -5.0  # log10 share of an inflection that the priors don't list
LONGEST_ENDING = 5
_ANYWHERE = ("و", "ف")  # conjunctions stand on every reading
_WEIGHT = itemgetter(0)


class Morph(NamedTuple):
    """One reading of a folded form.

    `lemma` is folded too; `pos` a Universal POS tag, or NOUN/ADJ with `derived` = `masdar`, `active` or `passive`
    (participles)
    and `verb` the folded lemma of the verb it is derived from. `lexeme` is the vocalised lemma («عَقَد», «عَقَّد»).
    `aspect` is `p`erfect, `i`mperfect or `c`ommand; `voice` `a`ctive or `p`assive; `person` 1–3; `gender` `m`/`f`;
    `number` `s`/`d`/`p`; `mood` `i`ndicative or `j` (jussive or subjunctive) where it is written; all empty where
    they do not
    apply. `future` is set by the proclitic س. `weight` is the log10 of the reading's frequency per billion words.
    """

    pos: str
    lemma: str
    aspect: str = ""
    voice: str = ""
    person: str = ""
    gender: str = ""
    number: str = ""
    derived: str = ""
    future: bool = False
    lexeme: str = ""
    verb: str = ""
    mood: str = ""
    weight: float = 0.0


class Lexeme(NamedTuple):
    """An entry of the lexicon; `verb` is the folded verb that it is derived from."""

    pos: str
    lemma: str
    vocalised: str
    derived: str
    verb: str
    gender: str
    weight: float


Stems = list[tuple[int, int]]
Endings = dict[str, dict[str, dict[int, tuple[str, ...]]]]  # codes by subject prefix, ending and class of endings


class Tables(NamedTuple):
    """The compiled tables: lexemes, stems (lexeme and class of endings), closed words, names and priors.

    Lexemes and stems are encoded `Lexeme` and `Stems`; the endings are those that stand alone and those before a suffix
    pronoun.
    """

    lexemes: list[Raw]
    stems: dict[str, Raw]
    endings: tuple[Endings, Endings]
    closed: dict[str, list[tuple[str, str, float, bool, str]]]
    names: dict[str, tuple[str, float]]
    priors: dict[str, float]


@cache
def tables() -> Tables:
    """The tables, compiled on first use."""
    sources = [package_path("lang", "ar", "data", f"{name}.tsv") for name in _SOURCES]
    return compiled("morphology", Tables, sources, _build, VERSION)


@cache
def _lexemes() -> Rows[int, Lexeme]:
    return Rows(tables().lexemes.__getitem__, Lexeme)


@cache
def _stems() -> Rows[str, Stems]:
    return Rows(tables().stems.__getitem__, Stems)


_SOURCES = ("lexicon", "endings", "closed", "names", "priors")


def _rows(name: str) -> list[list[str]]:
    return list(load_tsv(package_path("lang", "ar", "data", f"{name}.tsv")))


def _build() -> Tables:
    lexemes: list[Lexeme] = []
    stems: dict[str, Stems] = {}
    for pos, lemma, lexeme, derived, verb, gender, weight, forms in _rows("lexicon"):
        for form in forms.split():
            stem, number = form.split(":")
            stems.setdefault(stem, []).append((len(lexemes), int(number)))
        lexemes.append(Lexeme(pos, lemma, lexeme, derived, fold_key(verb), gender, float(weight)))
    closed: dict[str, list[tuple[str, str, float, bool, str]]] = {}
    for form, pos, lemma, flags in _rows("closed"):
        likely = CLOSED_WEIGHT + (int(flags[-1]) - 4) / 2
        closed.setdefault(fold_key(form), []).append((pos, fold_key(lemma), likely, flags[0] == "e", lemma))
    names = {row[0]: (row[2] if len(row) > 2 else "PROPN", float(row[1])) for row in _rows("names")}
    priors = {pos + code: float(share) for pos, code, share in _rows("priors")}
    coded = {stem: Raw(encode(rows)) for stem, rows in stems.items()}
    return Tables(
        [Raw(encode(row)) for row in lexemes], coded, (_endings(False), _endings(True)), closed, names, priors
    )


def _endings(before_pronoun: bool) -> Endings:
    other = "0" if before_pronoun else "1"
    found: Endings = {}
    for number, prefix, ending, when, codes in _rows("endings"):
        if when != other:
            classes = found.setdefault(prefix, {}).setdefault(ending, {})
            classes[int(number)] = (*classes.get(int(number), ()), *codes.split())
    return found


@lru_cache(maxsize=200_000)
def inflected(core: str, before_pronoun: bool) -> tuple[Morph, ...]:
    """All readings of a form without clitics, unordered; `before_pronoun` if a suffix pronoun follows it."""
    known = tables()
    found = _closed(known, core, before_pronoun)
    shapes = [core]
    if before_pronoun and core[-2:] in ("او", "اي"):  # «أعضاؤه», «أعضائه» of «أعضاء»
        shapes.append(core[:-1] + "ء")
    inflections: dict[tuple[int, str], Morph] = {}
    for shape in shapes:
        _split(known, "", shape, before_pronoun, inflections)
        if shape[0] in "يتنا":
            _split(known, shape[0], shape[1:], before_pronoun, inflections)
    found.extend(inflections.values())
    if core in known.names and not before_pronoun:
        pos, weight = known.names[core]
        found.append(Morph(pos, core, weight=weight))
    return tuple(found)


def _closed(known: Tables, core: str, before_pronoun: bool) -> list[Morph]:
    return [
        Morph(pos, lemma, weight=weight, lexeme=lexeme)
        for pos, lemma, weight, takes_pronoun, lexeme in known.closed.get(core, ())
        if takes_pronoun or not before_pronoun
    ]


def _split(known: Tables, prefix: str, middle: str, before_pronoun: bool, found: dict[tuple[int, str], Morph]) -> None:
    """Adds what the tables allow for a prefix and the rest of a form, by lexeme and code of inflection."""
    endings = known.endings[before_pronoun].get(prefix)
    if endings is None:
        return
    stems, rows, length = known.stems, _stems(), len(middle)
    for cut in range(max(1, length - LONGEST_ENDING), length + 1):
        stem = middle[:cut]
        if stem not in stems or (classes := endings.get(middle[cut:])) is None:
            continue
        for lexeme, number in rows[stem]:
            for code in classes.get(number, ()):
                if (lexeme, code) not in found:
                    found[lexeme, code] = _morph(lexeme, code)


@cache
def _inflection(pos: str, code: str) -> tuple[tuple[str, ...], str, float]:
    """The fields of a reading that a code of inflection stands for, its mood and log10 share."""
    *features, mood = ("" if letter == "-" else letter for letter in code)
    return tuple(features), mood, tables().priors.get(pos + code, UNSEEN)


_new = tuple.__new__  # a reading of all fields in their order; a third of the time of `Morph(…)`


def _morph(lexeme: int, code: str) -> Morph:
    pos, lemma, vocalised, derived, verb, _, weight = _lexemes()[lexeme]
    features, mood, share = _inflection(pos, code)
    return _new(Morph, (pos, lemma, *features, derived, False, vocalised, verb, mood, weight + share))


def fits(morph: Morph, proclitics: tuple[str, ...], enclitic: str) -> bool:
    """Whether these clitics can stand on this reading."""
    verb = morph.pos in ("VERB", "AUX")
    if "ال" in proclitics and (enclitic or morph.pos not in ("NOUN", "ADJ", "NUM", "PROPN")):
        return False
    if "س" in proclitics and not (verb and morph.aspect == "i" and morph.mood != "j"):
        return False
    if verb and ("ب" in proclitics or "ك" in proclitics or ("ل" in proclitics and morph.aspect != "i")):
        return False
    if enclitic == "ني":
        return verb or morph.pos in ("SCONJ", "PART")
    return not (enclitic == "ي" and (verb or morph.lemma.endswith("ي"))) and not (enclitic and morph.pos == "PROPN")


def likelihoods(form: str, parts: Segments, spelled: str) -> list[tuple[float, Morph]]:
    """The readings that fit the clitics, each with its weight by the spelling (`spelled` is `form` before folding)."""
    proclitics, start, end = parts
    core, enclitic = form[start:end], form[end:]
    found: Iterable[Morph] = inflected(core, bool(enclitic))
    proclitics = tuple([clitic for clitic in proclitics if clitic not in _ANYWHERE])
    if proclitics or enclitic:
        found = [morph for morph in found if fits(morph, proclitics, enclitic)]
    written = spelled[start:end] if len(spelled) == len(form) else ""
    # where folding unites nothing, the spelling tells nothing
    if written and (written[0] in ALEFS or written[1:2] in HAMZAS or (not enclitic and written[-1] in ENDS)):
        return [(morph.weight + agreement(written, morph, bool(enclitic)), morph) for morph in found]
    return [(morph.weight, morph) for morph in found]


def analyse(form: str, parts: Segments, spelled: str = "") -> tuple[Morph, ...]:
    """All readings of `form`, the likeliest first; empty for a word that no table knows."""
    if parts.core_start >= parts.core_end:
        return ()
    found = likelihoods(form, parts, spelled)
    if len(found) > 1:
        found.sort(key=_WEIGHT, reverse=True)
    if "س" in parts.proclitics:
        return tuple([morph._replace(future=True, weight=weight) for weight, morph in found])
    return tuple([morph if weight == morph.weight else _new(Morph, (*morph[:-1], weight)) for weight, morph in found])
