"""Train the QuadClass and relevance model, and measure it by cross-validation.

usage: python tools/train_quadclass.py PATH_TO_QUADCLASS_DATA PATH_TO_LEMMAS_CSV [--measure]

The folder holds `quad.tsv` (text, class 0–4) and `binary.tsv` (text, 0/1); the file holds lemmas with English glosses.
Lemmas that share a gloss, or that keep company in the sentences, lend each other weight: both are linear maps of the
lemma view, so that after training they are folded into the lemmas' own weights and cost nothing at run time.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import scipy.sparse as sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from musnad import annotate
from musnad.extract.quadclass.features import views
from musnad.extract.quadclass.model import MODEL_VERSION, Model, View
from musnad.lang.ar.orthography import fold_key
from musnad.resources import package_path

NAMES = ("lemmas", "letters", "reader")
C = 0.1  # of the linear SVM; .05 to .1 are within the noise of the folds, below and above lose a point
DIMENSIONS = 300  # of the lemma space; 200 to 500 are within the noise
LEAST = 2  # sentences that a feature must occur in


def read(path: Path) -> tuple[list[str], np.ndarray]:
    """Texts and labels of a TSV file with a header."""
    rows = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")][1:]
    kept = [row for row in rows if len(row) == 2]
    return [row[0] for row in kept], np.array([int(row[1]) for row in kept])


def glosses(path: Path) -> dict[str, set[str]]:
    """English gloss words by folded lemma."""
    table: dict[str, set[str]] = {}
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            words = re.split("[;_]", row["GLOSS"].lower())
            table.setdefault(fold_key(row["LEMMA_ARA"].replace("ٱ", "ا")), set()).update(words)
    return table


class Space:
    """The three views as tf-idf matrices, and the two maps of the lemma view."""

    def __init__(self, found: list[dict[str, list[str]]], gloss: dict[str, set[str]], used: np.ndarray) -> None:
        self.vectorizers = {name: _vectorizer() for name in NAMES}
        self.matrices = {
            name: self.vectorizers[name].fit_transform([row[name] for row in found]).tocsr() for name in NAMES
        }
        lemmas = self.vectorizers["lemmas"].get_feature_names_out()
        words = TfidfVectorizer(analyzer=lambda lemma: sorted(gloss.get(lemma, ())), min_df=2)
        self.gloss = words.fit_transform(lemmas).tocsr()
        space = TruncatedSVD(DIMENSIONS, random_state=0).fit(self.matrices["lemmas"][used])
        self.company = space.components_.T

    def rows(self, index: np.ndarray) -> Any:
        """All features of some sentences, the maps applied."""
        lemmas = self.matrices["lemmas"][index]
        mapped = [sparse.csr_matrix(lemmas @ self.gloss), sparse.csr_matrix(lemmas @ self.company)]
        return sparse.hstack([*(self.matrices[name][index] for name in NAMES), *mapped]).tocsr()

    def folded(self, weights: np.ndarray) -> dict[str, np.ndarray]:
        """Weights (outputs × features) taken apart by view, those of the maps folded into the lemmas."""
        ends = np.cumsum([*(self.matrices[n].shape[1] for n in NAMES), self.gloss.shape[1], self.company.shape[1]])
        lemmas, letters, reader, gloss, company = np.split(weights, ends[:-1], axis=1)
        return {
            "lemmas": lemmas + (self.gloss @ gloss.T).T + (self.company @ company.T).T,
            "letters": letters,
            "reader": reader,
        }


def _vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=lambda features: features, sublinear_tf=True, min_df=LEAST)


def _svm() -> LinearSVC:
    return LinearSVC(C=C, class_weight="balanced", random_state=0)


def cross_validate(space: Space, index: np.ndarray, labels: np.ndarray, average: str, seeds: int = 3) -> list[float]:
    """F1 of five folds, for each seed of the folds. Vocabulary and company see no labels."""
    result = []
    for seed in range(seeds):
        said = np.zeros_like(labels)
        for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(index, labels):
            said[test] = _svm().fit(space.rows(index[train]), labels[train]).predict(space.rows(index[test]))
        result.append(round(float(f1_score(labels, said, average=average)), 4))
    return result


def model(space: Space, quad: LinearSVC, relevance: LinearSVC) -> Model:
    """The model as it ships: weights as signed bytes with a scale for each view."""
    weights = space.folded(np.vstack([quad.coef_, relevance.coef_]))
    shipped = {}
    for name in NAMES:
        scale = float(np.abs(weights[name]).max() / 127)
        vectorizer = space.vectorizers[name]
        shipped[name] = View(
            features=list(vectorizer.get_feature_names_out()),
            idf=[round(1000 * value) for value in vectorizer.idf_],
            weights=np.round(weights[name].T / scale).astype(np.int8).tobytes(),
            scale=scale,
        )
    return Model(
        version=MODEL_VERSION, views=shipped, bias=[*map(float, quad.intercept_), float(relevance.intercept_[0])]
    )


def main() -> None:
    """Measures if asked to, then writes the model into the package."""
    folder, lemmas = Path(sys.argv[1]), Path(sys.argv[2])
    quad_texts, quad_labels = read(folder / "quad.tsv")
    binary_texts, binary_labels = read(folder / "binary.tsv")
    every = list(dict.fromkeys(quad_texts + binary_texts))
    place = {text: at for at, text in enumerate(every)}
    space = Space([views(text, annotate(text)) for text in every], glosses(lemmas), np.arange(len(every)))
    quad_index = np.array([place[text] for text in quad_texts])
    binary_index = np.array([place[text] for text in binary_texts])
    if "--measure" in sys.argv:
        print("QuadClass, macro-F1 of 5 folds, three times:", cross_validate(space, quad_index, quad_labels, "macro"))
        print("relevance, F1 of 5 folds, three times:", cross_validate(space, binary_index, binary_labels, "binary"))
    quad = _svm().fit(space.rows(quad_index), quad_labels)
    relevance = _svm().fit(space.rows(binary_index), binary_labels)
    target = package_path("extract", "data", "quadclass", "model.msgpack")
    target.write_bytes(msgspec.msgpack.encode(model(space, quad, relevance)))
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
