from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.grammar.phrases import chunks
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "gender"),
    [("تمكن الجيش من العبور.", "m"), ("تمكن الشركة عملاءها من السداد.", "f"), ("وتمكن العراق من الفوز.", "m")],
)
def test_verb_reading_agrees_with_the_subject_behind(read: Read, text: str, gender: str) -> None:
    made = chunks(next(read(text).read_sentences()))
    morph = verb_reading(made, next(phrase for phrase in made.phrases if phrase.kind == "verb"))
    assert morph is not None
    assert morph.gender == gender
