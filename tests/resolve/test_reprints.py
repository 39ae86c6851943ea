"""Shared passages: found with their spans, edits forgiven, formulas left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musnad.resolve.reprints import SHORTEST, fingerprints, is_whole, marked, matches

WIRE = (
    "أعلنت وزارة الري في بيان صباح الخميس أن منسوب المياه عند محطة الرصد الجنوبية ارتفع أربعين سنتيمترا خلال يومين، "
    "ودعت سكان القرى القريبة من المجرى إلى الابتعاد عن الضفاف ونقل المواشي إلى أماكن مرتفعة حتى نهاية الأسبوع."
)
OWN = (
    "وقال مزارعون التقتهم الصحيفة إنهم لم يتلقوا أي تحذير قبل وصول المياه إلى حقولهم، وإن الطرق الفرعية ما زالت مقطوعة."
)


def test_a_copied_passage_is_found_with_both_spans() -> None:
    copy = OWN + "\n" + WIRE
    [found] = matches(marked(WIRE), marked(copy))
    assert copy[found.start : found.end] in WIRE
    assert WIRE[found.original_start : found.original_end] == copy[found.start : found.end]
    assert found.words >= SHORTEST
    assert found.similarity == 1.0


def test_an_edited_copy_is_one_passage() -> None:
    copy = WIRE.replace("صباح الخميس", "مساء الخميس").replace("أربعين سنتيمترا", "40 سنتيمترا")
    [found] = matches(marked(WIRE), marked(copy))
    assert 0.3 < found.similarity < 1.0


def test_spelling_and_marks_do_not_hide_a_copy() -> None:
    copy = WIRE.replace("إلى", "الى").replace("في", "فى").replace("ارتفع", "ارتفـع").replace("أن", "أنّ")
    [found] = matches(marked(WIRE), marked(copy))
    assert copy[found.start : found.end].split()[0] == WIRE[found.original_start : found.original_end].split()[0]


def test_whole_copies_are_told_from_passages() -> None:
    mine, theirs = marked(WIRE), marked(WIRE + " " + OWN + " " + OWN[::-1])
    assert is_whole(matches(mine, theirs), mine, theirs)
    long = marked(OWN * 1 + " " + " ".join(f"كلمة{n}" for n in range(200)) + " " + WIRE)
    other = marked(WIRE + " " + " ".join(f"لفظ{n}" for n in range(200)))
    assert matches(long, other)
    assert not is_whole(matches(long, other), long, other)


def test_a_short_common_formula_is_no_passage() -> None:
    formula = "وأضاف المتحدث في تصريح للصحافيين عقب انتهاء الاجتماع"
    assert not matches(marked(formula + " " + OWN), marked(formula + " " + WIRE))


@given(st.text(max_size=400))
def test_any_text_has_fingerprints_within_it(text: str) -> None:
    for mark in fingerprints(text):
        assert 0 <= mark.start < mark.end <= len(text)


def test_a_list_of_persons_is_no_copy() -> None:
    persons = "صاحب السمو الملكي الأمير محمد بن سالم بن أحمد ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية " * 2
    one, other = (
        marked("حضر الحفل " + persons + "وانتهى مساء"),
        marked("كان في الاستقبال " + persons + "ثم غادر المدينة"),
    )
    assert matches(one, other) == []


def test_a_verse_that_two_articles_quote_is_no_copy() -> None:
    verse = "قُلْ هُوَ نُورٌ وَهُدًى لِمَنْ سَارَ عَلَى الدَّرْبِ وَصَبَرَ " * 3
    one, other = marked(f"كتب الأول مقالا طويلا جاء فيه {verse}"), marked(f"وختم الثاني خطبته قائلا {verse}")
    assert matches(one, other) == []
    plain = "سارت القافلة عبر الطريق القديم إلى المدينة حاملة معها البضائع والرسائل والأخبار من البلاد البعيدة " * 2
    assert matches(marked(f"كتب الأول {plain}"), marked(f"وختم الثاني {plain}"))


def test_an_updated_version_of_an_article_is_linked_to_it() -> None:
    text = (
        "قتل أربعة أشخاص في انهيار جسر شمال العاصمة صباح الأحد، وقالت الشرطة إن فرق الإنقاذ انتشلت سبعة جرحى من تحت "
        "الركام وإن البحث مستمر عن مفقودين، فيما أعلنت وزارة النقل فتح تحقيق في أسباب الحادث وتعليق العمل في الجسور القريبة"
    )
    newer = (
        "(نسخة محدثة) " + text.replace("أربعة", "ستة") + " وأضافت الوزارة مساء أن رئيس الشركة المشغلة استدعي للتحقيق."
    )
    old, new = marked(text), marked(newer)
    assert is_whole(matches(old, new), old, new)
