"""The members of a ZIP file as sources, read from the archive without unpacking it to the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from musnad.errors import InputError
from musnad.ingest.kinds import refusal
from musnad.ingest.source import Failure, Found, Ignored, Source

KINDS = (".zip",)
# News text shrinks to a third, a table of near-identical rows to a fiftieth; a bomb's member grows a thousandfold.
MAX_RATIO = 200
_SMALL = 1_000_000  # bytes below which no ratio does harm


def members(path: Path, uri: str, readable: frozenset[str]) -> Found:
    """The members of the archive in its order, a failure for each that can't or must not be read.

    Raises InputError if the archive is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(f"a damaged ZIP file ({error})", where=uri, advice="fetch it again") from None
    for info in infos:
        if not info.is_dir() and not info.filename.startswith("__MACOSX/"):
            yield from _member(path, uri, info, readable)


def _member(
    path: Path, uri: str, info: zipfile.ZipInfo, readable: frozenset[str]
) -> Iterator[Source | Failure | Ignored]:
    name = f"{uri}!/{info.filename}"
    kind = PurePosixPath(info.filename).suffix.lower()
    if PurePosixPath(info.filename).name.startswith("."):
        return
    if kind in KINDS:
        yield Failure.of(InputError("a ZIP file within a ZIP file", where=name, advice="unpack the outer one first"))
    elif kind not in readable:
        yield refusal(name, kind)
    elif info.flag_bits & 0x1:
        yield Failure.of(InputError("protected by a password", where=name, advice="unpack it first"))
    elif info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        yield Failure.of(InputError("grows too much when unpacked (a ZIP bomb?)", where=name, advice="leave it out"))
    else:
        yield Source(uri=name, kind=kind, open=lambda: _open(path, info, name))


def _open(path: Path, info: zipfile.ZipInfo, name: str) -> BinaryIO:
    try:
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, _Member(path, info, name))))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise InputError(f"can't be unpacked ({error})", where=name, advice="fetch the archive again") from None


class _Member(io.RawIOBase):
    """One member; closing it closes the archive, and damage found while reading is an InputError."""

    def __init__(self, path: Path, info: zipfile.ZipInfo, name: str) -> None:
        self._name = name
        self._archive = zipfile.ZipFile(path)
        self._stream = self._archive.open(info)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        import zlib

        try:
            data = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise InputError(f"damaged ({error})", where=self._name, advice="fetch the archive again") from None
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
            self._archive.close()
        super().close()
