"""One document to one annotation: the layers in their order."""

from __future__ import annotations

import atexit
import gc
import hashlib
from collections.abc import Callable
from functools import cache

from msgspec.structs import replace

from musnad.errors import UsageError
from musnad.extract.reading import Reading
from musnad.ingest.dates import iso_date
from musnad.model import Annotation, Document, Sentence
from musnad.ontology.actor_codes import ordered_code

Layer = Callable[[Reading], None]
NAMES_ONLY = 3  # layers: zones, tokens, mentions
# An article makes some ten thousand objects, nearly all gone with it: the collector's rounds over the young ones, one
# every 700 by default, found nothing and took a tenth of the reading (ant.jsonl, 590 articles).
YOUNG = 200_000
TURNED = "its letters stood in visual order and were put into reading order"


def layers() -> tuple[Layer, ...]:
    """The layers in the order they read; imported here so that nothing heavy loads before it is used."""
    from musnad.extract.articles.layer import read_zones
    from musnad.extract.claims.layer import read_claims
    from musnad.extract.events.layer import read_events
    from musnad.extract.links.layer import read_links
    from musnad.extract.names.layer import read_mentions
    from musnad.extract.quantities.layer import read_quantities
    from musnad.extract.times.layer import read_times
    from musnad.extract.tokens import read_tokens

    return (read_zones, read_tokens, read_mentions, read_times, read_quantities, read_claims, read_events, read_links)


def layers_for(language: str) -> tuple[Layer, ...]:
    """The layers that read a text of this language: in Persian and Urdu names only, the rest is grammar of Arabic."""
    return layers() if language == "ar" else layers()[:NAMES_ONLY]


def _prepared(document: Document) -> Document:
    """The document with its language, its text in reading order and the note that it was turned.

    The letters of some PDFs stand in the order of the eye; nothing could be read in them, nor quoted from them.
    """
    from musnad.lang.ar.language import in_reading_order, told_language

    text = in_reading_order(document.text)
    if text != document.text:
        document = replace(document, text=text, mended=TURNED)
    return replace(document, language=told_language(text)) if document.language == "ar" else document


@cache
def _keep_tables() -> None:
    """Takes the loaded tables out of the collector's rounds, and makes these seldom, once for the process.

    A round over them took a fifth to a third of the reading (ant.jsonl, 250 articles). They are given back at the
    end, or what else was frozen with them (an open database's types) would be called leaked.
    """
    gc.freeze()
    young, *older = gc.get_threshold()
    if 0 < young < YOUNG:
        gc.set_threshold(YOUNG, *older)
    atexit.register(gc.unfreeze)


def read_document(document: Document) -> Reading:
    """The document with all that its layers read, before it is put down as records; never raises on any text."""
    reading = Reading(_prepared(document))
    for layer in layers_for(reading.document.language):
        layer(reading)
    _keep_tables()
    return reading


def annotate_document(document: Document) -> Annotation:
    """The annotation of a document whose text is already decoded; never raises on any text."""
    reading = read_document(document)
    reading.lines.clear()  # each holds the reading: without this circle it goes at once
    return Annotation(
        document=reading.document,
        articles=tuple(reading.articles),
        zones=tuple(reading.zones),
        sentences=tuple(Sentence(start=s.start, end=s.end) for s in reading.sentences),
        entities=tuple(replace(entity, code=ordered_code(entity.code)) for entity in reading.entities.values()),
        mentions=tuple(reading.mentions),
        times=tuple(reading.times),
        quantities=tuple(reading.quantities),
        events=tuple(reading.events),
        claims=tuple(reading.claims),
        links=tuple(reading.links),
    )


def annotate(text: str, published: str | None = None, *, uri: str = "", outlet: str = "") -> Annotation:
    """The annotation of one article's text; its date is found or inferred in the text if `published` is None.

    `published` is a date as metadata give it (2024-06-18, 18/6/2024, RFC 2822); raises UsageError for another.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    day = iso_date(published) if published else None
    if published and day is None:
        raise UsageError(f"{published!r} is no date of publication", advice="write it as 2024-06-18")
    return annotate_document(
        Document(
            id=f"sha256:{digest}",
            uri=uri,
            outlet=outlet,
            published=day,
            published_basis="given" if day else "unknown",
            text=text,
        )
    )
