from __future__ import annotations

import pytest

from musnad.errors import EmptyInputError, EncodingError, InputError
from musnad.ingest.decode import decode, encoding_of


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"],
)
def test_decode_tells_encoding_of_arabic(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


def test_encoding_windows_and_iso_are_told_apart_by_words(text: str) -> None:
    assert encoding_of(text.encode("cp1256"), "x") == "cp1256"
    assert encoding_of(text.encode("iso8859_6"), "x") == "iso8859_6"


def test_encoding_latin_letters_are_cp1252() -> None:
    assert decode("Le président a rencontré le ministre à Genève.".encode("cp1252"), "x").startswith("Le président")


def test_decode_keeps_line_ends_and_spaces(text: str) -> None:
    source = "  " + text.replace("\n", "\r\n") + "\n\n"
    assert decode(source.encode(), "x") == source


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf  "])
def test_decode_nothing_is_an_error(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        decode(data, "x")


def test_decode_truncated_utf8_says_where(text: str) -> None:
    with pytest.raises(EncodingError, match=r"breaks off within a letter \(at byte 40\)"):
        decode(text.encode()[:41], "x")


def test_decode_broken_utf8_says_where(text: str) -> None:
    data = text.encode()
    with pytest.raises(EncodingError, match="broken UTF-8"):
        decode(data[:60] + b"\xff\xfe" + data[60:], "x")


def test_decode_long_text_is_not_cut_by_the_sample(text: str) -> None:
    source = "ا" + text * 800
    assert decode(source.encode(), "x") == source


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", b"PK\x03\x04 text", bytes(range(256)) * 8, b"\x7fELF\x02\x01"])
def test_decode_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(data, "x")


def test_decode_nul_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="NUL"):
        decode((text * 3)[:300].encode() + b"\0" + text.encode(), "x")
