"""Where the package's data lies, and a cache of what is compiled from it.

Lexicons and rules are YAML and TSV in the package; what the reader uses at run time is compiled from them once and
kept in the user's cache folder, never in the package's own. A cache that can't be written is only slower.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from musnad.errors import ResourceError

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


@cache
def package_path(*parts: str) -> Path:
    """The path of a file or folder of the package's data, such as `package_path("lang", "ar", "data")`."""
    return Path(str(resources.files("musnad").joinpath(*parts)))


def load_yaml(path: Path) -> Any:
    """What a YAML file of the package holds; raises ResourceError if it is missing or malformed."""
    import yaml

    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise ResourceError("missing data file", where=str(path), advice="install musnad again") from error
    except yaml.YAMLError as error:
        raise ResourceError(f"malformed YAML: {error}", where=str(path)) from error


def load_tsv(path: Path) -> Iterable[list[str]]:
    """The rows of a TSV file of the package; blank lines and lines that begin with `#` are skipped."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def cache_dir() -> Path:
    """The folder of compiled lexicons: MUSNAD_CACHE if set, else the user's cache folder."""
    if folder := os.environ.get("MUSNAD_CACHE"):
        return Path(folder)
    import platformdirs

    return Path(platformdirs.user_cache_dir("musnad", appauthor=False))


def compiled(name: str, shape: type[T], sources: Iterable[Path], build: Callable[[], T], version: int = 1) -> T:
    """What `build` makes of the source files, from the cache if they have not changed since.

    `shape` is the type that msgspec decodes the cached bytes to. The key is over the name, size and
    time of change of every source (folders count with all their files) and `version`, which rises when `build` changes.
    """
    target = cache_dir() / f"{name}-{_fingerprint(sources, version)}.msgpack"
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(target.read_bytes(), type=shape)
    value = build()
    with contextlib.suppress(OSError):
        _write_atomically(target, msgspec.msgpack.encode(value))
        _drop_stale(target, name)
    return value


class Rows(dict[K, V]):
    """Rows of a compiled table, decoded when they are first asked for, since a text needs few of them.

    `in` and `get` see only those that were.
    """

    def __init__(self, encoded: Callable[[K], msgspec.Raw], shape: type[V]) -> None:
        self._encoded = encoded
        self._decode = msgspec.msgpack.Decoder(shape).decode

    def __missing__(self, key: K) -> V:
        value = self[key] = self._decode(self._encoded(key))
        return value


def _fingerprint(sources: Iterable[Path], version: int) -> str:
    digest = hashlib.sha256(f"{version}".encode())
    for source in sources:
        files = sorted(p for p in source.rglob("*") if p.is_file()) if source.is_dir() else [source]
        for path in files:
            stat = path.stat()
            digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:16]


def _write_atomically(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=target.name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _drop_stale(target: Path, name: str) -> None:
    for path in target.parent.glob(f"{name}-*.msgpack"):
        if path != target and len(path.stem) == len(target.stem):
            path.unlink(missing_ok=True)
