"""Events reported as news, by a model trained on the Arabic event set of openeventdata over the reader's output.

    python benchmarks/gsr_trained.py FOLDER [--vectors]

Five folds under three seeds; the threshold is chosen inside each training part. Two linear models are summed: one over
lemmas, letters and the reader's marks (the views of the QuadClass model), one over what the reader tells of its events;
`--vectors` adds a third over sentence vectors (`musnad[semantic]`). Nothing of this ships.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from gsr import sentences
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

import musnad
from musnad.extract.quadclass.features import views
from musnad.model import Annotation, Event

VIEWS = ("lemmas", "letters", "reader")
THRESHOLDS = np.linspace(0.8, 0.99, 60)  # quantiles of the sums that are tried as threshold
VECTORS = 0.4  # weight of the vectors' model


def told(annotation: Annotation, kind: str) -> list[str]:
    """What the reader tells of a sentence, as features; events of the kind apart from others."""
    mine = [event for event in annotation.events if event.type == kind]
    news = sum(event.foreground for event in mine)
    found = [f"events {min(4, len(mine))}", f"news {min(4, news)}"]
    for event in annotation.events:
        own = "own" if event.type == kind else "other"
        found += [f"{own} {feature}" for feature in _of_event(event)]
    found += [f"unit {quantity.unit}" for quantity in annotation.quantities]
    found += [f"time {time.rule}" for time in annotation.times]
    found += [f"claim {claim.stance}" for claim in annotation.claims] + [
        f"cue {claim.rule}" for claim in annotation.claims
    ]
    return found + [f"link {link.kind}" for link in annotation.links]


def _of_event(event: Event) -> Iterator[str]:
    yield f"type {event.type}"
    yield f"rule {event.rule}"
    yield f"mode {event.mode}"
    yield f"news {event.foreground} {event.factuality}"
    yield f"sides {bool(event.sources)} {bool(event.targets)}"
    yield f"when {bool(event.time)} where {bool(event.place)}"
    yield f"confidence {int(event.confidence * 5)}"
    yield f"said {bool(event.claim)}"
    yield f"word {event.trigger.text}"
    yield f"rule {event.rule} {event.foreground}"
    yield f"begins {min(5, event.trigger.start // 30)}"


def matrices(texts: list[str], kind: str, vectors: bool) -> list[tuple[Any, Callable[[], Any], float]]:
    """The features of each model, how it learns, and its weight in the sum."""
    annotations = [musnad.annotate(text, "2008-01-01") for text in texts]
    seen = [views(text, annotation) for text, annotation in zip(texts, annotations, strict=True)]
    words = {name: _weighed([row[name] for row in seen]) for name in VIEWS}
    events = _weighed([told(annotation, kind) for annotation in annotations])
    found: list[tuple[Any, Callable[[], Any], float]] = [
        (sparse.hstack([words[name] for name in VIEWS]).tocsr(), _svm, 1.0),
        (sparse.hstack([events, words["lemmas"]]).tocsr(), _svm, 1.0),
    ]
    if vectors:
        from musnad.extract.quadclass.semantic import vectors as sentence_vectors

        raw = np.vstack(list(sentence_vectors(texts)))
        found.append(((raw - raw.mean(0)) / raw.std(0), _logistic, VECTORS))
    return found


def _weighed(rows: list[list[str]]) -> Any:
    return TfidfVectorizer(analyzer=lambda features: features, sublinear_tf=True, min_df=2).fit_transform(rows).tocsr()


def _svm() -> LinearSVC:
    return LinearSVC(C=0.1, class_weight="balanced", random_state=0)


def _logistic() -> LogisticRegression:
    return LogisticRegression(C=0.003, class_weight="balanced", max_iter=500)


def _sums(
    models: list[tuple[Any, Callable[[], Any], float]], y: np.ndarray, train: np.ndarray, test: np.ndarray
) -> Any:
    return sum(
        weight * learner().fit(rows[train], y[train]).decision_function(rows[test]) for rows, learner, weight in models
    )


def cross_validated(models: list[tuple[Any, Callable[[], Any], float]], y: np.ndarray, seed: int) -> float:
    """F1 of yes over five folds, each with a threshold chosen by four folds of its own training part."""
    said = np.zeros(len(y), bool)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=seed).split(y, y):
        inner = np.zeros(len(train))
        for a, b in StratifiedKFold(4, shuffle=True, random_state=seed).split(train, y[train]):
            inner[b] = _sums(models, y, train[a], train[b])
        threshold = max(np.quantile(inner, THRESHOLDS), key=lambda at: f1_score(y[train], inner > at))
        said[test] = _sums(models, y, train, test) > threshold
    return float(f1_score(y, said))


def main(folder: Path, vectors: bool) -> None:
    """Prints F1 of both sets under three seeds."""
    for kind in ("assault", "protest"):
        rows = list(sentences(folder / f"{kind}.csv"))
        y = np.array([yes for _, _, yes in rows])
        models = matrices([text for _, text, _ in rows], kind.upper(), vectors)
        print(kind, [round(cross_validated(models, y, seed), 3) for seed in range(3)], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--vectors" in sys.argv)
