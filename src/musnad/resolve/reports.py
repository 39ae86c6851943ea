"""The event reports of one document, each with the block of reports that it may be joined with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from musnad.model import Claim, Event
from musnad.model.claim import Stance
from musnad.model.story import EventReport
from musnad.resolve.components import WITHIN
from musnad.resolve.cues import has, is_denial, is_refusal
from musnad.resolve.dates import LOOSE, published_day, stretch
from musnad.resolve.nodes import EventNode
from musnad.resolve.parties import distinct
from musnad.resolve.refs import EVENT, span_ref
from musnad.resolve.setting import Setting
from musnad.resolve.words import topic

# either side may stand as source: who visits whom is told as «استقبل» as well as «زار»
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# these do not bring the parties to one place, so a call is not joined with a visit of the same day
REMOTE_MODES = frozenset({"phone", "call", "third-party", "mediate", "letter", "message"})
# what is said again the next day is another act unless the words are the same
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
KEY_WORDS = 8  # long words around a trigger that serve as keys where the parties do not tell enough
NEAR = 400  # characters that a repeat without any actor looks back for its event: a paragraph
WINDOW = 90  # characters on either side of a trigger whose words tell what it is about


def event_nodes(setting: Setting) -> tuple[EventNode, ...]:
    """One node for each event of the annotation, in order of text."""
    events = sorted(setting.annotation.events, key=lambda event: (event.trigger.start, event.trigger.end, event.id))
    nodes = [_node(setting, event, ref) for event, ref in zip(events, _refs(setting, events), strict=True)]
    return tuple(_keyed(node) for node in _completed(nodes))


def _keyed(node: EventNode) -> EventNode:
    """The node with what it must share with another that may tell the same event.

    Two parties tell enough; of one party's acts only those are compared that share a long word or the place.
    """
    known = block_parties(node.block)
    if not known:
        return node
    own = f"{WITHIN}{node.document}:{node.report.place.article}:{node.block}"
    if node.state:
        keys = [f"{node.block}|state"]
    elif len(known) > 1 and node.report.type not in VERBAL:
        keys = [node.block]
    else:
        long = sorted(node.words, key=lambda each: (-len(each), each))[:KEY_WORDS]
        keys = [f"{node.block}|{word}" for word in long]
        keys += [f"{node.block}|@{node.report.location}"] * bool(node.report.location)
    return msgspec.structs.replace(node, keys=(*keys, own), anchor=_anchor(node))


def _anchor(node: EventNode) -> int | None:
    """The day of the event as far as it is known to a month, else that of publication."""
    if node.low is None or node.high is None:
        return node.day
    return node.low if node.high - node.low <= LOOSE else None


def _refs(setting: Setting, events: list[Event]) -> Iterator[str]:
    seen: Counter[tuple[int, int]] = Counter()
    for event in events:
        key = (event.trigger.start, event.trigger.end)
        own = span_ref(EVENT, setting.document.id, event.trigger)
        yield own if not seen[key] else f"{own}{seen[key]}"
        seen[key] += 1


def _node(setting: Setting, event: Event, ref: str) -> EventNode:
    event = _without_speaker(setting, event)
    report = _report(setting, event, ref)
    days = stretch(event.time)
    start, end = event.trigger.start, event.trigger.end
    trigger = setting.stems.between(start, end)
    return EventNode(
        report=report,
        block=block(event.type, *_sides(setting, event)) or f"{event.type}|?|{ref}",
        document=setting.document.id,
        day=published_day(report.place.published),
        low=days.low if days else None,
        high=days.high if days else None,
        exact=bool(days and days.exact),
        remote=event.mode in REMOTE_MODES,
        topic=topic(setting.stems.between(start, start + WINDOW // 2)),
        words=setting.words(start - WINDOW, end + WINDOW),
        trigger=trigger,
        # to sign a partnership is an act
        state=days is None and event.type != "AGREE" and has("state", trigger),
        foreground=event.foreground,
        parties={setting.merged(each): setting.party_of(each) for each in (*event.sources, *event.targets)},
    )


def _without_speaker(setting: Setting, event: Event) -> Event:
    """The event without a third party that only speaks of it: the source or relay of the claim that it stands in."""
    claim = setting.claims.get(event.claim or "")
    if claim is None or claim.content is None:
        return event
    own = {claim.entity, *(relay.entity for relay in claim.via)}
    own -= {mention.entity for mention in setting.mentions(claim.content.start, claim.content.end)}
    left = {setting.party_of(each) for each in (*event.sources, *event.targets) if each not in own}
    if len(left) < 2:
        return event
    sources = tuple(each for each in event.sources if each not in own)
    return msgspec.structs.replace(event, sources=sources, targets=tuple(e for e in event.targets if e not in own))


def _report(setting: Setting, event: Event, ref: str) -> EventReport:
    claim = setting.claims.get(event.claim or "")
    return EventReport(
        id=ref,
        record=event.id,
        place=setting.place(event.trigger),
        type=event.type,
        mode=event.mode,
        sources=distinct(setting.merged(each) for each in event.sources),
        targets=distinct(setting.merged(each) for each in event.targets),
        time=event.time,
        location=setting.merged(event.place) if event.place else None,
        factuality=event.factuality,
        foreground=event.foreground,
        confidence=event.confidence,
        rule=event.rule,
        claim=span_ref("s", setting.document.id, claim.cue) if claim else None,
        stance=_stance(claim) if claim else None,
        voice=setting.voice(claim) if claim else None,
        origin=setting.origin(claim),
    )


def _stance(claim: Claim) -> Stance | None:
    """The stance of the statement that a report stands in; who refuses a thing, or says no, calls nothing untrue."""
    if claim.stance != "deny" or is_denial(claim):
        return claim.stance
    return None if is_refusal(claim) else "assert"


def _sides(setting: Setting, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sources = distinct(setting.party_of(each) for each in event.sources)
    return sources, tuple(each for each in distinct(map(setting.party_of, event.targets)) if each not in sources)


def block(kind: str, sources: tuple[str, ...], targets: tuple[str, ...]) -> str:
    """The block of a type and its parties: unordered where the type is symmetric; empty if no party is known."""
    if not sources and not targets:
        return ""
    if kind in SYMMETRIC:
        return f"{kind}|{'+'.join(sorted({*sources, *targets}))}"
    return f"{kind}|{sources[0] if sources else ''}|{targets[0] if targets else ''}"


def block_parties(name: str) -> frozenset[str]:
    """The parties in the name of a block; empty for a report of unknown parties."""
    kind, _, rest = name.partition("|")
    if rest.startswith("?|"):
        return frozenset()
    return frozenset(each for each in rest.split("+" if kind in SYMMETRIC else "|") if each)


def _completed(nodes: list[EventNode]) -> Iterator[EventNode]:
    """Nominal repeats that name fewer parties join the one block of their article that has them all («الزيارة»)."""
    full = [node for node in nodes if len(block_parties(node.block)) >= 2]
    for node in nodes:
        known = block_parties(node.block)
        if len(known) >= 2 or not full:
            yield node
            continue
        yield _joined(node, known, [each for each in full if _fits(node, known, each)])


def _fits(node: EventNode, known: frozenset[str], other: EventNode) -> bool:
    if other.report.type != node.report.type or not known <= block_parties(other.block):
        return False
    if node.report.type not in SYMMETRIC and not _same_side(node.block, other.block):
        return False
    if not same_trigger(node, other) or (not known and not _just_before(other, node)):
        return False
    if node.low is None or node.high is None or other.low is None or other.high is None:
        return True
    return node.low <= other.high and other.low <= node.high


def _just_before(one: EventNode, other: EventNode) -> bool:
    return 0 < other.report.place.span.start - one.report.place.span.start <= NEAR


def _same_side(one: str, other: str) -> bool:
    first, second = one.split("|"), other.split("|")
    return "?" in first or all(not mine or mine == theirs for mine, theirs in zip(first[1:], second[1:], strict=False))


def same_trigger(node: EventNode, other: EventNode) -> bool:
    """Whether the triggers share a content word (their stems)."""
    return not set(node.trigger).isdisjoint(other.trigger)


def _joined(node: EventNode, known: frozenset[str], fitting: list[EventNode]) -> EventNode:
    blocks = {each.block for each in fitting}
    if len(blocks) != 1:
        return node
    missing = block_parties(fitting[0].block) - known
    return msgspec.structs.replace(node, block=fitting[0].block, inherited="+".join(sorted(missing)))
