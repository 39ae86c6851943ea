"""How many articles a second the store resolves on one core, in how much memory, and what ten more articles cost.

    python benchmarks/resolve.py 2015-07-23.zip 2015-07-24.zip 2015-07-25.zip [--articles 31000] [--cache FILE]

The files hold lists of articles with `source`, `title`, `content` and `date_extracted` (SaudiNewsNet's layout, zipped
or not). They are read once, apart from the measurement, and kept in the cache. What goes beyond them is the same days
again so many days later (`--apart`), with all but a share of the words (`--kept`) changed for others of the same
length: the rounds are as full of copies as the papers are, but no copies of each other. With a quarter kept they tell
other matters of the same parties; with three quarters every matter of the three days is told again in every round.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

import musnad
from musnad.model import Annotation, Span
from musnad.store import Store, open_store

SIZES = (300, 3_000, 30_000)  # articles in the store when ten more come
FEW, TIMES = 10, 5  # articles that come late, and how often that is measured
TOGETHER = 32  # articles added in one transaction, as `musnad read` does
_WORD = re.compile(r"[\u0621-\u064a]{4,}")
_LETTERS = "ابتجحدرسعفقكلمنهوي"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The articles of a file."""
    if path.suffix != ".zip":
        yield from json.loads(path.read_text(encoding="utf-8"))
        return
    with zipfile.ZipFile(path) as folder:
        for name in folder.namelist():
            yield from json.loads(folder.read(name))


def read(paths: Sequence[Path], count: int, cache: Path | None) -> list[Annotation]:
    """The annotations of `count` articles drawn from the files, from the cache where there is one."""
    if cache and cache.exists():
        packed = msgspec.msgpack.decode(cache.read_bytes(), type=list[bytes])
        return [Annotation.from_json(zlib.decompress(each)) for each in packed[:count]]
    every = [row for path in paths for row in rows(path)]
    random.Random(5).shuffle(every)
    found = [musnad.annotate(row["content"], row["date_extracted"][:10], outlet=row["source"]) for row in every[:count]]
    if cache:
        cache.write_bytes(msgspec.msgpack.encode([zlib.compress(each.to_json(), 1) for each in found]))
    return found


def stream(annotations: Sequence[Annotation], count: int, apart: int, kept: float) -> Iterator[Annotation]:
    """`count` annotations in order of publication: the given days again and again, each round so many days later."""
    days = sorted(annotations, key=lambda each: (each.document.published or "", each.document.id))
    for number in range(count):
        round_, at = divmod(number, len(days))
        yield shifted(days[at], apart * round_, round_, kept) if round_ else days[at]


def shifted(annotation: Annotation, days: int, round_: int, kept: float) -> Annotation:
    """The annotation of another article like it, so many days later; `kept` is the share of words that stay."""

    def later(value: str) -> str:
        return _DATE.sub(lambda found: _moved(found.group(), days), value)

    def other(found: re.Match[str]) -> str:
        word = found.group()
        mixed = zlib.crc32(f"{word}{round_}".encode())
        return (
            word
            if mixed % 100 < 100 * kept
            else "".join(_LETTERS[(mixed >> at) % len(_LETTERS)] for at in range(len(word)))
        )

    text = _WORD.sub(other, annotation.document.text)
    record = json.loads(annotation.to_json())
    _renew(record, text, later)
    record["document"] |= {"id": f"{annotation.document.id}-{round_}", "text": text}
    return Annotation.from_json(json.dumps(record, ensure_ascii=False).encode())


def _renew(value: object, text: str, later: object) -> None:
    """Dates moved on, and quotations taken from the new text."""
    if isinstance(value, list):
        for each in value:
            _renew(each, text, later)
    elif isinstance(value, dict):
        if "text" in value and isinstance(value.get("start"), int):
            value["text"] = Span.of(text, value["start"], value["end"]).text
        for key in ("published", "time", "value"):
            if isinstance(value.get(key), str):
                value[key] = later(value[key])  # type: ignore[operator]
        for each in value.values():
            _renew(each, text, later)


def _moved(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except ValueError:
        return day


class Bench:
    """A store that grows along a stream."""

    def __init__(self, store: Store, articles: Iterator[Annotation]) -> None:
        self.store, self.articles, self.size = store, articles, 0

    def grow(self, count: int) -> tuple[float, float]:
        """Seconds of adding so many articles and of resolving them; making them is not timed."""
        fresh = [article for _, article in zip(range(count), self.articles, strict=False)]
        with self.store.writer() as writer:
            start = time.process_time()
            for at in range(0, len(fresh), TOGETHER):
                writer.add_all(fresh[at : at + TOGETHER])
            middle = time.process_time()
            writer.resolve()
            end = time.process_time()
        self.size += len(fresh)
        return middle - start, end - middle

    def late(self) -> float:
        """Milliseconds that ten more articles take, added and resolved: the median of some tries."""
        found = sorted(sum(self.grow(FEW)) for _ in range(TIMES))
        return 1000 * found[len(found) // 2]


def memory() -> float:
    """The most that the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--articles", type=int, default=31_000)
    parser.add_argument("--read", type=int, default=10_000, help="read at most so many of the files' articles")
    parser.add_argument("--cache", type=Path, help="file that keeps what was read for the next run")
    parser.add_argument("--apart", type=int, default=3, help="days from one round to the next")
    parser.add_argument("--kept", type=float, default=0.25, help="share of the words that a round keeps")
    parser.add_argument("--batch", type=int, default=2_000, help="articles added before the story is resolved")
    options = parser.parse_args()
    annotations = read(options.files, options.read, options.cache)
    print(f"{len(annotations)} articles read; memory {memory():.0f} MB", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bench.duckdb", create=True)
        bench = Bench(store, stream(annotations, options.articles, options.apart, options.kept))
        measure(bench, options.articles, options.batch)
        print(store.view().counts())


def measure(bench: Bench, articles: int, batch: int) -> None:
    """Grows the store to `articles`, and tells what a batch and ten more articles cost on the way."""
    spent = resolving = 0.0
    sizes = [size for size in SIZES if size < articles]
    while bench.size < articles:
        stop = min([size for size in sizes if size > bench.size] or [articles])
        before = bench.size
        adding, story = bench.grow(min(batch, stop - bench.size, articles - bench.size))
        spent, resolving, count = spent + adding + story, resolving + story, bench.size - before
        if not count:
            break
        print(
            f"store of {bench.size}: added {count / adding:.0f}/s, resolved {count / story:.0f}/s; "
            f"memory {memory():.0f} MB",
            flush=True,
        )
        if bench.size in sizes:
            size = bench.size
            print(f"ten articles into a store of {size}: {bench.late():.0f} ms", flush=True)
    rate = bench.size / resolving
    print(f"all {bench.size}: resolved {rate:.0f}/s, added and resolved {bench.size / spent:.0f}/s")


if __name__ == "__main__":
    main()
