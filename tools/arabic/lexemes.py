"""The lexemes of the language room: read from Camel Morph and ArabicChainBank, linked, and inflected."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from arabic.buckwalter import arabic, written
from arabic.nouns import ACTIVE, MASDARS, PASSIVE, SIMPLE_MASDARS, inflect, plural
from arabic.verbs import Inflected, imperfect, perfect

_TRAILING = re.compile(r"(-[aiu]+|_\d+)$")


@dataclass(eq=False)
class Lexeme:
    """A word of the dictionary: folded lemma, vocalised form, and what its written forms are."""

    pos: str
    lemma: str
    lexeme: str
    gloss: str = ""
    root: str = ""
    pattern: str = ""
    derived: str = ""
    verb: str = ""
    gender: str = ""
    forms: set[Inflected] = field(default_factory=set)
    weight: float = 0.0


def lexeme_of(latin: str) -> str:
    """The vocalised lemma in Arabic script without variant numbers, hamzat wasl as a bare alef."""
    vocalised = arabic(_TRAILING.sub("", _TRAILING.sub("", latin)))
    return (
        vocalised.replace("ٱِ", "ا")
        .replace("ٱ", "ا")
        .replace("ْ", "")
        .replace("َا", "ا")
        .replace("ِي", "ي")
        .replace("ُو", "و")
    )


def read_verbs(folder: Path) -> list[Lexeme]:
    """The verbs of Camel Morph's MSA stems with their perfect and imperfect."""
    known: dict[str, Lexeme] = {}
    for name, conjugate in (("PV", perfect), ("IV", imperfect)):
        with (folder / f"MSA-Verb-LEX-{name}.csv").open(encoding="utf-8-sig") as stream:
            for row in csv.DictReader(stream):
                if row["DEFINE"] != "LEXICON" or not row["ROOT"]:
                    continue
                latin = _TRAILING.sub("", row["LEMMA"])
                key = row["LEMMA"]
                if key not in known:
                    known[key] = Lexeme(
                        "VERB", written(latin), lexeme_of(latin), row["GLOSS"], row["ROOT"], row["PATTERN_ABSTRACT"]
                    )
                voice = "p" if row["BW"].endswith("PASS") else "a"
                tag, conditions = row["COND-T"], row["COND-S"].split()
                known[key].forms.update(conjugate(row["FORM"], tag, conditions, voice))
    return _merged(list(known.values()))


def _merged(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Lexemes that only differ in the vowel of their imperfect, made one."""
    by: dict[tuple[str, str, str], Lexeme] = {}
    for lexeme in lexemes:
        first = by.setdefault((lexeme.pos, lexeme.lexeme, lexeme.derived), lexeme)
        if first is not lexeme:
            first.forms |= lexeme.forms
            first.gloss += ";" + lexeme.gloss
            first.verb = first.verb or lexeme.verb
    return list(by.values())


def read_nouns(path: Path) -> list[Lexeme]:
    """The nouns and adjectives of ArabicChainBank, not yet inflected."""
    nouns = []
    with path.open(encoding="utf-8-sig") as stream:
        rows = csv.reader(stream)
        next(rows)
        for row in rows:
            if not row[7]:  # rows without the Arabic column
                row.insert(2, "")
            root, latin, _, pattern, _, gloss, _, pos = row[:8]
            if pos in ("NOUN", "ADJ"):
                latin = _TRAILING.sub("", latin)
                nouns.append(Lexeme(pos, written(latin), lexeme_of(latin), gloss, root, pattern))
    return nouns


def link(nouns: list[Lexeme], verbs: list[Lexeme]) -> None:
    """Marks the nouns that are a verb's verbal noun or participle and says which verb."""
    by_root = defaultdict(list)
    for verb in verbs:
        by_root[verb.root].append(verb)
    for noun in nouns:
        for verb in by_root.get(noun.root, ()):
            derived = _derived(noun, verb)
            if derived and not (noun.derived and len(noun.verb)):
                noun.derived, noun.verb = derived, verb.lexeme


def _derived(noun: Lexeme, verb: Lexeme) -> str:
    if noun.pattern in MASDARS.get(verb.pattern, ()) and noun.pos == "NOUN":
        return "masdar"
    if noun.pattern == ACTIVE.get(verb.pattern):
        return "active"
    if noun.pattern == PASSIVE.get(verb.pattern):
        return "passive"
    simple = verb.pattern in ("1a2a3", "1a2i3", "1a2u3") and noun.pos == "NOUN" and noun.pattern in SIMPLE_MASDARS
    return "masdar" if simple and _stems(noun.gloss) & _stems(verb.gloss) else ""


def _stems(gloss: str) -> set[str]:
    words = re.split(r"[;_()]+", gloss)
    return {re.sub(r"(ing|ion|ment|ed|es|s|e|al)$", "", word)[:6] for word in words if len(word) > 3}


def inflect_nouns(nouns: list[Lexeme], frequent: dict[str, float], feminine: set[str], people: set[str]) -> None:
    """Gives the nouns and adjectives their written forms; a noun's sound plural or feminine only if in use."""
    lemmas = {noun.lemma for noun in nouns}
    for noun in nouns:
        vocalised = noun.lexeme
        if vocalised.endswith("ة"):
            noun.gender = "f"
        kinds = "Y" if vocalised.endswith("ى") else ""
        if noun.pattern.endswith("i3") and vocalised.endswith("ي"):
            kinds += "Q"
        nisba = vocalised.endswith("يّ")
        if noun.pos == "ADJ" and not noun.pattern.startswith((">a1o2a3", "1a2o3A'")):
            kinds += "hf"
        elif noun.pos == "NOUN":
            person = noun.derived in ("active", "passive") or nisba or noun.pattern == "1a2~A3"
            plural_in_use = any(
                form in frequent for form in (f"{noun.lemma}ون", f"{noun.lemma}ين", f"ال{noun.lemma}ون")
            )
            if person and (plural_in_use or nisba or "Q" in kinds):
                kinds += "hf"
            elif (person or noun.lemma in people) and f"{noun.lemma}ه" in feminine and f"{noun.lemma}ه" not in lemmas:
                kinds += "f"  # «وزيرة»
            elif f"{noun.lemma}ات" in frequent or f"ال{noun.lemma}ات" in frequent:
                kinds += "t"
        noun.forms.update(inflect(noun.lemma, noun.pos, noun.gender, kinds))


def persons(rows: list[list[str]]) -> set[str]:
    """The folded singulars whose broken plural is one of persons: «وزراء», «قادة», «نوّاب»."""
    return {
        written_arabic(row[0])
        for row in rows
        if any(one.endswith("اء") or one in ("قادة", "نواب", "طلاب", "أبطال", "ملوك", "حكام") for one in row[1].split())
    }


def add_plurals(nouns: list[Lexeme], rows: list[list[str]]) -> list[Lexeme]:
    """Adds broken plurals (rows: singular, plurals, optional pos) to their singular, and missing singulars."""
    by_lemma: dict[str, list[Lexeme]] = defaultdict(list)
    for noun in nouns:
        by_lemma[noun.lemma].append(noun)
    for singular, plurals, *rest in rows:
        lemma, pos = written_arabic(singular), rest[0] if rest else "NOUN"
        known = [noun for noun in by_lemma[lemma] if noun.pos == pos] or by_lemma[lemma]
        if not known:
            new = Lexeme(pos, lemma, singular, gender="f" if singular.endswith("ة") else "")
            known = [new]
            nouns.append(new)
            by_lemma[lemma].append(new)
            new.forms.update(inflect(lemma, pos, new.gender, "hf" if pos == "ADJ" else "t"))
        for one in plurals.split():
            if one != "-":
                known[0].forms.update(plural(written_arabic(one)))
    return nouns


def written_arabic(word: str) -> str:
    """`word` folded."""
    from musnad.lang.ar.orthography import fold_key

    return fold_key(word)


def lexeme_key(vocalised: str) -> str:
    """A vocalised lemma without what sources spell differently: sukun, case vowels, vowels before their letters."""
    plain = vocalised.replace("ْ", "").replace("ٱِ", "ا").replace("ٱ", "ا").replace("اِ", "ا").replace("َا", "ا")
    return plain.replace("ِي", "ي").replace("ُو", "و").rstrip("َُِ")
