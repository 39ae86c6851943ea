"""Trains the tagger of unlisted names on NewsFANE Gold (CC BY-SA 3.0).

Usage: python tools/train_names.py --corpus NewsFANE_Gold_2014_170K.txt [--out FILE] [--hold-out 0.1]

The corpus has its clitics split off and its hamzas dropped: proclitics are joined to their word again and everything is
read in the folded form, as a text is. With --hold-out the end of the corpus is scored instead of trained on.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from musnad.extract.names.scan import scan
from musnad.extract.names.tagger import features, labels
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.lang.ar.words import word
from musnad.resources import package_path

PERSONS = {"Politician", "Police", "Lawyer", "Artist", "Athlete", "Scientist", "Engineer", "Businessperson", "Group"}
PERSONS |= {"Other_PER", "Religious_PER"}
BODIES = {"Government", "Non-Governmental", "Commercial", "Media", "Educational", "Religious_ORG", "Medical-Science"}
BODIES |= {"Sports", "Entertainment"}
PLACES = {"Nation", "Population-Center", "State-or-Province", "GPE-Cluster", "County-or-District", "Continent"}
PLACES |= {"Building-Grounds", "Water-Body", "Land", "Airport", "Path", "Land-Region-Natural", "Subarea-Facility"}
PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "س"})
PARAMETERS = {"c1": 0.3, "c2": 0.01, "max_iterations": 90, "feature.possible_transitions": False, "feature.minfreq": 2}

Labelled = tuple[str, str]


def coarse(label: str) -> str:
    """The label without its fine class: B-PER, I-ORG, O …; groups of people are left out of the persons."""
    begin, _, kind = label.partition("-")
    if kind in PERSONS - {"Group"}:
        return f"{begin}-PER"
    if kind in BODIES:
        return f"{begin}-ORG"
    return f"{begin}-LOC" if kind in PLACES else "O"


def corpus(path: Path) -> Iterator[list[Labelled]]:
    """The sentences of the corpus as folded forms with coarse labels, proclitics joined."""
    sentence: list[Labelled] = []
    clitics = ""
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        form, _, label = line.replace("\u200e", "").partition("\t")
        form = fold_key(form.strip())
        if not form:
            if sentence:
                yield sentence
            sentence, clitics = [], ""
        elif form in PROCLITICS and label == "O":
            clitics += form
        else:
            if clitics.endswith("ل") and form.startswith("ال"):
                form = form[1:]
            sentence.append((clitics + form, coarse(label)))
            clitics = ""
    if sentence:
        yield sentence


def tokens_of(sentence: list[Labelled]) -> list[Token]:
    """The sentence as the reader's tokens."""
    tokens, at = [], 0
    for form, _ in sentence:
        kind = "word" if "\u0621" <= form[0] <= "\u064a" else "number" if form[0].isdigit() else "sign"
        tokens.append(Token(at, at + len(form), form, kind, word(form) if kind == "word" else None))
        at += len(form) + 1
    return tokens


def train(sentences: list[list[Labelled]], out: Path) -> None:
    """Writes the model."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        tokens = tokens_of(sentence)
        trainer.append(features(tokens, labels(scan(tokens))), [label for _, label in sentence])
    trainer.set_params(PARAMETERS)
    trainer.train(str(out))


def score(sentences: list[list[Labelled]], model: Path) -> None:
    """Prints precision, recall and F1 of person names."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right = system = gold = 0
    for sentence in sentences:
        tokens = tokens_of(sentence)
        found = persons(tagger.tag(features(tokens, labels(scan(tokens)))))
        known = persons([label for _, label in sentence])
        right, system, gold = right + len(found & known), system + len(found), gold + len(known)
    print(f"persons: P {right / system:.3f} R {right / gold:.3f} F1 {2 * right / (system + gold):.3f} of {gold}")


def persons(labels: list[str]) -> set[tuple[int, int]]:
    """The spans of person names in a sequence of labels."""
    spans, start = set(), -1
    for at, label in enumerate([*labels, "O"]):
        if start >= 0 and label != "I-PER":
            spans.add((start, at))
            start = -1
        if label == "B-PER":
            start = at
    return spans


def main() -> None:
    """Trains, and scores on the part held out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=package_path("extract", "data", "names", "names.crfsuite"))
    parser.add_argument("--hold-out", type=float, default=0.0)
    arguments = parser.parse_args()
    sentences = list(corpus(arguments.corpus))
    cut = len(sentences) - int(len(sentences) * arguments.hold_out)
    train(sentences[:cut], arguments.out)
    if cut < len(sentences):
        score(sentences[cut:], arguments.out)


if __name__ == "__main__":
    main()
