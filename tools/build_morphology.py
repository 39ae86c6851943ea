"""Builds src/musnad/lang/ar/data/lexicon.tsv and endings.tsv from outside dictionaries.

    python tools/build_morphology.py --verbs DIR --lemmas lemmas.csv --pud ar_pud-ud-test.conllu

Frequencies come from wordfreq (its list of Arabic words) and the training part of PUD; they order the readings of a
form.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from pathlib import Path

from arabic.derive import derive
from arabic.frequencies import estimate, feminines, frequencies, inflections, observed, without_closed
from arabic.lexemes import Lexeme, add_plurals, inflect_nouns, link, persons, read_nouns, read_verbs
from arabic.plurals import guess_plurals
from arabic.verbs import Inflected
from musnad.resources import load_tsv

DATA = Path(__file__).parents[1] / "src/musnad/lang/ar/data"
# lexemes rarer than this per billion words, by the estimate, are left out: they cost memory and only add wrong readings
RAREST = 3.0


def main() -> None:
    """Reads the sources, estimates frequencies, writes the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--verbs", type=Path, required=True)
    options.add_argument("--lemmas", type=Path, required=True)
    options.add_argument("--pud", type=Path, required=True)
    given = options.parse_args()
    frequent = frequencies()
    verbs, nouns = read_verbs(given.verbs), read_nouns(given.lemmas)
    link(nouns, verbs)
    listed = {row[0]: row[1].split() for row in load_tsv(DATA / "masdars.tsv")}
    derive(nouns, verbs, frequent, listed)
    plurals = list(load_tsv(DATA / "plurals.tsv"))
    inflect_nouns(nouns, frequent, feminines(), persons(plurals))
    add_plurals(nouns, plurals)
    guess_plurals(nouns, verbs, frequent)
    lexemes = verbs + nouns
    codes = estimate(lexemes, without_closed(frequent, load_tsv(DATA / "closed.tsv")), observed(given.pud))
    kept = [lexeme for lexeme in lexemes if lexeme.weight * 1e9 >= RAREST]
    print(f"{len(lexemes)} lexemes, {len(kept)} kept, {sum(x.pos == 'VERB' for x in kept)} verbs")
    write(kept)
    write_priors(inflections(given.pud, codes))


def write(lexemes: list[Lexeme]) -> None:
    """Writes lexicon.tsv (a lexeme a line, its stems with the class of their endings) and endings.tsv."""
    classes: dict[tuple[tuple[str, ...], ...], int] = {}
    with (DATA / "lexicon.tsv").open("w", encoding="utf-8") as out:
        out.write(
            "# derived by tools/build_morphology.py from Camel Morph MSA and ArabicChainBank (CC BY 4.0); see NOTICE\n"
        )
        out.write(
            "# part of speech, folded lemma, vocalised lemma, derived, verb, gender, log10 per billion, stem:class …\n"
        )
        for lexeme in sorted(lexemes, key=lambda x: (x.pos, x.lemma, x.lexeme, x.derived)):
            stems = " ".join(f"{stem}:{number}" for stem, number in _stems(lexeme, classes))
            weight = f"{math.log10(lexeme.weight * 1e9):.2f}"
            row = (lexeme.pos, lexeme.lemma, lexeme.lexeme, lexeme.derived, lexeme.verb, lexeme.gender, weight, stems)
            out.write("\t".join(row) + "\n")
    with (DATA / "endings.tsv").open("w", encoding="utf-8") as out:
        out.write(
            "# class, prefix, ending, before a pronoun (0 never, 1 only), aspect voice person gender number mood …\n"
        )
        for rows, number in sorted(classes.items(), key=lambda item: item[1]):
            for prefix, ending, clitic, *codes in rows:
                out.write("\t".join((str(number), prefix, ending, clitic, " ".join(codes))) + "\n")
    print(f"{len(classes)} classes of endings")


def write_priors(codes: dict[str, float]) -> None:
    """Writes priors.tsv: how likely an inflection is within its part of speech."""
    with (DATA / "priors.tsv").open("w", encoding="utf-8") as out:
        out.write("# part of speech, aspect voice person gender number mood, log10 of the share\n")
        for code, share in sorted(codes.items()):
            out.write(f"{code[:-6]}\t{code[-6:]}\t{math.log10(max(share, 1e-6)):.2f}\n")


def _stems(lexeme: Lexeme, classes: dict[tuple[tuple[str, ...], ...], int]) -> list[tuple[str, int]]:
    """The stems of a lexeme with their class: forms that share their first letters but the last are one stem."""
    groups: dict[str, list[Inflected]] = defaultdict(list)
    for form in lexeme.forms:
        broken = (
            f" {form.middle}"[: 4 + len(form.middle) // 5] if form.code[0] == "-" and form.code[3:5] == "-p" else ""
        )
        groups[form.code[0] + broken].append(form)
    found = []
    for key in sorted(groups):
        pending = groups[key]
        while pending:
            stem = _stem(pending)
            part = [form for form in pending if form.middle.startswith(stem)]
            pending = [form for form in pending if not form.middle.startswith(stem)]
            found.append((stem, classes.setdefault(_rows(part, len(stem)), len(classes))))
    return found


def _stem(forms: list[Inflected]) -> str:
    """The longest common beginning of the shortest form and those that share all but two of its letters."""
    shortest = min((form.middle for form in forms), key=lambda middle: (len(middle), middle))
    for length in range(len(shortest), max(0, len(shortest) - 3), -1):
        stem = shortest[:length]
        if all(
            form.middle.startswith(stem) or not form.middle.startswith(shortest[: max(1, len(shortest) - 2)])
            for form in forms
        ):
            return stem
    return shortest


def _rows(forms: list[Inflected], length: int) -> tuple[tuple[str, ...], ...]:
    by: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for form in forms:
        by[form.prefix, form.middle[length:], form.clitic].add(form.code)
    return tuple((*key, *sorted(codes)) for key, codes in sorted(by.items()))


if __name__ == "__main__":
    main()
