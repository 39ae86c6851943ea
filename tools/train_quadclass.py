"""Train the QuadClass and relevance model, and measure it by cross-validation.

usage: python tools/train_quadclass.py PATH_TO_QUADCLASS_DATA PATH_TO_LEMMAS_CSV [--measure] [--vectors CACHE.npy]

The folder holds `quad.tsv` (text, class 0–4) and `binary.tsv` (text, 0/1); the file holds lemmas with English glosses.
Lemmas that share a gloss, or that keep company in the sentences, lend each other weight: both are linear maps of the
lemma view, so that after training they are folded into the lemmas' own weights and cost nothing at run time. The five
classes get advice from three questions (relevant? conflict? material?), again a linear map that is folded in.

With `--vectors` the weights of `musnad[semantic]` are trained as well; the file keeps the sentences' vectors, which
take minutes to make.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import scipy.sparse as sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from musnad import annotate
from musnad.extract.quadclass.features import views
from musnad.extract.quadclass.model import MODEL_VERSION, Model, View
from musnad.extract.quadclass.semantic import SemanticModel, vectors
from musnad.lang.ar.orthography import fold_key
from musnad.resources import package_path

Labels = tuple[np.ndarray, np.ndarray]  # places of sentences in the whole, and the label of each
NAMES = ("lemmas", "letters", "reader")
C = 0.1  # of the linear SVM; .05 to .1 are within the noise of the folds, below and above lose a point
DIMENSIONS = 300  # of the lemma space; 200 to 500 are within the noise
LEAST = 2  # sentences that a feature must occur in
RELEVANCE, QUESTIONS = 0.5, 0.2  # how much the advice counts; from half to twice of it is within the noise
VECTORS = 0.5  # share of the vectors' weights in the sum; .4 to .6 are within the noise
# conflict, material: their signs for each of CLASSES
SIGNS = np.array([[0, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]])


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


def _logistic() -> LogisticRegression:
    return LogisticRegression(C=C / 10, class_weight="balanced", max_iter=500)


def fit(rows: Any, quad: Labels, binary: Labels, learner: Callable[[], Any]) -> tuple[np.ndarray, np.ndarray]:
    """Weights (5 classes and relevance × features) and constants, the advice of the three questions folded in."""
    index, labels = quad
    telling = index[labels > 0]
    classes = learner().fit(rows[index], labels)
    relevance = learner().fit(rows[binary[0]], binary[1])
    asked = [learner().fit(rows[telling], np.isin(labels[labels > 0], yes)) for yes in ((1, 3), (1, 2))]

    def folded(part: Callable[[Any], np.ndarray]) -> np.ndarray:
        advice = QUESTIONS * SIGNS @ np.vstack([part(question) for question in asked])
        own = part(classes) + advice
        own[0] -= RELEVANCE * part(relevance)[0]
        return np.vstack([own, part(relevance)])

    return folded(lambda one: one.coef_), folded(lambda one: one.intercept_.reshape(-1, 1))[:, 0]


def cross_validate(spaces: list[tuple[Any, Callable[[], Any], float]], quad: Labels, binary: Labels) -> None:
    """Prints macro-F1 of the classes and F1 of relevance in five folds under three seeds.

    Vocabulary and company see no labels; a sentence that is tested stands in neither of the two training sets.
    """
    scores: dict[str, list[float]] = {"QuadClass, macro-F1": [], "relevance, F1": []}
    for seed in range(3):
        for name, tested, average in (("QuadClass, macro-F1", quad, "macro"), ("relevance, F1", binary, "binary")):
            said = np.zeros_like(tested[1])
            for _, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(*tested):
                held_out = tested[0][test]
                total = np.zeros((len(test), 6))
                for rows, learner, share in spaces:
                    weights, constants = fit(rows, _without(quad, held_out), _without(binary, held_out), learner)
                    total += share * (rows[held_out] @ weights.T + constants)
                said[test] = total[:, :5].argmax(1) if average == "macro" else total[:, 5] > 0
            scores[name].append(round(float(f1_score(tested[1], said, average=average)), 4))
    for name, found in scores.items():
        print(f"{name} of 5 folds, three times: {found}")


def _without(known: Labels, held_out: np.ndarray) -> Labels:
    kept = ~np.isin(known[0], held_out)
    return known[0][kept], known[1][kept]


def model(space: Space, found: np.ndarray, constants: np.ndarray) -> Model:
    """The model as it ships: weights as signed bytes with a scale for each view."""
    weights = space.folded(found)
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
    return Model(version=MODEL_VERSION, views=shipped, bias=list(map(float, constants)))


def semantic(cached: np.ndarray, found: np.ndarray, constants: np.ndarray) -> SemanticModel:
    """The weights of the vectors as they ship: scaling and share folded in."""
    mean, spread = cached.mean(0), cached.std(0)
    weights = VECTORS * found / spread
    return SemanticModel(weights=weights.tolist(), bias=(VECTORS * constants - weights @ mean).tolist())


def _cached(path: Path, texts: list[str]) -> np.ndarray:
    if not path.exists():
        np.save(path, np.vstack(list(vectors(texts))))
    found: np.ndarray = np.load(path)
    if len(found) != len(texts):
        raise SystemExit(f"{path} holds the vectors of other sentences: delete it")
    return found


def _write(name: str, record: msgspec.Struct) -> None:
    target = package_path("extract", "data", "quadclass", name)
    target.write_bytes(msgspec.msgpack.encode(record))
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Measures if asked to, then writes the models into the package."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("lemmas", type=Path)
    arguments.add_argument("--measure", action="store_true")
    arguments.add_argument("--vectors", type=Path)
    given = arguments.parse_args()
    quad_texts, quad_labels = read(given.folder / "quad.tsv")
    binary_texts, binary_labels = read(given.folder / "binary.tsv")
    every = list(dict.fromkeys(quad_texts + binary_texts))
    place = {text: at for at, text in enumerate(every)}
    space = Space([views(text, annotate(text)) for text in every], glosses(given.lemmas), np.arange(len(every)))
    quad = np.array([place[text] for text in quad_texts]), quad_labels
    binary = np.array([place[text] for text in binary_texts]), binary_labels
    spaces = [(space.rows(np.arange(len(every))), _svm, 1.0)]
    if given.measure:
        cross_validate(spaces, quad, binary)
    _write("model.msgpack", model(space, *fit(spaces[0][0], quad, binary, _svm)))
    if given.vectors:
        cached = _cached(given.vectors, every)
        spaces.append(((cached - cached.mean(0)) / cached.std(0), _logistic, VECTORS))
        if given.measure:
            cross_validate(spaces, quad, binary)
        _write("semantic.msgpack", semantic(cached, *fit(spaces[1][0], quad, binary, _logistic)))


if __name__ == "__main__":
    main()
