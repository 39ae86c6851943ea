"""Who stands with whom: dyads over time with cooperative and conflictual weight, signed ties, balance of triads.

Each event weighs as its PLOVER type on the scale of the ontology (after Goldstein 1992, as POLECAT maps it); an event
counts once, however often it is told, and acts that are denied, expected or unconfirmed do not count. Actors stand for
their states. Balance is structural (Cartwright & Harary 1956): a triad is balanced if the product of its signs is
positive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from musnad.analysis.actor_codes import state_of
from musnad.model.story import StoryEntity, StoryEvent
from musnad.ontology import plover
from musnad.store.base import View

# A tie is friendly or hostile only beyond this share of its whole weight; nearer to zero it is mixed. A tie of one
# small gesture against another must not get a sign.
LEAST_SIGN = 0.2


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """One directed pair in one period («2024-06»; empty for events without a date); weights on the scale above.

    `cooperation` ≥ 0 and `conflict` ≤ 0 are sums over `events`, which are references of story events.
    """

    source: str
    target: str
    period: str
    cooperation: float
    conflict: float
    events: tuple[str, ...]


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """An undirected pair over a span of time; `sign` is 1 friendly, -1 hostile, 0 mixed."""

    actors: tuple[str, str]
    cooperation: float
    conflict: float
    sign: int
    events: int


class Triad(msgspec.Struct, frozen=True, kw_only=True):
    """Three actors all tied with a sign; balanced if the product of the signs is positive."""

    actors: tuple[str, str, str]
    signs: tuple[int, int, int]
    balanced: bool


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """How the mean weight of a pair's events changed between two spans of time; above zero they moved closer."""

    actors: tuple[str, str]
    before: float
    after: float
    change: float
    events: int


def dyads(view: View, *, since: str | None = None, before: str | None = None) -> list[Dyad]:
    """The directed dyads by month of events from `since` on and before `before` (ISO 8601), in order of period."""
    weights = {name: entry.weight for name, entry in plover().items()}
    names = view.entity_names()
    sums: dict[tuple[str, str, str], list[tuple[float, str]]] = defaultdict(list)
    for event in view.events():
        if event.status not in ("asserted", "contested") or not _within(event.date, since, before):
            continue
        for source, target in _pairs(event, names):
            sums[(event.date or "")[:7], source, target].append((weights[event.type], event.id))
    return [
        Dyad(
            source=source,
            target=target,
            period=period,
            cooperation=round(sum((w for w, _ in found if w > 0), 0.0), 2),
            conflict=round(sum((w for w, _ in found if w < 0), 0.0), 2),
            events=tuple(event for _, event in found),
        )
        for (period, source, target), found in sorted(sums.items())
    ]


def _within(date: str | None, since: str | None, before: str | None) -> bool:
    """Undated events are in only where no bound is asked for; a month counts as its first day."""
    if not date:
        return not since and not before
    return (not since or date >= since) and (not before or date < before)


def _pairs(event: StoryEvent, names: dict[str, StoryEntity]) -> Iterator[tuple[str, str]]:
    targets = sorted({state_of(p.entity, names) for p in event.targets})
    for source in sorted({state_of(p.entity, names) for p in event.sources}):
        yield from ((source, target) for target in targets if target != source)


def ties(found: Iterable[Dyad]) -> list[Tie]:
    """The undirected ties of dyads, strongest first."""
    sums: dict[tuple[str, str], list[Dyad]] = defaultdict(list)
    for dyad in found:
        first, second = sorted((dyad.source, dyad.target))
        sums[first, second].append(dyad)
    result = []
    for actors, pair in sums.items():
        cooperation, conflict = sum((d.cooperation for d in pair), 0.0), sum((d.conflict for d in pair), 0.0)
        result.append(
            Tie(
                actors=actors,
                cooperation=round(cooperation, 2),
                conflict=round(conflict, 2),
                sign=_sign(cooperation, conflict),
                events=len({event for d in pair for event in d.events}),
            )
        )
    return sorted(result, key=lambda tie: (tie.conflict - tie.cooperation, tie.actors))


def _sign(cooperation: float, conflict: float) -> int:
    whole, net = cooperation - conflict, cooperation + conflict
    if not whole or abs(net) < LEAST_SIGN * whole:
        return 0
    return 1 if net > 0 else -1


def triads(found: Iterable[Tie]) -> list[Triad]:
    """Every three actors whose three ties all have a sign; the unbalanced first, since they are under strain."""
    signs = {tie.actors: tie.sign for tie in found if tie.sign}
    actors = sorted({actor for pair in signs for actor in pair})
    result = []
    for a, b, c in combinations(actors, 3):
        edges = signs.get((a, b)), signs.get((b, c)), signs.get((a, c))
        if edges[0] and edges[1] and edges[2]:
            first, second, third = edges[0], edges[1], edges[2]
            balanced = first * second * third > 0
            result.append(Triad(actors=(a, b, c), signs=(first, second, third), balanced=balanced))
    return sorted(result, key=lambda triad: (triad.balanced, triad.actors))


def shifts(view: View, date: str, *, since: str | None = None, before: str | None = None) -> list[Shift]:
    """Who moved closer or apart at `date` (ISO 8601): mean weight of a pair's events before it and from it on.

    Only events from `since` on and before `before` count, so that two stretches of like length can be compared. Only
    pairs with events on both sides; the largest change first.
    """
    earlier, later = _means(dyads(view, since=since, before=date)), _means(dyads(view, since=date, before=before))
    result = [
        Shift(
            actors=pair,
            before=round(earlier[pair][0], 2),
            after=round(later[pair][0], 2),
            change=round(later[pair][0] - earlier[pair][0], 2),
            events=earlier[pair][1] + later[pair][1],
        )
        for pair in earlier.keys() & later.keys()
    ]
    return sorted(result, key=lambda shift: (-abs(shift.change), shift.actors))


def _means(found: Iterable[Dyad]) -> dict[tuple[str, str], tuple[float, int]]:
    return {
        tie.actors: ((tie.cooperation + tie.conflict) / tie.events, tie.events) for tie in ties(found) if tie.events
    }
