"""Reports without a time that belong to no dated event of their block.

A state of affairs («الحرب») goes on and is told by many; an act is told again only in the same article or story, or
within days in like words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from musnad.resolve.event_groups import (
    LOCAL,
    SAME_WORDS,
    Group,
    negated,
    other_persons,
    same_article,
    topics_differ,
    two_sided,
)
from musnad.resolve.nodes import EventNode
from musnad.resolve.parties import FIRST_ARTICLE
from musnad.resolve.reports import SYMMETRIC, VERBAL, block_parties

BREATH = 40  # characters between the words for what one blow did
GAP = 7  # days between two articles that tell one undated act
DELIVERIES = 30  # days between two that tell of one run of deliveries
UNKNOWN_WORDS = 0.5  # overlap asked where nothing but the words speaks for it


def undated_groups(nodes: Iterable[EventNode], story_of: Mapping[str, str]) -> list[Group]:
    """The events of these reports, which come in order of publication."""
    groups: list[Group] = []
    for node in nodes:
        home = next((group for group in reversed(groups) if again(node, group, story_of)), None)
        if home is None:
            groups.append(Group([node]))
        elif node.state:
            home.join(node, "event.goes-on", "a state of affairs that reports refer to")
        else:
            home.join(node, "event.undated-again", "undated, of the same type and parties, in one article or story")
    return groups


def again(node: EventNode, group: Group, story_of: Mapping[str, str]) -> bool:
    """Whether a report without a date tells the act of a group of such reports again."""
    first = group.nodes[0]
    if node.state != first.state or negated(node) != negated(first) or topics_differ(node, group):
        return False
    if any(other_persons(node, each) for each in group.nodes):
        return False
    if same_article(node, group):
        return _same_mode(node, group, node.report.type == "CONSULT") and (node.state or _repeats(node, group))
    if node.state:
        near = _month(node) == _month(first) and (node.day is not None or _same_story(node, group, story_of))
        return near and (two_sided(node) or group.likeness(node) >= SAME_WORDS)
    if not _same_mode(node, group, False):
        return False
    if _same_story(node, group, story_of):
        return (_is_one_of_its_kind(node, group) and not negated(node)) or group.likeness(node) >= SAME_WORDS
    if _delivers(node, group) and _within(node, group, DELIVERIES):
        return True
    sure = _within(node, group, GAP) and two_sided(node)
    return group.likeness(node) >= (SAME_WORDS if sure else UNKNOWN_WORDS)


def named_in_story(node: EventNode, group: Group, story_of: Mapping[str, str]) -> bool:
    """Whether an article without a date names the dated act that another article of its story tells as news."""
    own = story_of.get(node.document, "")
    if not own or node.day is not None or group.low is None or group.high is None or negated(node):
        return False
    if group.high - group.low > DELIVERIES or not (_is_first(node) and _is_one_of_its_kind(node, group)):
        return False
    told = (each for each in group.nodes if story_of.get(each.document) == own and _is_first(each))
    return any(each.foreground if each.day is None else abs(each.day - group.low) <= GAP for each in told)


def _repeats(node: EventNode, group: Group) -> bool:
    """Whether a report of the same article tells the act again: by its name, or in like words."""
    if node.report.type == "CONSULT" and len(block_parties(node.block)) > 1:
        return True
    named = any(set(node.trigger) & set(each.trigger) for each in group.nodes)
    if named and node.report.type not in VERBAL | LOCAL:
        return True
    if not named and any(_apart_in_one_sentence(node, each) for each in group.nodes):
        return False  # the words around the two are the same ones, and say nothing
    return group.likeness(node) >= SAME_WORDS


def _apart_in_one_sentence(one: EventNode, other: EventNode) -> bool:
    """Whether a sentence tells both, and not in one breath («قتل وجرح عشرات»)."""
    here, there = one.report.place, other.report.place
    if here.document != there.document or here.sentence.start != there.sentence.start:
        return False
    return one.report.type not in LOCAL or abs(here.span.start - there.span.start) > BREATH


def _is_one_of_its_kind(node: EventNode, group: Group) -> bool:
    """Whether type, mode and both parties say which act of a story is meant."""
    known = node.report.type in SYMMETRIC and len(block_parties(node.block)) > 1
    modes = {each.report.mode for each in group.nodes}
    return known and (node.report.mode in modes or "" in modes or not node.report.mode)


def _same_mode(node: EventNode, group: Group, loose: bool) -> bool:
    """Whether no mode speaks against it; within an article a visit is its talks and its summit."""
    modes = {each.report.mode for each in group.nodes if each.report.mode}
    return loose or not modes or not node.report.mode or node.report.mode in modes


def _month(node: EventNode) -> tuple[int, int]:
    """Year and month of publication; zeros if unknown."""
    if node.day is None:
        return (0, 0)
    day = date.fromordinal(node.day)
    return (day.year, day.month)


def _same_story(node: EventNode, group: Group, story_of: Mapping[str, str]) -> bool:
    """Whether the group holds an article of the same story, one of the two without a date.

    Only a page's first article stands for its story.
    """
    own = story_of.get(node.document, "")
    if not own or not _is_first(node):
        return False
    near = (each for each in group.nodes if _is_first(each) and (node.day is None or each.day is None))
    return any(story_of.get(each.document) == own for each in near)


def _is_first(node: EventNode) -> bool:
    return node.report.place.article in FIRST_ARTICLE


def _within(node: EventNode, group: Group, days: int) -> bool:
    last = group.nodes[-1].day
    return node.day is not None and last is not None and abs(node.day - last) <= days


def _delivers(node: EventNode, group: Group) -> bool:
    """Whether both tell of the same things given by one party to the other, which goes on for weeks."""
    known = node.report.type == "AID" and len(block_parties(node.block)) > 1
    return known and bool(node.topic) and all(each.topic == node.topic for each in group.nodes)
