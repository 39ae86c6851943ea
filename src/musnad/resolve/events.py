"""Reports of one block (type and parties) to events: the same act on the same days is one event.

The outcome depends on the set of reports alone, not on their order, so that adding articles one by one ends where a
rebuild ends. Dated reports make the events; coarse dates («سبتمبر الماضي») and undated repeats («الزيارة») then join
the event that fits, and what fits none stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musnad.model.story import Reason
from musnad.resolve.nodes import EventNode
from musnad.resolve.union import DisjointSets
from musnad.resolve.words import bag, overlap

# Days between two reports of one act. A state visit is told with its first, second and last day; a strike is not.
DAYS_APART = {"CONSULT": 2, "AGREE": 2, "COOPERATE": 2}
LONGEST = 7  # days an event of more than a day may last before daily contacts of two states run together
# What is said again the next day is another act unless the words are the same
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})  # two places on one day are two acts
SAME_WORDS = 0.3  # overlap of the words around two triggers that speak of one act
BEFORE, AFTER, EXPECTED = 10, 1, 30  # days around publication that an undated report may speak of
NEAR = 250  # characters that a repeat of a long past event looks back
UNKNOWN_WORDS = 0.5  # overlap asked where an article without any date is to join the report of another
UNDATED_GAP = 30  # days between undated reports of what goes on, such as a war or deliveries
_EXPECTED = frozenset({"PR+", "PS+", "U"})


@dataclass(eq=False)
class Group:
    """Reports of one event while it is put together; `low` and `high` are the days it covers."""

    nodes: list[EventNode]
    low: int | None = None
    high: int | None = None
    reasons: list[Reason] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        """Whether one of its reports pins it to a day or a few."""
        return any(node.exact for node in self.nodes)

    @property
    def documents(self) -> set[str]:
        """The documents that report it."""
        return {node.document for node in self.nodes}

    def likeness(self, node: EventNode) -> float:
        """The largest overlap of words with one of its reports."""
        words = bag(node.words)
        return max((overlap(words, bag(each.words)) for each in self.nodes[:20]), default=0.0)

    def join(self, node: EventNode, rule: str, text: str) -> None:
        """Takes a report in and says why."""
        self.nodes.append(node)
        if all(reason.rule != rule for reason in self.reasons):
            self.reasons.append(Reason(rule=rule, text=text))


def order(node: EventNode) -> tuple[int, str, int, str]:
    """Publication, document, place: the order of reports everywhere."""
    return (node.day or 10**7, node.document, node.report.place.span.start, node.id)


def cluster_block(nodes: Iterable[EventNode]) -> list[Group]:
    """The events of one block, each with its reports in order of publication."""
    ordered = sorted(nodes, key=order)
    groups: list[Group] = []
    for remote in (False, True):
        part = [node for node in ordered if node.remote is remote]
        groups += _cluster(part)
    for group in groups:
        group.nodes.sort(key=order)
    return sorted(groups, key=lambda group: order(group.nodes[0]))


def _cluster(nodes: list[EventNode]) -> list[Group]:
    groups = _dated([node for node in nodes if node.exact])
    coarse = [node for node in nodes if node.low is not None and not node.exact]
    for node in sorted(coarse, key=lambda each: ((each.high or 0) - (each.low or 0), order(each))):
        _place_coarse(node, groups)
    dated = list(groups)
    left = [node for node in nodes if node.low is None and not _place_undated(node, dated)]
    return groups + _undated(left)


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
        return _by_place(run)
    return _by_persons(run)


def persons(node: EventNode) -> dict[str, set[str]]:
    """The participants that are no parties themselves, such as ministers of a state, by party."""
    found: dict[str, set[str]] = {}
    for name, party in node.parties.items():
        if name != party and "/" not in name:
            found.setdefault(party, set()).add(name)
    return found


def other_persons(one: EventNode, other: EventNode) -> bool:
    """Whether both name persons of a party and they are others (the ministers' talks are not the presidents')."""
    mine, theirs = persons(one), persons(other)
    return any(not mine[party] & theirs[party] for party in mine if party in theirs)


def _by_persons(run: list[EventNode]) -> list[list[EventNode]]:
    """Parts that share persons; a report that names none goes with its own article's, else with the largest part."""
    naming = [node for node in run if persons(node)]
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
    bags = {node.id: bag(node.words) for node in run}
    for i, one in enumerate(run):
        for other in run[i + 1 :]:
            if overlap(bags[one.id], bags[other.id]) >= SAME_WORDS:
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
    same = next((group for group in groups if (group.low, group.high) == (low, high) and _alike(node, group)), None)
    within = [group for group in groups if group.low is not None and low <= group.low and (group.high or 0) <= high]
    within = [group for group in within if group.exact] or within
    best = _best(node, [group for group in within if _alike(node, group)])
    if best is not None and (len(within) == 1 or node.document in best.documents or best.likeness(node) >= SAME_WORDS):
        best.join(node, "event.date-within", f"{node.report.time} holds the day of the event")
    elif same is not None:
        same.join(node, "event.same-period", f"same type and parties in {node.report.time}")
    else:
        groups.append(Group([node], low, high))


def _alike(node: EventNode, group: Group) -> bool:
    kind = node.report.type
    if kind in VERBAL:
        return group.likeness(node) >= SAME_WORDS
    if kind in LOCAL and node.report.location:
        return all(each.report.location in (None, node.report.location) for each in group.nodes)
    if persons(node) and all(other_persons(node, each) for each in group.nodes if persons(each)):
        return not any(persons(each) for each in group.nodes)
    return not _topics_differ(node, group)


def _topics_differ(node: EventNode, group: Group) -> bool:
    if node.report.type != "AID" or not node.topic:
        return False
    topics = {each.topic for each in group.nodes if each.topic}
    return bool(topics) and node.topic not in topics


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


def _place_undated(node: EventNode, groups: list[Group]) -> bool:
    fitting = [group for group in groups if _in_window(node, group) and _alike(node, group)]
    own = [group for group in fitting if _same_article(node, group)]
    if not own and not fitting and node.report.factuality not in _EXPECTED:
        own = [group for group in groups if _just_told(node, group) and _alike(node, group)]
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


def _same_article(node: EventNode, group: Group) -> bool:
    own = (node.document, node.report.place.article)
    return any((each.document, each.report.place.article) == own for each in group.nodes)


def _in_window(node: EventNode, group: Group) -> bool:
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


def _undated(nodes: list[EventNode]) -> list[Group]:
    groups: list[Group] = []
    for node in nodes:
        home = next((group for group in reversed(groups) if _goes_on(node, group)), None)
        if home is None:
            groups.append(Group([node]))
        else:
            home.join(node, "event.goes-on", "undated reports of the same type and parties within a month")
    return groups


def _goes_on(node: EventNode, group: Group) -> bool:
    last = group.nodes[-1]
    if node.document != last.document and not _near_in_time(node, last) and not _unknown_but_alike(node, group):
        return False
    if persons(node) and any(other_persons(node, each) for each in group.nodes):
        return False
    if node.report.type in VERBAL or node.report.type in LOCAL:
        return _alike(node, group)
    return not _topics_differ(node, group)


def _near_in_time(node: EventNode, last: EventNode) -> bool:
    return node.day is not None and last.day is not None and node.day - last.day <= UNDATED_GAP


def _unknown_but_alike(node: EventNode, group: Group) -> bool:
    dated = node.day is not None and group.nodes[-1].day is not None
    return not dated and group.likeness(node) >= UNKNOWN_WORDS
