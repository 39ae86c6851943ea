"""The part of speech of each word in its sentence: an averaged perceptron that chooses among the word's readings.

What depends on the word alone is summed once and kept on the `Word`; in the sentence only words with several possible
parts of speech are weighed, from left to right, by their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from musnad.resources import compiled, load_tsv, package_path

if TYPE_CHECKING:
    from musnad.lang.ar.tokens import Token
    from musnad.lang.ar.words import Word

VERSION = 1  # of the compiled weights
FAR_BEHIND = 4.0  # log10: a part of speech whose best reading is so much rarer than the word's best is not considered

Weights = dict[str, dict[str, float]]
Options = tuple[tuple[str, float], ...]

_UNKNOWN = ("NOUN", "PROPN", "ADJ")
_UNKNOWN_VERB = ("NOUN", "PROPN", "ADJ", "VERB")


def tag(tokens: Iterable[Token]) -> None:
    """Sets `pos` of each token of one sentence."""
    sentence = list(tokens)
    weights = _weights()
    before, last = "^", "^"
    for at, token in enumerate(sentence):
        word = token.word
        if word is None:
            chosen = _other(token)
        else:
            options = word.options or _prepare(word, weights)
            chosen = options[0][0]
            if len(options) > 1:
                chosen = _choose(options, around(sentence, at, last, before), weights)
        token.pos = chosen
        before, last = last, chosen


def _other(token: Token) -> str:
    if token.kind == "number":
        return "NUM"
    return "PROPN" if token.kind == "latin" else "PUNCT"


def _prepare(word: Word, weights: Weights) -> Options:
    """Sets and returns the word's options: possible parts of speech with what its own features say for them."""
    tags = possible(word)
    scores = dict.fromkeys(tags, 0.0)
    if len(tags) > 1:
        for feature in own(word):
            for pos, weight in weights.get(feature, _NOTHING).items():
                if pos in scores:
                    scores[pos] += weight
    word.options = tuple(scores.items())
    return word.options


_NOTHING: dict[str, float] = {}


def _choose(options: Options, features: list[str], weights: Weights) -> str:
    found = [weights[feature] for feature in features if feature in weights]
    best, top = options[0][0], -1e9
    for pos, score in options:
        for weight in found:
            if pos in weight:
                score += weight[pos]
        if score > top:
            best, top = pos, score
    return best


def possible(word: Word) -> tuple[str, ...]:
    """The parts of speech that the word can have, those of its likelier readings first."""
    if word.readings:
        floor = word.readings[0].weight - FAR_BEHIND
        return tuple(dict.fromkeys(morph.pos for morph in word.readings if morph.weight >= floor))
    if not word.definite and len(word.core) > 3 and word.core[0] in "يتن":
        return _UNKNOWN_VERB
    return _UNKNOWN


def own(word: Word) -> list[str]:
    """The features of a word that don't depend on its neighbours."""
    core, readings = word.core, word.readings
    kinds = _kinds(word)
    features = ["b", f"c{core}", f"k{kinds}", f"e{word.enclitic}", f"x{'+'.join(word.proclitics)}|{kinds}"]
    features += [f"s{core[-2:]}", f"z{core[-3:]}", f"p{core[:1]}", f"P{core[:2]}", f"n{min(len(core), 8)}"]
    best = readings[0].weight if readings else 0.0
    seen = set()
    for morph in readings:
        if morph.pos not in seen:
            seen.add(morph.pos)
            features.append(f"w{morph.pos}{min(int(2 * (best - morph.weight)), 8)}")
            features.append(
                f"m{morph.pos}{morph.aspect}{morph.voice}{morph.person}{morph.gender}{morph.number}{morph.derived}"
            )
    return features


def _kinds(word: Word) -> str:
    """The class of ambiguity of a word: its possible parts of speech, with the article and a pronoun if it has them."""
    if word.kinds is None:
        tags = "".join(sorted(_SHORT.get(pos, pos) for pos in possible(word))) if word.readings else "?"
        word.kinds = f"{'D' if word.definite else ''}{tags}{'h' if word.enclitic else ''}"
    return word.kinds


_SHORT = {"NOUN": "n", "VERB": "v", "ADJ": "a", "PROPN": "p", "ADP": "i"}


def around(sentence: Sequence[Token], at: int, last: str, before: str) -> list[str]:
    """The features of the word at `at` that its neighbours give; `last` and `before` are the tags before it."""
    word = sentence[at].word
    assert word is not None
    kinds = word.kinds or _kinds(word)
    left = _sight(sentence[at - 1]) if at else "^"
    right = _sight(sentence[at + 1]) if at + 1 < len(sentence) else "$"
    after = _sight(sentence[at + 2]) if at + 2 < len(sentence) else "$"
    left_core = _core(sentence[at - 1]) if at else "^"
    right_core = _core(sentence[at + 1]) if at + 1 < len(sentence) else "$"
    bound = "+".join(word.proclitics)
    return [
        f"1{last}|{kinds}", f"2{last}{before}|{bound}", f"3{left_core}", f"4{right_core}", f"5{left}|{kinds}",
        f"6{right}|{kinds}", f"7{last}|{right}", f"8{right}|{after}", f"9{left}|{right}", f"0{word.core}|{last}",
        f"!{last}|{bound}|{kinds}", f"?{before}{last}|{kinds}",
    ]  # fmt: skip


def _sight(token: Token) -> str:
    word = token.word
    if word is None:
        return token.form if token.kind == "sign" else token.kind
    if word.sight is None:
        kinds = _kinds(word)
        word.sight = f"{word.proclitics[0]}+{kinds}" if word.proclitics else kinds
    return word.sight


def _core(token: Token) -> str:
    return token.word.core if token.word is not None else token.form if token.kind == "sign" else token.kind


@cache
def _weights() -> Weights:
    return compiled("pos", Weights, [package_path("lang", "ar", "data", "pos.tsv")], _read, VERSION)


def _read() -> Weights:
    weights: Weights = {}
    path = package_path("lang", "ar", "data", "pos.tsv")
    if path.exists():
        for feature, pos, weight in load_tsv(path):
            weights.setdefault(feature, {})[pos] = float(weight)
    return weights
