"""Where sentences end."""

from __future__ import annotations

import pytest

from musnad.lang.ar.sentences import LONGEST, sentences


def split(text: str) -> list[str]:
    """The sentences as text."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "نقلت شبكة «سي. إن. إن» عن مسؤول قوله إن الاتفاق قريب.",
        "قال د. محمد عمارة إن الدواء آمن.",
        "التقى أ. ب. فارس نظيره م. عمر في المقر.",
        "نشرت شبكة إيه.بي.سي وموقع صوتنا.كوم الصور.",
        "بلغ العجز 3.5 مليار دولار في الربع الأول.",
        "1. وقف إطلاق النار في المدينة",
        "وصل الوفد، ثم غادر، ثم عاد؛ ولم يصدر بيان.",
    ],
)
def test_sentences_keep_together(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("انتهى اللقاء. وبدأ آخر.", ["انتهى اللقاء.", "وبدأ آخر."]),
        ("استقال في عام 2021. وعاد بعدها.", ["استقال في عام 2021.", "وعاد بعدها."]),
        ("نقلته وكالة الأنباء (واس). أما الوزير فنفى.", ["نقلته وكالة الأنباء (واس).", "أما الوزير فنفى."]),
        ("وصف ما جرى بأنه «مهزلة». ورد نظيره.", ["وصف ما جرى بأنه «مهزلة».", "ورد نظيره."]),
        ("موسكو تنسحب.. والأمم المتحدة تأسف", ["موسكو تنسحب..", "والأمم المتحدة تأسف"]),
        ("ماذا لو؟ لا أحد يعلم!", ["ماذا لو؟", "لا أحد يعلم!"]),
        ("عنوان بلا نقطة\nمتن الخبر", ["عنوان بلا نقطة", "متن الخبر"]),
        ("تجاوز نسبة ٣٫٦٧٪. ويقدر خبراء", ["تجاوز نسبة ٣٫٦٧٪.", "ويقدر خبراء"]),
        ("صدر عام 1445هـ. ثم عُدل.", ["صدر عام 1445هـ.", "ثم عُدل."]),
        ("  \u00a0قمة \n\n ", ["قمة"]),
    ],
)
def test_sentences_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize("text", ["." * 200_000 + "ا", ".»" * 100_000, "ا" * 200_000, " " * 200_000, "أ. " * 50_000])
def test_sentences_of_hostile_lines_come_back(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in sentences(text))


def test_a_stop_without_a_space_ends_a_sentence() -> None:
    assert split("وصل الوفد إلى المدينة.وأكد رئيسه أن الحوار بدأ.") == [
        "وصل الوفد إلى المدينة.",
        "وأكد رئيسه أن الحوار بدأ.",
    ]


def test_a_sentence_without_a_stop_is_cut_at_a_comma() -> None:
    text = "قالت الوزارة إن الوفد وصل إلى العاصمة، " * 500
    pieces = [text[start:end] for start, end in sentences(text)]
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.endswith("،") for piece in pieces)
    assert sum(piece.count("الوزارة") for piece in pieces) == 500
    assert len(list(sentences("ا" * (3 * LONGEST)))) == 3


def test_a_stop_at_the_head_of_the_next_word_ends_a_sentence() -> None:
    assert split("عقد المؤتمر في سوسة (جانفي) .مع العلم أنه تأخر.") == [
        "عقد المؤتمر في سوسة (جانفي) .",
        "مع العلم أنه تأخر.",
    ]
