"""Paths, folders, globs and standard input to sources, in a fixed order."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from musnad.errors import InputError
from musnad.ingest import archive
from musnad.ingest.kinds import is_known, refusal, sniffed
from musnad.ingest.source import Failure, Found, Settings, Source

_GLOB = frozenset("*?[")


def find_sources(paths: Iterable[str], readable: frozenset[str], settings: Settings) -> Found:
    """The sources behind each path, and a failure for each path or file that can't be one.

    Folders are searched to the bottom in the order of names, hidden files and folders left out, links followed once.
    """
    for path in paths:
        try:
            yield from _behind(path, readable, settings)
        except InputError as error:
            yield Failure.of(error, path)
        except OSError as error:
            yield Failure.of(_os_error(error, path))


def _behind(path: str, readable: frozenset[str], settings: Settings) -> Found:
    if path == "-":
        yield _standard_input(settings)
        return
    place = Path(path)
    if not os.path.lexists(place) and _GLOB & set(path):
        yield from _globbed(path, readable)
        return
    mode = place.stat().st_mode
    if stat.S_ISDIR(mode):
        yield from _folder(place, readable)
    elif stat.S_ISREG(mode):
        yield from _file(place, readable, named=True)
    else:
        yield _stream(place, settings)


def _globbed(pattern: str, readable: frozenset[str]) -> Found:
    import glob

    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 — Path.glob takes no absolute pattern
    if not found:
        raise InputError("no file matches", where=pattern, advice="check the pattern")
    for name in found:
        if Path(name).is_dir():
            yield from _folder(Path(name), readable)
        else:
            yield from _file(Path(name), readable, named=False)


def _folder(root: Path, readable: frozenset[str]) -> Found:
    seen: set[tuple[int, int]] = set()
    failures: list[Failure] = []
    walk = os.walk(
        root, followlinks=True, onerror=lambda error: failures.append(Failure.of(_os_error(error, str(root))))
    )
    for folder, folders, names in walk:
        here = Path(folder).stat()
        if (here.st_dev, here.st_ino) in seen:
            folders.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield from _file(Path(folder, name), readable, named=False)
    yield from failures


def _file(path: Path, readable: frozenset[str], *, named: bool) -> Found:
    """One file; one that was named is read as text whatever its suffix, one found in a folder is not."""
    uri, kind = str(path), path.suffix.lower()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return
        if kind in archive.KINDS:
            yield from archive.members(path, uri, readable)
        elif kind in readable:
            yield Source(uri=uri, kind=kind, open=lambda: _open(path))
        elif named and not is_known(kind):
            with _open(path) as stream:
                kind = sniffed(stream.read(1024))
            yield Source(uri=uri, kind=kind, open=lambda: _open(path))
        else:
            yield refusal(uri, kind)
    except InputError as error:
        yield Failure.of(error, uri)
    except OSError as error:
        yield Failure.of(_os_error(error, uri))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _os_error(error, str(path)) from None


def _standard_input(settings: Settings) -> Source:
    stream = sys.stdin.buffer if hasattr(sys.stdin, "buffer") else io.BytesIO(sys.stdin.read().encode())
    return _named_stream(stream, "-", settings)


def _stream(path: Path, settings: Settings) -> Source:
    return _named_stream(_open(path), str(path), settings)


def _named_stream(stream: BinaryIO, uri: str, settings: Settings) -> Source:
    """A pipe, whose kind is given or told from its first bytes; it can be opened once."""
    whole = io.BufferedReader(stream, 65_536) if isinstance(stream, io.RawIOBase) else stream
    head = whole.peek(1024) if isinstance(whole, io.BufferedReader) else whole.getvalue()[:1024]  # type: ignore[attr-defined]
    return Source(uri=uri, kind=settings.stdin_kind or sniffed(head), open=lambda: whole)


def _os_error(error: OSError, where: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder", where=where, advice="check the path")
    if isinstance(error, PermissionError):
        return InputError("may not be read", where=where, advice="give yourself the right to: chmod u+r")
    return InputError(f"can't be read ({error.strerror or error})", where=where, advice="check the path and the disk")
