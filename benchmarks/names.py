"""Pairs of names compared in a second, with caches cold and warm: `python benchmarks/names.py`."""

from __future__ import annotations

import time
from pathlib import Path

from musnad.lang.ar import names

PAIRS = Path(__file__).parents[1] / "tests" / "data" / "name_pairs.tsv"
ROUNDS = 200


def main() -> None:
    """Prints the pairs a second, first with empty caches, then as in a running reader."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    pairs = [tuple(line.split("\t")[1:]) for line in lines if not line.startswith("#")]
    for label, rounds in (("cold", 1), ("warm", ROUNDS)):
        start = time.perf_counter()
        for _ in range(rounds):
            for one, other in pairs:
                names.compare(one, other)
        print(f"{label}: {rounds * len(pairs) / (time.perf_counter() - start):,.0f} pairs/s")


if __name__ == "__main__":
    main()
