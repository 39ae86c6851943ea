"""Paths to documents: the list of formats, and the one function that the rest of Musnad calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from musnad.errors import InputError, MusnadError
from musnad.ingest import archive
from musnad.ingest.find import find_sources
from musnad.ingest.source import Failure, Ignored, Settings, Source
from musnad.model import Document

Adapter = Callable[[Source, Settings], Iterator[Document | Failure]]


@cache
def adapters() -> dict[str, Adapter]:
    """The reader of each kind of file, by suffix."""
    from musnad.ingest import delimited, feed, html, jsonl, text

    return {kind: module.read for module in (text, html, jsonl, delimited, feed) for kind in module.KINDS}


def kinds() -> tuple[str, ...]:
    """The suffixes that are read."""
    return (*adapters(), *archive.KINDS)


def read_documents(paths: Iterable[str], settings: Settings | None = None) -> Iterator[Document | Failure | Ignored]:
    """A document for each article behind the paths, in a fixed order, and a failure for each that can't be read.

    Never raises for bad input; holds one article at a time.
    """
    settings = settings or Settings()
    for found in find_sources(paths, frozenset(adapters()), settings):
        if isinstance(found, Source):
            yield from read_source(found, settings)
        else:
            yield found


def read_source(source: Source, settings: Settings) -> Iterator[Document | Failure]:
    """The documents of one source; ends with a failure where the rest of it can't be read."""
    try:
        yield from adapters()[source.kind](source, settings)
    except MusnadError as error:
        yield Failure.of(error, source.uri)
    except (OSError, UnicodeError) as error:
        yield Failure.of(InputError(f"can't be read ({error})", where=source.uri, advice="check the file"))
