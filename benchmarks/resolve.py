"""How many articles a second the store resolves on one core, how much memory it takes, and what the next hundred cost.

    python benchmarks/resolve.py 2015-07-23.json [--articles 3000] [--read 1000]

The file holds a list of articles with `source`, `title`, `content` and `date_extracted` (SaudiNewsNet's layout).
Reading is timed apart. Articles beyond those read are the same again four days later, which is
harder than news: all are copies.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

import musnad
from musnad.model import Annotation
from musnad.store import Store, open_store


def read(path: Path, count: int) -> list[Annotation]:
    """The annotations of the first `count` articles."""
    rows = json.loads(path.read_text(encoding="utf-8"))[:count]
    return [musnad.annotate(row["content"], row["date_extracted"][:10], outlet=row["source"]) for row in rows]


def repeated(annotations: list[Annotation], count: int) -> Iterator[Annotation]:
    """`count` annotations: the given ones, again and again, each round four days later."""
    for number in range(count):
        annotation = annotations[number % len(annotations)]
        round_ = number // len(annotations)
        yield shifted(annotation, 4 * round_) if round_ else annotation


def shifted(annotation: Annotation, days: int) -> Annotation:
    """The annotation of a like article published so many days later."""
    replace = msgspec.structs.replace
    document = annotation.document
    published = (date.fromisoformat((document.published or "2015-07-21")[:10]) + timedelta(days)).isoformat()
    events = tuple(replace(event, time=None) for event in annotation.events)
    articles = tuple(replace(each, published=published) for each in annotation.articles)
    moved = replace(document, id=f"{document.id}-{days}", published=published)
    return replace(annotation, document=moved, events=events, articles=articles)


def added(store: Store, annotations: Iterator[Annotation]) -> tuple[float, float, int]:
    """Seconds for adding, seconds for resolving, and the number of articles."""
    with store.writer() as writer:
        start = time.perf_counter()
        for annotation in annotations:
            writer.add(annotation)
        middle = time.perf_counter()
        count = writer.resolve()
        return middle - start, time.perf_counter() - middle, count


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--read", type=int, default=1000)
    options = parser.parse_args()
    start = time.perf_counter()
    annotations = read(options.file, options.read)
    print(f"read {len(annotations)} articles: {len(annotations) / (time.perf_counter() - start):.0f}/s")
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bench.duckdb", create=True)
        everything = list(repeated(annotations, options.articles + 200))
        done = 0
        for size in (options.articles // 3, 100, options.articles - options.articles // 3, 100):
            adding, resolving, count = added(store, iter(everything[done : done + size]))
            done += size
            print(
                f"store of {done}: added {count / adding:.0f}/s, resolved {count / resolving:.0f}/s ({resolving:.1f} s)"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{store.view().counts()}\npeak memory {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
