"""Events reported as news, on the Arabic event set of openeventdata: yes against every no, the ambiguous left out.

    python benchmarks/gsr.py FOLDER

A sentence counts as yes where a foreground event of the set's type is read in it. `development` is the half (by hash of
the id) that was looked at when the signs were set, `unseen` the other.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import musnad


def half(name: str) -> str:
    """`development` for an even first byte of the id's SHA-256, `unseen` for an odd one."""
    return ("development", "unseen")[hashlib.sha256(name.encode()).digest()[0] % 2]


def sentences(path: Path) -> Iterator[tuple[str, str, bool]]:
    """The half, the text and whether it is a yes, of each sentence that is not ambiguous."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["label"] != "ambiguous":
                yield half(row["id"]), row["text"], row["label"] == "yes"


def figures(right: int, said: int, there: int) -> str:
    """Precision, recall and F1 in one line; zeros where nothing is said or there."""
    precision, recall = right / max(1, said), right / max(1, there)
    return f"P {precision:.2f} R {recall:.2f} F1 {2 * right / max(1, said + there):.2f}"


def main(folder: Path) -> None:
    """Prints the figures of both sets, by half, for foreground events and for any event."""
    for kind in ("assault", "protest"):
        counts: Counter[tuple[str, str, str]] = Counter()
        for part, text, yes in sentences(folder / f"{kind}.csv"):
            events = [e for e in musnad.annotate(text, "2008-01-01").events if e.type == kind.upper()]
            for way, said in (("foreground", any(e.foreground for e in events)), ("any event", bool(events))):
                for where in (part, "all"):
                    counts[where, way, "there"] += yes
                    counts[where, way, "said"] += said
                    counts[where, way, "right"] += said and yes
        for where in ("development", "unseen", "all"):
            for way in ("foreground", "any event"):
                values = (counts[where, way, key] for key in ("right", "said", "there"))
                print(f"{kind} {where} {way}: {figures(*values)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
