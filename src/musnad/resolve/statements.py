"""The statements of one document, with what they are compared by across documents."""

from __future__ import annotations

from collections import Counter

from musnad.model import Claim, Span
from musnad.model.claim import Stance
from musnad.model.story import Position, Statement
from musnad.resolve.cues import calls_untrue, dismisses, has, is_bare, is_denial, is_refusal, names_denial
from musnad.resolve.dates import published_day
from musnad.resolve.nodes import EventNode, StatementNode
from musnad.resolve.parties import distinct
from musnad.resolve.refs import STATEMENT, span_ref
from musnad.resolve.reports import block_parties
from musnad.resolve.setting import Setting
from musnad.resolve.words import bare_stems, topic, transfers

_POSITIONS: dict[Stance, Position] = {
    "deny": "denies",
    "predict": "expects",
    "warn": "expects",
    "concern": "expects",
    "promise": "expects",
    "demand": "asks",
    "question": "hedges",
}
KEY_WORDS = 5  # long words of a statement that serve as keys; any two statements that share half their words share one
BACK = 2  # sentences that a bare denial looks back; one where only its content calls something untrue
LIKE = 2  # words that a denial shares with what it points back to, if not the topic


def statement_nodes(setting: Setting, events: tuple[EventNode, ...]) -> tuple[StatementNode, ...]:
    """One node for each claim, in order of text."""
    claims = sorted(setting.annotation.claims, key=lambda claim: (claim.cue.start, claim.cue.end, claim.id))
    seen: Counter[str] = Counter()
    nodes: list[StatementNode] = []
    for claim in claims:
        ref = span_ref(STATEMENT, setting.document.id, claim.cue)
        own = ref if not seen[ref] else f"{ref}{seen[ref]}"
        seen[ref] += 1
        inside = [event for event in events if _inside(event, claim)]
        nodes.append(_node(setting, claim, own, inside, nodes))
    return tuple(nodes)


def _inside(event: EventNode, claim: Claim) -> bool:
    if claim.content is None:
        return event.report.record in claim.events
    span = event.report.place.span
    return claim.content.start <= span.start and span.end <= claim.content.end


def position(claim: Claim, events: list[EventNode], words: tuple[str, ...] = ()) -> Position:
    """How a statement stands to its matter; what is only possible is hedged, to refuse is to want.

    Who says no in other words than a denial's («إنه لا يملك») states something; it denies what others state
    (`matters`).
    """
    stance = claim.stance
    if is_refusal(claim):
        return "asks"
    if stance == "deny" and not is_denial(claim):
        return "asserts"
    if stance in ("assert", "accuse") and (dismisses(words) or calls_untrue(claim)):
        return "denies"
    if stance in ("assert", "accuse") and events and all(e.report.factuality in ("PS+", "PS-") for e in events):
        return "hedges"
    return _POSITIONS.get(stance, "asserts")


def _node(
    setting: Setting, claim: Claim, ref: str, inside: list[EventNode], before: list[StatementNode]
) -> StatementNode:
    content = claim.content or claim.cue
    place = setting.place(content)
    words = setting.words(content.start, content.end)
    about = topic(words)
    stand = position(claim, inside, words)
    parties = _parties(setting, claim, inside, stand, place.sentence.start, place.sentence.end)
    blocks = distinct(event.block for event in inside if block_parties(event.block) and not event.state)
    statement = Statement(
        id=ref,
        record=claim.id,
        place=place,
        voice=setting.voice(claim),
        speaker=claim.source,
        stance=claim.stance,
        position=stand,
        cue=claim.cue,
        content=claim.content,
        events=tuple(event.id for event in inside),
        entities=distinct(setting.merged(mention.entity) for mention in setting.mentions(content.start, content.end)),
        origin=setting.origin(claim),
        confidence=claim.confidence,
        rule=claim.rule,
    )
    bare = stand == "denies" and is_bare(words)
    refers = _refers(setting, statement, (about, words), bare, before) if stand == "denies" else ""
    return StatementNode(
        statement=statement,
        document=setting.document.id,
        keys=(*_keys(about, parties, blocks, words), f"r:{ref}", *([f"r:{refers}"] if refers else [])),
        blocks=blocks,
        day=published_day(place.published),
        topic=about,
        parties=parties,
        words=words,
        negated=stand == "asserts" and _says_no(claim, content, inside),
        bare=bare,
        refers=refers,
    )


def _parties(
    setting: Setting, claim: Claim, inside: list[EventNode], stand: Position, start: int, end: int
) -> tuple[str, ...]:
    """The parties that a statement is about: its content's; a denial naming less than two takes its context's."""
    content = claim.content or claim.cue
    named = [setting.party_of(mention.entity) for mention in setting.mentions(content.start, content.end)]
    named += [party for event in inside for party in sorted(block_parties(event.block))]
    found = set(named)
    if len(found) < 2 and stand == "denies":
        voice = setting.voice(claim)
        found |= {setting.party_of(each) for each in (voice.entity, *voice.joint) if each}
    if len(found) < 2 and stand == "denies":
        found |= {setting.party_of(mention.entity) for mention in setting.mentions(start, end)}
    return tuple(sorted(found))


def _keys(about: str, parties: tuple[str, ...], blocks: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    keys = [f"b:{block}" for block in blocks if len(block_parties(block)) > 1]
    if about in transfers():
        keys += [f"t:{about}:{one}+{other}" for i, one in enumerate(parties[:6]) for other in parties[i + 1 : 6]]
    long = sorted(words, key=lambda each: (-len(each), each))[:KEY_WORDS]
    return distinct([*keys, *(f"w:{party}:{each}" for party in parties[:3] for each in long)])


def _says_no(claim: Claim, content: Span, inside: list[EventNode]) -> bool:
    """Whether a statement says that something is not so: by its stance, or told with a «لم» of all that it tells."""
    if claim.stance == "deny":
        return True
    told = bool(inside) and all(event.report.factuality == "CT-" for event in inside)
    return told and has("negation", bare_stems(content.text))


def _refers(
    setting: Setting, said: Statement, about: tuple[str, tuple[str, ...]], bare: bool, before: list[StatementNode]
) -> str:
    """The statement that a denial points back to: «نفى ذلك» whatever it is, «نقل الأسلحة هذه» one that is like it.

    Nobody denies what is only asked for, nor what he has just said himself; to call something untrue without a word of
    denial answers what accuses or denies.
    """
    content = said.content or said.cue
    if not (bare or has("demonstrative", bare_stems(content.text))):
        return ""
    cued = said.stance == "deny" and names_denial(said.cue.text, said.rule)
    here, article = setting.sentence_index(content.start), setting.article_of(content.start)
    for other in reversed(before):
        there = other.statement.cue.start
        if here - setting.sentence_index(there) > (BACK if cued else 1) or setting.article_of(there) != article:
            return ""
        if other.statement.position == "asks" or _goes_on(said, other.statement):
            continue
        answers = cued or other.statement.position == "denies" or other.statement.stance == "accuse"
        return other.id if answers and (bare or _is_like(about, other)) else ""
    return ""


def _goes_on(said: Statement, other: Statement) -> bool:
    own = said.voice.entity or said.voice.name
    return other.position != "denies" and bool(own) and own == (other.voice.entity or other.voice.name)


def _is_like(about: tuple[str, tuple[str, ...]], other: StatementNode) -> bool:
    topic_of, words = about
    return (bool(topic_of) and topic_of == other.topic) or len(frozenset(words) & frozenset(other.words)) >= LIKE
