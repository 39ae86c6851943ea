from collections.abc import Callable

import pytest

Named = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصلت القافلة إلى بلدة كوتبوس مساء.", ("كوتبوس", "kutbus")),
        ("أغلق الجنود معبر خارلاشي أمس.", ("معبر خارلاشي", "kharlashi-crossing")),
        ("وقعت السعودية على إعلان العلا مع جيرانها.", ("العلا", "alula")),
        ("قصفت الطائرات مدينة دابق.", ("دابق", "dabiq")),
        ("هبطت الطائرة في جزيرة غوام.", ("غوام", "guam")),
    ],
)
def test_places_by_the_word_before_them(named: Named, text: str, expected: tuple[str, str]) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    "text",
    ["خرج الرجل صيداً في البر.", "أضرب عمال ثلاثة بنوك عن العمل.", "وقال إنها ستدمر الحصن.", "وقال بيتر رودس إنه حزين."],
)
def test_places_are_no_words_of_the_language(named: Named, text: str) -> None:
    assert not {"sidon", "nuuk", "palmyra", "rhodes"} & {entity for _, entity in named(text)}


def test_a_party_with_a_common_name_needs_its_country(named: Named) -> None:
    assert "democratic-alliance-south-africa" in {e for _, e in named("فاز التحالف الديمقراطي بمقاعد في جنوب أفريقيا.")}
    assert "democratic-alliance-south-africa" not in {e for _, e in named("قال التحالف الديمقراطي في تونس كلمته.")}


def test_the_popular_front_is_that_of_the_articles_country(named: Named) -> None:
    assert "pflp" in {e for _, e in named("أعلنت الجبهة الشعبية في غزة موقفها من إسرائيل.")}
    assert "popular-front-tunisia" in {e for _, e in named("وقالت الجبهة الشعبية إن تونس بحاجة إلى الحوار.")}
