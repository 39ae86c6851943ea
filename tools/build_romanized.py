"""Builds src/musnad/lang/ar/data/romanized.tsv: the commonest English spelling of every part of a name.

    python tools/build_romanized.py wd_arabic_16 wd_arabic_20 wd_arabic_64

Sources: Wikidata labels (CC0, NETransliteration-COLING2018), and the people of our own table, which come first.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv

SOURCE = Path(__file__).parents[1] / "src/musnad"
OWN = 500  # weight of a part in our own table of people
LEAST = 2  # people of Wikidata who must bear a part
_LATIN = re.compile("[a-z]{2,}")
_VOWELS = re.compile("[aeiouwyh]")
_SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttgkkddrzsssdtzgfkklmn", strict=True))
_ALIKE = str.maketrans("cqxpvj", "kkkbfg")


def main() -> None:
    """Writes romanized.tsv."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("wikidata", type=Path, nargs="+")
    found: dict[str, Counter[str]] = {}
    for arabic, english, count in (*wikidata(options.parse_args().wikidata), *people()):
        if alike(arabic, english):
            found.setdefault(arabic, Counter())[english] += count
    with (SOURCE / "lang/ar/data/romanized.tsv").open("w", encoding="utf-8") as out:
        out.write("# folded part of a name, its commonest English spelling; by tools/build_romanized.py, see NOTICE\n")
        for arabic, spellings in sorted(found.items()):
            english, _ = spellings.most_common(1)[0]
            if spellings.total() >= LEAST:
                out.write(f"{arabic}\t{english}\n")


def plain(name: str) -> str:
    """The name in lower-case letters without marks."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")


def wikidata(files: list[Path]) -> Iterator[tuple[str, str, int]]:
    """Folded Arabic part, English part and number of bearers; a dropped article is dropped on both sides."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            english, spaced, count = line.split("\t")
            arabic, latin = fold_key(spaced.replace(" ", "")), plain(english)
            if arabic.startswith("ال") and len(arabic) > 4 and not latin.startswith(("al", "el", "ol", "il")):
                arabic = arabic[2:]
            if len(arabic) > 1 and _LATIN.fullmatch(latin):
                yield arabic, latin, int(count)


def people() -> Iterator[tuple[str, str, int]]:
    """The parts of the people in our tables whose two names have as many parts."""
    for table in sorted((SOURCE / "extract/data/names").glob("people*.tsv")):
        for row in load_tsv(table):
            english, arabic = plain(row[0]).replace("-", " ").split(), fold_key(row[6].split("|")[0]).split()
            english = [part for part in english if part not in ("al", "el")]
            if len(english) != len(arabic):
                continue
            for left, right in zip(arabic, english, strict=True):
                article = left.startswith("ال") and not right.startswith(("al", "el"))
                if _LATIN.fullmatch(right) and len(left) > 1:
                    yield left[2:] if article else left, right, OWN


def alike(arabic: str, english: str) -> bool:
    """Whether the consonants agree well enough: the labels of Wikidata hold misaligned pairs."""
    left = "".join(_SOUNDS.get(letter, "") for letter in arabic)
    right = _VOWELS.sub("", english).translate(_ALIKE)
    shared = sum((Counter(left) & Counter(right)).values())
    return arabic[0] not in "ي" * (english[0] not in "yijegh") and 2 * shared >= max(len(left), len(right)) - 1


if __name__ == "__main__":
    main()
