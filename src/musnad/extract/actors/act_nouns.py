"""Nouns that stand for no one: deeds and words told before («هذه الخطوة»), and things that do nothing («منشآت»)."""

from __future__ import annotations

from musnad.extract.grammar.phrases import Chunks, Phrase
from musnad.extract.word_lists import word_list


def takes_up(made: Chunks, phrase: Phrase) -> str:
    """Whether a phrase takes up a deed (`deeds`), words (`words`) or either (`any`); empty if it takes up nothing."""
    head = phrase.head
    here, word = made.shapes[head], made.tokens[head].word
    if word is None or phrase.kind != "noun" or len(phrase.heads) > 1 or here.pronoun:
        return ""
    shown = any(made.shapes[at].kind == "demonstrative" for at in range(phrase.first, phrase.last + 1))
    after = made.owner[head] + 1
    described = phrase.last > head or (after < len(made.phrases) and _is_relative(made, after))
    if not shown and (not here.definite or described):
        return ""  # «الخطوة», not «الخطوة الأميركية» nor «الخطوة التي …»
    found = [kind for kind in ("deeds", "words") if word.core in word_list("act_nouns", kind)]
    return "any" if len(found) == 2 else found[0] if found else ""


def _is_relative(made: Chunks, index: int) -> bool:
    return made.shapes[made.phrases[index].head].kind == "relative"


def is_thing(made: Chunks, phrase: Phrase) -> bool:
    """Whether a phrase names a place or thing, to which things are done and which does nothing itself."""
    word = made.tokens[phrase.head].word
    return made.mention_at[phrase.head] is None and word is not None and word.core in word_list("act_nouns", "things")
