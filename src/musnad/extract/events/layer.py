"""Layer events: triggers with their participants, factuality, time, place and the statement they stand in."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from musnad.extract.actors.coreference import Resolved
from musnad.extract.events.answers import fill_about, fill_answers, fill_doers, fill_rejected
from musnad.extract.events.confidence import confidence
from musnad.extract.events.context import complete, main_subject
from musnad.extract.events.control import control
from musnad.extract.events.drafts import Draft
from musnad.extract.events.factuality import factuality
from musnad.extract.events.factuality_scope import look_ahead, spread
from musnad.extract.events.foreground import is_foreground
from musnad.extract.events.narration import fill_times
from musnad.extract.events.parties import fill_parties
from musnad.extract.events.party_model import Weights, fill_likely, shipped
from musnad.extract.events.place import event_place
from musnad.extract.events.repeats import fill_repeats
from musnad.extract.events.role_places import EMPTY, Filler
from musnad.extract.events.roles import roles
from musnad.extract.events.scene import Scene
from musnad.extract.events.time import day_of, event_time
from musnad.extract.grammar.clitic_spans import with_marks, word_start
from musnad.extract.grammar.phrases import Chunks, chunks
from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.triggers.contexts import contexts
from musnad.extract.triggers.layer import Trigger, triggers
from musnad.extract.triggers.modes import mode_of, retold_mode
from musnad.model import Claim, Event, Evidence, Span


def read_events(reading: Reading) -> None:
    """Fills `reading.events`, and the events of each claim."""
    drafts = draft_events(reading)
    modes: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    reading.events = [_record(f"v{number}", draft, modes) for number, draft in enumerate(drafts, 1)]
    _tell_claims(reading)
    _forget_unused(reading)


def _forget_unused(reading: Reading) -> None:
    """Drops the bodies that were thought of («الجيش السوري») and stand in no record."""
    used = {mention.entity for mention in reading.mentions} | {claim.entity for claim in reading.claims}
    used.update(via.entity for claim in reading.claims for via in claim.via)
    used.update(actor for event in reading.events for actor in (*event.sources, *event.targets))
    for name in [name for name in reading.entities if "/" in name and name not in used]:
        del reading.entities[name]


def draft_events(reading: Reading, weights: Weights | None = None) -> list[Draft]:
    """The events of a reading in the order of the text, with all that was found about them.

    `weights` replaces the shipped model of participants that the text leaves out; an empty one fills none in.
    """
    drafts: list[Draft] = []
    subject: Filler = EMPTY
    claims = _claims_by_sentence(reading)
    _settle_all(reading)
    for sentence in reading.read_sentences():
        carried = Resolved(subject.actors, "pronoun", subject.start, subject.end)
        scene = Scene(reading, sentence, triggers(reading, sentence), claims.get(sentence.index, ()), carried)
        found = [_draft(scene, trigger) for trigger in scene.triggers]
        spread(found)
        complete(found, subject)
        subject = main_subject(scene, subject)
        drafts += found
    fill_rejected(drafts)
    fill_repeats(drafts, reading.entities)
    fill_parties(drafts)
    fill_doers(drafts)
    fill_about(drafts)
    fill_answers(drafts)
    fill_likely(drafts, shipped() if weights is None else weights)
    fill_times(drafts, reading.entities)
    look_ahead(drafts)
    return drafts


def _settle_all(reading: Reading) -> None:
    """Makes the chunks anew where a trigger is an inflected verb and its word was taken for a noun."""
    for sentence in reading.read_sentences():
        if _settle(sentence, triggers(reading, sentence)):
            reading.discourse = None  # whom the article describes is read from its chunks


def _settle(sentence: SentenceReading, found: list[Trigger]) -> bool:
    made, changed = chunks(sentence), False
    for trigger in found:
        if trigger.support >= 0 and _is_inflected(trigger, made):
            sentence.tokens[trigger.support].pos, changed = "VERB", True
        at = trigger.head
        resumed = _resumed_by(trigger, made)
        if resumed >= 0:
            sentence.tokens[resumed].pos, changed = "VERB", True
        verbal = trigger.form == "verb" or (
            trigger.form == "multi" and trigger.morph is not None and trigger.support < 0
        )
        if not verbal or made.phrase_of(at).kind == "verb" or made.mention_at[at] is not None:
            continue
        if at and made.phrase_of(at - 1).kind == "verb" and not made.shapes[at].joined and made.shapes[at].pronoun:
            continue  # «أعلنت رفضها»: an object
        if not made.shapes[at].definite and not made.shapes[at].preposition:
            sentence.tokens[at].pos, changed = "VERB", True
    if changed:
        sentence.chunks = sentence.clauses = None
    return changed


def _resumed_by(trigger: Trigger, made: Chunks) -> int:
    """«هجوم شنه الحزب»: the verb of doing behind an indefinite act, where it was taken for a noun; -1 if none."""
    at = trigger.last + 1
    if trigger.form == "verb" or at >= len(made.tokens) or made.shapes[trigger.head].definite:
        return -1
    word, here = made.tokens[at].word, made.shapes[at]
    if word is None or not here.pronoun or here.preposition or made.phrase_of(at).kind == "verb":
        return -1
    doing = control("perform") | control("suffer")
    return at if any(morph.pos == "VERB" and morph.lemma in doing for morph in word.readings) else -1


def _is_inflected(trigger: Trigger, made: Chunks) -> bool:
    """Whether a light verb that was taken for a noun is a verb: in the dual or plural, or where a clause begins."""
    at, morph = trigger.support, trigger.morph
    here = made.shapes[at]
    if morph is None or made.phrase_of(at).kind == "verb" or made.mention_at[at] is not None:
        return False
    if here.definite or here.preposition or here.pronoun:
        return False
    begins = at == 0 or here.joined or made.shapes[at - 1].kind in ("stop", "comma", "relative", "complementizer")
    return begins or (morph.aspect == "i" and morph.number in ("d", "p"))


def _draft(scene: Scene, trigger: Trigger) -> Draft:
    found = roles(scene, trigger)
    time = event_time(scene, trigger)
    return Draft(
        scene=scene,
        trigger=trigger,
        source=found.source,
        target=found.target,
        acts=found.acts,
        act_is_subject=found.act_is_subject,
        takes_up=found.takes_up,
        by_others=found.by_others,
        judged=factuality(scene, trigger),
        time=time,
        when=day_of(time.value) if time is not None else None,
        place=event_place(scene, trigger),
        claim=scene.claim_at(trigger.start),
    )


def _record(name: str, draft: Draft, modes: dict[tuple[int, str], set[str]]) -> Event:
    """The record of a draft; `modes` are those that the article told before, by article and type."""
    trigger, told = draft.trigger, modes[draft.scene.sentence.article, draft.type]
    mode = mode_of(trigger.entry, trigger.first, trigger.last, draft.scene.tokens)
    mode = retold_mode(trigger.entry, mode, told)
    told.update([mode] if mode else [])
    return Event(
        id=name,
        type=trigger.entry.type,
        mode=mode,
        context=contexts(trigger.first, trigger.last, draft.scene.tokens),
        trigger=trigger_span(draft),
        sources=draft.source.actors,
        targets=draft.target.actors,
        time=draft.when,
        place=draft.place.entity if draft.place is not None else None,
        factuality=draft.judged.value,  # type: ignore[arg-type]
        foreground=is_foreground(draft),
        confidence=confidence(draft),
        rule=trigger.rule or trigger.entry.id,
        claim=draft.claim.id if draft.claim is not None else None,
        evidence=tuple(_evidence(draft)),
    )


def trigger_span(draft: Draft) -> Span:
    """The trigger's words without the particle written with the first, and with the marks of the last."""
    text, trigger = draft.scene.reading.text, draft.trigger
    start = word_start(text, draft.scene.tokens[trigger.first])
    return Span.of(text, start, with_marks(text, trigger.end))


def _evidence(draft: Draft) -> list[Evidence]:
    span = draft.scene.reading.span
    found = []
    for part, filler in (("source", draft.source), ("target", draft.target)):
        if filler.end > filler.start:
            rule = f"{filler.slot}:{filler.how}"
            found.append(Evidence(part=part, span=span(filler.start, filler.end), rule=rule))  # type: ignore[arg-type]
    if draft.time is not None:
        found.append(Evidence(part="time", span=span(draft.time.start, draft.time.end), rule=draft.time.rule))
    if draft.place is not None:
        found.append(Evidence(part="place", span=span(draft.place.start, draft.place.end), rule=draft.place.rule))
    if draft.judged.token >= 0:
        token = draft.scene.tokens[draft.judged.token]
        found.append(Evidence(part="factuality", span=span(token.start, token.end), rule=draft.judged.rule))
    return found


def _claims_by_sentence(reading: Reading) -> dict[int, tuple[Claim, ...]]:
    """The claims that have their cue or a part of their content in each sentence."""
    found: dict[int, tuple[Claim, ...]] = {}
    for claim in reading.claims:
        start = min(claim.cue.start, claim.content.start if claim.content else claim.cue.start)
        end = max(claim.cue.end, claim.content.end if claim.content else claim.cue.end)
        sentence = reading.sentence_at(start)
        while sentence is not None and sentence.start < end:
            found[sentence.index] = (*found.get(sentence.index, ()), claim)
            sentence = _next(reading, sentence)
    return found


def _next(reading: Reading, sentence: SentenceReading) -> SentenceReading | None:
    return reading.sentences[sentence.index + 1] if sentence.index + 1 < len(reading.sentences) else None


def _tell_claims(reading: Reading) -> None:
    inside: dict[str, list[str]] = {}
    for event in reading.events:
        if event.claim is not None:
            inside.setdefault(event.claim, []).append(event.id)
    reading.claims = [
        msgspec.structs.replace(claim, events=tuple(inside[claim.id])) if claim.id in inside else claim
        for claim in reading.claims
    ]
