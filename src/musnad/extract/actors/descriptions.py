"""Actors that the text describes instead of naming: «الرئيس الروسي», «الحكومة العراقية», «القوات الإسرائيلية».

Pronouns point back to them as they do to names.
"""

from __future__ import annotations

from collections.abc import Iterator

from musnad.extract.actors.coreference import resolve_part
from musnad.extract.actors.discourse import ACTOR_KINDS, Discourse, Referent, gender_of, noun_at
from musnad.extract.actors.nouns import ActorNoun
from musnad.extract.grammar.agreement import SUFFIXES
from musnad.extract.grammar.phrases import Chunks, Phrase, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.words import Word

PERSONS = frozenset({"title", "official"})
DESCRIBED = PERSONS | {"body", "anaphor"}
PEOPLE = frozenset({"gunmen", "protesters", "civilians", "refugees"})  # «هم»; other plurals are «ها»
_OF_PEOPLE = ("ون", "ين")


def describe(reading: Reading, known: Discourse) -> None:
    """Adds to the discourse whom the article describes; the names must be known already."""
    known.add([referent for sentence in reading.read_sentences() for referent in _of_sentence(reading, sentence)])


def takes_pronoun(made: Chunks, phrase: Phrase, pronoun: str) -> bool:
    """Whether a suffix pronoun agrees with the head of a phrase («الهجوم … عدّته»)."""
    head = phrase.head
    mention, word = made.mention_at[head], made.tokens[head].word
    if mention is not None:
        gender, number = gender_of(mention)
    elif word is None or made.shapes[head].kind != "word":
        return False
    else:
        gender, number = _grammatical(word)
    wanted = SUFFIXES.get(pronoun, ("", ""))
    return gender in (wanted[0], "") and number == wanted[1]


def _grammatical(word: Word) -> tuple[str, str]:
    plural = bool(word.readings) and word.readings[0].number == "p"
    return ("f" if plural or word.core.endswith(("ه", "ات")) else "m"), "s"


def _of_sentence(reading: Reading, sentence: SentenceReading) -> Iterator[Referent]:
    made = chunks(sentence)
    for phrase in made.phrases:
        for index, head in enumerate(phrase.heads):
            last = phrase.heads[index + 1] - 1 if index + 1 < len(phrase.heads) else phrase.last
            mention = made.mention_at[head]
            if mention is not None and mention.adjectival and mention.kind in ACTOR_KINDS:
                # «قال الفلسطينيون»: a people, by the adjective of its state
                yield Referent(mention.start, sentence.index, mention.entity, "group", "m", "p", named=False)
            if mention is None and made.shapes[head].kind == "word":
                yield from _of_part(reading, sentence, made, phrase, head, last)


def _of_part(
    reading: Reading, sentence: SentenceReading, made: Chunks, phrase: Phrase, head: int, last: int
) -> Iterator[Referent]:
    noun, _ = noun_at(made, head)
    if noun is None or noun.kind not in DESCRIBED or made.shapes[head].pronoun:
        return
    found = resolve_part(reading, sentence, head, last)
    if len(found.actors) == 1 and found.how not in ("name", "pair"):
        kind = "person" if noun.kind in PERSONS else "organization"
        gender, number = _agreement(made, noun, head)
        yield Referent(made.tokens[head].start, sentence.index, found.actors[0], kind, gender, number, named=False)


def _agreement(made: Chunks, noun: ActorNoun, head: int) -> tuple[str, str]:
    """Gender and number of the pronouns that take a noun up."""
    word = made.tokens[head].word
    core = word.core if word is not None else made.tokens[head].form
    plural = word is not None and bool(word.readings) and word.readings[0].number == "p"
    if noun.id in PEOPLE or core.endswith(_OF_PEOPLE) or (noun.kind in PERSONS and plural):
        return "m", "p"
    return ("f" if plural or core.endswith(("ه", "ات")) else "m"), "s"
