"""Trains src/musnad/lang/ar/data/clitics.crfsuite on UD_Arabic-PUD.

    python tools/train_clitics.py ar_pud-ud-test.conllu [--all]

Every fifth sentence is left for measuring unless --all is given.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

import pycrfsuite

from arabic.pud import Written, sentences
from musnad.lang.ar.segmentation import features

MODEL = Path(__file__).parents[1] / "src/musnad/lang/ar/data/clitics.crfsuite"
_ARABIC = re.compile("[\u0621-\u064a]{2,24}")


def labels(word: Written) -> str:
    """B where a segment begins, I elsewhere."""
    return "".join("B" + "I" * (len(segment) - 1) for segment in word.segments if segment)


def main() -> None:
    """Trains and saves the model; prints its size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pud", type=Path)
    options.add_argument("--all", action="store_true")
    given = options.parse_args()
    trainer = pycrfsuite.Trainer(verbose=False)
    counts: Counter[tuple[str, str]] = Counter()
    for number, words in enumerate(sentences(given.pud)):
        if number % 5 or given.all:
            counts.update((word.form, labels(word)) for word in words if _ARABIC.fullmatch(word.form))
    for (form, gold), count in counts.items():
        for _ in range(min(count, 8)):
            trainer.append(features(form), list(gold))
    trainer.set_params({"c1": 0.02, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True})
    trainer.train(str(MODEL))
    print(f"{len(counts)} forms, {MODEL.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
