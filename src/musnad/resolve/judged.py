"""An annotation with what people decided about its statements, figures and single reports.

The story is made of it instead of what was read; the annotation in the store stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from musnad.model import Annotation, Claim, Event, Judgement, Quantity
from musnad.resolve.judged_entities import named, with_judged_entities

BY_PEOPLE = "judgement"  # the rule of what people set: it stands as they say, whatever the words


def judged(annotation: Annotation, judgements: Sequence[Judgement]) -> Annotation:
    """The annotation as people want it; `judgements` are those on its document, in order of time."""
    if not judgements:
        return annotation
    for judgement in judgements:
        annotation = named(annotation, judgement)
    annotation = with_judged_entities(annotation, judgements)
    claims = [_stretch(claim) for claim in annotation.claims]
    figures = [(each.start, each.end) for each in annotation.quantities]
    said = [_claim(c, found) for c, found in zip(annotation.claims, _on(judgements, "s", claims), strict=True)]
    given = [_figure(f, found) for f, found in zip(annotation.quantities, _on(judgements, "f", figures), strict=True)]
    return replace(
        annotation,
        events=tuple(event for each in annotation.events if (event := _report(each, judgements)) is not None),
        claims=tuple(claim for claim in said if claim is not None),
        quantities=tuple(figure for figure in given if figure is not None),
    )


def _stretch(claim: Claim) -> tuple[int, int]:
    span = claim.content or claim.cue
    return span.start, span.end


def _on(judgements: Sequence[Judgement], kind: str, places: Sequence[tuple[int, int]]) -> Iterator[list[Judgement]]:
    """For each place the judgements on the record there: on that very place, or, if nothing stands there any more
    since the article was read anew, on one that it overlaps by more than half."""
    aimed = [each for each in judgements if each.target[:1] == kind and "start" in each.value]
    known = set(places)
    for place in places:
        yield [
            each for each in aimed if _aim(each) == place or (_aim(each) not in known and _mostly(place, _aim(each)))
        ]


def _aim(judgement: Judgement) -> tuple[int, int]:
    return int(judgement.value["start"]), int(judgement.value["end"])


def _mostly(place: tuple[int, int], aim: tuple[int, int]) -> bool:
    (start, end), (low, high) = place, aim
    return 2 * (min(end, high) - max(start, low)) > max(end - start, high - low)


def _report(event: Event, judgements: Sequence[Judgement]) -> Event | None:
    """One report with what people said of it alone (scope `report`), not of the event; None if it was rejected."""
    for judgement in judgements:
        value = judgement.value
        if value.get("scope") != "report" or not _aims_at(event, value):
            continue
        if judgement.verdict == "reject":
            return None
        event = _changed_report(event, value)
    return event


def _aims_at(event: Event, value: dict[str, str]) -> bool:
    return event.trigger.start < int(value["end"]) and int(value["start"]) < event.trigger.end


def _changed_report(event: Event, value: dict[str, str]) -> Event:
    """The report with another type, roles, date, place or factuality: it may then tell another event."""
    if "type" in value or "mode" in value:
        event = replace(event, type=value.get("type", event.type), mode=value.get("mode", ""))
    for side in ("sources", "targets"):
        if side in value:
            event = replace(event, **{side: tuple(name for name in value[side].split(",") if name)})
    if "date" in value:
        event = replace(event, time=value["date"] or None)
    if "place" in value:
        event = replace(event, place=value["place"] or None)
    if "factuality" in value:
        event = replace(event, factuality=value["factuality"])
    return replace(event, confidence=1.0)


def _claim(claim: Claim, said: Sequence[Judgement]) -> Claim | None:
    """The statement with another speaker or stance; None if it was rejected."""
    for judgement in said:
        if judgement.verdict == "reject":
            return None
        if judgement.verdict == "accept":
            claim = replace(claim, confidence=1.0)
        if "speaker" in judgement.value:
            claim = replace(claim, entity=judgement.value["speaker"], source=None, source_class="named")
        if "stance" in judgement.value:
            claim = replace(claim, stance=judgement.value["stance"], rule=BY_PEOPLE)
    return claim


def _figure(figure: Quantity, said: Sequence[Judgement]) -> Quantity | None:
    """The figure with another value or unit; None if it was rejected."""
    for judgement in said:
        if judgement.verdict == "reject":
            return None
        if "value" in judgement.value:
            figure = replace(figure, value=float(judgement.value["value"]), comparator="=", approximate=False)
        if "unit" in judgement.value:
            figure = replace(figure, unit=judgement.value["unit"])
    return figure
