"""A noun alone takes up who spoke or was named before: bodies, titles, sources and papers."""

from __future__ import annotations

import pytest

import musnad


def speakers(text: str) -> list[str | None]:
    return [claim.entity for claim in musnad.annotate(text, "2024-05-01").claims]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("أعلنت وزارة الدفاع الجزائرية وصول السفينة. وأضافت الوزارة أن الرحلة طالت.", "DZA/defense-ministry"),
        ("قصف الجيش الميناء، وفق وزارة الدفاع الجزائرية. وقالت الوزارة إن العمل عاد.", "DZA/defense-ministry"),
        ("أعلنت وزارة الخارجية الروسية استدعاء السفير. وقالت الخارجية إن القرار نهائي.", "RUS/foreign-ministry"),
        ("قال مصدر أمني إن الطريق أغلق. وأضاف المصدر أن الحركة عادت.", "security-sources"),
        ("قال مصدر أمني إن الطريق أغلق. وأضاف المصدر نفسه أن الحركة عادت.", "security-sources"),
        ("قال مسؤول أمريكي إن السفن وصلت. وأوضح المسؤول أن الحمولة غذاء.", "USA"),
        ("قالت حركة حماس في بيان إن الوفد وصل. وأوضح البيان أن الزيارة قصيرة.", "hamas"),
        ("وصلت الشحنة أمس. وأوضح بيان صادر عن الأمم المتحدة أن الحمولة غذاء.", "united-nations"),
    ],
)
def test_noun_takes_up_who_spoke(text: str, entity: str) -> None:
    assert speakers(text)[-1] == entity


def test_experts_are_any_experts() -> None:
    assert speakers("يرى خبراء غربيون أن السوق راكدة. ويقول الخبراء إن الأسعار سترتفع.")[-1] == "experts"


def test_verb_does_not_go_on_with_the_one_before_a_stranger() -> None:
    assert speakers("قالت فرنسا إن الباب مفتوح. وقالت العجوز إنها تعبت. وأضافت أن البيت بعيد.") == ["FRA", None, None]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("وقال عدد من أهالي البلدة إن الماء مقطوع.", "residents"),
        ("ويرى بعض العلماء أن البحر يرتفع.", "scientists"),
        ("قال سامي بن عمر إن السوق راكدة. وأضاف ضيف «مساء الخير» أن الأسعار سترتفع.", "sami-bin-omar"),
    ],
)
def test_some_of_a_class_and_the_guest_of_a_programme(text: str, entity: str) -> None:
    assert speakers(text)[-1] == entity


def test_paper_is_not_the_state_in_its_name() -> None:
    assert speakers("وقالت صحيفة النخيل الكويتية إن السوق راكدة.") == [None]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("قال سامي بن عمر إن السوق راكدة. وأوضح المحلل السياسي أن الأسعار سترتفع.", True),
        ("قال سامي بن عمر إن السوق راكدة. وأوضحت الناشطة الحقوقية أن الأسعار سترتفع.", False),
    ],
)
def test_title_of_one_person_goes_on_with_the_person_who_spoke(text: str, goes_on: bool) -> None:
    first, second = speakers(text)
    assert (first == second) is goes_on
