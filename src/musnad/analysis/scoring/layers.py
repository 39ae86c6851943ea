"""The layers of names, times and quantities."""

from __future__ import annotations

from musnad.analysis.scoring.errors import list_unmatched
from musnad.analysis.scoring.names import Names, is_state
from musnad.analysis.scoring.sides import Counted, Named, Side
from musnad.analysis.scoring.spans import contains, iou, match, overlap
from musnad.analysis.scoring.tally import Tally

_HALF = 0.5  # spans that share less than half of what they cover together are two names
_NEAR = 0.01  # quantities within one per cent are equal


def score_zones(gold: Side, system: Side, tally: Tally) -> None:
    """Characters of furniture."""
    tally.add("zones", len(gold.furniture & system.furniture), len(system.furniture), len(gold.furniture))


def score_mentions(gold: Side, system: Side, names: Names, tally: Tally) -> None:
    """Mentions by half an overlap; exact spans, kinds, states' codes and clusters among them."""
    left, right = list(gold.mentions), [m for m in system.mentions if m.start not in gold.furniture]
    left, right = _without_nested(left, right)
    pairs = match(left, right, lambda a, b: iou(a, b) if iou(a, b) >= _HALF else 0)
    same = [(left[i], right[j]) for i, j in pairs]
    sizes = len(right), len(left)
    tally.add("mentions", len(pairs), *sizes)
    tally.add("mentions_exact", sum((g.start, g.end) == (s.start, s.end) for g, s in same), *sizes)
    tally.add("mentions_typed", sum(g.kind == s.kind for g, s in same), *sizes)
    for g, s in same:
        head = g.entity.split("/")[0]
        if is_state(head):
            tally.add("state_code", names.system(system, s.entity) == head, 1, 1)
        tally.entities.append((g.entity, s.entity))
    list_unmatched(tally, "mentions", left, right, pairs, lambda m: f"{m.text} ({m.kind})")


def _without_nested(gold: list[Named], system: list[Named]) -> tuple[list[Named], list[Named]]:
    """Leaves out mentions inside a matched one: neither side is asked for the adjective within a body's name."""
    pairs = match(gold, system, lambda a, b: iou(a, b) if iou(a, b) >= _HALF else 0)
    used_gold, used_system = {i for i, _ in pairs}, {j for _, j in pairs}
    outer = [gold[i] for i in used_gold]
    keep_gold = [g for i, g in enumerate(gold) if i in used_gold or not (g.adjectival and _inside(g, outer))]
    keep_system = [s for j, s in enumerate(system) if j in used_system or not _inside(s, outer)]
    return keep_gold, keep_system


def _inside(mention: Named, outer: list[Named]) -> bool:
    return any(contains(other, mention) for other in outer)


def score_times(gold: Side, system: Side, tally: Tally) -> None:
    """Time expressions by overlap, and their values."""
    left, right = gold.times, [t for t in system.times if t.start not in gold.furniture]
    pairs = match(left, right, overlap)
    wrong = [(left[i], right[j]) for i, j in pairs if not same_time(left[i].value, right[j].value)]
    tally.add("times", len(pairs), len(right), len(left))
    tally.add("times_value", len(pairs) - len(wrong), len(right), len(left))
    tally.errors["times"] += [f"{g.text}: gold {g.value} system {s.value}" for g, s in wrong]
    list_unmatched(tally, "times", left, right, pairs, lambda t: str(t.text))


def same_time(gold: str, system: str) -> bool:
    """Whether two values are equal; an interval may be given by its start or by another end."""
    if gold == system:
        return True
    return bool(gold and system) and "/" in gold + system and gold.split("/")[0] == system.split("/")[0]


def score_quantities(gold: Side, system: Side, tally: Tally) -> None:
    """Quantities by overlap and value, and their units."""
    left, right = gold.quantities, [q for q in system.quantities if q.start not in gold.furniture]
    pairs = match(left, right, _same_quantity)
    tally.add("quantities", len(pairs), len(right), len(left))
    units = sum(left[i].unit.lower() == right[j].unit.lower() for i, j in pairs)
    tally.add("quantities_unit", units, len(right), len(left))
    list_unmatched(tally, "quantities", left, right, pairs, lambda q: f"{q.text} = {q.value} {q.unit}")


def _same_quantity(gold: Counted, system: Counted) -> float:
    return overlap(gold, system) if abs(gold.value - system.value) <= _NEAR * abs(gold.value) else 0
