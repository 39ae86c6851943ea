"""Writing to the DuckDB store: one transaction an article, and the file let go of between batches."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Literal

import duckdb
import msgspec

from musnad.errors import NotFoundError, UsageError
from musnad.model import Annotation, Judgement
from musnad.resolve.digest import digest
from musnad.store.base import Added
from musnad.store.duck import DuckStore, Lease, version
from musnad.store.judging import judged_among
from musnad.store.putting import forget_article, keep_uses, now, put_articles, put_nodes
from musnad.store.rows import Tables

HOLD = 3.0  # seconds that a writer keeps the file before others get their turn; opening it again reads the log anew
PAUSE = 0.06  # seconds it stays away: longer than a waiting reader sleeps between two tries
BATCH = 1_000  # articles resolved in one transaction: a bound on memory and on what a killed run has to do again


class DuckWriter:
    """Use it with `with`. What `add` has returned from is kept, whatever happens next."""

    def __init__(self, store: DuckStore) -> None:
        self._store = store
        self._version = version()
        self._lease: Lease | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._since = 0.0
        self._known: set[str] | None = None  # documents that this version has read

    def add(self, annotation: Annotation) -> Added:
        """Puts an annotation in, unless the same bytes were read by the same version before."""
        return self.add_all([annotation])[0]

    def add_all(self, annotations: Sequence[Annotation]) -> list[Added]:
        """Puts annotations in within one transaction: all of them or, if it fails, none."""
        with self._transaction() as connection:
            tables = Tables(connection)
            names = [annotation.document.id for annotation in annotations]
            known = dict(tables.select("SELECT id, version FROM document WHERE id IN $values", names))
            found = []
            read: dict[str, Annotation] = {}
            for annotation in annotations:
                name = annotation.document.id
                outcome = _outcome(known.get(name), self._version)
                found.append(Added(document=name, outcome=outcome))
                if outcome != "unchanged":
                    read[name], known[name] = annotation, self._version
            put_articles(tables, list(read.values()), self._version)
            # of a document read anew the nodes stay until it is resolved, which must know what they were joined to
            left = judged_among(connection, read.values())
            new = (each.document for each in found if each.outcome == "new" and each.document not in left)
            digests = [digest(read[name]) for name in new]
            put_nodes(tables, digests)
            keep_uses(tables, digests)
        if self._known is not None:
            self._known.update(names)
        return found

    def known(self, document_id: str) -> bool:
        """Whether a document is in the store, read by this version: it need not be read again.

        The store is asked once; what another process adds after that is read again and found unchanged.
        """
        if self._known is None:
            with self._transaction() as connection:
                rows = connection.execute("SELECT id FROM document WHERE version = ?", [self._version]).fetchall()
            self._known = {row[0] for row in rows}
        return document_id in self._known

    def remove(self, document_id: str) -> None:
        """Takes a document and all that was read from it out; raises NotFoundError."""
        from musnad.store.resolution import Resolution

        with self._transaction() as connection:
            if connection.execute("SELECT 1 FROM document WHERE id = ?", [document_id]).fetchone() is None:
                raise NotFoundError(f"no document {document_id}", advice="see `musnad sql 'FROM document'`")
            forget_article(Tables(connection), document_id)
            Resolution(connection).run([document_id])
        if self._known is not None:
            self._known.discard(document_id)

    def resolve(self) -> int:
        """Brings the pending documents into the story; how many there were."""
        from musnad.store.resolution import Resolution

        done = 0
        while True:
            with self._transaction() as connection:
                pending = _pending(connection)
                if not pending:
                    return done
                with _without_collector():
                    Resolution(connection).run(pending)
            done += len(pending)

    def rebuild(self) -> int:
        """Resolves all documents anew, from nothing."""
        from musnad.store.resolution import STORY_TABLES

        with self._transaction() as connection:
            for table in STORY_TABLES:
                connection.execute(f"DELETE FROM {table}")
            connection.execute("UPDATE document SET pending = true")
        return self.resolve()

    def judge(self, judgement: Judgement) -> None:
        """Keeps a judgement, with the place of its target, and applies it to the story."""
        from musnad.store.judging import located, touched

        with self._transaction() as connection:
            if connection.execute("SELECT 1 FROM judgement WHERE id = ?", [judgement.id]).fetchone():
                raise UsageError(f"there is a judgement {judgement.id} already")
            placed = located(connection, judgement)
            body = msgspec.msgpack.encode(placed)
            row = [placed.id, placed.target, placed.verdict, placed.author, placed.at, placed.note, None, body]
            connection.execute("INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            _again(connection, touched(connection, placed))
        self.resolve()

    def undo(self, judgement_id: str) -> None:
        """Takes a judgement back; it stays on record. Raises NotFoundError."""
        from musnad.store.judging import stored, touched

        with self._transaction() as connection:
            judgement = stored(connection, judgement_id)
            undone = msgspec.structs.replace(judgement, undone=now())
            query = "UPDATE judgement SET undone = ?, body = ? WHERE id = ?"
            connection.execute(query, [undone.undone, msgspec.msgpack.encode(undone), judgement_id])
            _again(connection, touched(connection, judgement))
        self.resolve()

    def close(self) -> None:
        """Ends writing: what was written is taken over from the log, so that the one file holds all of it."""
        if self._store.path is not None and self._since:
            with _Guard(self._store):
                self._open().execute("CHECKPOINT")
        self._let_go()

    def _let_go(self) -> None:
        """Lets other processes have the file; the log stays beside it."""
        if self._lease is not None:
            lease, self._lease, self._connection = self._lease, None, None
            lease.__exit__(None, None, None)

    def __enter__(self) -> DuckWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self._let_go()

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        connection = self._open()
        with _Guard(self._store):
            connection.begin()
            try:
                yield connection
            except BaseException:
                _roll_back(connection)
                raise
            connection.commit()
        if time.monotonic() - self._since > HOLD and self._store.path is not None:
            self._let_go()

    def _open(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            if self._since:
                time.sleep(PAUSE)
            self._lease = self._store.writing()
            self._connection = self._lease.__enter__()
            self._since = time.monotonic()
        return self._connection


class _Guard:
    """Turns DuckDB's errors into ours."""

    def __init__(self, store: DuckStore) -> None:
        self._store = store

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        from musnad.store.duck import explained

        if isinstance(error, duckdb.Error | OSError):
            raise explained(error, str(self._store.path)) from error


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keeps the garbage collector away from a batch: it makes records by the ten thousand and hardly a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        connection.rollback()
    except duckdb.Error:  # a failed commit has rolled back already
        return


def _outcome(known: str | None, stamp: str) -> Literal["new", "unchanged", "updated"]:
    if known is None:
        return "new"
    return "unchanged" if known == stamp else "updated"


def _pending(connection: duckdb.DuckDBPyConnection) -> list[str]:
    query = "SELECT id FROM document WHERE pending ORDER BY published NULLS LAST, id LIMIT ?"
    return [row[0] for row in connection.execute(query, [BATCH]).fetchall()]


def _again(connection: duckdb.DuckDBPyConnection, documents: list[str]) -> None:
    for document in documents:
        connection.execute("UPDATE document SET pending = true WHERE id = ?", [document])
    Tables(connection).delete("kept_use", "document", documents)
