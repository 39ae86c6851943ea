from __future__ import annotations

from collections.abc import Callable

import pytest

from musnad.extract.grammar.noun_bounds import behind_at_least
from musnad.extract.grammar.phrases import phrases
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("قتل ما لا يقل عن 40 شخصا أمس.", "ما لا يقل عن 40 شخصا"),
        ("واستدعت كابل القائم بالأعمال الباكستاني أمس.", "القائم بالأعمال الباكستاني"),
        ("وسمّت القاهرة عمرو موسى سفيراً لها.", "القاهرة"),
        ("وأمهلت باريس الانقلابيين أسبوعاً.", "باريس"),
        ("وجه رئيس الوزراء رسالة.", "وجه"),
        ("وعبر الوزير عن قلقه.", "وعبر"),
        ("وعبر الحدود سوريون.", "وعبر الحدود سوريون"),
        ("أثار قصف إسرائيلي غضباً.", "قصف إسرائيلي"),
        ("زار وزير خارجية فرنسا ستيفان سيجورنيه بيروت.", "وزير خارجية فرنسا ستيفان سيجورنيه"),
    ],
)
def test_noun_phrases_begin_and_end(read: Read, text: str, part: str) -> None:
    sentence = next(read(text).read_sentences())
    tokens = sentence.tokens
    assert part in [text[tokens[p.first].start : tokens[p.last].end] for p in phrases(sentence)]


def test_behind_at_least_is_the_end_where_no_count_begins(read: Read) -> None:
    tokens = next(read("ما لا يقل أهمية.").read_sentences()).tokens
    assert behind_at_least(tokens, 0) == len(tokens)
