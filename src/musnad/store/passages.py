"""Shared passages in the store: new articles are compared with those that have fingerprints of theirs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.model import Span
from musnad.model.story import Passage, Place
from musnad.resolve.origins import Copy, Origins
from musnad.resolve.refs import PASSAGE, ref
from musnad.resolve.reprints import SHORTEST, WHOLE, Fingerprint, Marked, Match, is_whole, matches
from musnad.store.rows import Tables

WINDOW = 30  # days after which the same words are a quotation from the archive and no reprint
# of one outlet's own articles only whole copies count: their common passages are the house's formulas
_PAIRS = f"""
WITH own AS (SELECT DISTINCT document, value FROM fingerprint WHERE document IN $values),
near AS (
    SELECT a.document AS one, b.document AS other, count(DISTINCT a.value) AS shared
    FROM own a JOIN fingerprint b ON a.value = b.value AND a.document <> b.document
    GROUP BY ALL HAVING shared >= {SHORTEST // 10}
)
SELECT near.one, near.other FROM near
    JOIN document x ON x.id = near.one JOIN document y ON y.id = near.other
    JOIN document_node m ON m.document = near.one JOIN document_node n ON n.document = near.other
WHERE (m.day IS NULL OR n.day IS NULL OR abs(m.day - n.day) <= {WINDOW})
    AND (NOT y.pending OR near.other IN (SELECT document FROM own))
    AND (x.outlet <> y.outlet OR x.outlet = '' OR near.shared >= {WHOLE} * least(m.marks, n.marks))
"""


class PassageStep:
    """Finds the passages of new documents; `origins` then knows the copies of every document that is asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._before: set[str] = set()
        self.origins = Origins(self._copies)

    def forget(self, documents: Sequence[str]) -> None:
        """Takes out the passages of documents that are about to be replaced."""
        self._before = self._partners(documents)
        for column in ("original", "copy"):
            self._tables.delete("passage", column, documents)

    def run(self, documents: Sequence[str]) -> set[str]:
        """Writes the passages; the documents outside the batch that have become copies or ceased to be."""
        pairs = sorted({(min(pair), max(pair)) for pair in self._tables.select(_PAIRS, documents)})
        found = [passage for chunk in _chunks(pairs, 2000) for passage in self._passages(chunk)]
        self._tables.insert("passage", [_row(passage) for passage in found])
        return (self._before | self._partners(documents)) - set(documents)

    def _partners(self, documents: Sequence[str]) -> set[str]:
        """The documents that are copies of passages in these."""
        rows = self._tables.select("SELECT DISTINCT copy FROM passage WHERE original IN $values", documents)
        return {row[0] for row in rows}

    def _passages(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Passage]:
        chosen = sorted({document for pair in pairs for document in pair})
        marks = self._marks(chosen)
        sources = self._sources(chosen)
        for pair in pairs:
            first, second = sorted(pair, key=lambda document: sources[document].order)
            original = Marked(sources[first].text, marks[first])
            copy = Marked(sources[second].text, marks[second])
            found = matches(original, copy)
            whole = is_whole(found, original, copy)
            for match in found:
                yield _passage(sources[first], sources[second], match, whole)

    def _marks(self, documents: Sequence[str]) -> dict[str, list[Fingerprint]]:
        rows = self._tables.lookup("fingerprint", "document, word, value, start_at, end_at", "document", documents)
        found: dict[str, list[Fingerprint]] = {document: [] for document in documents}
        for document, word, value, *place in sorted(rows):
            found[document].append(Fingerprint(value, word, *place))
        return found

    def _sources(self, documents: Sequence[str]) -> dict[str, Source]:
        query = (
            "SELECT d.id, d.outlet, d.published, n.day FROM document d JOIN document_node n ON n.document = d.id"
            " WHERE d.id IN $values"
        )
        bodies = dict(self._tables.lookup("annotation", "document, body", "document", documents))
        return {
            row[0]: Source(row[0], row[1], row[2], row[3] or 10**7, _text(bodies[row[0]]))
            for row in self._tables.select(query, documents)
        }

    def _copies(self, documents: Iterable[str]) -> Iterable[Copy]:
        query = (
            "SELECT p.copy, p.copy_start, p.copy_end, p.original, d.outlet, coalesce(n.day, 10000000) FROM passage p"
            " JOIN document d ON d.id = p.original JOIN document_node n ON n.document = p.original"
            " WHERE p.copy IN $values"
        )
        return (Copy(*row) for row in self._tables.select(query, sorted(documents)))


class _Text(msgspec.Struct):
    text: str


class _Body(msgspec.Struct):
    document: _Text


def _text(body: bytes) -> str:
    """The text in the body of an annotation, without the rest of it."""
    return msgspec.json.decode(zlib.decompress(body), type=_Body).document.text


class Source:
    """A document with what a place in it needs."""

    def __init__(self, document: str, outlet: str, published: str | None, day: int, text: str) -> None:
        self.document, self.outlet, self.published, self.day, self.text = document, outlet, published, day, text

    @property
    def order(self) -> tuple[int, bool, str]:
        """Who printed first: by day; on one day agencies before those who take their texts."""
        return (self.day, not fold_key(self.outlet).startswith("وكاله"), self.document)

    def place(self, start: int, end: int) -> Place:
        """A passage as a place."""
        span = Span.of(self.text, start, end)
        return Place(document=self.document, outlet=self.outlet, published=self.published, span=span, sentence=span)


def _passage(original: Source, copy: Source, match: Match, whole: bool) -> Passage:
    return Passage(
        id=ref(PASSAGE, original.document, copy.document, match.start),
        original=original.place(match.original_start, match.original_end),
        copy=copy.place(match.start, match.end),
        similarity=match.similarity,
        whole=whole,
        update=whole and bool(original.outlet) and original.outlet == copy.outlet,
    )


def _row(passage: Passage) -> list[object]:
    place = passage.copy
    row = [passage.id, passage.original.document, place.document, place.span.start, place.span.end]
    return [*row, passage.similarity, passage.whole, msgspec.msgpack.encode(passage)]


def _chunks(pairs: Sequence[tuple[str, str]], size: int) -> Iterator[Sequence[tuple[str, str]]]:
    for start in range(0, len(pairs), size):
        yield pairs[start : start + size]
