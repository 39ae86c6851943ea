"""QuadClass of sentences that stand alone."""

from __future__ import annotations

import pytest

import musnad
from musnad.extract.quadclass.features import views
from musnad.extract.quadclass.model import CLASSES, opinion

SENTENCES = {
    "قصفت الطائرات مواقع المسلحين جنوب المدينة وقتلت عشرين شخصاً.": "material_conflict",
    "ندد الوزير بالانتهاكات ووصفها بأنها جريمة حرب.": "verbal_conflict",
    "رحب الأمين العام بالحوار بين الطرفين وأشاد بجهود الوساطة.": "verbal_cooperation",
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_quadclass_of_plain_cases(sentence: str, expected: str) -> None:
    assert musnad.quadclass([sentence]) == [expected]


def test_quadclass_keeps_order_and_length() -> None:
    assert musnad.quadclass(list(SENTENCES)) == list(SENTENCES.values())
    assert musnad.quadclass([]) == []


@pytest.mark.parametrize("text", ["", " ", "12", "CNN", "؟" * 50, "ا" * 5000])
def test_any_text_has_a_class(text: str) -> None:
    found = opinion(text)
    assert found.quadclass in CLASSES
    assert max(found.scores, key=found.scores.__getitem__) == found.quadclass


def test_letters_stay_inside_words() -> None:
    letters = views("وقع عقد", musnad.annotate("وقع عقد"))["letters"]
    assert " و" in letters
    assert "قع ع" not in letters
    assert all(" " not in gram[1:-1] for gram in letters)
