"""The index of triggers."""

from __future__ import annotations

from musnad.extract.triggers.index import keys_of
from musnad.lang.ar.words import word


def test_a_form_has_the_keys_of_its_spelling_whichever_came_first() -> None:
    indefinite, preposition = word("علي", "عليّ"), word("علي", "على")
    assert keys_of(indefinite) is not keys_of(preposition)
    assert keys_of(preposition) is keys_of(word("علي", "على"))
