"""What ingest is given (a source and how to read it) and what it gives besides documents (failures)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from musnad.errors import InputError, MusnadError

# The longest article of 1,774 in a news archive has 60 kB; a book of a million words has 12 MB. More in one
# "article" is a dump, which reads better with one article a line.
MAX_ARTICLE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column or key of a table holds what; an empty name is guessed from `data/columns.yaml`."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """How sources are read: column names, what is given for all of them, and the size limit of one article in bytes."""

    columns: Columns = field(default_factory=Columns)
    outlet: str = ""
    published: str | None = None
    max_bytes: int = MAX_ARTICLE_BYTES
    stdin_kind: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, archive member or stream; `open` gives its bytes from the start, `kind` is its suffix («.txt»)."""

    uri: str
    kind: str
    open: Callable[[], BinaryIO]

    def read(self, limit: int) -> bytes:
        """All bytes; raises InputError above `limit`, which is never exceeded in memory."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(
                f"larger than {limit / 1e6:.0f} MB, too large for one article",
                where=self.uri,
                advice="split it, give it as .jsonl or .csv with one article a line, or raise --max-mb",
            )
        return data


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or a record of one, that could not be read: which, the error's code, and the line to show."""

    uri: str
    code: str
    message: str

    @classmethod
    def of(cls, error: MusnadError, uri: str = "") -> Failure:
        """The failure that an error stands for."""
        return cls(uri=error.where or uri, code=error.code, message=str(error))


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file of a folder that is no article by its kind (pictures, style sheets)."""

    uri: str


Found = Iterator["Source | Failure | Ignored"]
