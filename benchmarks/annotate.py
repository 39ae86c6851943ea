"""How fast articles are read: `python benchmarks/annotate.py PATH... [--limit N]`.

PATH is anything that `musnad read` takes. In fresh processes, with the lexicons compiled: the start of `musnad
annotate`, then one pass over all articles on one core (sentences a second, layer by layer, and the largest memory).
Then, warm: words cut a second, one article 1, 10 and 100 times over, and texts that nobody
writes: one line of a million letters, a text without any stop, a word of a hundred thousand letters, five megabytes.
Times are those of the process, not of the wall clock; other work on the machine lengthens them all the same.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from musnad.extract.annotate import annotate_document, layers
from musnad.extract.reading import Reading
from musnad.ingest.read import read_documents
from musnad.lang.ar.orthography import fold
from musnad.lang.ar.tokens import tokenize
from musnad.model import Document

FIRST = ("read_zones", "read_tokens", "read_mentions", "read_times", "read_quantities")
STARTS = 5  # the quickest counts: the rest is the machine's other work
SAMPLE = "قال وزير الخارجية إن بلاده تدين الهجوم الذي وقع في العاصمة يوم الثلاثاء."
FIVE_MB = 2_800_000  # letters, nearly two bytes each


def articles(paths: list[str], limit: int | None) -> list[Document]:
    """The first articles behind the paths, all without a limit."""
    return list(islice((found for found in read_documents(paths) if isinstance(found, Document)), limit))


def start() -> None:
    """Prints what one short article takes from the command line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "article.txt")
        path.write_text(SAMPLE, encoding="utf-8")
        command = [sys.executable, "-m", "musnad", "annotate", str(path)]
        took = []
        for _ in range(STARTS + 1):  # the first one may compile
            before, began = os.times(), perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            after, wall = os.times(), perf_counter() - began
            took.append((after.children_user + after.children_system - before[2] - before[3], wall))
    cpu, wall = (min(column) for column in zip(*took[1:], strict=True))
    print(f"start of musnad annotate with one sentence: {cpu:.2f} s of the processor, {wall:.2f} s by the clock")


def whole(documents: list[Document]) -> None:
    """Prints one pass over the articles, whole and layer by layer."""
    annotate_document(Document(id="first", published="2016-01-01", text=SAMPLE))
    spent = {layer.__name__: 0.0 for layer in layers()}
    sentences = words = 0
    for document in documents:
        reading = Reading(document)
        for layer in layers():
            began = process_time()
            layer(reading)
            spent[layer.__name__] += process_time() - began
        sentences += len(reading.sentences)
        words += len(document.text.split())
    seconds, first = sum(spent.values()), sum(spent[name] for name in FIRST)
    print(f"{len(documents)} articles, {sentences} sentences, {words} words in {seconds:.1f} s")
    print(f"whole: {sentences / seconds:,.0f} sentences/s, {words / seconds:,.0f} words/s")
    print(f"first layers (zones to quantities): {sentences / first:,.0f} sentences/s")
    for name, part in spent.items():
        print(f"  {name:16} {part / sentences * 1e3:6.3f} ms a sentence {part / seconds:6.1%}")
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def warm(documents: list[Document]) -> None:
    """Prints words cut and looked up a second."""
    texts = [fold(document.text) for document in documents]

    for text in texts:
        tokenize(text)
    began = process_time()
    tokens = sum(len(tokenize(text)) for text in texts)
    print(f"words cut and looked up, warm: {tokens / (process_time() - began):,.0f} tokens/s")


def long_texts(documents: list[Document]) -> None:
    """Prints the time a letter of ever longer texts; where it rises, reading is not linear."""
    middle = sorted(documents, key=lambda document: len(document.text))[len(documents) // 2].text
    every = "\n".join(document.text for document in documents)
    line = every[:1_000_000].replace("\n", " ")
    texts = {f"one article {times} times over": "\n".join([middle] * times) for times in (1, 10, 100)}
    texts |= {f"one line of {size:,} letters": line[:size] for size in (10_000, 100_000, 1_000_000)}
    endless = re.sub(r"[.!?؟:؛…]", " ", line)
    texts |= {f"no stop in {size:,} letters": endless[:size] for size in (10_000, 100_000, 1_000_000)}
    texts |= {f"a word of {size:,} letters": "مكتوب" * (size // 5) for size in (1_000, 10_000, 100_000)}
    texts["five megabytes"] = (every * (1 + FIVE_MB // len(every)))[:FIVE_MB]
    annotate_document(Document(id="first", text=middle))
    for name, text in texts.items():
        began = process_time()
        annotate_document(Document(id="x", text=text))
        seconds = process_time() - began
        print(f"  {name:32} {seconds:8.2f} s {seconds / len(text) * 1e6:8.2f} µs a letter")


PARTS: dict[str, Callable[[list[Document]], None]] = {"whole": whole, "warm": warm, "long": long_texts}


def main() -> None:
    """Measures each part in a process of its own and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--limit", type=int, default=None, help="articles; all if not given")
    parser.add_argument("--part", choices=PARTS, help="only this one, in this process")
    given = parser.parse_args()
    if given.part:
        PARTS[given.part](articles(given.paths, given.limit))
        return
    start()
    for part in PARTS:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--part", part], check=True)


if __name__ == "__main__":
    main()
