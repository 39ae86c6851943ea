"""The lexicon of triggers: well formed, every code in the ontology, every example true."""

from __future__ import annotations

import pytest

from musnad.extract.annotate import layers
from musnad.extract.reading import Reading
from musnad.extract.triggers.index import keys_of
from musnad.extract.triggers.layer import triggers
from musnad.extract.triggers.lexicon import SHADDA, Entry, Negative, read_lexicon
from musnad.lang.ar.words import word
from musnad.model import Document
from musnad.ontology import plover, values

LEXICON = read_lexicon()
READ_BEFORE = ("read_zones", "read_tokens", "read_mentions")


def found(text: str) -> list[tuple[str, str]]:
    """The type and the words of each trigger of a text."""
    reading = Reading(Document(id="x", text=text))
    for layer in layers():
        if layer.__name__ in READ_BEFORE:
            layer(reading)
    return [
        (trigger.entry.type, text[trigger.start : trigger.end])
        for sentence in reading.sentences
        for trigger in triggers(reading, sentence)
    ]


@pytest.mark.parametrize("entry", LEXICON.entries, ids=lambda entry: entry.id)
def test_example_yields_its_triggers(entry: Entry) -> None:
    assert entry.yields
    assert [words for kind, words in found(entry.example) if kind == entry.type] == list(entry.yields)


@pytest.mark.parametrize("negative", LEXICON.negatives, ids=lambda negative: negative.id)
def test_negative_example_yields_nothing(negative: Negative) -> None:
    assert found(negative.example) == []


def test_every_code_stands_in_the_ontology() -> None:
    for entry in LEXICON.entries:
        assert entry.type in plover()
        assert not entry.mode or entry.mode in plover()[entry.type].modes, entry.id
        assert entry.implies == "" or entry.implies in values("factuality")
        assert entry.factuality == "" or entry.factuality in values("factuality")


def test_ids_are_unique_and_begin_with_their_type() -> None:
    ids = [entry.id for entry in LEXICON.entries]
    assert len(ids) == len(set(ids))
    assert all(entry.id.startswith(entry.type.lower() + ".") for entry in LEXICON.entries)


def test_every_light_verb_set_exists() -> None:
    assert {name for entry in LEXICON.entries for name in entry.light} <= set(LEXICON.light)


def test_every_verb_has_a_form_that_is_read() -> None:
    """A verb no inflection of which is found would be a dead line of the lexicon."""
    verbs = {verb for entry in LEXICON.entries for verb in entry.verbs}
    verbs |= {first[2:] for entry in LEXICON.entries for first in _first_words(entry) if first.startswith("v:")}
    dead = [verb for verb in verbs if not any(f"v:{verb}" in keys_of(word(form)).keys for form in _forms(verb))]
    assert dead == []


def _first_words(entry: Entry) -> list[str]:
    return [phrase.split()[0] for phrase in entry.phrases]


def _forms(verb: str) -> list[str]:
    plain = verb.rstrip(SHADDA)
    if plain.endswith("ي"):
        return [plain, plain[:-1] + "ت", "ي" + plain.lstrip("ا")]
    return [plain, plain + "ت", "ي" + plain, "ت" + plain, "ي" + plain[1:], "ت" + plain[1:]]


def test_the_lexicon_covers_all_types_with_eighteen_hundred_triggers() -> None:
    assert {entry.type for entry in LEXICON.entries} == set(plover())
    entries = LEXICON.entries
    assert sum(len((*e.verbs, *e.masdars, *e.nouns, *e.participles, *e.phrases)) for e in entries) >= 1800
