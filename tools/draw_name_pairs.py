"""Draws pairs of Arabic names that do, or do not, name one bearer, for the tests of the name comparison.

Usage: python tools/draw_name_pairs.py --names FOLDER [--out tests/data/name_pairs.tsv] [--pairs 500] [--seed 7]

FOLDER holds the files wd_arabic_* of NETransliteration-COLING2018 (Wikidata names, CC0), one Arabic form for each
Latin spelling. Forms whose Latin sides are spellings of one name («Müller», «Muller») make a positive pair where they
differ; negatives are other names that begin alike and are as long.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

from musnad.lang.ar.names import name_key
from musnad.lang.ar.orthography import fold_key

MIN_LETTERS = 4  # shorter names are too alike to tell
ALIKE = 0.75  # share of letters in common (difflib) under which two forms are noise of the list


def latin_key(name: str) -> str:
    """A Latin name without the ways of spelling one sound: accents, doubling, ph and f, y and i, ck, c and k."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode()
    for one, other in (
        ("ph", "f"),
        ("ck", "k"),
        ("sch", "sh"),
        ("y", "i"),
        ("tz", "z"),
        ("ae", "e"),
        ("ou", "u"),
        ("dj", "j"),
    ):
        plain = plain.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", plain)


def forms_by_english(folder: Path) -> dict[str, list[str]]:
    """The Arabic forms of each English name."""
    forms: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("wd_arabic_*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            english, spaced, _ = line.split("\t")
            english = latin_key(english)
            form = spaced.replace(" ", "")
            if len(form) >= MIN_LETTERS:
                forms[english].add(form)
    return {english: sorted(found) for english, found in sorted(forms.items())}


def positives(forms: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Pairs under one English name that are written differently and share most of their letters."""
    return [
        (one, other)
        for found in forms.values()
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if fold_key(one) != fold_key(other) and SequenceMatcher(None, fold_key(one), fold_key(other)).ratio() >= ALIKE
    ]


def negatives(forms: dict[str, list[str]], rng: random.Random) -> list[tuple[str, str]]:
    """Pairs of different English names that begin alike and are as long, whose Arabic forms never coincide."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for english, found in forms.items():
        for form in found:
            bearers[name_key(form)].add(english)
    by_start: dict[str, list[str]] = defaultdict(list)
    for english, found in forms.items():
        by_start[found[0][:2]].append(english)
    pairs = []
    for english, found in forms.items():
        other = rng.choice(by_start[found[0][:2]])
        one, two = found[0], forms[other][0]
        if other != english and not bearers[name_key(one)] & bearers[name_key(two)] and abs(len(one) - len(two)) < 2:
            pairs.append((one, two))
    return pairs


def main() -> None:
    """Writes the pairs: verdict, one name, the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--names", type=Path, required=True, help="folder with the files wd_arabic_*")
    parser.add_argument("--out", type=Path, default=Path("tests/data/name_pairs.tsv"))
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    rng, forms = random.Random(arguments.seed), forms_by_english(arguments.names)
    same = rng.sample(positives(forms), arguments.pairs)
    different = rng.sample(negatives(forms, rng), arguments.pairs)
    rows = [("same", *pair) for pair in same] + [("different", *pair) for pair in different]
    head = "# drawn by tools/draw_name_pairs.py from NETransliteration-COLING2018 (Wikidata names, CC0)"
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text("\n".join([head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
