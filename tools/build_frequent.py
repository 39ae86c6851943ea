"""Builds src/musnad/lang/ar/data/frequent.tsv: the segments of frequent written forms, for a quick start.

    python tools/build_frequent.py

Forms come from wordfreq's Arabic list. Run it last, after the dictionary, the names and the CRF have changed.
"""

from __future__ import annotations

import re
from pathlib import Path

from musnad.lang.ar.orthography import bare, fold_key
from musnad.lang.ar.segmentation import decide

TABLE = Path(__file__).parents[1] / "src/musnad/lang/ar/data/frequent.tsv"
FORMS = 20_000
_ARABIC = re.compile("[\u0621-\u064a]{2,24}")


def main() -> None:
    """Writes frequent.tsv."""
    import wordfreq

    forms = [bare(form) for form in wordfreq.top_n_list("ar", 3 * FORMS)]
    kept = list(dict.fromkeys(form for form in forms if _ARABIC.fullmatch(form)))[:FORMS]
    with TABLE.open("w", encoding="utf-8") as out:
        out.write(
            "# written form, proclitics (joined by +), where the core starts and ends; derived from wordfreq's list\n"
        )
        for form in sorted(kept):
            parts = decide(fold_key(form), form)
            out.write(f"{form}\t{'+'.join(parts.proclitics)}\t{parts.core_start}\t{parts.core_end}\n")
    print(len(kept), "forms")


if __name__ == "__main__":
    main()
