"""Bytes to text: UTF-8, UTF-16, the 8-bit encodings of Arabic, or an error that says what is wrong."""

from __future__ import annotations

import codecs
import re
from functools import cache

from musnad.errors import EmptyInputError, EncodingError, InputError
from musnad.resources import load_yaml, package_path

# longest first: the mark of UTF-32-LE begins with that of UTF-16-LE
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ARABIC_8_BIT = ("cp1256", "iso8859_6")
_SAMPLE = 65_536  # bytes looked at to tell encodings apart; a page's language shows in far less
# Words that make up a tenth or more of any Arabic prose and nothing of what wrong tables make of it
_COMMON = re.compile(r"(?<!\w)(?:ال\w\w+|في|من|على|إلى|الى|أن|ان|عن|التي|الذي|هذا|مع|بعد)(?!\w)")
_MIN_COMMON = 0.08  # share of such words; a wrong table gives .00–.03, a right one .25 and more (100 articles re-coded)
_LATIN_HIGH = 0.2  # Latin text has few letters above 127, Arabic hardly any below
_UTF16_HIGH = 0.9
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL = 0.01


def decode(data: bytes, where: str, hint: str = "") -> str:
    """The text of `data`, without its byte order mark; `hint` is an encoding that the page declares.

    Raises EmptyInputError, EncodingError or InputError (binary data), each naming `where`.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise EmptyInputError("the file is empty", where=where, advice="remove it or fetch it again")
    encoding = encoding_of(data, where, hint)
    try:
        text = data[len(mark_of(data)) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(error, where) from None
    if "\0" in text:
        at = text.index("\0")
        raise InputError(
            f"holds a NUL character (at {at})", where=where, advice="fetch it again or remove them: tr -d '\\000'"
        )
    if not text.strip():
        raise EmptyInputError("the file holds no text", where=where, advice="remove it or fetch it again")
    return text


def mark_of(data: bytes) -> bytes:
    """The byte order mark that `data` begins with, or nothing."""
    return next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")


def encoding_of(data: bytes, where: str, hint: str = "") -> str:
    """The encoding of `data`, of which a piece from the beginning is enough; raises EncodingError or InputError."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    if wide := _wide(sample):
        return wide
    _refuse_binary(sample, where)
    if _is_utf8(sample, whole=len(data) == len(sample)) or _mostly_utf8(sample):
        return "utf-8"
    return _eight_bit(sample, hint, where)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every second byte is the high byte of an Arabic or a Latin letter."""
    pairs = len(sample) // 2
    if pairs < 4:
        return ""
    for name, high in (("utf-16-le", sample[1 : 2 * pairs : 2]), ("utf-16-be", sample[0 : 2 * pairs : 2])):
        if sum(byte in (0x00, 0x06, 0x20) for byte in high) >= _UTF16_HIGH * pairs and (0x06 in high or 0x00 in high):
            return name if b"\0\0" not in sample else ""
    return ""


def _refuse_binary(sample: bytes, where: str) -> None:
    for name, magic in _magic():
        if sample.startswith(magic):
            raise InputError(f"a binary file ({name}), no text", where=where, advice="extract its text first")
    control = len(_CONTROL.findall(sample))
    if sample.count(b"\0") > _MAX_CONTROL * len(sample) or control > max(4, _MAX_CONTROL * len(sample)):
        raise InputError("a binary file, no text", where=where, advice="extract its text first")


@cache
def _magic() -> tuple[tuple[str, bytes], ...]:
    rows = load_yaml(package_path("ingest", "data", "kinds.yaml"))["magic"]
    return tuple((row["name"], bytes.fromhex(row["hex"])) for row in rows)


def _is_utf8(sample: bytes, whole: bool) -> bool:
    """Whether the sample is UTF-8; a sample cut out of more may end within a letter."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(sample: bytes) -> bool:
    """Whether broken UTF-8 is UTF-8 still: most of what is above 127 decodes."""
    text = sample.decode("utf-8", errors="replace")
    good = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return good > 4 * text.count("\ufffd")


def _eight_bit(sample: bytes, hint: str, where: str) -> str:
    best = max(_ARABIC_8_BIT, key=lambda name: _common_share(sample, name))
    if _common_share(sample, best) >= _MIN_COMMON:
        return best
    letters = [byte for byte in sample if byte > 127 or chr(byte).isalpha()]
    if letters and sum(byte > 127 for byte in letters) <= _LATIN_HIGH * len(letters):
        return "cp1252" if _decodes(sample, "cp1252") else "latin-1"
    if hint and _decodes(sample, hint):
        return hint
    raise EncodingError(
        "text in no encoding that Musnad knows (UTF-8, UTF-16, windows-1256, ISO-8859-6)",
        where=where,
        advice="convert it to UTF-8: iconv -f ENCODING -t UTF-8",
    )


def _common_share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    words = len(text.split())
    return len(_COMMON.findall(text)) / words if words else 0.0


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _broken(error: UnicodeDecodeError, where: str) -> EncodingError:
    cut = "unexpected end" in error.reason or "truncated" in error.reason
    problem = "the text breaks off within a letter" if cut else f"broken {error.encoding.upper()}"
    advice = "fetch it again" if cut else "fetch it again or convert it to UTF-8"
    return EncodingError(f"{problem} (at byte {error.start})", where=where, advice=advice)
