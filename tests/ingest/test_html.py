from __future__ import annotations

from collections.abc import Callable

from musnad.ingest.html import fragment_text
from musnad.ingest.source import Failure
from musnad.model import Document

PAGE = """<!doctype html><html dir="rtl"><head><meta charset="{charset}"><title>الوزير يزور العاصمة</title>
<meta property="og:site_name" content="صحيفة المثال"><meta property="article:published_time" content="2024-06-18T10:00:00Z">
<script>var قال = "نص لا يقرأ";</script><style>p {{ color: red }}</style></head><body><nav><a href="/">الرئيسية</a></nav>
<article><h1>الوزير يزور العاصمة</h1><p>وصل وزير الخارجية إلى العاصمة في زيارة تستمر يومين، بحسب بيان من الوزارة.</p>
<p>وقال الوزير إن المحادثات التي تبدأ غداً ستتناول الحدود والتجارة، وأضاف أن الجانبين اتفقا على اللقاء.</p>
<p>من جهته نفى المتحدث باسم الحكومة أن تكون بلاده قد طلبت الوساطة من أي طرف في المنطقة.</p></article></body></html>"""


def test_html_article_without_furniture(read_one: Callable[..., Document]) -> None:
    document = read_one("page.html", PAGE.format(charset="utf-8"))
    assert document.text.startswith("الوزير يزور العاصمة\nوصل وزير الخارجية")
    assert "نص لا يقرأ" not in document.text
    assert "الرئيسية" not in document.text
    assert (document.title, document.outlet) == ("الوزير يزور العاصمة", "صحيفة المثال")
    assert (document.published, document.published_basis) == ("2024-06-18", "stated")


def test_html_in_windows_1256(read_one: Callable[..., Document]) -> None:
    assert "وصل وزير الخارجية" in read_one("page.htm", PAGE.format(charset="windows-1256").encode("cp1256")).text


def test_html_short_page_is_read_whole(read_one: Callable[..., Document]) -> None:
    assert read_one("a.html", "<p>نفى الوزير الخبر.</p><script>x()</script>").text == "نفى الوزير الخبر."


def test_html_without_article_is_refused(refuse: Callable[..., Failure]) -> None:
    assert refuse("a.html", "<html><script>var a = 1</script></html>").code == "M102"


def test_fragment_text_has_a_line_for_each_block() -> None:
    assert fragment_text("<p>أول <b>سطر</b></p><p>ثان</p><!-- لا --><br>ثالث") == "أول سطر\nثان\nثالث"
    assert fragment_text(" ") == ""
