"""What `doctor` looks at: versions, the package's data, the cache, and the store."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from time import perf_counter
from typing import Literal, NamedTuple

from musnad.errors import MusnadError
from musnad.resources import cache_dir, package_path

_OWN_BUSINESS = ("dev", "build")  # extras for those who change Musnad
_SAMPLE = "نفى المتحدث باسم وزارة الخارجية الروسية الثلاثاء أن تكون بلاده قد تسلمت 6 آلاف حاوية من كوريا الشمالية."


class Check(NamedTuple):
    """One thing that was looked at; `missing` and `old` are no faults, `wrong` is."""

    name: str
    state: Literal["ok", "missing", "old", "wrong"]
    detail: str


def checks(store: str | None = None) -> Iterator[Check]:
    """Every check, in order; none raises."""
    yield Check("python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield from _packages()
    yield _cache()
    yield from _data()
    yield _reader()
    yield from _store(store)


def _packages() -> Iterator[Check]:
    """Musnad and what its metadata asks for."""
    yield _package("musnad", "wrong")
    seen = set()
    for line in metadata.requires("musnad") or ():
        name = re.split(r"[ ;<>=!~\[]", line, maxsplit=1)[0]
        extra = re.search(r"extra == ['\"]([\w-]+)", line)
        if name not in seen and not (extra and extra.group(1) in _OWN_BUSINESS):
            seen.add(name)
            yield _package(name, "missing" if extra else "wrong")


def _package(name: str, absent: Literal["missing", "wrong"]) -> Check:
    try:
        return Check(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        advice = "install musnad again" if absent == "wrong" else "optional"
        return Check(name, absent, f"not installed ({advice})")


def _cache() -> Check:
    folder = cache_dir()
    place = next((path for path in (folder, *folder.parents) if path.exists()), Path("/"))
    if not os.access(place, os.W_OK):
        return Check("cache", "missing", f"{folder} can't be written: every start compiles anew; set MUSNAD_CACHE")
    files = list(folder.glob("*.msgpack")) if folder.exists() else []
    size = sum(file.stat().st_size for file in files) / 1e6
    return Check("cache", "ok", f"{folder}: {len(files)} compiled lexicons, {size:.1f} MB")


def _data() -> Iterator[Check]:
    """Entries (lines that say something) in each folder of lexicons and rules."""
    root = package_path()
    folders = sorted({path.parent for suffix in ("yaml", "tsv") for path in root.rglob(f"*.{suffix}")})
    if not folders:
        yield Check("lexicons", "wrong", f"none under {root}: install musnad again")
    for folder in folders:
        files = [path for path in sorted(folder.iterdir()) if path.suffix in (".yaml", ".tsv")]
        lines = sum(_lines(path) for path in files)
        name = f"lexicons {folder.relative_to(root)}"
        held = "1 file" if len(files) == 1 else f"{len(files)} files"
        yield Check(name, "ok" if lines else "wrong", f"{held}, {lines} lines")


def _lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(bool(line.strip()) and not line.startswith(b"#") for line in stream)


def _reader() -> Check:
    from musnad.extract.annotate import annotate

    began = perf_counter()
    try:
        found = annotate(_SAMPLE, "2024-06-18")
    except Exception as error:  # the doctor reports whatever is broken
        return Check("reader", "wrong", f"{type(error).__name__}: {error}".replace("\n", " "))
    counts = f"{len(found.mentions)} mentions, {len(found.claims)} claims, {len(found.events)} events"
    return Check("reader", "ok", f"{counts} in a sample sentence, {perf_counter() - began:.2f} s with start-up")


def _store(path: str | None) -> Iterator[Check]:
    from musnad.store import open_store

    name = path or os.environ.get("MUSNAD_STORE") or "story.duckdb"
    if not Path(name).exists():
        yield Check("store", "missing", f"{name}: none yet; musnad read makes it")
        return
    try:
        store = open_store(name)
        with store.view() as view:
            counts = view.counts()
        stale = sum(1 for _ in store.stale())
    except MusnadError as error:
        yield Check("store", "wrong", str(error))
        return
    held = f"{counts.documents} documents, {counts.events} events, {counts.pending} pending"
    yield Check("store", "ok", f"{name}: {held}")
    if stale:
        old = f"{stale} of {counts.documents} documents were read by another version"
        yield Check("readings", "old", f"{old}; musnad read FILES reads them again")
