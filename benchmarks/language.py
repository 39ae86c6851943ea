"""How fast the language room is over running news.

    python benchmarks/language.py ant.jsonl [--articles N]

Reads the `text` of each line; prints words a second and milliseconds per sentence of thirty words for each step,
cold and warm, and the share of Arabic words with a reading. Times are those of the process, not of the wall clock.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from musnad.lang.ar.orthography import fold
from musnad.lang.ar.pos import tag
from musnad.lang.ar.tokens import Token, tokenize

SENTENCE = 30  # words


def timed(name: str, words: int, work: Callable[[], object]) -> None:
    """Prints what `work` over so many words takes."""
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"{name:20} {words / seconds:12,.0f} words/s {seconds / words * SENTENCE * 1e3:8.3f} ms per sentence")


def main() -> None:
    """Times each step over the articles."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("news", type=Path)
    options.add_argument("--articles", type=int, default=2000)
    given = options.parse_args()
    lines = given.news.read_text(encoding="utf-8").splitlines()[: given.articles]
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    folded = [fold(text) for text in texts]
    tokens: list[list[Token]] = []
    timed("fold", words, lambda: [fold(text) for text in texts])
    timed("cut and read, cold", words, lambda: tokens.extend(tokenize(text) for text in folded))
    timed("cut and read, warm", words, lambda: [tokenize(text) for text in folded])
    timed("tag, cold", words, lambda: [tag(one) for one in tokens])
    timed("tag, warm", words, lambda: [tag(one) for one in tokens])
    arabic = [token.word for one in tokens for token in one if token.word is not None]
    print(
        f"{sum(bool(word.readings) for word in arabic) / len(arabic):.4f} of {len(arabic)} Arabic words have a reading"
    )


if __name__ == "__main__":
    main()
