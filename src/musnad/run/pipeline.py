"""The way of the data: paths → documents → annotations → store → story."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from musnad.ingest.read import read_documents
from musnad.ingest.source import Failure, Ignored, Settings
from musnad.model import Annotation, Document
from musnad.run.annotating import annotated
from musnad.run.outcome import Outcome
from musnad.store import Store, Writer

# Documents put in before the story is brought up to date: what a killed run must do again stays a few seconds' work.
RESOLVE_EVERY = 2_000
# Articles that are stored in one transaction, or as many as were read within so many seconds: what a kill may cost.
TOGETHER, AT_LEAST = 32, 1.0


def read_into(
    store: Store, paths: Iterable[str], settings: Settings | None = None, workers: int = 1
) -> Iterator[Outcome]:
    """Reads all articles behind the paths into the store and yields what became of each, in a fixed order.

    Articles are stored within a second or so of being read, so a run that is killed goes on where it stopped; the
    story is resolved now and then and at the end. Nothing but a broken store raises (StoreError).
    """
    with store.writer() as writer:
        since = 0
        for outcome in _outcomes(writer, read_documents(paths, settings), workers):
            yield outcome
            since += outcome.kind in ("new", "updated")
            if since >= RESOLVE_EVERY:
                writer.resolve()
                since = 0
        writer.resolve()


def annotate_paths(
    paths: Iterable[str], settings: Settings | None = None, workers: int = 1
) -> Iterator[Annotation | Failure]:
    """The annotation of each article behind the paths, without a store, and a failure for each that can't be read."""
    queue = _Queue(read_documents(paths, settings))
    for _, result in annotated(queue.documents(), workers):
        yield from queue.aside()
        yield result
    yield from queue.aside()


def _outcomes(writer: Writer, found: Iterator[Document | Failure | Ignored], workers: int) -> Iterator[Outcome]:
    queue = _Queue(found, writer)
    waiting: list[Outcome | tuple[Document, Annotation]] = []
    last = time.monotonic()
    for document, result in annotated(queue.documents(), workers):
        waiting += map(_outcome_aside, queue.skipped())
        if isinstance(result, Failure):
            waiting.append(Outcome("failed", document.uri, document.id, result.message))
        else:
            waiting.append((document, result))
        if len(waiting) >= TOGETHER or time.monotonic() - last > AT_LEAST:
            yield from _stored(writer, waiting, queue)
            waiting, last = [], time.monotonic()
    yield from _stored(writer, waiting, queue)
    yield from map(_outcome_aside, queue.skipped())


def _stored(
    writer: Writer, waiting: Iterable[Outcome | tuple[Document, Annotation]], queue: _Queue
) -> Iterator[Outcome]:
    """Stores what was read, all at once, and tells the outcomes in order."""
    every = list(waiting)
    read = [each for each in every if not isinstance(each, Outcome)]
    outcomes = iter([added.outcome for added in writer.add_all([annotation for _, annotation in read])] if read else [])
    for document, _ in read:
        queue.done(document)
    for each in every:
        if isinstance(each, Outcome):
            yield each
        else:
            dated = each[1].document.published_basis in ("given", "stated")
            yield Outcome(next(outcomes), each[0].uri, each[0].id, dated=dated)


def _outcome_aside(item: Document | Failure | Ignored) -> Outcome:
    if isinstance(item, Failure):
        return Outcome("failed", item.uri, "", item.message)
    if isinstance(item, Ignored):
        return Outcome("ignored", item.uri)
    return Outcome("unchanged", item.uri, item.id)


class _Queue:
    """Documents that must be read, taken from all that was found; what need not be read is laid aside, in order."""

    def __init__(self, found: Iterator[Document | Failure | Ignored], writer: Writer | None = None) -> None:
        self._found = found
        self._writer = writer
        self._aside: list[Document | Failure | Ignored] = []
        self._in_flight: set[str] = set()

    def documents(self) -> Iterator[Document]:
        """The documents to read, each identity once."""
        for item in self._found:
            if isinstance(item, Document) and not self._known(item):
                self._in_flight.add(item.id)
                yield item
            else:
                self._aside.append(item)

    def _known(self, document: Document) -> bool:
        if self._writer is None:
            return False
        return document.id in self._in_flight or self._writer.known(document.id)

    def done(self, document: Document) -> None:
        """A document was stored; the store itself knows it from here on."""
        self._in_flight.discard(document.id)

    def skipped(self) -> Iterator[Document | Failure | Ignored]:
        """What was laid aside since the last call."""
        aside, self._aside = self._aside, []
        return iter(aside)

    def aside(self) -> Iterator[Failure]:
        """The failures among what was laid aside since the last call."""
        return (item for item in self.skipped() if isinstance(item, Failure))
