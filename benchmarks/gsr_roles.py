"""Country of source and target on the spans of the Arabic event set of openeventdata.

    python benchmarks/gsr_roles.py SPANS_JSON [SPANS_JSON …]

A span counts where the annotators gave a country and an event is read that overlaps their verb. Prints, for source
and target, the share whose country is right, and how many of the spans have an event at all.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import musnad
from musnad.model import Annotation, Event


def spans(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The text and each span of a file, once."""
    seen = set()
    for row in json.loads(path.read_text(encoding="utf-8")):
        for span in row["spans"]:
            key = (row["text"], json.dumps(span, sort_keys=True))
            if key not in seen and span.get("verb"):
                seen.add(key)
                yield row["text"], span


def event_of(annotation: Annotation, verb: list[str]) -> Event | None:
    """The event on the annotators' verb; None if none is read there."""
    text = annotation.document.text
    places = [(at, at + len(word)) for word in verb if (at := text.find(word)) >= 0]
    return next(
        (e for e in annotation.events if any(s < e.trigger.end and e.trigger.start < t for s, t in places)), None
    )


def main(arguments: list[str]) -> None:
    """Prints the shares."""
    counts: Counter[str] = Counter()
    known: dict[str, Annotation] = {}
    for path in map(Path, arguments):
        for text, span in spans(path):
            annotation = known.setdefault(text, musnad.annotate(text, "2008-01-01"))
            event = event_of(annotation, span["verb"])
            counts["spans"] += 1
            counts["events"] += event is not None
            if event is None:
                continue
            codes = {entity.id: entity.code.split(" ")[0] for entity in annotation.entities}
            for role, actors in (("source", event.sources), ("target", event.targets)):
                told = span.get(f"{role}_role")
                country = told.get("main") if isinstance(told, dict) else None
                if country and country != "None":
                    counts[f"{role} given"] += 1
                    counts[f"{role} right"] += country in {codes.get(actor) for actor in actors}
                    counts[f"{role} empty"] += not actors
    print(f"spans {counts['spans']}, with an event {counts['events']}")
    for role in ("source", "target"):
        given = counts[f"{role} given"]
        right, empty = counts[f"{role} right"], counts[f"{role} empty"]
        print(f"{role}: given {given}, right {right} ({right / max(1, given):.2f}), left empty {empty}")


if __name__ == "__main__":
    main(sys.argv[1:])
