"""QuadClass and political relevance of a sentence by a linear model over words, letters and the reader's own events.

The model is trained by `tools/train_quadclass.py`; how good it is stands in `docs/quadclass.md`. It codes sentences
that stand alone (`musnad code`) and is a second opinion on the reader's codes, never the code itself.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log, sqrt

import msgspec

from musnad.errors import ResourceError
from musnad.extract.annotate import annotate
from musnad.extract.quadclass.features import views
from musnad.extract.quadclass.semantic import batches, semantic_scores
from musnad.model import Annotation
from musnad.resources import package_path

CLASSES = ("none", "material_conflict", "material_cooperation", "verbal_conflict", "verbal_cooperation")
MODEL_VERSION = 1


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One view's vocabulary.

    Feature i has the weights `weights[6 i : 6 i + 6] * scale`, signed bytes: the five classes, then relevance; `idf` is
    its inverse document frequency in 1/1000.
    """

    features: list[str]
    idf: list[int]
    weights: bytes
    scale: float


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """The views by name and the constant of each output."""

    version: int
    views: dict[str, View]
    bias: list[float]


class Opinion(msgspec.Struct, frozen=True, kw_only=True):
    """What the model holds of a sentence: the likeliest class, each class's margin (no probability), relevance."""

    quadclass: str
    scores: dict[str, float]
    relevant: bool
    relevance: float


class _Scorer:
    """A model ready to use."""

    def __init__(self, model: Model) -> None:
        self.bias = model.bias
        self.views = {
            name: (
                {feature: index for index, feature in enumerate(view.features)},
                view.idf,
                array("b", view.weights),
                view.scale,
            )
            for name, view in model.views.items()
        }

    def scores(self, found: dict[str, list[str]]) -> list[float]:
        """The six outputs. Each view is tf-idf with sublinear tf and unit length, as it was trained."""
        totals = list(self.bias)
        for name, (places, idf, weights, scale) in self.views.items():
            values = [
                (6 * place, (1 + log(count)) * idf[place] / 1000)
                for feature, count in Counter(found[name]).items()
                if (place := places.get(feature)) is not None
            ]
            length = sqrt(sum(value * value for _, value in values)) or 1.0
            for place, value in values:
                share = value * scale / length
                for output in range(6):
                    totals[output] += share * weights[place + output]
        return totals


@cache
def _scorer() -> _Scorer:
    path = package_path("extract", "data", "quadclass", "model.msgpack")
    try:
        model = msgspec.msgpack.decode(path.read_bytes(), type=Model)
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError("unreadable model", where=str(path), advice="install musnad again") from error
    if model.version != MODEL_VERSION:
        raise ResourceError("model of another version", where=str(path), advice="run tools/train_quadclass.py")
    return _Scorer(model)


def opinion(text: str, annotation: Annotation | None = None, extra: Sequence[float] = ()) -> Opinion:
    """The model's opinion of one sentence; the sentence is annotated first if its annotation is not given.

    `extra` is added to the six outputs, as `semantic_scores` gives it.
    """
    outputs = _scorer().scores(views(text, annotation or annotate(text)))
    *scores, relevance = map(sum, zip(outputs, extra, strict=True)) if extra else outputs
    best = max(range(5), key=scores.__getitem__)
    return Opinion(
        quadclass=CLASSES[best],
        scores=dict(zip(CLASSES, (round(score, 3) for score in scores), strict=True)),
        relevant=relevance > 0,
        relevance=round(relevance, 3),
    )


def quadclass(texts: Iterable[str], *, semantic: bool = False) -> list[str]:
    """The QuadClass of each sentence: `none`, `material_conflict`, `material_cooperation`, `verbal_conflict` or
    `verbal_cooperation`; with `semantic` also by sentence vectors (the extra `musnad[semantic]`)."""
    return [found.quadclass for found in opinions(texts, semantic=semantic)]


def opinions(texts: Iterable[str], *, semantic: bool = False) -> Iterator[Opinion]:
    """The opinion of each sentence, one at a time; raises ResourceError where vectors are asked for and missing."""
    if not semantic:
        return (opinion(text) for text in texts)
    return (
        opinion(text, extra=extra)
        for batch in batches(texts)
        for text, extra in zip(batch, semantic_scores(batch), strict=True)
    )
