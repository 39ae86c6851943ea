"""Why an event was read as it was: the sentence with its chunks, the rule and its example, the roles, the cues,
the chain.
"""

from __future__ import annotations

import msgspec

from musnad.errors import NotFoundError
from musnad.extract.events.drafts import Draft
from musnad.extract.events.role_places import Filler
from musnad.extract.reading import Reading
from musnad.model import Annotation, Document, Span

HOW = {
    "name": "named there",
    "title": "bearer of a title, named elsewhere in the article",
    "body": "a state's body without a proper name",
    "owner": "whom the words belong to",
    "pair": "the two parties that are spoken of together",
    "pronoun": "the subject it goes with, or the nearest actor that agrees",
    "anaphor": "the last such body named before",
    "place": "a place, which this kind of act can be done to",
    "speaker": "the speaker of the statement that the word introduces",
    "carried": "the subject of the sentence before",
    "control": "a participant of the act it depends on",
    "governing verb": "the subject or object of the verb it depends on",
    "governing noun": "whose plan or promise it is",
    "suffering verb": "the subject of the verb that tells who suffered it",
    "exchange": "those who did it to each other",
    "answer": "whom the act answers: who did the deed, said the words or asked for it",
    "who rejects it": "who rejects what is aimed at them",
    "side of the act": "the other side of the act that is agreed to, asked for or rejected",
    "doer of the act": "who did the act that is spoken of",
    "same act": "from another mention of the same act",
    "same attack": "from another word for the same attack in the sentence",
    "where it was": "the place it was in",
    "main parties": "the two parties that the article is about",
    "likely": "a party that the model of participants holds likely here",
    "perhaps": "the party that the model of participants holds likeliest, less than sure",
    "joined": "named there, and with it those that the model of participants holds likely",
    "other party": "the other one of the article's two parties",
}


class ChunkView(msgspec.Struct, frozen=True, kw_only=True):
    """A chunk of the sentence; `role` is `trigger`, `source`, `target`, `factuality` or empty."""

    kind: str
    span: Span
    preposition: str = ""
    clause: str = "main"
    role: str = ""


class RoleView(msgspec.Struct, frozen=True, kw_only=True):
    """A participant: `slot` is its place in the frame (or `context`), `why` how its words were resolved;
    `span` may be missing.
    """

    part: str
    actors: tuple[str, ...]
    slot: str = ""
    why: str = ""
    span: Span | None = None


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """All that speaks for one event record; `chain` are the ids of the statements it stands in, the innermost first."""

    event: str
    trigger: Span
    sentence: Span
    chunks: tuple[ChunkView, ...]
    rule: str
    example: str
    frame: dict[str, tuple[str, ...]]
    roles: tuple[RoleView, ...]
    factuality: str
    factuality_rule: str = ""
    factuality_cue: Span | None = None
    time: str | None = None
    time_why: str = ""
    chain: tuple[str, ...] = ()


def explain(read: Reading | Annotation | Document, event: str) -> Explanation:
    """The explanation of the event with the id `event`; an annotation or document is read again.

    Raises NotFoundError where there is no such event.
    """
    from musnad.extract.annotate import read_document
    from musnad.extract.events.layer import draft_events

    document = read.document if isinstance(read, Annotation) else read
    reading = document if isinstance(document, Reading) else read_document(document)
    drafts = draft_events(reading)
    number = int(event[1:]) if event[:1] == "v" and event[1:].isdigit() else 0
    if not 1 <= number <= len(drafts):
        raise NotFoundError(f"no event {event}", advice="`musnad events` lists the ids")
    return _explanation(event, drafts[number - 1])


def _explanation(event: str, draft: Draft) -> Explanation:
    from musnad.extract.events.layer import trigger_span

    scene, trigger = draft.scene, draft.trigger
    span = scene.reading.span
    cue = scene.tokens[draft.judged.token] if draft.judged.token >= 0 else None
    frame = trigger.entry.frame
    return Explanation(
        event=event,
        trigger=trigger_span(draft),
        sentence=span(scene.sentence.start, scene.sentence.end),
        chunks=tuple(_chunks(draft)),
        rule=trigger.rule or trigger.entry.id,
        example=trigger.entry.example,
        frame={
            "source": frame.source,
            "target": frame.target,
            "nominal source": frame.nominal.source,
            "nominal target": frame.nominal.target,
        },
        roles=(_role("source", draft.source, draft), _role("target", draft.target, draft)),
        factuality=draft.judged.value,
        factuality_rule=draft.judged.rule,
        factuality_cue=span(cue.start, cue.end) if cue is not None else None,
        time=draft.when,
        time_why=draft.filled.get("time", draft.time.text if draft.time is not None else ""),
        chain=tuple(claim.id for claim in scene.claims_at(trigger.start)),
    )


def _role(part: str, filler: Filler, draft: Draft) -> RoleView:
    held = filler.end > filler.start
    return RoleView(
        part=part,
        actors=filler.actors,
        slot=filler.slot,
        why=HOW.get(filler.how.split(",")[0], filler.how),
        span=draft.scene.reading.span(filler.start, filler.end) if held else None,
    )


def _chunks(draft: Draft) -> list[ChunkView]:
    scene = draft.scene
    found = []
    for index, phrase in enumerate(scene.made.phrases):
        start, end = scene.tokens[phrase.first].start, scene.tokens[phrase.last].end
        view = ChunkView(
            kind=phrase.kind,
            span=scene.reading.span(start, end),
            preposition=phrase.preposition,
            clause=scene.held.clause(index).kind,
            role=_part(draft, start, end),
        )
        found.append(view)
    return found


def _part(draft: Draft, start: int, end: int) -> str:
    if start <= draft.trigger.start < end:
        return "trigger"
    for part, filler in (("source", draft.source), ("target", draft.target)):
        if filler.end > filler.start and start < filler.end and filler.start < end:
            return part
    cue = draft.judged.token
    return "factuality" if cue >= 0 and start <= draft.scene.tokens[cue].start < end else ""
