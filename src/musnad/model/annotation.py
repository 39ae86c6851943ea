"""What was read from one document: the contract between reader, store, exports and scorer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from musnad.model.claim import Claim
from musnad.model.document import Article, Document, Sentence, Zone
from musnad.model.entity import Entity
from musnad.model.event import Event
from musnad.model.link import Link
from musnad.model.mention import Mention
from musnad.model.quantity import Quantity
from musnad.model.span import Span
from musnad.model.time import Time

SCHEMA = "musnad.annotation/1"


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """Stand-off annotation of one document; every record names its span in `document.text`."""

    schema: str = SCHEMA
    document: Document
    articles: tuple[Article, ...] = ()
    zones: tuple[Zone, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Every span with a text that any record holds."""
        for mention in self.mentions:
            yield Span(start=mention.start, end=mention.end, text=mention.text)
        for time in self.times:
            yield Span(start=time.start, end=time.end, text=time.text)
        for quantity in self.quantities:
            yield Span(start=quantity.start, end=quantity.end, text=quantity.text)
            if quantity.counted:
                yield quantity.counted
        for event in self.events:
            yield event.trigger
            yield from (evidence.span for evidence in event.evidence)
        for claim in self.claims:
            yield from (span for span in (claim.source, claim.cue, claim.content) if span)
            yield from (Span(start=via.start, end=via.end, text=via.text) for via in claim.via)
        for link in self.links:
            yield from (link.cue, link.from_, link.to)

    def to_json(self, *, indent: int = 0) -> bytes:
        """The contract's JSON, UTF-8; `indent` spaces a level, on one line if 0."""
        data = msgspec.json.encode(self)
        return msgspec.json.format(data, indent=indent) if indent else data

    @classmethod
    def from_json(cls, data: bytes | str) -> Annotation:
        """The annotation that `data` encodes; raises msgspec.ValidationError where it breaks the contract."""
        return msgspec.json.decode(data, type=cls)


def json_schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of the annotation format."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA} | msgspec.json.schema(Annotation)
