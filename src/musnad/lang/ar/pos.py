"""The part of speech of each word in its sentence: an averaged perceptron that chooses among the word's readings.

What depends on the word alone is summed once and kept on the `Word`; in the sentence only words with several possible
parts of speech are weighed, from left to right, by their neighbours. `own` and `around` say what the features are; the
tagger looks their weights up without writing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from musnad.lang.ar.pos_weights import Sort, Tables, Tags, sort_of, tables

if TYPE_CHECKING:
    from musnad.lang.ar.tokens import Token
    from musnad.lang.ar.words import Word

FAR_BEHIND = 4.0  # log10: a part of speech whose best reading is so much rarer than the word's best is not considered

Options = tuple[tuple[str, float], ...]

_UNKNOWN = ("NOUN", "PROPN", "ADJ")
_UNKNOWN_VERB = ("NOUN", "PROPN", "ADJ", "VERB")


def tag(tokens: Iterable[Token]) -> None:
    """Sets `pos` of each token of one sentence."""
    sentence = list(tokens)
    weights = tables()
    sights, cores = _seen(sentence)
    before, last = "^", "^"
    for at, token in enumerate(sentence):
        word = token.word
        if word is None:
            chosen = _other(token)
        else:
            options = word.options
            chosen = options[0][0]
            if len(options) > 1:
                chosen = choose(options, _near(word, at, sights, cores, last, before, weights))
        token.pos = chosen
        before, last = last, chosen


def _seen(sentence: list[Token]) -> tuple[list[str], list[str]]:
    """How each token looks to its neighbours, and its core; the ends of the sentence stand last, the nearer end first.

    Two signs behind the last token, so that -1 is what stands before the first.
    """
    sights, cores = [], []
    for token in sentence:
        word = token.word
        if word is None:
            sight = core = token.form if token.kind == "sign" else token.kind
        else:
            sight, core = word.sight or _prepare(word), word.core
        sights.append(sight)
        cores.append(core)
    sights += ("$", "$", "^")
    cores += ("$", "^")
    return sights, cores


def _near(
    word: Word, at: int, sights: list[str], cores: list[str], last: str, before: str, weights: Tables
) -> list[Tags]:
    """The weights of the features of `around` that there are, in their order."""
    _, core_before, core_behind, _, _, tag_right, two_right, both, core_last = weights
    sort: Sort = word.sort
    left, right = sights[at - 1], sights[at + 1]
    first, rest = sort.behind.get((before, last)) or sort.tags_before(before, last)
    found = [*first]
    if tags := core_before.get(cores[at - 1]):
        found.append(tags)
    if tags := core_behind.get(cores[at + 1]):
        found.append(tags)
    if tags := sort.left.get(left):
        found.append(tags)
    if tags := sort.right.get(right):
        found.append(tags)
    if (rights := tag_right.get(last)) and (tags := rights.get(right)):
        found.append(tags)
    if (behinds := two_right.get(right)) and (tags := behinds.get(sights[at + 2])):
        found.append(tags)
    if (rights := both.get(left)) and (tags := rights.get(right)):
        found.append(tags)
    if (lasts := core_last.get(word.core)) and (tags := lasts.get(last)):
        found.append(tags)
    found += rest
    return found


def _other(token: Token) -> str:
    if token.kind == "number":
        return "NUM"
    return "PROPN" if token.kind == "latin" else "PUNCT"


def _prepare(word: Word) -> str:
    """Sets the word's options, possible parts of speech with what its own features say for them; returns its sight."""
    tags = possible(word)
    kinds = _kinds(word, tags)
    if len(tags) > 1:
        weights = tables().features
        found = [weights[feature] for feature in own(word) if feature in weights]
        word.options = tuple((pos, _sum(pos, found)) for pos in tags)
    else:
        word.options = ((tags[0], 0.0),)
    word.sort = sort_of(kinds, "+".join(word.proclitics))
    word.sight = f"{word.proclitics[0]}+{kinds}" if word.proclitics else kinds
    return word.sight


def _sum(pos: str, found: Iterable[Tags]) -> float:
    total = 0.0
    for weight in found:
        if pos in weight:
            total += weight[pos]
    return total


def choose(options: Options, found: Iterable[Tags]) -> str:
    """The part of speech that its own features and the weights found for it speak for; the first of equals."""
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
        return tuple(dict.fromkeys([morph.pos for morph in word.readings if morph.weight >= floor]))
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


def _kinds(word: Word, options: tuple[str, ...] = ()) -> str:
    """The class of ambiguity of a word: its possible parts of speech, with the article and a pronoun if it has them."""
    if word.kinds is None:
        tags = "".join(sorted([_SHORT.get(pos, pos) for pos in options or possible(word)])) if word.readings else "?"
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
    return word.sight or _prepare(word)


def _core(token: Token) -> str:
    return token.word.core if token.word is not None else token.form if token.kind == "sign" else token.kind
