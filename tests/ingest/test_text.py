from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from musnad.ingest.source import Failure
from musnad.model import Document


def test_text_identity_is_of_the_bytes(read_one: Callable[..., Document], text: str) -> None:
    document = read_one("a.txt", text)
    assert document.id == "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    assert document.text == text
    assert document.published is None
    assert document.published_basis == "unknown"


def test_text_front_matter_is_read_and_left_out(read_one: Callable[..., Document], text: str) -> None:
    whole = f"---\ntitle: عنوان: فرعي\noutlet: صحيفة المثال\npublished: 2024-06-18\n---\n\n{text}"
    document = read_one("a.md", whole)
    assert document.text == text
    assert document.id == "sha256:" + hashlib.sha256(whole.encode()).hexdigest()
    assert (document.title, document.outlet) == ("عنوان: فرعي", "صحيفة المثال")
    assert (document.published, document.published_basis) == ("2024-06-18", "given")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"قمة في القاهرة"', "قمة في القاهرة"),
        ("'قمة'", "قمة"),
        ('حزب يساند الحكومة "بشروط"', 'حزب يساند الحكومة "بشروط"'),
        ('"', '"'),
    ],
)
def test_text_front_matter_loses_only_quotes_around_the_whole(
    read_one: Callable[..., Document], text: str, written: str, title: str
) -> None:
    assert read_one("a.md", f"---\ntitle: {written}\n---\n{text}").title == title


def test_text_rule_of_dashes_is_no_front_matter(read_one: Callable[..., Document], text: str) -> None:
    assert read_one("a.md", f"---\n{text}---\n").text == f"---\n{text}---\n"


def test_text_impossible_date_is_said(read_one: Callable[..., Document], text: str) -> None:
    document = read_one("a.md", f"---\npublished: 2024-02-31\n---\n{text}")
    assert document.published is None
    assert "2024-02-31" in document.published_reason


def test_text_markdown_heading_is_title(read_one: Callable[..., Document], text: str) -> None:
    assert read_one("a.md", f"# قمة في القاهرة\n\n{text}").title == "قمة في القاهرة"


def test_text_given_date_and_outlet_win(read_one: Callable[..., Document], text: str) -> None:
    document = read_one("a.md", f"---\npublished: 2024-06-18\n---\n{text}", published="2023-01-01", outlet="وكالة")
    assert (document.published, document.outlet) == ("2023-01-01", "وكالة")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "M102"),
        (b"  \n", "M102"),
        (b"...", "M102"),
        (b"The minister met the president.", "M100"),
        (bytes(range(256)) * 20, "M100"),
        ("نص مقطوع في حرف".encode()[:-1], "M101"),
        ("نص\0 فيه صفر في وسطه".encode() * 9, "M100"),
    ],
)
def test_text_bad_input_is_one_line(refuse: Callable[..., Failure], data: bytes, code: str) -> None:
    assert refuse("bad.txt", data).code == code


def test_text_too_large_is_refused_without_reading_it_all(refuse: Callable[..., Failure]) -> None:
    assert "too large" in refuse("big.txt", "كلمة " * 1000, max_bytes=5000).message
