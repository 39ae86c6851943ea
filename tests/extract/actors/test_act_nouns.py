from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.actors.act_nouns import takes_up
from musnad.extract.grammar.phrases import chunks
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("نددت القاهرة بهذه الخطوة.", "الخطوه", "deeds"),
        ("رفضت طهران تلك التصريحات.", "التصريحات", "words"),
        ("نفت موسكو ذلك.", "ذلك", "any"),
        ("نددت القاهرة بخطوة جديدة.", "بخطوه", ""),
        ("رفضت طهران تصريحاته.", "تصريحاته", ""),
        ("زارت طهران المدينة.", "المدينه", ""),
    ],
)
def test_takes_up(read: Read, text: str, form: str, kind: str) -> None:
    made = chunks(next(iter(read(text).read_sentences())))
    phrase = next(phrase for phrase in made.phrases if made.tokens[phrase.head].form == form)
    assert takes_up(made, phrase) == kind
