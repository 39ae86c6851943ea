"""Large inputs read piece by piece: their encoding from the first piece, then lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from musnad.errors import EmptyInputError, InputError
from musnad.ingest.decode import encoding_of, mark_of

_HEAD = 65_536  # bytes the encoding is told from


def opened(stream: BinaryIO, where: str) -> tuple[io.BufferedReader, str]:
    """The stream from its start, without byte order mark, and its encoding; raises EmptyInputError on nothing."""
    head = stream.read(_HEAD)
    if not head.strip():
        raise EmptyInputError("the file is empty", where=where, advice="remove it or fetch it again")
    encoding = encoding_of(head, where)
    return io.BufferedReader(_Joined(head[len(mark_of(head)) :], stream), _HEAD), encoding


def text_stream(stream: BinaryIO, where: str) -> TextIO:
    """The stream as text, line ends untouched; reading it may raise UnicodeDecodeError."""
    whole, encoding = opened(stream, where)
    return io.TextIOWrapper(whole, encoding=encoding, newline="")


def utf8_lines(stream: BinaryIO, where: str, limit: int) -> Iterator[bytes]:
    """The lines in UTF-8; raises InputError at a line above `limit` bytes."""
    whole, encoding = opened(stream, where)
    if encoding != "utf-8":
        yield from (line.encode() for line in io.TextIOWrapper(whole, encoding=encoding))
        return
    while line := whole.readline(limit):
        if len(line) == limit:
            raise InputError("a line is too large for one article", where=where, advice="give one article a line")
        yield line


class _Joined(io.RawIOBase):
    """What was read of a stream already, then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
