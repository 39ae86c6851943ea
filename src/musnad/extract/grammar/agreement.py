"""Verbs as their sentence has them: the likeliest reading of a form, and the nouns that can be its subject."""

from __future__ import annotations

from functools import lru_cache

from musnad.extract.grammar.phrases import Chunks, Phrase
from musnad.extract.word_lists import word_list
from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.words import Word

REACH = 40  # tokens back in which «كان» is sought; keeps endless sentences linear
SUFFIXES = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d")}  # gender and number
RARE = 2.5  # log10: readings so much rarer than the likeliest are left out of account


def verb_reading(made: Chunks, phrase: Phrase) -> Morph | None:
    """The likeliest reading of a verb phrase's head as a verb; None if no table knows it.

    News tells in the third person; لم، لن and أن want the imperfect, «كان قد» the perfect. Of the rest that one is
    likeliest whose gender is that of the subject behind: «تمكن الجيش» is he managed, «تمكن الشركة» she enables.
    """
    word = made.tokens[phrase.head].word
    if word is None:
        return None
    verbs, genders = _verbs(word)
    if len(verbs) < 2:
        return verbs[0] if verbs else None
    wanted = _aspect_wanted(made, phrase)
    gender = _gender_behind(made, phrase) if genders > 1 and not wanted else ""
    if genders > 1 and not wanted and not gender and _opens_clause(made, phrase):
        wanted = "p"  # news begins with what was done: «تمكن سلاح الجو من …»
    return _likeliest(word, wanted, gender)


@lru_cache(maxsize=100_000)
def _verbs(word: Word) -> tuple[tuple[Morph, ...], int]:
    """The readings of a word as a verb, and of how many genders they are."""
    verbs = tuple(morph for morph in word.readings if morph.pos in ("VERB", "AUX"))
    return verbs, len({morph.gender for morph in verbs})


@lru_cache(maxsize=100_000)
def _likeliest(word: Word, wanted: str, gender: str) -> Morph:
    return max(
        _verbs(word)[0],
        key=lambda morph: (
            morph.aspect == wanted,
            morph.person == "3",
            morph.voice != "p",
            not gender or morph.gender in (gender, ""),
        ),
    )


def _gender_behind(made: Chunks, phrase: Phrase) -> str:
    """The gender of the noun right behind a verb that begins its clause; empty where it is unknown."""
    behind = made.owner[phrase.head] + 1
    if not _opens_clause(made, phrase) or behind >= len(made.phrases):
        return ""
    noun = made.phrases[behind]
    if noun.kind != "noun" or noun.preposition or made.shapes[noun.first].kind in ("number", "quantifier"):
        return ""
    mention = made.mention_at[noun.head]
    if mention is None:
        return noun_gender(made, noun.head)
    from musnad.extract.actors.discourse import gender_of

    return "" if mention.adjectival or mention.kind == "group" else gender_of(mention)[0]


def _opens_clause(made: Chunks, phrase: Phrase) -> bool:
    before = made.owner[phrase.first] - 1
    return before < 0 or made.phrases[before].kind == "other" or made.shapes[phrase.first].joined


def _aspect_wanted(made: Chunks, phrase: Phrase) -> str:
    before = [made.tokens[at].form.lstrip("وف") for at in range(phrase.first, phrase.head)]
    if not before:
        at = phrase.first - 1
        return "i" if at >= 0 and made.tokens[at].form in ("ان", "كي", "لكي") else ""
    if "لم" in before or "لن" in before or "سوف" in before:
        return "i"
    if "قد" not in before:
        return ""
    return "p" if made.shapes[phrase.first].kind == "auxiliary" or _had(made, phrase.first) else ""


def _had(made: Chunks, first: int) -> bool:
    """«كان المجلس قد تبنى»: whether كان stands before «قد» with its subject and no other verb between them."""
    for at in range(first - 1, max(-1, first - REACH), -1):
        if made.tokens[at].form.lstrip("وف") in ("كان", "كانت", "كانا", "كانوا"):
            return True
        if made.phrases[made.owner[at]].kind == "verb" or made.shapes[at].kind == "stop":
            return False
    return False


def noun_gender(made: Chunks, head: int) -> str:
    """The gender of a common noun in the singular, plain from its form; empty where it is not, as for plurals."""
    word, here = made.tokens[head].word, made.shapes[head]
    if word is None or here.kind != "word" or made.tokens[head].pos not in ("NOUN", "X") or not word.readings:
        return ""
    noun = word.reading("NOUN")
    if noun is None or noun.number != "s" or made.phrases[made.owner[head]].first != head - _opens(made, head):
        return ""
    if word.core == "نظيره":
        return ""  # «نظيره السوري» or «النظيرة»
    if word.core.endswith("ه") or (here.pronoun and word.core.endswith("ت")):
        return "f"
    plain = not word.core.endswith(("ات", "ا", "اء")) and word.core not in word_list("genders", "feminine_nouns")
    return "m" if plain else ""


def _opens(made: Chunks, head: int) -> int:
    """The tokens of a preposition before a head; counted things («مئات القتلى») have more before them."""
    return made.owner[head - 1] == made.owner[head] and made.shapes[head - 1].kind == "preposition" if head else 0


def agrees_any(made: Chunks, phrase: int, verb: Phrase) -> bool:
    """Whether a noun phrase agrees with any reading of a verb;
    unvowelled «تقدم» is masculine past or feminine present.
    """
    word = made.tokens[verb.head].word
    verbs = _verbs(word)[0] if word is not None else ()
    if not verbs:
        return True
    likely = max([morph.weight for morph in verbs]) - RARE
    return any(agrees(made, phrase, morph) for morph in verbs if morph.weight > likely)


def agrees(made: Chunks, phrase: int, morph: Morph | None) -> bool:
    """Whether a noun phrase can be the subject of a verb in the third person singular;
    true where nothing speaks against it.
    """
    head = made.phrases[phrase].head
    mention = made.mention_at[head]
    if morph is None or morph.person not in ("", "3") or morph.number not in ("", "s"):
        return morph is None or morph.number in ("p", "d")
    if mention is None or mention.adjectival:
        gender = noun_gender(made, head)
        return not gender or not morph.gender or gender == morph.gender
    from musnad.extract.actors.discourse import gender_of

    gender, _ = gender_of(mention)
    return not gender or not morph.gender or gender == morph.gender or mention.kind == "group"
