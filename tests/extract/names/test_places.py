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


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("أعلن الحزب الجمهوري في تونس رفضه القانون.", "al-jomhouri-tunisia"),
        ("وقال الحزب الجمهوري الأميركي إن تونس شريك، ورحبت تونس بذلك في تونس.", "USA/republican-party"),
        ("وانضم إلى تونس زعماء للحزب الجمهوري.", "al-jomhouri-tunisia"),
        ("انتقد الحزب الجمهوري سياسة جو بايدن.", "USA/republican-party"),
        ("خسر حزب العدالة والتنمية الانتخابات في المغرب.", "MAR/justice-and-development-party"),
        ("خسر حزب العدالة والتنمية الانتخابات التركية.", "TUR/justice-and-development-party"),
    ],
)
def test_a_party_name_that_countries_share_is_that_of_the_articles_country(named: Named, text: str, party: str) -> None:
    assert party in {entity for _, entity in named(text)}


@pytest.mark.parametrize(
    "text",
    [
        "انتقد الحزب الجمهوري سياسة الحكومة.",
        "قال الحزب الجمهوري في بيروت إن لبنان بخير، وشكر لبنان الجالية في لبنان وكندا والولايات المتحدة. ولبنان واحد.",
    ],
)
def test_a_shared_party_name_without_its_country_names_no_one(named: Named, text: str) -> None:
    assert "USA/republican-party" not in {entity for _, entity in named(text)}
