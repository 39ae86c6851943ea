"""The contract: round trip, schema, spans."""

from __future__ import annotations

import json

import msgspec
import pytest

from musnad.model import SCHEMA, Annotation, Claim, Document, Event, Link, Mention, Span
from musnad.model.annotation import json_schema
from musnad.model.claim import Relay

TEXT = "قالت موسكو، وفق وكالة سديم، إن الرئيس وقّع المعاهدة بسبب العقوبات."


def quoted(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span.of(TEXT, start, start + len(quote))


@pytest.fixture
def annotation() -> Annotation:
    agency = quoted("وكالة سديم")
    event = Event(id="v1", type="AGREE", mode="sign", trigger=quoted("وقّع"), sources=("RUS",), claim="c1")
    claim = Claim(
        id="c1",
        source=quoted("موسكو"),
        entity="RUS",
        via=(Relay(start=agency.start, end=agency.end, text=agency.text, entity="sadim-news-agency"),),
        cue=quoted("قالت"),
        content=quoted("الرئيس وقّع المعاهدة بسبب العقوبات"),
        events=("v1",),
    )
    link = Link(id="l1", kind="cause", cue=quoted("بسبب"), from_=quoted("العقوبات"), to=quoted("الرئيس وقّع المعاهدة"))
    moscow = quoted("موسكو")
    mention = Mention(id="m1", start=moscow.start, end=moscow.end, text=moscow.text, kind="state", entity="RUS")
    return Annotation(
        document=Document(id="sha256:0", text=TEXT),
        mentions=(mention,),
        events=(event,),
        claims=(claim,),
        links=(link,),
    )


def test_annotation_round_trips(annotation: Annotation) -> None:
    assert Annotation.from_json(annotation.to_json()) == annotation
    assert Annotation.from_json(annotation.to_json(indent=2)) == annotation


def test_annotation_uses_the_names_of_the_contract(annotation: Annotation) -> None:
    data = json.loads(annotation.to_json())
    assert data["schema"] == SCHEMA
    assert data["links"][0]["from"]["text"] == "العقوبات"
    assert data["claims"][0]["via"][0]["entity"] == "sadim-news-agency"
    assert data["mentions"][0]["adjectival"] is False


def test_annotation_spans_quote_the_text(annotation: Annotation) -> None:
    spans = list(annotation.spans())
    assert len(spans) == 9
    assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_annotation_refuses_a_value_outside_the_contract(annotation: Annotation) -> None:
    broken = annotation.to_json().replace(b'"cause"', b'"rumour"')
    with pytest.raises(msgspec.ValidationError, match="rumour"):
        Annotation.from_json(broken)


def test_annotation_records_are_frozen(annotation: Annotation) -> None:
    with pytest.raises(AttributeError):
        annotation.mentions[0].text = "غيره"  # type: ignore[misc]


def test_json_schema_names_every_layer() -> None:
    schema = json_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    layers = definitions["Annotation"]["properties"]
    assert {"zones", "mentions", "times", "quantities", "events", "claims", "links"} <= layers.keys()
    assert "from" in definitions["Link"]["properties"]
