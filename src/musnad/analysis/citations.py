"""Numbered citations: the sentence of a document that a line stands on."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from musnad.analysis.naming import Outlets
from musnad.model.story import Place, SourceDocument


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of one document, quoted; `start` and `end` are its offsets in the document's text."""

    number: int
    document: str
    outlet: str
    title: str
    published: str | None
    uri: str
    quotation: str
    start: int
    end: int


class Citations:
    """Gives each sentence of each document one number, in the order they are first cited."""

    def __init__(self, documents: Iterable[SourceDocument]) -> None:
        self._documents = {document.id: document for document in documents}
        self.outlets = Outlets(self._documents.values())
        self._numbers: dict[tuple[str, int, int], Citation] = {}

    def cite(self, place: Place) -> int:
        """The number of the sentence that `place` stands in."""
        sentence = place.sentence
        key = (place.document, sentence.start, sentence.end)
        known = self._numbers.get(key)
        if known is None:
            document = self._documents.get(place.document)
            known = self._numbers[key] = Citation(
                number=len(self._numbers) + 1,
                document=place.document,
                outlet=self.outlets.of(place),
                title=document.title if document else "",
                published=place.published,
                uri=document.uri if document else "",
                quotation=sentence.text,
                start=sentence.start,
                end=sentence.end,
            )
        return known.number

    def cite_all(self, places: Iterable[Place], most: int = 4) -> tuple[int, ...]:
        """The numbers of the first `most` places, one for each document before a second of any."""
        ordered: list[Place] = []
        seen: set[str] = set()
        rest: list[Place] = []
        for place in places:
            (rest if place.document in seen else ordered).append(place)
            seen.add(place.document)
        numbers = dict.fromkeys(self.cite(place) for place in (ordered + rest)[:most])
        return tuple(numbers)

    def listed(self) -> tuple[Citation, ...]:
        """All citations in order of their numbers."""
        return tuple(self._numbers.values())
