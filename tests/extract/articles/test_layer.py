"""Zones, articles and titles of pasted pages in the house styles of the Arabic press."""

from __future__ import annotations

import pytest

from musnad import annotate
from musnad.extract.articles.rules import match_line
from musnad.resources import load_yaml, package_path

FIRST = (
    "أعلنت وزارة الخارجية في بيان لها أن المحادثات التي استضافتها العاصمة انتهت من دون اتفاق، "
    "وأن الوفود ستعود إلى بلدانها للتشاور."
)
SECOND = "وقال المتحدث باسم الوزارة إن بلاده متمسكة بالحل السياسي، مشيراً إلى أن الوسطاء سيواصلون مساعيهم في جنيف."
THIRD = "في المقابل رأى محللون أن الفجوة بين الطرفين ما زالت واسعة، وأن أي اختراق يحتاج إلى ضغط دولي أكبر."
RULES = load_yaml(package_path("extract", "data", "zones", "lines.yaml"))

PAGES = {
    "broadcaster": [
        ("title", "السودان: لماذا تعثرت المحادثات؟"),
        ("credit", "مصدر الصورة، Getty Images"),
        ("credit", "سالم المهدي"),
        ("credit", "18 يونيو/ حزيران 2024"),
        ("body", FIRST),
        ("title", "ما أسباب التعثر؟"),
        ("body", SECOND),
        ("related", "تخطى قصص مقترحة وواصل القراءة"),
        ("related", "ما الذي نعرفه عن الهدنة؟"),
        ("body", THIRD),
    ],
    "gulf": [
        ("title", "«الخارجية»: المحادثات انتهت من دون اتفاق"),
        ("credit", "الرياض: «الشرق الأوسط»"),
        ("credit", "نُشر: 14:30-18 يونيو 2024 م ـ 12 ذو الحجة 1445 هـ"),
        ("promo", "TT"),
        ("body", FIRST),
        ("related", "اقرأ أيضاً"),
        ("related", "الوسطاء يواصلون مساعيهم"),
        ("body", SECOND),
        ("keywords", "مواضيع"),
        ("keywords", "السعودية"),
    ],
    "egypt": [
        ("title", "الخارجية: المحادثات انتهت دون اتفاق"),
        ("credit", "الثلاثاء، 18 يونيو 2024 02:30 م"),
        ("credit", "كتب محمود عبد الحميد"),
        ("body", FIRST),
        ("related", "اقرأ أيضًا: السفير يغادر القاهرة"),
        ("body", SECOND),
        ("promo", "مشاركة"),
    ],
    "maghreb": [
        ("title", "الجزائر: المحادثات تنتهي دون اتفاق"),
        ("credit", "18 جوان 2024 - 17:45"),
        ("body", FIRST),
        ("body", SECOND),
        ("keywords", "كلمات دلالية : الجزائر , السودان, محادثات"),
        ("related", "الأكثر قراءة"),
        ("related", "1. البرلمان يصادق على قانون المالية"),
        ("promo", "جميع الحقوق محفوظة © 2024"),
    ],
    "agency": [
        ("body", "الخرطوم 18 يونيو 2024 (وكالات) - " + FIRST),
        ("body", SECOND),
        ("credit", "(يتبع)"),
        ("credit", "م ع / س ن"),
    ],
    "levant": [
        ("title", "المحادثات بلا نتيجة"),
        ("credit", "سياسة | الثلاثاء 18 حزيران 2024"),
        ("promo", "شارك المقال"),
        ("promo", "فيسبوك"),
        ("body", FIRST),
        ("related", "الأخبار العاجلة"),
        ("related", "- سقوط قذيفتين في محيط المطار"),
        ("body", SECOND),
    ],
}


def zones_of(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """The kind of every sentence's zone with the sentence."""
    annotation = annotate(text, published)
    kinds = {at: zone.kind for zone in annotation.zones for at in range(zone.start, zone.end)}
    return [(kinds.get(s.start, "body"), text[s.start : s.end]) for s in annotation.sentences]


@pytest.mark.parametrize("style", PAGES)
def test_zones_of_a_page(style: str) -> None:
    text = "\n\n".join(line for _, line in PAGES[style])
    assert zones_of(text) == PAGES[style]
    assert annotate(text).document.published == "2024-06-18"


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_zones_rule_example(rule: dict[str, str]) -> None:
    found = match_line(rule["example"], head=True)
    assert found is not None
    assert (found.id, found.kind) == (rule["id"], rule["kind"])


@pytest.mark.parametrize(
    "line",
    [
        "تابعوا المفاوضات من غرفة جانبية قبل أن يغادروا المبنى في ساعة متأخرة من الليل.",
        "اشترك ثلاثون جندياً في عملية الإنقاذ التي جرت قرب الحدود الشمالية فجراً.",
        "شارك الوزير في القمة التي عقدت في العاصمة بحضور ثلاثين رئيس دولة وحكومة.",
        "مصدر أمني: القوات لم تدخل المدينة بعد وما زالت عند أطرافها الشرقية.",
        "كتب الرئيس على حسابه أن بلاده لن توقع الاتفاق قبل تعديل البند الثالث منه.",
    ],
)
def test_zones_leave_sentences_that_begin_like_furniture(line: str) -> None:
    assert zones_of(f"عنوان الخبر\n{FIRST}\n{line}\n{SECOND}")[2][0] == "body"


def test_zones_tell_two_articles_apart_by_headline_and_date() -> None:
    text = (
        f"الخارجية تعلن فشل المحادثات\nالثلاثاء 18 يونيو 2024\n{FIRST}\n{SECOND}\nالمصدر: وكالات\n\n"
        f"أخبار ذات صلة\n• وصول الوفود إلى جنيف\n\nالوسطاء يدعون إلى جولة جديدة\nالخميس 20 يونيو 2024\n{THIRD}\n{SECOND}"
    )
    articles = annotate(text).articles
    assert [(article.title, article.published) for article in articles] == [
        ("الخارجية تعلن فشل المحادثات", "2024-06-18"),
        ("الوسطاء يدعون إلى جولة جديدة", "2024-06-20"),
    ]
    assert articles[0].end == articles[1].start
    assert articles[1].end == len(text)


def test_zones_begin_an_undated_article_after_the_end_of_the_first() -> None:
    text = f"{FIRST}\n{SECOND}\nالمصدر: صحيفة محلية\nإقرأ أيضاً:\n\nالوسطاء يدعون إلى جولة جديدة\n\nتابع أحدث الأخبار عبر تطبيق\n{THIRD}"
    annotation = annotate(text, "2024-06-18")
    assert [(a.title, a.published, a.published_basis) for a in annotation.articles] == [
        ("", "2024-06-18", "given"),
        ("الوسطاء يدعون إلى جولة جديدة", None, "unknown"),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الثلاثاء 18 يونيو 2024", "2024-06-18"),
        ("27/3/2024", "2024-03-27"),
        ("2024-03-27", "2024-03-27"),
        ("الرياض - 15 ذو الحجة 1445هـ", "2024-06-21"),
        ("الجزائر – نُشر يوم 25 أوت 2021", "2021-08-25"),
        ("بيروت - ٢٧ تشرين الأول/أكتوبر ٢٠٢٢", "2022-10-27"),
        ("آخر تحديث: 3 مايو 2023 الساعة 10:15", "2023-05-03"),
    ],
)
def test_zones_read_the_stated_date(line: str, day: str) -> None:
    document = annotate(f"عنوان الخبر\n{line}\n{FIRST}").document
    assert (document.published, document.published_basis) == (day, "stated")
    assert line in document.published_reason


def test_zones_given_date_wins_over_the_stated() -> None:
    document = annotate(f"عنوان الخبر\n27/3/2024\n{FIRST}", "2024-03-28").document
    assert (document.published, document.published_basis) == ("2024-03-28", "given")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "•", "***\n---", "عنوان", "a" * 5000, "\n".join("ا" * 3 for _ in range(3000))]
)
def test_zones_of_any_text_cover_only_the_text(text: str) -> None:
    annotation = annotate(text)
    assert annotation.articles[-1].end == len(text)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in annotation.zones)
