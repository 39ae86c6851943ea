"""The store in one DuckDB file: opening it, its schema, and what can go wrong with it.

DuckDB lets one process write or many read. A writer here holds the file for a moment only and then lets readers in
(`DuckWriter`), and who finds it held waits for a while; within one process reading and writing go on side by side.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

import duckdb

from musnad import resources
from musnad.errors import StoreDamagedError, StoreError, StoreLockedError

if TYPE_CHECKING:
    from musnad.store.view import DuckView
    from musnad.store.writer import DuckWriter

DEFAULT = "story.duckdb"
PATIENCE = 10.0  # seconds to wait for a file that another process holds; a writer lets go of it every second
MEMORY = ":memory:"
LIMIT = "1GB"  # what DuckDB may hold in memory; beyond it works in a folder beside the file, which it clears away
THREADS = 2  # the queries are many and small: more threads wait for each other


@cache
def version() -> str:
    """The version of Musnad and a hash of its rules, lexicons and models, that annotations are stamped with."""
    from musnad import __version__

    digest = blake2b(digest_size=4)
    for room in ("extract", "lang"):
        root = resources.package_path(room)
        for path in sorted(each for each in root.rglob("*") if each.is_file() and "__pycache__" not in each.parts):
            digest.update(f"{path.relative_to(root)}".encode() + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()}"


class Shared:
    """The one connection to a file that this process has, with the number of those who hold it.

    DuckDB refuses a second connection of another kind within a process: who wants to write waits until readers let go,
    who wants to read while somebody writes reads on the writing connection (its own snapshot).
    """

    def __init__(self) -> None:
        self.connection: duckdb.DuckDBPyConnection | None = None
        self.read_only = True
        self.holders = 0
        self.changed = Condition()


_shared: dict[Path, Shared] = {}


class DuckStore:
    """One DuckDB file, or memory. Connections are opened when needed and shared within the process."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._own = Shared() if path is None else _shared.setdefault(path.resolve(), Shared())

    @classmethod
    def open(cls, path: str | Path | None = None, *, create: bool = False) -> DuckStore:
        """The store at `path`, with its schema brought up to date if it may be written."""
        name = str(path or os.environ.get("MUSNAD_STORE") or DEFAULT)
        store = cls(None if name == MEMORY else Path(name))
        if store.path is not None and not store.path.exists() and not create:
            raise StoreError("there is no store here", where=name, advice="make one with `musnad read FILES`")
        if store.path is None or not store.path.exists():
            with store.writing() as connection:
                migrate(connection, name)
        else:
            store._check()
        return store

    def view(self) -> DuckView:
        """The story, read-only."""
        from musnad.store.view import DuckView

        return DuckView(self)

    def writer(self) -> DuckWriter:
        """A writer; use it with `with`."""
        from musnad.store.writer import DuckWriter

        return DuckWriter(self)

    def stale(self) -> Iterable[str]:
        """Ids of documents that an older version of Musnad or its lexicons read."""
        with self.reading() as connection:
            rows = connection.execute("SELECT id FROM document WHERE version <> ? ORDER BY id", [version()]).fetchall()
        return [row[0] for row in rows]

    def rebuild(self) -> int:
        """Resolves all documents anew; the number of documents."""
        with self.writer() as writer:
            return writer.rebuild()

    def writing(self) -> Lease:
        """A connection that writes, to be used with `with`."""
        return Lease(self, read_only=False)

    def reading(self) -> Lease:
        """A connection that reads: the process's own writing one if there is one, else a read-only one."""
        return Lease(self, read_only=True)

    def acquire(self, read_only: bool) -> duckdb.DuckDBPyConnection:
        """A cursor on the shared connection, which is opened (after waiting for other processes) if need be."""
        own = self._own
        with own.changed:
            if own.connection is not None and own.read_only and not read_only and self.path is not None:
                own.changed.wait_for(lambda: own.connection is None, PATIENCE)
            if own.connection is not None and own.read_only and not read_only:
                where, advice = str(self.path), "end the reading first"
                raise StoreLockedError("this process is still reading the store", where=where, advice=advice)
            if own.connection is None:
                own.connection = self._connect(read_only and self.path is not None)
                own.read_only = read_only and self.path is not None
            own.holders += 1
            return own.connection.cursor()

    def release(self) -> None:
        """Closes the shared connection when nobody holds it any more, which lets other processes in."""
        own = self._own
        with own.changed:
            own.holders -= 1
            if own.holders <= 0 and own.connection is not None and self.path is not None:
                own.connection.close()
                own.connection = None
                own.changed.notify_all()

    def _connect(self, read_only: bool) -> duckdb.DuckDBPyConnection:
        where = MEMORY if self.path is None else str(self.path)
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                connection = duckdb.connect(where, read_only=read_only)
                connection.execute(f"SET threads = {THREADS}")
                if self.path is not None:
                    connection.execute(f"SET memory_limit = '{LIMIT}'")
                if not read_only:
                    # the log of what was written is taken over into the file when it has grown, not at every close
                    connection.execute("PRAGMA disable_checkpoint_on_shutdown")
                return connection
            except duckdb.Error as error:
                if not _is_locked(error) or time.monotonic() > deadline:
                    raise explained(error, where) from error
                time.sleep(0.05)

    def _check(self) -> None:
        where = str(self.path)
        with self.reading() as connection:
            found = schema_version(connection, where)
        if found > len(migrations()):
            raise StoreError("a newer Musnad made this store", where=where, advice="pip install -U musnad")
        if found < len(migrations()):
            with self.writing() as connection:
                migrate(connection, where)


class Lease:
    """A connection for the length of a `with`; DuckDB's errors come out as StoreErrors."""

    def __init__(self, store: DuckStore, *, read_only: bool) -> None:
        self._store = store
        self._read_only = read_only
        self._connection: duckdb.DuckDBPyConnection | None = None

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        self._connection = self._store.acquire(self._read_only)
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if self._connection is not None:
            self._connection.close()
        self._store.release()
        if isinstance(error, duckdb.Error | OSError):
            raise explained(error, str(self._store.path or MEMORY)) from error


def migrations() -> list[Path]:
    """The migrations in order; the schema's version is the number of those applied."""
    return sorted(resources.package_path("store", "migrations").glob("*.sql"))


def schema_version(connection: duckdb.DuckDBPyConnection, where: str) -> int:
    """The number of migrations applied; raises StoreDamagedError for a DuckDB file that is no store."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if "musnad_schema" not in tables:
        advice = "name another file with --store or MUSNAD_STORE"
        raise StoreDamagedError("a DuckDB file that Musnad did not make", where=where, advice=advice)
    row = connection.execute("SELECT max(version) FROM musnad_schema").fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def migrate(connection: duckdb.DuckDBPyConnection, where: str) -> None:
    """Applies the migrations that are missing, each in one transaction."""
    connection.execute("CREATE TABLE IF NOT EXISTS musnad_schema (version INTEGER, name VARCHAR)")
    for number, path in enumerate(migrations(), start=1):
        if number > schema_version(connection, where):
            connection.begin()
            connection.execute(path.read_text(encoding="utf-8"))
            connection.execute("INSERT INTO musnad_schema VALUES (?, ?)", [number, path.stem])
            connection.commit()


def _is_locked(error: Exception) -> bool:
    text = str(error)
    return "Could not set lock" in text or "being used by another process" in text or "Conflicting lock" in text


def explained(error: Exception, where: str) -> StoreError:
    """DuckDB's error as one of ours, with what to do next."""
    text = str(error)
    if isinstance(error, StoreError):
        return error
    if _is_locked(error):
        advice = "wait until the other musnad has ended, or name another store"
        return StoreLockedError("another process holds the store", where=where, advice=advice)
    for part, problem, advice in _EXPLAINED:
        if part in text:
            family = StoreDamagedError if problem in _DAMAGED else StoreError
            return family(problem, where=where, advice=advice)
    return StoreError(text.strip().split("\n", 1)[0], where=where, advice="run `musnad doctor`")


_NO_STORE = "the file is no DuckDB database"
_BROKEN = "the store is damaged"
_DAMAGED = (_NO_STORE, _BROKEN)
_ANEW = "move it away and read the articles again, or name another file with --store"
_EXPLAINED = (
    ("not a valid DuckDB database", _NO_STORE, _ANEW),
    ("older version of the storage", "an older DuckDB made this store", _ANEW),
    ("newer version", "a newer DuckDB made this store", "pip install -U duckdb"),
    ("No space left", "the disk is full", "make room; what was read so far is kept"),
    ("File too large", "the store may grow no further", "lift the limit on the size of files; what was read is kept"),
    ("Read-only file system", "the disk is read-only", "name a store elsewhere with --store or MUSNAD_STORE"),
    (
        "Out of Memory",
        "the store lacks memory or room for its work",
        "make room on its disk, or read fewer articles at once",
    ),
    ("Permission denied", "no permission to open the store", "change its permissions or name another store"),
    ("Cannot open file", "the store can't be opened", "see that its folder exists and may be written"),
    ("Is a directory", "this is a folder", "name a file"),
    ("read-only mode", "the store is open for reading only", "use a writer"),
    ("orrupt", _BROKEN, _ANEW),
    ("checksum", _BROKEN, _ANEW),
    ("Serialization", _BROKEN, _ANEW),
    ("INTERNAL", _BROKEN, _ANEW),
)
