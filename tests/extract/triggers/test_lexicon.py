"""The lexicon of triggers: well formed, every code in the ontology, every example true."""

from __future__ import annotations

import pytest

from musnad.extract.annotate import layers
from musnad.extract.reading import Reading
from musnad.extract.triggers.layer import triggers
from musnad.extract.triggers.lexicon import Entry, Negative, read_lexicon
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


def test_the_lexicon_covers_all_types_with_nine_hundred_triggers() -> None:
    assert {entry.type for entry in LEXICON.entries} == set(plover())
    entries = LEXICON.entries
    assert sum(len((*e.verbs, *e.masdars, *e.nouns, *e.participles, *e.phrases)) for e in entries) >= 900
