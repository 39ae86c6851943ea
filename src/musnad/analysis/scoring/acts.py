"""The layers of events, claims and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from musnad.analysis.scoring.errors import list_unmatched
from musnad.analysis.scoring.layers import same_time
from musnad.analysis.scoring.names import Names
from musnad.analysis.scoring.sides import NOWHERE, Act, Linked, Said, Side
from musnad.analysis.scoring.spans import iou, match, overlap
from musnad.analysis.scoring.tally import Tally

_HALF = 0.5
Sides = Callable[[Iterable[str]], set[str]]


def score_events(gold: Side, system: Side, names: Names, tally: Tally) -> None:
    """Triggers; events of the right type with roles, factuality and time; triples of type, source and target."""
    left, right = gold.events, [e for e in system.events if e.start not in gold.furniture]
    of_gold: Sides = names.golds
    of_system: Sides = lambda ids: names.systems(system, ids)  # noqa: E731 — one expression, bound to the side
    tally.add("event_trigger", len(match(left, right, overlap)), len(right), len(left))
    pairs = match(left, right, lambda a, b: overlap(a, b) if a.type == b.type else 0)
    tally.add("event", len(pairs), len(right), len(left))
    for i, j in pairs:
        _score_roles(left[i], right[j], of_gold, of_system, tally)
    _score_dyads(_triples(left, of_gold), _triples(right, of_system), tally)
    list_unmatched(
        tally,
        "events",
        left,
        right,
        pairs,
        lambda e: f"{e.type} {e.text} {list(e.sources)} {list(e.targets)}",
        lambda e: f"{e.type} {e.text} {sorted(of_system(e.sources))} {sorted(of_system(e.targets))}",
    )


def _score_roles(gold: Act, system: Act, of_gold: Sides, of_system: Sides, tally: Tally) -> None:
    for role, a, b in (
        ("event_sources", of_gold(gold.sources), of_system(system.sources)),
        ("event_targets", of_gold(gold.targets), of_system(system.targets)),
    ):
        tally.add(role, len(a & b), len(b), len(a))
    tally.add("event_factuality", gold.factuality == system.factuality, 1, 1)
    if gold.time:
        tally.add("event_time", same_time(gold.time, system.time), bool(system.time), 1)


def _triples(events: Iterable[Act], states: Sides) -> Counter[tuple[str, str, str]]:
    return Counter(
        (event.type, source, target)
        for event in events
        for source in sorted(states(event.sources)) or [""]
        for target in sorted(states(event.targets)) or [""]
    )


def _score_dyads(gold: Counter[tuple[str, str, str]], system: Counter[tuple[str, str, str]], tally: Tally) -> None:
    tally.add("dyad", (gold & system).total(), system.total(), gold.total())
    tally.add("dyad_distinct", len(set(gold) & set(system)), len(system), len(gold))


def score_claims(gold: Side, system: Side, names: Names, tally: Tally) -> None:
    """Claims by cue or content and source; stance, denials, content and speaker among them."""
    left, right = gold.claims, [c for c in system.claims if (c.cue or NOWHERE).start not in gold.furniture]
    pairs = match(left, right, _same_claim)
    tally.add("claims", len(pairs), len(right), len(left))
    for i, j in pairs:
        g, s = left[i], right[j]
        denied = g.stance == "deny", s.stance == "deny"
        tally.add("claim_stance", g.stance == s.stance, 1, 1)
        tally.add("claim_denial", all(denied), denied[1], denied[0])
        tally.add("claim_content_iou", iou(g.content, s.content) if g.content and s.content else 0, 1, 1)
        if g.entity:
            tally.add("claim_source_state", names.gold(g.entity) == names.system(system, s.entity), 1, 1)
    list_unmatched(tally, "claims", left, right, pairs, _show_claim)


def _same_claim(gold: Said, system: Said) -> float:
    cue = overlap(gold.cue, system.cue) if gold.cue and system.cue else 0
    content = iou(gold.content, system.content) if gold.content and system.content else 0
    if not cue and content < _HALF:
        return 0
    if gold.source and system.source and not overlap(gold.source, system.source):
        return 0
    return 1 + content + (0.5 if cue else 0)


def _show_claim(claim: Said) -> str:
    source, cue, content = (part.text if part else None for part in (claim.source, claim.cue, claim.content))
    return f"{source} | {cue} | {(content or '')[:60]}"


def score_links(gold: Side, system: Side, tally: Tally) -> None:
    """Links whose cues and both ends overlap, and their kinds."""
    left, right = gold.links, [x for x in system.links if x.cue.start not in gold.furniture]
    pairs = match(left, right, _same_link)
    tally.add("links", len(pairs), len(right), len(left))
    tally.add("links_kind", sum(left[i].kind == right[j].kind for i, j in pairs), len(right), len(left))
    list_unmatched(tally, "links", left, right, pairs, lambda x: f"{x.kind} {x.cue.text}")


def _same_link(gold: Linked, system: Linked) -> float:
    ends = ((gold.cue, system.cue), (gold.cause, system.cause), (gold.effect, system.effect))
    if not all(overlap(a, b) for a, b in ends):
        return 0
    return 1 + iou(gold.cause, system.cause) + iou(gold.effect, system.effect)
