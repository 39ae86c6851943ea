"""What a written word can be at the edge of a phrase:
preposition, particle, subordinator, quantifier, or an open word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.extract.word_lists import word_list
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.lang.ar.words import Word
from musnad.resources import compiled, load_yaml, package_path

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "ي", "نا", "ك", "كم")
_SIGNS = {
    **dict.fromkeys("،,؛;-", "comma"),
    **dict.fromkeys("\"'", "quote"),
    **dict.fromkeys("([{", "open"),
    **dict.fromkeys(")]}", "close"),
    **dict.fromkeys(".!?؟:/|*•", "stop"),
}
_VERBAL = {"VERB", "AUX"}


class Shape(NamedTuple):
    """`kind` is a closed class (`preposition`, `relative`, `negation` …), `word`, `number`, `latin` or a class of
    signs.

    `joined` tells of a و or ف before it, `preposition` of the preposition it is or carries, `pronoun` of its suffix
    pronoun.
    """

    kind: str
    joined: bool = False
    preposition: str = ""
    definite: bool = False
    pronoun: str = ""


@cache
def function_words() -> dict[str, tuple[str, str, str]]:
    """Each folded closed-class word with its kind, the preposition it stands for and its suffix pronoun."""
    path = package_path("extract", "data", "actors", "function_words.yaml")
    return compiled(
        "function-words", dict[str, tuple[str, str, str]], [path], lambda: _function_words(load_yaml(path)), 2
    )


@cache
def prepositional_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The prepositions of several words by their first word: the rest, and the preposition they play; longest first."""
    rows = load_yaml(package_path("extract", "data", "actors", "function_words.yaml"))["preposition"]["phrases"]
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, role in rows.items():
        first, *rest = fold_key(phrase).split()
        table.setdefault(first, []).append((tuple(rest), fold_key(role)))
    return {first: tuple(sorted(rest, key=lambda row: -len(row[0]))) for first, rest in table.items()}


def _function_words(data: dict[str, object]) -> dict[str, tuple[str, str, str]]:
    table: dict[str, tuple[str, str, str]] = {}
    prepositions = data["preposition"]
    assert isinstance(prepositions, dict)
    for kind in ("adverb", "quantifier", "conjunction", "demonstrative", "auxiliary", "relative_ambiguous", "relative"):
        table.update({fold_key(form): (kind, "", "") for form in data[kind]})  # type: ignore[attr-defined]
    for kind in ("pronoun", "particle", "negation", "subordinator", "complementizer"):
        table.update({fold_key(form): (kind, "", "") for form in data[kind]})  # type: ignore[attr-defined]
    for form in data["complementizer_pronoun"]:  # type: ignore[attr-defined]
        table.update({fold_key(form) + pronoun: ("complementizer", "", pronoun) for pronoun in PRONOUNS})
    for form, pronoun in data["object_pronoun"].items():  # type: ignore[attr-defined]
        table[fold_key(form)] = ("pronoun", "", fold_key(pronoun))
    for form, role in {**prepositions["bound"], **prepositions["free"]}.items():
        table[fold_key(form)] = ("preposition", fold_key(role), "")
    for form, role in prepositions["bound"].items():
        for pronoun in PRONOUNS[:-2]:
            table.setdefault(fold_key(form) + pronoun, ("preposition", fold_key(role), pronoun))
    for letter in "بل":
        table.update({letter + pronoun: ("preposition", letter, pronoun) for pronoun in PRONOUNS[:5]})
    return table


_shapes: dict[Word | str, Shape] = {}  # by word: a form has other clitics and readings where it is spelt otherwise


def shapes(tokens: Sequence[Token]) -> list[Shape]:
    """The shapes of a sentence's tokens; behind «لم», «يعد» is an auxiliary («لم تعد واشنطن تدعم كييف»)."""
    found = [shape(token) for token in tokens]
    for at in range(1, len(tokens)):
        if tokens[at].form in word_list("control", "no_longer") and tokens[at - 1].form.lstrip("وف") == "لم":
            found[at] = Shape("auxiliary")
    return found


def shape(token: Token) -> Shape:
    """The shape of a token, kept for each word."""
    key = token.word or token.form
    known = _shapes.get(key)
    if known is None:
        if len(_shapes) > 400_000:
            _shapes.clear()
        known = _shapes[key] = _shape(token)
    return known


def _shape(token: Token) -> Shape:
    if token.kind == "sign":
        return Shape(_SIGNS.get(token.form, "sign"))
    if token.kind != "word" or token.word is None:
        return Shape(token.kind)
    words, form = function_words(), token.form
    if found := words.get(form):
        return Shape(found[0], False, found[1], False, found[2])
    if form[0] in "وف" and (found := words.get(form[1:])):
        return Shape(found[0], True, found[1], False, found[2])
    word = token.word
    before = [clitic for clitic in word.proclitics if clitic in ("ب", "ل", "ك")]
    joined = bool(word.proclitics) and word.proclitics[0] in ("و", "ف")
    preposition = before[0] if before else ""
    if word.core in words and words[word.core][0] in ("quantifier", "demonstrative", "relative_ambiguous"):
        return Shape(words[word.core][0], joined, preposition, word.definite, word.enclitic)
    return Shape("word", joined, preposition, word.definite, word.enclitic)


NEVER, ALWAYS = -9.0, 9.0
_margins: dict[Word, float] = {}


def verb_margin(token: Token) -> float:
    """How much likelier a word is a verb in the third person than anything else, in powers of ten; by its tag where
    there is one.

    NEVER for a word that can be no verb, ALWAYS for one that can be nothing else.
    """
    if token.pos != "X" or token.word is None:
        return ALWAYS if token.pos in _VERBAL else NEVER
    known = _margins.get(token.word)
    if known is None:
        verbs = [m.weight - (m.person != "3") * 1.5 for m in token.word.readings if m.pos in _VERBAL]
        others = [m.weight for m in token.word.readings if m.pos not in _VERBAL]
        known = NEVER if not verbs else ALWAYS if not others else max(verbs) - max(others)
        if len(_margins) > 400_000:
            _margins.clear()
        _margins[token.word] = known
    return known


def is_adjective(token: Token) -> bool:
    """Whether the token is, or may be, an adjective: by its tag, any reading, or the ending of the nisba."""
    if token.pos == "ADJ" or token.word is None:
        return token.pos == "ADJ"
    word = token.word
    if word.definite and word.core.endswith(("ي", "يه", "يين", "يون", "يتين", "يان")) and len(word.core) > 3:
        return True
    return any(morph.pos == "ADJ" for morph in word.readings)


@lru_cache(maxsize=100_000)
def _noun_margin(word: Word) -> float:
    nouns = [morph.weight for morph in word.readings if morph.pos == "NOUN"]
    others = [morph.weight for morph in word.readings if morph.pos != "NOUN"]
    return max(nouns, default=NEVER) - max(others, default=NEVER)


def is_rather_noun(token: Token) -> bool:
    """Whether the likeliest reading of a word by itself is a noun, as that of «العدوان», which may be an adjective.

    One in ة is not told from an adjective so («الطائرات الإسرائيلية المسيرة»).
    """
    return token.word is not None and not token.word.core.endswith("ه") and _noun_margin(token.word) > 0


def has_tanwin(token: Token) -> bool:
    """Whether the word ends in the alif of the indefinite accusative («اتفاقا», «داعيا»)."""
    word = token.word
    if word is None or len(token.form) < 4 or not token.form.endswith("ا"):
        return False
    readings = word.readings
    if token.form.endswith("يا"):
        return any(morph.derived == "active" and morph.lemma == word.core[:-1] for morph in readings)
    return word.form not in ("هذا",) and (not readings or readings[0].lemma != word.core)
