from __future__ import annotations

import json
from collections.abc import Callable

from musnad.ingest.source import Columns, Failure
from musnad.model import Document

Read = Callable[..., list[object]]


def test_jsonl_guesses_columns_and_goes_on_after_bad_lines(read: Read, text: str) -> None:
    good = {"id": 1, "headline": "عنوان", "body": text, "published": "2024-01-02T00:00", "url": "http://example.org/1"}
    lines = [json.dumps(good), "{bad", "[1]", json.dumps({"body": "latin only"}), json.dumps(good | {"id": 2}), ""]
    first, *failures, last = read("a.jsonl", "\n".join(lines))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.uri, first.title, first.published) == ("http://example.org/1", "عنوان", "2024-01-02")
    assert first.text == text
    assert first.id != last.id
    assert [f.uri.rsplit("#")[1] for f in failures if isinstance(f, Failure)] == ["2", "3", "4"]


def test_jsonl_in_utf16(read_one: Callable[..., Document], text: str) -> None:
    assert read_one("a.jsonl", json.dumps({"text": text}, ensure_ascii=False).encode("utf-16")).text == text


def test_jsonl_without_text_names_the_columns(refuse: Callable[..., Failure]) -> None:
    assert "the columns are a, b" in refuse("a.jsonl", '{"a": 1, "b": 2}').message


def test_json_list(read: Read, text: str) -> None:
    document, failure = read("a.json", json.dumps([{"content": text, "date": "18/6/2024"}, 3]))
    assert isinstance(document, Document)
    assert document.published == "2024-06-18"
    assert isinstance(failure, Failure)


def test_csv_quoted_lines_and_empty_rows(read: Read, text: str) -> None:
    document, failure = read(
        "a.csv", f'title,body,date\nعنوان,"{text}",2024-01-01\n,,\nعنوان,"",2024-01-01\n'.encode("cp1256")
    )
    assert isinstance(document, Document)
    assert document.text == text
    assert document.uri.endswith("a.csv#2")
    assert isinstance(failure, Failure)


def test_csv_semicolon_and_named_columns(read_one: Callable[..., Document]) -> None:
    document = read_one("a.csv", "k;words\n1;نفى الوزير الخبر\n", columns=Columns(text="words", title="k"))
    assert (document.text, document.title) == ("نفى الوزير الخبر", "1")


def test_csv_unknown_column_is_refused(refuse: Callable[..., Failure]) -> None:
    assert "no column nope" in refuse("a.csv", "text\nنص\n", columns=Columns(text="nope")).message


def test_csv_huge_field_is_refused(refuse: Callable[..., Failure]) -> None:
    assert "field larger" in refuse("a.csv", "text\n" + "كلمة " * 900, max_bytes=2000).message


def test_csv_broken_later_keeps_what_was_read(read: Read, text: str) -> None:
    rows = "".join(f'"{text}",{n}\n' for n in range(400))
    *documents, failure = read("a.csv", f"text,n\n{rows}".encode() + b"\xff\xff\n")
    assert len(documents) > 300
    assert isinstance(failure, Failure)
    assert failure.code == "M101"


def test_tsv(read_one: Callable[..., Document]) -> None:
    assert read_one("a.tsv", "date\ttext\n2024-06-18\tقال, ثم نفى\n").text == "قال, ثم نفى"


def test_feed_items(read: Read) -> None:
    item = "<item><title>{0}</title><link>http://example.org/{0}</link><pubDate>Tue, 18 Jun 2024 10:00:00 GMT</pubDate>{1}</item>"
    full = item.format("أول", "<description>&lt;p&gt;نفى الوزير&lt;/p&gt;</description>")
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>{full}{item.format("x", "")}</channel></rss>'
    document, failure = read("f.xml", feed)
    assert isinstance(document, Document)
    assert document.text == "أول\nنفى الوزير"
    assert (document.outlet, document.published, document.published_basis) == ("وكالة", "2024-06-18", "stated")
    assert isinstance(failure, Failure)


def test_xml_that_is_no_feed_is_refused(refuse: Callable[..., Failure]) -> None:
    assert "no RSS or Atom feed" in refuse("f.xml", "<a><b/></a>").message
