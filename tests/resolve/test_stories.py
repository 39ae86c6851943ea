"""Documents to stories: one matter in many papers, not the formulas that they share."""

from __future__ import annotations

from msgspec.structs import replace
from tests.resolve.builders import article

from musnad.model import Annotation
from musnad.resolve.components import connect
from musnad.resolve.digest import digest
from musnad.resolve.stories import WINDOW, same_story, story_parts


def stories(*annotations: Annotation) -> list[int]:
    """The sizes of the stories, the largest first."""
    nodes = {node.id: node for node in (digest(each).document for each in annotations)}
    groups = connect(nodes.values(), same_story, WINDOW).groups()
    parts = [part for group in groups for part in story_parts([nodes[ref] for ref in group])]
    return sorted(map(len, parts), reverse=True)


RECEIVED = (
    "استقبل رئيس الوزراء في مكتبه بقصر الحكم أمس {guest} وجرى خلال الاستقبال بحث العلاقات الثنائية ومستجدات {about}."
)


def test_an_outlet_that_tells_two_receptions_in_one_formula_tells_two_stories() -> None:
    turkish = article(RECEIVED.format(guest="سفير تركيا لدى قطر", about="التبادل التجاري وتسيير خطوط بحرية جديدة"))
    chadian = article(RECEIVED.format(guest="سفير تشاد لدى قطر", about="مكافحة الجراد وحفر الآبار الجوفية"))
    assert stories(turkish, chadian) == [1, 1]


def test_a_text_in_two_hands_is_one_story_whoever_was_read_in_it() -> None:
    text = "سجلت التحويلات المالية السريعة نموا كبيرا وبلغ عدد العمليات المنفذة ستين مليون عملية قيمتها ضعف ما سجله العام الماضي"
    own = article(f"{text}.", outlet="أ")
    other = article(f"{text} في قطر بحسب تقرير المصرف.", outlet="ب")
    assert stories(own, other) == [2]
    assert stories(own, article(f"{text} في قطر بحسب تقرير المصرف.", outlet="ب", published="2024-04-20")) == [1, 1]


def test_a_story_without_a_title_is_labelled_by_its_first_line_cut_after_a_word() -> None:
    text = "بدأ وزير خارجية تركيا زيارة تستغرق يومين إلى قطر " * 4 + "."
    label = digest(replace(article(text), document=replace(article(text).document, title=""))).document.label
    assert len(label) <= 101
    assert label.endswith("…")
    assert text.startswith(label[:-1] + " ")
