"""A small story made by hand: two outlets, a visit that both tell, shipments that one side denies, figures that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musnad.model.span import Span
from musnad.model.story import (
    EventReport,
    Figure,
    FigureGroup,
    Matter,
    Participant,
    Place,
    SourceDocument,
    Statement,
    StoryCluster,
    StoryEntity,
    StoryEvent,
    StoryLink,
    Voice,
)
from musnad.store.base import EventFilter

TEXTS = {
    "d1": "زار بوتين بيونغ يانغ الأربعاء. وقالت سيول إن الشمال أرسل 6700 حاوية.",
    "d2": "بوتين في كوريا الشمالية. ونفت موسكو إرسال الأسلحة. وقالت واشنطن إن العدد بلغ 11 ألف حاوية.",
    "d3": "إذا عاد ترامب فقد تُستأنف المفاوضات.",
}
DOCUMENTS = (
    SourceDocument(id="d1", outlet="المرفأ", title="زيارة", published="2024-06-19", uri="https://example.org/1"),
    SourceDocument(id="d2", outlet="أفق", title="نفي", published="2024-06-21"),
    SourceDocument(id="d3", outlet="خطوط", title="عمود", published=None),
)
ENTITIES = (
    StoryEntity(id="vladimir-putin", name="Vladimir Putin", name_ar="فلاديمير بوتين", kind="person", code="RUS GOV"),
    StoryEntity(id="PRK", name="North Korea", name_ar="كوريا الشمالية", kind="state", code="PRK"),
    StoryEntity(id="RUS", name="Russia", name_ar="روسيا", kind="state", code="RUS", members=("RUS/kremlin",)),
    StoryEntity(id="KOR", name="South Korea", name_ar="كوريا الجنوبية", kind="state", code="KOR"),
    StoryEntity(id="united-nations", name="United Nations", name_ar="الأمم المتحدة", kind="organization", code="IGO"),
)


def place(document: str, words: str) -> Place:
    """The place of `words` in a document of the made story."""
    text = TEXTS[document]
    at = text.index(words)
    start = text.rfind(". ", 0, at) + 2 if ". " in text[:at] else 0
    stop = text.find(".", at)
    source = next(d for d in DOCUMENTS if d.id == document)
    return Place(
        document=document,
        outlet=source.outlet,
        published=source.published,
        span=Span.of(text, at, at + len(words)),
        sentence=Span.of(text, start, stop + 1),
    )


def _event(ref: str, kind: str, sources: str, targets: str, date: str, *places: Place, **more: object) -> StoryEvent:
    reports = tuple(EventReport(id=f"{ref}.{n}", record="v1", place=p, type=kind) for n, p in enumerate(places))
    values: dict[str, object] = {
        "id": ref,
        "type": kind,
        "sources": (Participant(entity=sources),),
        "targets": (Participant(entity=targets),),
        "date": date,
        "precision": "day",
        "reports": reports,
        "documents": len({p.document for p in places}),
        "independent_sources": len(places),
    }
    return StoryEvent(**(values | more))  # type: ignore[arg-type]


VISIT = _event(
    "e1", "CONSULT", "vladimir-putin", "PRK", "2024-06-19", place("d1", "زار"), place("d2", "بوتين في"), mode="visit"
)
SHIPMENT = _event("e2", "AID", "PRK", "RUS", "2024-06-19", place("d1", "أرسل"), status="contested")
STRIKE = _event("e3", "ASSAULT", "PRK", "KOR", "2024-07-02", place("d2", "الأسلحة"))
EXPECTED = _event("e4", "CONSULT", "RUS", "KOR", "2024-08-01", place("d3", "المفاوضات"), status="expected")
EVENTS = (VISIT, SHIPMENT, STRIKE, EXPECTED)


def _statement(ref: str, entity: str, stance: str, position: str, cue: Place, content: Place) -> Statement:
    return Statement(
        id=ref,
        record="c1",
        place=content,
        voice=Voice(entity=entity, outlet=content.outlet, via=("reuters",) if ref == "s2" else ()),
        stance=stance,  # type: ignore[arg-type]
        position=position,  # type: ignore[arg-type]
        cue=cue.span,
        content=content.span,
        events=("e2",),
        matter="m1",
    )


SHIPPED = _statement("s1", "KOR", "assert", "asserts", place("d1", "قالت"), place("d1", "الشمال أرسل 6700 حاوية"))
DENIED = _statement("s2", "RUS", "deny", "denies", place("d2", "نفت"), place("d2", "إرسال الأسلحة"))
MATTER = Matter(
    id="m1",
    label="الشمال أرسل 6700 حاوية",
    statements=(SHIPPED, DENIED),
    asserted_by=("KOR",),
    denied_by=("RUS",),
    status="contested",
    since="2024-06-19",
    documents=2,
)


def _figure(ref: str, document: str, words: str, value: float, entity: str) -> Figure:
    return Figure(
        id=ref,
        record="q1",
        place=place(document, words),
        value=value,
        unit="container",
        of="حاوية",
        voice=Voice(entity=entity),
    )


CONTAINERS = FigureGroup(
    id="n1",
    unit="container",
    of="حاوية",
    label="حاويات",
    figures=(_figure("f1", "d1", "6700 حاوية", 6700, "KOR"), _figure("f2", "d2", "11 ألف حاوية", 11000, "USA")),
    alignment="disagreement",
    low=6700,
    high=11000,
    documents=2,
)
RETURN = StoryLink(
    id="l1",
    record="l1",
    place=place("d3", "إذا"),
    kind="condition",
    cue=place("d3", "إذا").span,
    from_=place("d3", "عاد ترامب").span,
    to=place("d3", "تُستأنف المفاوضات").span,
)


class MadeView:
    """As much of a View as the analyses ask for."""

    def documents(self) -> Iterator[SourceDocument]:
        return iter(DOCUMENTS)

    def document(self, document_id: str) -> SourceDocument:
        return next(d for d in DOCUMENTS if d.id == document_id)

    def text(self, document_id: str) -> str:
        return TEXTS[document_id]

    def events(self, where: EventFilter | None = None) -> Iterator[StoryEvent]:
        since = where.since_published if where else None
        return (e for e in EVENTS if not since or any((r.place.published or "") >= since for r in e.reports))

    def reports(self, where: EventFilter | None = None) -> Iterator[EventReport]:
        return (report for event in EVENTS for report in event.reports)

    def matters(self, status: Sequence[str] = (), *, min_statements: int = 1) -> Iterator[Matter]:
        return (m for m in (MATTER,) if not status or m.status in status)

    def statements(self, **_: object) -> Iterator[Statement]:
        return iter(MATTER.statements)

    def figures(self, **_: object) -> Iterator[FigureGroup]:
        return iter((CONTAINERS,))

    def entities(self, *, kind: str | None = None) -> Iterator[StoryEntity]:
        return (e for e in ENTITIES if not kind or e.kind == kind)

    def entity_names(self) -> dict[str, StoryEntity]:
        return {name: entity for entity in ENTITIES for name in (entity.id, *entity.members)}

    def links(self) -> Iterator[StoryLink]:
        return iter((RETURN,))

    def stories(self) -> Iterator[StoryCluster]:
        return iter((StoryCluster(id="t1", label="زيارة بوتين", documents=("d1", "d2", "d3")),))
