"""The made story: sixty annotated articles with the events, matters and figures that their records belong to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from tests.resolve.builders import article

from musnad.model import Annotation

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "made_story.yaml").read_text(encoding="utf-8"))


def _event(telling: dict[str, Any], before: str) -> dict[str, Any]:
    event = telling["event"]
    plain = {key: event[key] for key in ("trigger", "type", "mode", "time", "place") if key in event}
    plain |= {"n": before.count(event["trigger"]), "sources": event["from"], "targets": event["to"]}
    return plain | ({"factuality": event["fact"]} if "fact" in event else {})


def _claim(telling: dict[str, Any]) -> dict[str, Any]:
    claim = telling["claim"]
    plain = {"cue": claim["cue"], "source": claim["words"], "entity": claim["by"], "content": claim["content"]}
    return plain | {"stance": claim.get("stance", "assert"), "source_class": claim.get("class", "named")}


def _figure(telling: dict[str, Any]) -> dict[str, Any]:
    figure = telling["figure"]
    plain = {"text": figure["text"], "value": figure["value"], "unit": figure["unit"]}
    return plain | {"comparator": figure.get("cmp", "=")}


def made(outlet: str, published: str, names: list[str]) -> Annotation:
    """One article of these tellings."""
    tellings = [DATA["tellings"][name] for name in names]
    before = ["\n".join(told["text"] for told in tellings[:at]) for at in range(len(tellings))]
    return article(
        "\n".join(told["text"] for told in tellings),
        outlet=outlet,
        published=published,
        events=[_event(told, text) for told, text in zip(tellings, before, strict=True) if "event" in told],
        claims=[_claim(told) for told in tellings if "claim" in told],
        quantities=[_figure(told) for told in tellings if "figure" in told],
    )


def labels(kind: str) -> dict[tuple[str, str], str]:
    """(document, id of the record in its annotation) → label; `kind` is event, claim or figure."""
    found = {}
    letter = {"event": "v", "claim": "c", "figure": "q"}[kind]
    for annotation, (_, _, names) in zip(STORY, DATA["articles"], strict=True):
        told = [DATA["tellings"][name] for name in names if kind in DATA["tellings"][name]]
        for number, each in enumerate(told, start=1):
            label = each["is"] if kind == "event" else each[kind]["is"]
            found[annotation.document.id, f"{letter}{number}"] = label
    return found


STORY: list[Annotation] = [made(*entry) for entry in DATA["articles"]]
