"""The reader raises on no text whatever, and its spans fit (checked for every annotation by tests/conftest.py)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import musnad
from musnad.model import Annotation

# letters, their variants and marks, digits of three kinds, signs, spaces and controls: what pages are made of and ruined by
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءةىٱپچگکی"
MARKS = "\u064b\u064e\u0651\u0652\u0670\u0640\u200c\u200d\u200e\u200f\u202b\u2067\u2069\ufeff\u00ad"
SIGNS = "،؛؟.!,:;()[]«»\"'“”-–—…٪%$/٫٬_*#@\\|"
SPACES = " \n\r\t\u00a0\u2028\x0b\x00\x1b\x7f"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۵"
ODD = "aZéß你😀\ud83d\ufffd\ufdfa\ufefb\u0301"
WORDS = [
    "قال",
    "وأضاف",
    "نفى",
    "أعلن",
    "بحسب",
    "وفقاً",
    "لوكالة",
    "رويترز",
    "الرئيس",
    "وزير",
    "الخارجية",
    "روسيا",
    "موسكو",
    "كوريا",
    "الشمالية",
    "الولايات",
    "المتحدة",
    "اليوم",
    "الثلاثاء",
    "الماضي",
    "2024",
    "18",
    "يونيو",
    "ألف",
    "آلاف",
    "مليون",
    "دولار",
    "جندي",
    "زيارة",
    "قمة",
    "اتفاق",
    "هجوم",
    "إن",
    "أن",
    "لم",
    "لن",
    "قد",
    "إذا",
    "بسبب",
    "من",
    "إلى",
    "على",
    "في",
    "بين",
    "الذي",
    "التي",
    "إقرأ",
    "أيضاً",
    "تابعنا",
    "المصدر:",
    "--",
    "وكالات",
    "(",
    "رويترز",
    ")",
    "https://example.org/1",
    "F-16",
    "CNN",
    "سي.",
    "إن.",
    "إن.",
]

characters = st.text(st.sampled_from(LETTERS * 3 + MARKS + SIGNS + SPACES + DIGITS + ODD), max_size=200)
sentences = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
mixed = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=4), characters.map(lambda t: t[:6])), max_size=60
).map("".join)
anything = st.one_of(characters, sentences, mixed, st.text(max_size=200))
dates = st.one_of(st.none(), st.just("2024-06-18"), st.just("2024-02-29"))

relaxed = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@relaxed
@given(text=anything, published=dates)
def test_annotate_never_raises_and_comes_back_from_json(text: str, published: str | None) -> None:
    annotation = musnad.annotate(text, published)
    assert annotation.document.text == text
    if text.isprintable() or text.encode("utf-8", "ignore").decode() == text:
        assert Annotation.from_json(annotation.to_json()) == annotation


@relaxed
@given(text=sentences)
def test_annotate_gives_the_same_twice(text: str) -> None:
    assert musnad.annotate(text, "2024-06-18") == musnad.annotate(text, "2024-06-18")


EDGES = [
    "",
    " ",
    "\n\n",
    "\x00",
    "ا",
    "ال",
    "و",
    "ـــ",
    "٢٠٢٤",
    "«",
    "\u202b",
    "قال",
    "قال إن",
    "قال:",
    "بين و",
    "إن قال",
]
LONG = ["ألف ", "ا", "(", "و", "قال إن ", "في 18 ", "١", "1,", "نفى أن ", "« ", "بحسب ", "الذي "]


@pytest.mark.parametrize("text", [*EDGES, *(piece * 400 for piece in LONG), "2024-99-99 31/31/2024", "30 فبراير"])
def test_annotate_edges(text: str) -> None:
    assert musnad.annotate(text, "2024-06-18").document.text == text
