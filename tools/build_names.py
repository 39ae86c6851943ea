"""Builds src/musnad/lang/ar/data/names.tsv: words that are parts of names, from Wikidata labels (CC0).

    python tools/build_names.py wd_arabic_16 wd_arabic_20 wd_arabic_64

A word is kept if at least `OFTEN` names have it and the dictionary does not know it as a frequent word.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv

DATA = Path(__file__).parents[1] / "src/musnad/lang/ar/data"
OFTEN = 2
_WORD = re.compile("[\u0621-\u064a]{3,}")


def main() -> None:
    """Writes names.tsv."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", type=Path, nargs="+")
    lemmas = {row[1] for row in load_tsv(DATA / "lexicon.tsv")}
    counts: Counter[str] = Counter()
    for path in options.parse_args().names:
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in _arabic(line.split("\t")[1]):
                counts[word] += 1
    kept = sorted(word for word, count in counts.items() if count >= OFTEN and word not in lemmas and word.removeprefix("ال") not in lemmas)
    with (DATA / "names.tsv").open("w", encoding="utf-8") as out:
        out.write("# words of names in Wikidata (CC0), folded; derived by tools/build_names.py\n")
        out.writelines(f"{word}\n" for word in kept)
    print(len(kept), "words")


def _arabic(spaced: str) -> list[str]:
    """The word whose letters stand apart, if it is one."""
    word = fold_key(spaced.replace(" ", ""))
    return [word] if _WORD.fullmatch(word) else []


if __name__ == "__main__":
    main()
