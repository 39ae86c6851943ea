"""Events and statements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), with both text selectors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from musnad.model.story import Place
from musnad.store.base import View

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE_MARGIN = 32  # code points of text before and after a quotation, as Hypothesis keeps


def write_web_annotations(view: View, stream: TextIO) -> int:
    """Writes one AnnotationPage of JSON-LD; the number of annotations."""
    items = list(web_annotations(view))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "id": "urn:musnad:annotations", "items": items}
    stream.write(msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n")
    return len(items)


def web_annotations(view: View) -> Iterator[dict[str, Any]]:
    """An annotation for each report of an event and for each statement; positions count Unicode code points."""
    texts: dict[str, str] = {}
    for report in view.reports():
        actors = f"{'; '.join(report.sources)} → {'; '.join(report.targets)}"
        body = _body(f"{report.type} {report.mode}".strip(), f"{actors} ({report.factuality})")
        yield _annotation(view, texts, report.id, report.place, body)
    for statement in view.statements():
        who = statement.voice.entity or statement.voice.name or statement.voice.outlet
        yield _annotation(view, texts, statement.id, statement.place, _body(statement.stance, who))


def _body(tag: str, comment: str) -> list[dict[str, str]]:
    return [
        {"type": "TextualBody", "purpose": "tagging", "value": tag},
        {"type": "TextualBody", "purpose": "commenting", "value": comment},
    ]


def _annotation(
    view: View, texts: dict[str, str], ref: str, place: Place, body: list[dict[str, str]]
) -> dict[str, Any]:
    if place.document not in texts:
        texts.clear()  # records come document by document: one text at a time is enough
        texts[place.document] = view.text(place.document)
    text, start, end = texts[place.document], place.span.start, place.span.end
    return {
        "@context": CONTEXT,
        "id": f"urn:musnad:{ref}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": body,
        "target": {
            "source": view.document(place.document).uri or f"urn:{place.document}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": place.span.text,
                    "prefix": text[max(0, start - QUOTE_MARGIN) : start],
                    "suffix": text[end : end + QUOTE_MARGIN],
                },
            ],
        },
    }
