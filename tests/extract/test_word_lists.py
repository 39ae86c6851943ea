from __future__ import annotations

import pytest

from musnad.extract.word_lists import word_list


def test_word_list_is_folded() -> None:
    assert "اجري" in word_list("control", "perform")
    assert "خطوه" in word_list("act_nouns", "deeds")


def test_word_list_unknown() -> None:
    with pytest.raises(KeyError):
        word_list("control", "unheard of")
