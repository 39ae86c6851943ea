"""Lines that say where a report was filed and by whom, above an article and between two."""

from __future__ import annotations

import pytest

from musnad.extract.articles.datelines import is_dateline
from musnad.extract.articles.lines import lines_of

DATELINES = """الدوحة - قنا
أنقرة في 5 سبتمبر /أ ش أ/
المنامة في 17 أبريل / بنا /
العُلا - واس - «الصحيفة»
القاهرة – أحمد محمد
نواكشوط - الأخبار
عمّان - بترا - من سيف الدين
الخرطوم: سودان تربيون
إسطنبول/ الأناضول
الناصرة ـ «القدس العربي» من وديع سالم:
وكالة الصحافة الفرنسية""".splitlines()
PARAGRAPH = "وصل وزير الخارجية إلى العاصمة مساء أمس الثلاثاء في زيارة تستغرق يومين، وكان في استقباله نظيره وعدد من كبار المسؤولين."


@pytest.mark.parametrize("line", DATELINES)
def test_dateline_under_each_of_two_headlines(line: str) -> None:
    text = f"الوزير يبدأ زيارة إلى العاصمة\n{line}\n\n{PARAGRAPH}\n{PARAGRAPH}\nمباحثات جديدة بشأن الحدود\n{line}\n\n{PARAGRAPH}\n"
    lines = lines_of(text)
    assert [found.kind for found in lines] == ["title", "credit", "body", "body", "title", "credit", "body"]
    assert [found.begins for found in lines].index(True) == 4


@pytest.mark.parametrize(
    "line", ["الوزير يصل إلى القاهرة", "مواقف متباينة: قلق في العواصم", "خلاف - وتصعيد", "هدنة هشة", ""]
)
def test_headings_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


def test_a_sub_heading_with_a_photo_credit_begins_no_article() -> None:
    lines = lines_of(f"عنوان الخبر الرئيس\n{PARAGRAPH}\nجنود قرب المعبر الحدودي\n(رويترز)\n{PARAGRAPH}\n")
    assert not any(line.begins for line in lines)


def test_a_long_headline_keeps_the_credit_under_it() -> None:
    headline = "بعد قطيعة دامت أكثر من عشرة أعوام كاملة.. الرئيسان يلتقيان مجدداً في العاصمة ويوقعان سبع عشرة مذكرة للتعاون بين البلدين"
    lines = lines_of(f"{headline}\nأنقرة في 5 سبتمبر /أ ش أ/\n\n{PARAGRAPH}\n")
    assert [line.kind for line in lines] == ["title", "credit", "body"]
