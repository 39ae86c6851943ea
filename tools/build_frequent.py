"""Builds frequent.tsv and less_frequent.tsv in src/musnad/lang/ar/data: the segments of frequent written forms.

    python tools/build_frequent.py

Forms come from wordfreq's Arabic list. Run it last, after the dictionary, the names and the CRF have changed.
"""

from __future__ import annotations

import re
from pathlib import Path

from musnad.lang.ar.orthography import bare, fold_key
from musnad.lang.ar.segmentation import decide

DATA = Path(__file__).parents[1] / "src/musnad/lang/ar/data"
TABLES = {"frequent": (0, 20_000), "less_frequent": (20_000, 60_000)}  # ranks
_ARABIC = re.compile("[\u0621-\u064a]{2,24}")


def main() -> None:
    """Writes both tables."""
    import wordfreq

    forms = [bare(form) for form in wordfreq.top_n_list("ar", 3 * TABLES["less_frequent"][1])]
    kept = list(dict.fromkeys(form for form in forms if _ARABIC.fullmatch(form)))
    for name, (first, end) in TABLES.items():
        _write(DATA / f"{name}.tsv", sorted(kept[first:end]))


def _write(table: Path, forms: list[str]) -> None:
    with table.open("w", encoding="utf-8") as out:
        out.write(
            "# written form, proclitics (joined by +), where the core starts and ends; derived from wordfreq's list\n"
        )
        for form in forms:
            parts = decide(fold_key(form), form)
            out.write(f"{form}\t{'+'.join(parts.proclitics)}\t{parts.core_start}\t{parts.core_end}\n")
    print(len(forms), table.name)


if __name__ == "__main__":
    main()
