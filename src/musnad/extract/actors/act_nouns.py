"""Nouns that take up what the text told before: «هذه الخطوة», «تلك التصريحات»."""

from __future__ import annotations

from functools import cache

from musnad.extract.grammar.phrases import Chunks, Phrase
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_yaml, package_path


def takes_up(made: Chunks, phrase: Phrase) -> str:
    """Whether a phrase takes up a deed (`deeds`), words (`words`) or either (`any`); empty if it takes up nothing."""
    head = phrase.head
    here, word = made.shapes[head], made.tokens[head].word
    if word is None or phrase.kind != "noun" or len(phrase.heads) > 1 or here.pronoun:
        return ""
    shown = any(made.shapes[at].kind == "demonstrative" for at in range(phrase.first, phrase.last + 1))
    if not here.definite and not shown:
        return ""
    found = [kind for kind in ("deeds", "words") if word.core in _nouns(kind)]
    return "any" if len(found) == 2 else found[0] if found else ""


@cache
def _nouns(kind: str) -> frozenset[str]:
    data = load_yaml(package_path("extract", "data", "actors", "act_nouns.yaml"))
    return frozenset(fold_key(noun) for noun in data[kind])
