"""Documents to annotations, in this process or in several, in the order they came."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from musnad.errors import MusnadError
from musnad.extract.annotate import annotate_document
from musnad.ingest.source import Failure
from musnad.model import Annotation, Document

# A new process takes half a second to load the lexicons, the time of some fifty articles: fewer are read without one.
FEW = 48
IN_FLIGHT = 8  # documents a worker may have waiting; bounds memory while keeping every worker busy


def annotated(documents: Iterable[Document], workers: int = 1) -> Iterator[tuple[Document, Annotation | Failure]]:
    """Each document with its annotation, in order; at most `IN_FLIGHT` documents a worker are held in memory.

    A document on which the reader itself fails comes with a failure, and the others go on.
    """
    stream = iter(documents)
    if workers <= 1:
        yield from ((document, annotation_of(document)) for document in stream)
        return
    first = list(islice(stream, FEW))
    if len(first) < FEW:
        yield from ((document, annotation_of(document)) for document in first)
        return
    yield from _spread(chain(first, stream), workers)


def annotation_of(document: Document) -> Annotation | Failure:
    """The annotation, or the failure of a reader that broke on it."""
    try:
        return annotate_document(document)
    except MusnadError:
        raise  # a broken installation, not a broken article
    except Exception as error:  # a fault of ours in one article must not cost the other ten thousand
        name = document.uri or document.id
        problem = f"the reader failed on it ({type(error).__name__}: {str(error)[:120]})"
        return Failure(name, "M000", f"[M000] {name}: {problem} — please report it with the article".replace("\n", " "))


def _spread(documents: Iterable[Document], workers: int) -> Iterator[tuple[Document, Annotation | Failure]]:
    waiting: deque[tuple[Document, Future[Annotation | Failure]]] = deque()
    # «spawn», since a fork would carry the parent's open store and threads along
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_interrupts)
    try:
        for document in documents:
            waiting.append((document, pool.submit(annotation_of, document)))
            if len(waiting) >= workers * IN_FLIGHT:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's business: it ends the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
