"""Names of entities in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.analysis.wording import Language
from musnad.model.story import Place, SourceDocument, StoryEntity

ORIGIN = "document:"  # how an origin begins that is an article of unknown outlet


def outlet_of(document: SourceDocument) -> str:
    """The document's outlet, the last part of its address where none is known, else its id."""
    return document.outlet or document.uri.rstrip("/").rsplit("/", 1)[-1] or document.id


class Outlets:
    """Names the places of records by outlet, and those of unnamed outlets by their file or address."""

    def __init__(self, documents: Iterable[SourceDocument]) -> None:
        self._names = {document.id: outlet_of(document) for document in documents}

    def of(self, place: Place) -> str:
        """The outlet of a place."""
        return place.outlet or self.name(place.document)

    def name(self, voice: str) -> str:
        """A voice of a record; a document's id, which stands where neither speaker nor outlet is known, by its file."""
        if voice.startswith(ORIGIN):
            return ORIGIN + self.name(voice.removeprefix(ORIGIN))
        return self._names.get(voice, voice)


class Naming:
    """Looks up names; `entities` maps every id, merged ones too, to its entity (`View.entity_names`)."""

    def __init__(self, entities: dict[str, StoryEntity], language: Language) -> None:
        self.entities = entities
        self.language = language

    def name(self, entity: str) -> str:
        """The name in this language, in the other one where it is missing, else the id."""
        known = self.entities.get(entity)
        if known is None:
            return entity
        first, second = (known.name_ar, known.name) if self.language == "ar" else (known.name, known.name_ar)
        return first or second or entity

    def names(self, entities: Iterable[str]) -> str:
        """Names, each once, joined by the comma of the language."""
        return ("، " if self.language == "ar" else ", ").join(dict.fromkeys(self.name(e) for e in entities))
