"""Trains src/musnad/lang/ar/data/pos.tsv, the weights of the tagger, on UD_Arabic-PUD.

    python tools/train_pos.py ar_pud-ud-test.conllu [--all] [--rounds N]

Tags of PUD are mapped to those that the dictionary gives (see `gold_tag`). Without --all every fifth sentence is
left for
measuring, and the accuracy on it is printed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from arabic.pud import Written, sentences
from musnad.lang.ar import pos as tagger
from musnad.lang.ar.orthography import fold
from musnad.lang.ar.pos_weights import Weights
from musnad.lang.ar.tokens import Token, tokenize

MODEL = Path(__file__).parents[1] / "src/musnad/lang/ar/data/pos.tsv"
SMALLEST = 0.06  # averaged weights under this change no decision on the held-out part
_PROCLITIC = {"CCONJ", "ADP", "PART", "SCONJ"}

Example = tuple[list[Token], list[str]]


def gold_tag(word: Written) -> str:
    """The tag of the core: the first segment that is neither a proclitic of one letter nor the last pronoun."""
    tags = list(zip(word.segments, word.tags, strict=True))
    while len(tags) > 1 and len(tags[0][0]) == 1 and tags[0][1] in _PROCLITIC and tags[1][1] != "PRON":
        tags.pop(0)
    return tags[0][1]


def mapped(tag: str, options: tuple[str, ...]) -> str:
    """A PUD tag as one of the word's options, or empty if none of them is meant."""
    if tag in options:
        return tag
    same = {
        "PRON": ("DET", "PRON"), "DET": ("DET", "NOUN", "PRON"), "ADV": ("ADV", "NOUN", "ADP", "ADJ"),
        "AUX": ("AUX", "VERB"),
        "VERB": ("AUX",), "SCONJ": ("SCONJ", "PART"), "PART": ("PART", "SCONJ", "CCONJ", "ADV"),
        "ADP": ("SCONJ", "NOUN", "ADV"),
        "CCONJ": ("PART", "SCONJ"), "NUM": ("NOUN",), "PROPN": ("NOUN", "ADJ"), "NOUN": ("ADP", "NUM", "DET"),
        "ADJ": ("NOUN", "NUM"),
    }  # fmt: skip
    return next((other for other in same.get(tag, ()) if other in options), "")


def examples(path: Path) -> Iterator[Example]:
    """Sentences as tokens of ours, with the gold tag of each ('' where it is not known)."""
    for words in sentences(path):
        text = " ".join(word.spelled for word in words)
        tokens = tokenize(fold(text))
        gold: list[str] = [""] * len(tokens)
        at, by_start = 0, {token.start: index for index, token in enumerate(tokens)}
        for word in words:
            if at in by_start:
                gold[by_start[at]] = gold_tag(word)
            at += len(word.spelled) + 1
        yield tokens, gold


class Perceptron:
    """Averaged weights of (feature, tag)."""

    def __init__(self) -> None:
        self.weights: Weights = defaultdict(dict)
        self._sums: dict[tuple[str, str], float] = defaultdict(float)
        self._stamps: dict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def learn(self, features: list[str], right: str, guess: str) -> None:
        """One step towards `right` and away from `guess`."""
        self.step += 1
        if right != guess:
            for feature in features:
                self._add(feature, right, 1.0)
                self._add(feature, guess, -1.0)

    def _add(self, feature: str, tag: str, value: float) -> None:
        key = feature, tag
        current = self.weights[feature].get(tag, 0.0)
        self._sums[key] += (self.step - self._stamps[key]) * current
        self._stamps[key] = self.step
        self.weights[feature][tag] = current + value

    def averaged(self) -> Weights:
        """The weights averaged over all steps."""
        result: Weights = {}
        for feature, tags in self.weights.items():
            for tag, value in tags.items():
                total = self._sums[feature, tag] + (self.step - self._stamps[feature, tag]) * value
                if abs(total / self.step) >= SMALLEST:
                    result.setdefault(feature, {})[tag] = round(total / self.step, 2)
        return result


def train(data: list[Example], rounds: int) -> Weights:
    """The averaged weights after some rounds over the shuffled sentences."""
    model, chance = Perceptron(), random.Random(7)
    for _ in range(rounds):
        chance.shuffle(data)
        for tokens, gold in data:
            _learn_sentence(model, tokens, gold)
    return model.averaged()


def _learn_sentence(model: Perceptron, tokens: list[Token], gold: list[str]) -> None:
    before = last = "^"
    for at, token in enumerate(tokens):
        if token.word is None:
            guess = tagger._other(token)
        else:
            options = tagger.possible(token.word)
            right = mapped(gold[at], options)
            guess = right or options[0]
            if len(options) > 1 and right:
                features = tagger.own(token.word) + tagger.around(tokens, at, last, before)
                found = [model.weights[feature] for feature in features if feature in model.weights]
                guess = tagger.choose(tuple((tag, 0.0) for tag in options), found)
                model.learn(features, right, guess)
        before, last = last, guess


def measure(data: list[Example]) -> None:
    """Prints the accuracy and the F1 of each tag on sentences with gold tags."""
    right = total = 0
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("gold", "ours", "both")}
    wrong: Counter[tuple[str, str, str]] = Counter()
    for tokens, gold in data:
        tagger.tag(tokens)
        for token, tag in zip(tokens, gold, strict=True):
            if not tag or token.word is None:
                continue
            meant = (
                mapped(tag, (token.pos,))
                if tag in ("PRON", "DET", "AUX", "ADV", "PART", "SCONJ", "CCONJ", "ADP")
                else tag
            )
            meant = meant or tag
            total, right = total + 1, right + (meant == token.pos)
            counts["gold"][meant] += 1
            counts["ours"][token.pos] += 1
            counts["both"][meant] += meant == token.pos
            if meant != token.pos:
                wrong[meant, token.pos, token.form] += 1
    print(f"accuracy {right / total:.4f} of {total} words")
    for tag in sorted(counts["gold"], key=lambda name: -counts["gold"][name])[:12]:
        p, r = counts["both"][tag] / max(1, counts["ours"][tag]), counts["both"][tag] / counts["gold"][tag]
        print(f"{tag:6} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r or 1):.3f} of {counts['gold'][tag]}")
    pairs: Counter[tuple[str, str]] = Counter()
    for (meant, ours, _), n in wrong.items():
        pairs[meant, ours] += n
    print(pairs.most_common(14))
    print([item for item in wrong.most_common(4000) if "VERB" in item[0][:2]][:70])


def main() -> None:
    """Trains, saves and measures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pud", type=Path)
    options.add_argument("--all", action="store_true")
    options.add_argument("--rounds", type=int, default=8)
    given = options.parse_args()
    data = list(examples(given.pud))
    held = [] if given.all else data[::5]
    weights = train([one for number, one in enumerate(data) if given.all or number % 5], given.rounds)
    with MODEL.open("w", encoding="utf-8") as out:
        out.write("# feature, part of speech, weight; trained by tools/train_pos.py on UD_Arabic-PUD (CC BY-SA 3.0)\n")
        for feature in sorted(weights):
            if not re.search(r"[\t\n]", feature):
                out.writelines(f"{feature}\t{tag}\t{value:g}\n" for tag, value in sorted(weights[feature].items()))
    print(f"{len(weights)} features, {MODEL.stat().st_size / 1e6:.1f} MB")
    if held:
        measure(held)


if __name__ == "__main__":
    main()
