"""How fast articles are read: `python benchmarks/reading.py PATH... [--limit N]`.

PATH is anything that `musnad read` takes. Prints sentences, words and articles a second on one core, the share of time
of each layer, the largest resident memory, and whether time stays linear: one article once, 10 and 100 times over in
one text.
"""

from __future__ import annotations

import argparse
import gc
import resource
from collections.abc import Iterable
from itertools import islice
from time import perf_counter

from musnad.extract.annotate import annotate_document, layers
from musnad.extract.reading import Reading
from musnad.ingest.read import read_documents
from musnad.model import Document


def articles(paths: list[str], limit: int) -> list[Document]:
    """The first articles behind the paths."""
    return list(islice((found for found in read_documents(paths) if isinstance(found, Document)), limit))


def throughput(documents: Iterable[Document]) -> tuple[int, int, float]:
    """Sentences, words and seconds."""
    sentences = words = 0
    began = perf_counter()
    for document in documents:
        sentences += len(annotate_document(document).sentences)
        words += len(document.text.split())
    return sentences, words, perf_counter() - began


def by_layer(documents: Iterable[Document]) -> dict[str, float]:
    """Seconds in each layer."""
    spent = {layer.__name__: 0.0 for layer in layers()}
    for document in documents:
        reading = Reading(document)
        for layer in layers():
            began = perf_counter()
            layer(reading)
            spent[layer.__name__] += perf_counter() - began
    return spent


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--limit", type=int, default=300)
    given = parser.parse_args()
    gc.set_threshold(100_000)
    documents = articles(given.paths, given.limit)
    annotate_document(documents[0])
    sentences, words, seconds = throughput(documents)
    print(f"{len(documents)} articles, {sentences} sentences, {words} words in {seconds:.1f} s")
    rates = (f"{count / seconds:.0f} {name}/s" for count, name in ((sentences, "sentences"), (words, "words")))
    print(", ".join(rates), f"{len(documents) / seconds:.1f} articles/s", sep=", ")
    spent = by_layer(documents)
    whole = sum(spent.values())
    for name, part in spent.items():
        print(f"  {name:20} {part / whole:6.1%}")
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    middle = sorted(documents, key=lambda document: len(document.text))[len(documents) // 2]
    for times in (1, 10, 100):
        long = Document(id="x", published="2016-01-01", text="\n".join([middle.text] * times))
        _, words, seconds = throughput([long])
        print(f"one article {times:3} times over: {1e6 * seconds / max(words, 1):.0f} µs a word")


if __name__ == "__main__":
    main()
