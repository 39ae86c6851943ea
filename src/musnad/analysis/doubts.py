"""What a person should look at first: what is contested, then what the machine is least sure of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec
from msgspec.structs import replace

from musnad.analysis.event_words import event_text
from musnad.analysis.naming import Naming, Outlets
from musnad.model.story import Place
from musnad.store.base import View

DoubtKind = Literal["events", "claims", "figures", "entities"]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A record to judge: `ref` is what a judgement names, `why` what speaks for it; `place` is None for entities.

    `confidence` is 0 to 1; None where the records of this kind have none.
    """

    ref: str
    kind: DoubtKind
    label: str
    contested: bool = False
    confidence: float | None = None
    place: Place | None = None
    why: tuple[str, ...] = ()


def doubts(view: View, kind: DoubtKind = "events", *, outlet: str | None = None) -> list[Doubt]:
    """The records of a kind that nobody has judged yet, contested ones first, then by confidence, the lowest first."""
    judged = {judgement.target for judgement in view.judgements()}
    found = (doubt for doubt in _FINDERS[kind](view) if doubt.ref not in judged)
    kept = (doubt for doubt in found if outlet is None or (doubt.place is not None and doubt.place.outlet == outlet))
    outlets = Outlets(view.documents())
    kept = (_placed(doubt, outlets) for doubt in kept)
    return sorted(kept, key=lambda doubt: (not doubt.contested, doubt.confidence or 0.0, doubt.ref))


def _placed(doubt: Doubt, outlets: Outlets) -> Doubt:
    """The doubt with the name of the file where its outlet is unknown."""
    if doubt.place is None or doubt.place.outlet:
        return doubt
    return replace(doubt, place=replace(doubt.place, outlet=outlets.of(doubt.place)))


def _events(view: View) -> Iterator[Doubt]:
    naming = Naming(view.entity_names(), "ar")
    for event in view.events():
        first = event.first_report
        yield Doubt(
            ref=event.id,
            kind="events",
            label=f"{event.type} · {event_text(naming, event)} · {event.date or 'undated'} · {event.status}",
            contested=event.status in ("contested", "denied"),
            confidence=event.confidence,
            place=first.place,
            why=(f"rule {first.rule}", *(reason.text or reason.rule for reason in event.reasons)),
        )


def _claims(view: View) -> Iterator[Doubt]:
    contested = {said.id for matter in view.matters(("contested", "denied")) for said in matter.statements}
    for said in view.statements():
        voice = said.voice.name or said.voice.source_class
        via = f" (via {', '.join(said.voice.via)})" if said.voice.via else ""
        yield Doubt(
            ref=said.id,
            kind="claims",
            label=f"{voice}{via} · {said.stance} · «{said.cue.text}»",
            contested=said.id in contested,
            confidence=said.confidence,
            place=said.place,
            why=(f"rule {said.rule}", f"matter {said.matter}"),
        )


def _figures(view: View) -> Iterator[Doubt]:
    for group in view.figures():
        values = "; ".join(f"{figure.comparator}{figure.value:g}" for figure in group.figures)
        for figure in group.figures:
            said = f"{figure.comparator}{figure.value:g} {figure.unit}"
            yield Doubt(
                ref=figure.id,
                kind="figures",
                label=f"{said} · {group.label or group.of} · {group.alignment}: {values}",
                contested=group.alignment in ("disagreement", "revision"),
                place=figure.place,
                why=(f"group {group.id}", *(reason.text or reason.rule for reason in group.reasons)),
            )


def _entities(view: View) -> Iterator[Doubt]:
    """Entities joined from several; the others have nothing to doubt but their spelling."""
    for entity in view.entities():
        spellings = "، ".join(entity.spellings)
        yield Doubt(
            ref=f"entity:{entity.id}",
            kind="entities",
            label=f"{entity.name_ar or entity.name} · {entity.kind} · {entity.code or 'no code'} · {spellings}",
            contested=len(entity.members) > 1,
            why=tuple(reason.text or reason.rule for reason in entity.reasons),
        )


_FINDERS: dict[DoubtKind, Callable[[View], Iterator[Doubt]]] = {
    "events": _events,
    "claims": _claims,
    "figures": _figures,
    "entities": _entities,
}
