"""People's decisions laid over the machine's result.

A judgement names its target by reference and keeps the document and span it stood on (`value["document"]`, `["start"]`,
`["end"]`), so that it finds the record again after the article is read anew by other lexicons: the record of the same
kind whose span overlaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from musnad.model import Judgement
from musnad.model.story import Participant, Place, Reason, StoryEvent
from musnad.resolve.components import MERGED, Keyed
from musnad.resolve.dates import stretch

ENTITY = "entity:"  # how a judgement's target begins that is about an entity
ON_ENTITIES = ("reject", "change")  # verdicts on an entity that change what is read of it


class Located(Protocol):
    """A record with a reference and a place."""

    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


class Corrections:
    """The judgements in force (not undone), in order of time: the last one on a record wins."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self.active = sorted((each for each in judgements if not each.undone), key=lambda each: (each.at, each.id))
        self._by_document: dict[str, list[Judgement]] = {}
        for each in self.active:
            self._by_document.setdefault(each.value.get("document", ""), []).append(each)
        # what is said of an entity itself is said of it in every document
        self.on_entities = [each for each in self.active if each.verdict in ON_ENTITIES and is_on_entity(each)]

    def __bool__(self) -> bool:
        return bool(self.active)

    def on(self, records: Sequence[Located], kind: str) -> Iterator[Judgement]:
        """The judgements that any of these records is the target of; `kind` is the letter of their references."""
        if not self.active:
            return
        found = {
            judgement.id: judgement
            for record in records
            for judgement in self.in_document(record.place.document)
            if judgement.target[:1] == kind and aims_at(judgement, record)
        }
        yield from sorted(found.values(), key=lambda each: (each.at, each.id))

    def in_document(self, document: str) -> Sequence[Judgement]:
        """The judgements on records of a document, and on entities that it may name, in order of time."""
        return (*self._by_document.get(document, ()), *self.on_entities)

    def merges(self, kind: str) -> Iterator[tuple[Judgement, Judgement]]:
        """Pairs (judgement, the same judgement aimed at its other end), for every merge of this kind of record."""
        for judgement in self.active:
            if judgement.verdict == "merge" and judgement.target[:1] == kind and "with" in judgement.value:
                value = {name[5:]: text for name, text in judgement.value.items() if name.startswith("with_")}
                yield judgement, replace(judgement, target=judgement.value["with"], value=value)


def is_on_entity(judgement: Judgement) -> bool:
    """Whether a judgement is about an entity of the story and not about a record in its place."""
    return judgement.target.startswith(ENTITY)


def judged_entities(judgement: Judgement) -> frozenset[str]:
    """The ids of readers' entities that a judgement is about: the story entity's and those merged into it then."""
    members = judgement.value.get("members", "").split(",")
    return frozenset({judgement.target.removeprefix(ENTITY), *members}) - {""}


def merge_keys(node: Keyed) -> Iterable[str]:
    """The keys that a record shares with those that people merged it with."""
    return (key for key in node.keys if key.startswith(MERGED))


def aims_at(judgement: Judgement, record: Located) -> bool:
    """Whether a record is what a judgement is about: by reference, or by overlap where it was read anew."""
    if judgement.target == record.id:
        return True
    value = judgement.value
    if value.get("document") != record.place.document or "start" not in value:
        return False
    return record.place.span.start < int(value["end"]) and int(value["start"]) < record.place.span.end


def reason(judgement: Judgement) -> Reason:
    """Why: somebody said so."""
    note = f": {judgement.note}" if judgement.note else ""
    text = f"{judgement.verdict} by {judgement.author}, {judgement.at}{note}"
    return Reason(rule=f"judgement.{judgement.verdict}", text=text, judgement=judgement.id)


def corrected_event(event: StoryEvent, corrections: Corrections) -> StoryEvent | None:
    """The event with what people decided about it; None if it was rejected."""
    for judgement in corrections.on([_Spot(report.id, report.place) for report in event.reports], "e"):
        if judgement.value.get("scope") == "report":
            event = replace(event, reasons=(*event.reasons, reason(judgement)))
        elif judgement.verdict == "reject":
            return None
        else:
            event = _applied(event, judgement)
    return event


class _Spot:
    def __init__(self, ref: str, place: Place) -> None:
        self.id, self.place = ref, place


def _applied(event: StoryEvent, judgement: Judgement) -> StoryEvent:
    value, reasons = judgement.value, (*event.reasons, reason(judgement))
    if judgement.verdict == "accept":
        return replace(event, confidence=1.0, reasons=reasons)
    if judgement.verdict == "retype":
        return replace(event, type=value.get("type", event.type), mode=value.get("mode", event.mode), reasons=reasons)
    if judgement.verdict == "change":
        return replace(_changed(event, value), reasons=reasons)
    return replace(event, reasons=reasons) if judgement.verdict in ("merge", "split") else event


def _changed(event: StoryEvent, value: dict[str, str]) -> StoryEvent:
    if "date" in value:
        days = stretch(value["date"])
        event = replace(event, date=value["date"], date_end=None, precision=days.precision if days else "unknown")
    if "sources" in value:
        event = replace(event, sources=_participants(value["sources"]))
    if "targets" in value:
        event = replace(event, targets=_participants(value["targets"]))
    if "place" in value:
        event = replace(event, location=value["place"] or None)
    if "status" in value:
        event = replace(event, status=value["status"])
    return event


def _participants(names: str) -> tuple[Participant, ...]:
    return tuple(Participant(entity=name.strip()) for name in names.split(",") if name.strip())
