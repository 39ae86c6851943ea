import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.lang.ar.orthography import fold
from musnad.lang.ar.pos import tag
from musnad.lang.ar.tokens import Token, tokenize


def tagged(text: str) -> list[Token]:
    tokens = tokenize(fold(text))
    tag(tokens)
    return tokens


@given(st.one_of(st.text(), st.text(alphabet="وابلمقدعي \u064f\u0651\u0640ﻻﷲ12.،«»a\u200f\n")))
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    tokens = tagged(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(token.pos != "X" and isinstance(token.lemma, str) for token in tokens)


def test_kinds_of_tokens() -> None:
    kinds = [token.kind for token in tokenize(fold("قالت CNN إن ٦٧٠٠ حاوية (أو 12.5%) وصلت."))]
    assert kinds == [
        "word",
        "latin",
        "word",
        "number",
        "word",
        "sign",
        "word",
        "number",
        "sign",
        "sign",
        "word",
        "sign",
    ]


@pytest.mark.parametrize("written", ["عُقد", "واستُضيفت", "أُصيب", "تُوفي", "قُتل", "يُعقَد", "واعتُقل"])
def test_tashkeel_says_passive(written: str) -> None:
    token = tokenize(fold(written))[0]
    token.pos = "VERB"
    assert token.vocalised_passive
    assert token.morph is not None
    assert token.morph.voice == "p"


@pytest.mark.parametrize("written", ["قُلت", "يُؤكد", "عقد", "أصيب", "كتبُوا", "يُهدِّد"])
def test_tashkeel_of_the_active_says_nothing(written: str) -> None:
    token = tokenize(fold(written))[0]
    token.pos = "VERB"
    assert not token.vocalised_passive


def test_morph_and_lemma_follow_the_part_of_speech() -> None:
    verb, noun = tokenize(fold("قتل قتل"))
    verb.pos, noun.pos = "VERB", "NOUN"
    assert verb.morph is not None
    assert verb.morph.aspect == "p"
    assert noun.morph is not None
    assert noun.morph.derived == "masdar"
    assert verb.lemma == noun.lemma == "قتل"
