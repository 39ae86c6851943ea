"""Which two reports may tell one event: what is joined by this, however far it reaches, is then parted into events.

Kept apart from the parting (`events.cluster_block`) so that a new report is compared with the few it may belong to and
not with all that was ever told of its parties.
"""

from __future__ import annotations

from collections.abc import Mapping

from musnad.resolve.event_groups import LOCAL, SAME_WORDS, Group, article, other_persons, two_sided
from musnad.resolve.events import DAYS_APART, alike, in_window
from musnad.resolve.nodes import EventNode
from musnad.resolve.reports import VERBAL
from musnad.resolve.undated import again, named_in_story
from musnad.resolve.words import overlap

WINDOW = 45  # days between two reports that are compared: a month that is named, ten days that a repeat looks back


def may_be_one(one: EventNode, other: EventNode, story_of: Mapping[str, str]) -> bool:
    """Whether two reports may tell one event; `story_of` gives the story of documents without a date."""
    if one.block != other.block or one.remote is not other.remote:
        return False
    if one.exact and other.exact:
        return _on_same_days(one, other)
    if article(one) == article(other):
        return True
    if one.low is None and other.low is None:
        return again(one, _alone(other), story_of)
    if one.low is None or other.low is None:
        undated, dated = (one, other) if one.low is None else (other, one)
        if named_in_story(undated, _alone(dated), story_of):
            return alike(undated, _alone(dated))
        return in_window(undated, _alone(dated)) and alike(undated, _alone(dated)) and _likely(undated, dated)
    return _of_one_period(one, other)


def _alone(node: EventNode) -> Group:
    return Group([node], node.low, node.high)


def _on_same_days(one: EventNode, other: EventNode) -> bool:
    kind = one.report.type
    apart = max(one.low or 0, other.low or 0) - min(one.high or 0, other.high or 0)
    if apart > DAYS_APART.get(kind, 0):
        return False
    if kind in LOCAL:
        return _at_one_place(one, other)
    if other_persons(one, other):
        return False
    if kind in VERBAL:
        return _in_like_words(one, other)
    return two_sided(one) or bool(one.persons and other.persons) or _in_like_words(one, other)


def _at_one_place(one: EventNode, other: EventNode) -> bool:
    here, there = one.report.location, other.report.location
    if here and there:
        return here == there
    return two_sided(one) or _in_like_words(one, other)


def _in_like_words(one: EventNode, other: EventNode) -> bool:
    return overlap(one.bag, other.bag) >= SAME_WORDS


def _likely(undated: EventNode, dated: EventNode) -> bool:
    """Whether a repeat without a date may mean a dated act: between two parties that meet, or in like words."""
    return (undated.report.type in DAYS_APART and two_sided(undated)) or _in_like_words(undated, dated)


def _of_one_period(one: EventNode, other: EventNode) -> bool:
    low, high = (one.low or 0, one.high or 0), (other.low or 0, other.high or 0)
    if low == high:
        return alike(one, _alone(other))
    coarse, fine = (one, other) if low[1] - low[0] >= high[1] - high[0] else (other, one)
    holds = (coarse.low or 0) <= (fine.low or 0) and (fine.high or 0) <= (coarse.high or 0)
    return holds and alike(coarse, _alone(fine)) and (two_sided(one) or _in_like_words(one, other))
