"""The tagger's weights, laid out by what a feature looks at, so that a sentence is tagged without writing features."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.resources import compiled, load_tsv, package_path

VERSION = 2  # of the compiled tables

Tags = dict[str, float]  # weights by part of speech
Weights = dict[str, Tags]  # by feature


class Tables(NamedTuple):
    """The weights by feature, and those of the neighbours by what stands there."""

    features: Weights
    core_before: Weights  # 3
    core_behind: Weights  # 4
    left: dict[str, Weights]  # 5, by kinds of the word, then by the word to the left
    right: dict[str, Weights]  # 6, by kinds of the word, then by the word to the right
    tag_right: dict[str, Weights]  # 7, by the tag before, then by the word to the right
    two_right: dict[str, Weights]  # 8, by the word to the right, then by the one behind it
    both: dict[str, Weights]  # 9, by the word to the left, then by the one to the right
    core_last: dict[str, Weights]  # 0, by core, then by the tag before


@cache
def tables() -> Tables:
    """The shipped weights."""
    return compiled("pos", Tables, [package_path("lang", "ar", "data", "pos.tsv")], _read, VERSION)


def _read() -> Tables:
    weights: Weights = {}
    path = package_path("lang", "ar", "data", "pos.tsv")
    if path.exists():
        for feature, pos, weight in load_tsv(path):
            weights.setdefault(feature, {})[pos] = float(weight)
    return lay_out(weights)


def lay_out(weights: Weights) -> Tables:
    """The weights of features, by what each looks at."""
    found = Tables(weights, {}, {}, {}, {}, {}, {}, {}, {})
    for feature, tags in weights.items():
        kind, rest = feature[0], feature[1:]
        if kind == "3":
            found.core_before[rest] = tags
        elif kind == "4":
            found.core_behind[rest] = tags
        elif kind in "56":
            neighbour, kinds = rest.rsplit("|", 1)
            (found.left if kind == "5" else found.right).setdefault(kinds, {})[neighbour] = tags
        elif kind in "7890":
            at = rest.index("|", 1)  # a neighbour may be the sign «|» itself
            table = {"7": found.tag_right, "8": found.two_right, "9": found.both, "0": found.core_last}[kind]
            table.setdefault(rest[:at], {})[rest[at + 1 :]] = tags
    return found


class Sort:
    """What words of the same kinds and proclitics have in common; `behind` keeps what was asked by the tags before."""

    __slots__ = ("behind", "bound", "kinds", "left", "right")

    def __init__(self, kinds: str, bound: str) -> None:
        known = tables()
        self.kinds, self.bound = kinds, bound
        self.left, self.right = known.left.get(kinds, {}), known.right.get(kinds, {})
        self.behind: dict[tuple[str, str], tuple[tuple[Tags, ...], tuple[Tags, ...]]] = {}

    def tags_before(self, before: str, last: str) -> tuple[tuple[Tags, ...], tuple[Tags, ...]]:
        """What the two tags before say for such words: the first two features of `around`, and the last two."""
        kinds, bound = self.kinds, self.bound
        weights = tables().features
        first = (f"1{last}|{kinds}", f"2{last}{before}|{bound}")
        rest = (f"!{last}|{bound}|{kinds}", f"?{before}{last}|{kinds}")
        found = self.behind[before, last] = (_of(first, weights), _of(rest, weights))
        return found


def _of(features: tuple[str, ...], weights: Weights) -> tuple[Tags, ...]:
    return tuple(weights[feature] for feature in features if feature in weights)


@cache
def sort_of(kinds: str, bound: str) -> Sort:
    """The sort of words with these kinds and proclitics."""
    return Sort(kinds, bound)
