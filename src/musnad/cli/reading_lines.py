"""How an event was read, in words: the sentence with its chunks, the frame, the participants, the cues, the chain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from musnad.ontology import label

if TYPE_CHECKING:
    from musnad.extract.explain import ChunkView, Explanation, RoleView
    from musnad.model import Annotation, Claim

_NOT_SAID = "nothing in the words makes it less than certain"


def reading_lines(told: Explanation, annotation: Annotation, indent: str = "    ") -> Iterator[str]:
    """Lines on one event of an annotation; the chunks stand in brackets, each with its part in the event."""
    yield f"{indent}chunks: {' '.join(_chunk(chunk) for chunk in told.chunks)}"
    places = ", ".join(f"{name} in {'/'.join(slots)}" for name, slots in told.frame.items() if slots)
    yield f"{indent}frame of {told.rule}: {places or 'no places'}"
    for role in told.roles:
        yield f"{indent}{role.part}: {_participant(role)}"
    yield f"{indent}factuality: {told.factuality}, {label('factuality', told.factuality, 'en')}; {_cue(told)}"
    if told.time:
        yield f"{indent}time: {told.time}" + (f", from «{told.time_why}»" if told.time_why else "")
    claims = {claim.id: claim for claim in annotation.claims}
    for depth, claim in enumerate(claims[name] for name in told.chain if name in claims):
        yield f"{indent}{'said' if not depth else '  within what is said'} {_said(claim)}"


def _chunk(chunk: ChunkView) -> str:
    text = " ".join(chunk.span.text.split())
    if chunk.kind == "other":
        return text
    return f"[{text}]{chunk.role}" if chunk.role else f"[{text}]"


def _participant(role: RoleView) -> str:
    if not role.actors:
        return "not found"
    words = f" «{role.span.text}»" if role.span is not None else ""
    return f"{', '.join(role.actors)}:{words} in the place {role.slot or '?'}; {role.why or 'as it stands'}"


def _cue(told: Explanation) -> str:
    if told.factuality_cue is None:
        return told.factuality_rule or _NOT_SAID
    return f"«{told.factuality_cue.text}» [{told.factuality_rule}]"


def _said(claim: Claim) -> str:
    who = claim.source.text if claim.source is not None else claim.entity or "nobody named"
    relays = "".join(f", through {relay.text}" for relay in claim.via)
    return f"by {who}{relays}: «{claim.cue.text}» ({claim.stance}) [{claim.rule}]"
