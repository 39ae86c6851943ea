"""Precision and recall of proclitics on WikiNews, segmented by hand (Farasa's conventions).

    python tools/measure_clitics.py WikiNews.pos.ref [--errors N]

A proclitic is right if the same letter stands at the same place. Gold proclitics are the leading segments tagged
CONJ, PREP,
DET, FUT_PART or PART before a core; «ل+ال» is written «لل» and counts as two in both. Words without Arabic letters
don't count.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.segmentation import segment

_PROCLITIC = {"CONJ", "PREP", "DET", "FUT_PART", "PART"}
_LETTERS = {"و", "ف", "ب", "ل", "ك", "س", "ال", "ا"}
_PRONOUN_TAG = "PRON"


def gold(path: Path) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Folded and written form, proclitics and suffix pronoun of each word."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if "\t" not in line:
            continue
        tokens, tags = line.split("\t")[:2]
        parts, kinds = [fold_key(part) for part in tokens.split("+")], tags.split("+")
        proclitics = []
        while (
            len(parts) - len(proclitics) > 1
            and kinds[len(proclitics)] in _PROCLITIC
            and parts[len(proclitics)] in _LETTERS
        ):
            proclitics.append(parts[len(proclitics)])
        form = "".join(parts)
        if proclitics[-2:] == ["ل", "ال"]:
            joined = "".join(proclitics[:-1])
            core = "".join(parts[len(proclitics) :])
            form = joined + ("" if core.startswith("ل") else "ل") + core
        verb = kinds[len(proclitics)] == "V"
        pronoun = (
            parts[-1]
            if kinds[-1] == _PRONOUN_TAG and _has_core(parts, proclitics) and not _subject(parts[-1], verb)
            else ""
        )
        if re.fullmatch("[\u0621-\u064a]+", form):
            spelled = tokens.replace("+", "")
            yield form, spelled if len(spelled) == len(form) else "", tuple(proclitics), pronoun


def _has_core(parts: list[str], proclitics: list[str]) -> bool:
    """Whether the last segment is a suffix: more than و or ف stands before it, or it can't stand alone."""
    return len(parts) > 1 + len(proclitics) or (parts[-1] not in _FREE and bool(proclitics) and proclitics[-1] in "بلك")


_FREE = {"هو", "هي", "هذا", "هذه", "ذلك", "تلك", "نحن", "انا", "هولاء"}


def _subject(part: str, verb: bool) -> bool:
    return verb and part in ("ت", "وا", "ون", "ا", "ان", "ن", "ين", "تا", "تما", "تم", "نا")


def main() -> None:
    """Prints precision, recall and F1 with and without ال, of suffix pronouns, and the most frequent errors."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("wikinews", type=Path)
    options.add_argument("--errors", type=int, default=0)
    given = options.parse_args()
    tallies = {"proclitics": Counter(), "without ال": Counter(), "pronouns": Counter()}  # type: dict[str, Counter[str]]
    wrong: Counter[str] = Counter()
    for form, spelled, proclitics, pronoun in gold(given.wikinews):
        parts = segment(form, spelled)
        ours, suffix = parts.proclitics, form[parts.core_end :]
        if suffix and form[parts.core_start : parts.core_end] in ("ل", "ب", "ك"):  # «له»: our core is the preposition
            ours = (*ours, form[parts.core_start])
        _count(tallies["proclitics"], set(enumerate(ours)), set(enumerate(proclitics)))
        _count(
            tallies["without ال"],
            {p for p in enumerate(ours) if p[1] != "ال"},
            {p for p in enumerate(proclitics) if p[1] != "ال"},
        )
        _count(tallies["pronouns"], {suffix} - {""}, {pronoun} - {""})
        if ours != proclitics or suffix != pronoun:
            wrong[f"{form}: {'+'.join(ours)}|{suffix} for {'+'.join(proclitics)}|{pronoun}"] += 1
    for name, tally in tallies.items():
        precision, recall = tally["both"] / max(1, tally["ours"]), tally["both"] / max(1, tally["gold"])
        print(
            f"{name}: P {precision:.4f} R {recall:.4f} "
            f"F1 {2 * precision * recall / (precision + recall or 1):.4f} of {tally['gold']}"
        )
    for text, count in wrong.most_common(given.errors):
        print(count, text)


def _count(tally: Counter[str], ours: set, gold_set: set) -> None:  # type: ignore[type-arg]
    tally["ours"] += len(ours)
    tally["gold"] += len(gold_set)
    tally["both"] += len(ours & gold_set)


if __name__ == "__main__":
    main()
