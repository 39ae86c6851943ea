from __future__ import annotations

from collections.abc import Callable

from musnad.extract.grammar.covering import by_token
from musnad.extract.reading import Reading

Read = Callable[[str], Reading]


def test_by_token_gives_each_token_the_mention_over_it(read: Read) -> None:
    sentence = next(read("زار فلاديمير بوتين بكين.").read_sentences())
    found = by_token(sentence.tokens, sentence.mentions)
    assert [mention.text if mention else "" for mention in found] == [
        "",
        "فلاديمير بوتين",
        "فلاديمير بوتين",
        "بكين",
        "",
    ]


def test_by_token_without_records_is_empty(read: Read) -> None:
    sentence = next(read("زار فلاديمير بوتين بكين.").read_sentences())
    assert by_token(sentence.tokens, []) == [None] * len(sentence.tokens)
