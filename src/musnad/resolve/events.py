"""Reports of one block (type and parties) to events: the same act on the same days is one event.

The outcome depends on the set of reports alone, not on their order, so that adding articles one by one ends where a
rebuild ends. Dated reports make the events; coarse dates («سبتمبر الماضي») and undated repeats («الزيارة») then join
the event that fits, and what fits none stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from musnad.model.story import Reason
from musnad.resolve.event_groups import (
    LOCAL,
    SAME_WORDS,
    Group,
    negated,
    order,
    other_persons,
    same_article,
    topics_differ,
    two_sided,
)
from musnad.resolve.nodes import EventNode
from musnad.resolve.reports import VERBAL
from musnad.resolve.undated import named_in_story, undated_groups
from musnad.resolve.union import DisjointSets
from musnad.resolve.words import overlap

# Days between two reports of one act. A state visit is told with its first, second and last day; a strike is not.
DAYS_APART = {"CONSULT": 2, "AGREE": 2, "COOPERATE": 2}
LONGEST = 7  # days an event of more than a day may last before daily contacts of two states run together
BEFORE, AFTER, EXPECTED = 10, 1, 30  # days around publication that an undated report may speak of
NEAR = 250  # characters that a repeat of a long past event looks back
UNKNOWN_WORDS = 0.5  # overlap asked where an article without any date is to join the report of another
COARSE = 31  # days; a date within a longer stretch than a month needs like words besides to join an event
_EXPECTED = frozenset({"PR+", "PS+", "U"})


def cluster_block(nodes: Iterable[EventNode], story_of: Mapping[str, str] | None = None) -> list[Group]:
    """The events of one block, each with its reports in order of publication.

    `story_of` gives the story of each document: what undated articles of one story tell is one event.
    """
    ordered = sorted(nodes, key=order)
    groups: list[Group] = []
    for remote in (False, True):
        part = [node for node in ordered if node.remote is remote]
        groups += _cluster(part, story_of or {})
    for group in groups:
        group.nodes.sort(key=order)
    return sorted(groups, key=lambda group: order(group.nodes[0]))


def _cluster(nodes: list[EventNode], story_of: Mapping[str, str]) -> list[Group]:
    groups = _dated([node for node in nodes if node.exact])
    coarse = [node for node in nodes if node.low is not None and not node.exact]
    for node in sorted(coarse, key=lambda each: ((each.high or 0) - (each.low or 0), order(each))):
        _place_coarse(node, groups)
    dated = list(groups)
    left = [node for node in nodes if node.low is None and not _place_undated(node, dated, story_of)]
    return groups + undated_groups(left, story_of)


def _dated(nodes: list[EventNode]) -> list[Group]:
    if not nodes:
        return []
    kind = nodes[0].report.type
    groups = []
    for run in _runs(sorted(nodes, key=lambda node: (node.low or 0, order(node))), DAYS_APART.get(kind, 0)):
        for part in _parts(kind, run):
            reasons = [Reason(rule="event.same-days", text="same type and parties on the same days")]
            groups.append(Group(part, _low(part), _high(part), reasons if len(part) > 1 else []))
    return groups


def _low(nodes: Sequence[EventNode]) -> int | None:
    return min((node.low for node in nodes if node.low is not None), default=None)


def _high(nodes: Sequence[EventNode]) -> int | None:
    return max((node.high for node in nodes if node.high is not None), default=None)


def _runs(nodes: list[EventNode], apart: int) -> list[list[EventNode]]:
    """Nodes in order of days, cut where the next is further apart or the run would last too long."""
    runs: list[list[EventNode]] = []
    first = last = -(10**9)
    for node in nodes:
        low, high = node.low or 0, node.high or 0
        if not runs or low - last > apart or high - first >= LONGEST:
            runs.append([])
            first, last = low, high
        runs[-1].append(node)
        last = max(last, high)
    return runs


def _parts(kind: str, run: list[EventNode]) -> list[list[EventNode]]:
    if kind in VERBAL:
        return _by_words(run)
    if kind in LOCAL:
        return _by_place(run) if two_sided(run[0]) else _by_place_or_words(run)
    return _by_persons(run)


def _by_persons(run: list[EventNode]) -> list[list[EventNode]]:
    """Parts that share persons; a report that names none goes with its own article's, else with the largest part."""
    naming = [node for node in run if node.persons]
    known = {node.id: node for node in naming}
    sets = DisjointSets(known)
    for i, one in enumerate(naming):
        for other in naming[i + 1 :]:
            if not other_persons(one, other):
                sets.union(one.id, other.id)
    parts = sorted(([known[ref] for ref in group] for group in sets.groups()), key=lambda p: (-len(p), order(p[0])))
    if len(parts) <= 1:
        return [run]
    homes = [{node.document for node in part} for part in parts]
    for node in run:
        if node.id not in known:
            at = next((at for at, home in enumerate(homes) if node.document in home), 0)
            parts[at].append(node)
    return parts


def _by_words(run: list[EventNode]) -> list[list[EventNode]]:
    known = {node.id: node for node in run}
    sets = DisjointSets(known)
    for i, one in enumerate(run):
        for other in run[i + 1 :]:
            sure = two_sided(one) or one.document == other.document
            if overlap(one.bag, other.bag) >= (SAME_WORDS if sure else UNKNOWN_WORDS) and not other_persons(one, other):
                sets.union(one.id, other.id)
    return [[known[ref] for ref in group] for group in sets.groups()]


def _by_place_or_words(run: list[EventNode]) -> list[list[EventNode]]:
    """Parts of what one known party did or suffered on a day: at one place, or in like words at no two places."""
    known = {node.id: node for node in run}
    sets = DisjointSets(known)
    for i, one in enumerate(run):
        for other in run[i + 1 :]:
            here, there = one.report.location, other.report.location
            if here == there if here and there else overlap(one.bag, other.bag) >= SAME_WORDS:
                sets.union(one.id, other.id)
    return [[known[ref] for ref in group] for group in sets.groups()]


def _by_place(run: list[EventNode]) -> list[list[EventNode]]:
    """One part a place; a report without a place goes with its own article's, else with the place told most."""
    placed: dict[str, list[EventNode]] = {}
    for node in run:
        if node.report.location:
            placed.setdefault(node.report.location, []).append(node)
    if len(placed) <= 1:
        return [run]
    ranked = sorted(placed, key=lambda name: (-len(placed[name]), name))
    homes = {name: {node.document for node in nodes} for name, nodes in placed.items()}
    for node in run:
        if not node.report.location:
            home = next((name for name in ranked if node.document in homes[name]), ranked[0])
            placed[home].append(node)
    return [placed[name] for name in ranked]


def _place_coarse(node: EventNode, groups: list[Group]) -> None:
    low, high = node.low or 0, node.high or 0
    same = next((group for group in groups if (group.low, group.high) == (low, high) and alike(node, group)), None)
    within = [group for group in groups if group.low is not None and low <= group.low and (group.high or 0) <= high]
    within = [group for group in within if group.exact] or within
    best = _best(node, [group for group in within if alike(node, group)])
    if best is not None and (len(within) == 1 or node.document in best.documents or best.likeness(node) >= SAME_WORDS):
        best.join(node, "event.date-within", f"{node.report.time} holds the day of the event")
    elif same is not None:
        same.join(node, "event.same-period", f"same type and parties in {node.report.time}")
    else:
        groups.append(Group([node], low, high))


def alike(node: EventNode, group: Group) -> bool:
    """Whether nothing but the days speaks against a report telling the event of a group."""
    kind = node.report.type
    if negated(node) and group.likeness(node) < UNKNOWN_WORDS and not all(map(negated, group.nodes)):
        return False
    if node.state and not group.state and not same_article(node, group):
        return False
    if node.low is not None and (node.high or 0) - node.low > COARSE and group.likeness(node) < SAME_WORDS:
        return two_sided(node) and any(_named_alike(node, each) for each in group.nodes)
    if kind in VERBAL:
        return group.likeness(node) >= SAME_WORDS
    if kind in LOCAL and node.report.location:
        return all(each.report.location in (None, node.report.location) for each in group.nodes)
    if node.persons and all(other_persons(node, each) for each in group.nodes if each.persons):
        return not any(each.persons for each in group.nodes)
    return not topics_differ(node, group)


def _named_alike(one: EventNode, other: EventNode) -> bool:
    return not set(one.trigger).isdisjoint(other.trigger)


def _best(node: EventNode, groups: list[Group]) -> Group | None:
    return min(
        groups,
        key=lambda group: (
            node.document not in group.documents,
            _distance(node, group),
            -group.likeness(node),
            -len(group.nodes),
            order(group.nodes[0]),
        ),
        default=None,
    )


def _distance(node: EventNode, group: Group) -> int:
    """Characters to the nearest report of the same document, in steps of a paragraph; 0 if there is none."""
    start = node.report.place.span.start
    own = [abs(each.report.place.span.start - start) for each in group.nodes if each.document == node.document]
    return min(own, default=0) // 400


def _place_undated(node: EventNode, groups: list[Group], story_of: Mapping[str, str]) -> bool:
    fitting = [group for group in groups if in_window(node, group) and alike(node, group)]
    own = [group for group in fitting if same_article(node, group)]
    if not own and not fitting and node.report.factuality not in _EXPECTED:
        own = [group for group in groups if _just_told(node, group) and alike(node, group)]
    if not own and not fitting:
        told = [group for group in groups if named_in_story(node, group, story_of) and alike(node, group)]
        own = told if len(told) == 1 else []
    best = _best(node, own or fitting)
    if best is None or (not own and not _sure(node, best, fitting)):
        return False
    best.join(node, "event.undated-repeat", "an undated report of the same type and parties, published about that time")
    return True


def _just_told(node: EventNode, group: Group) -> bool:
    """Whether the article told the event shortly before, so that a repeat can mean it though it is long past."""
    own, start = (node.document, node.report.place.article), node.report.place.span.start
    return any(
        (each.document, each.report.place.article) == own and 0 < start - each.report.place.span.start <= NEAR
        for each in group.nodes
    )


def in_window(node: EventNode, group: Group) -> bool:
    """Whether a report without a date was published so near to a dated event that it may speak of it."""
    if node.day is None or group.low is None or group.high is None:
        return False
    if group.high - group.low > 31:
        return False
    after = EXPECTED if node.report.factuality in _EXPECTED else AFTER
    return group.low <= node.day + after and node.day - BEFORE <= group.high


def _sure(node: EventNode, best: Group, fitting: list[Group]) -> bool:
    if node.report.type in DAYS_APART and len(fitting) == 1:
        return True
    return best.likeness(node) >= SAME_WORDS
