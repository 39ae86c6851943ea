"""Reports of one event while it is put together, and what tells two events of one block apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.model.story import Reason
from musnad.resolve.nodes import EventNode
from musnad.resolve.reports import block_parties
from musnad.resolve.words import overlap

LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})  # two places on one day are two acts
SAME_WORDS = 0.3  # overlap of the words around two triggers that speak of one act
COMPARED = 20  # reports of an event that another one is compared with, the first of them


@dataclass(eq=False)
class Group:
    """Reports of one event while it is put together; `low` and `high` are the days it covers."""

    nodes: list[EventNode]
    low: int | None = None
    high: int | None = None
    reasons: list[Reason] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.documents = {node.document for node in self.nodes}  # the documents that report it
        self.articles = {article(node) for node in self.nodes}

    @property
    def exact(self) -> bool:
        """Whether one of its reports pins it to a day or a few."""
        return any(node.exact for node in self.nodes)

    @property
    def state(self) -> bool:
        """Whether all its reports only name a state of affairs."""
        return all(node.state for node in self.nodes)

    def likeness(self, node: EventNode) -> float:
        """The largest overlap of words with one of its reports."""
        return max([overlap(node.bag, each.bag) for each in self.nodes[:COMPARED]], default=0.0)

    def join(self, node: EventNode, rule: str, text: str) -> None:
        """Takes a report in and says why."""
        self.nodes.append(node)
        self.documents.add(node.document)
        self.articles.add(article(node))
        if all(reason.rule != rule for reason in self.reasons):
            self.reasons.append(Reason(rule=rule, text=text))


def two_sided(node: EventNode) -> bool:
    """Whether both parties are known, which says more of which act is meant than one alone."""
    return len(block_parties(node.block)) > 1


def order(node: EventNode) -> tuple[int, str, int, str]:
    """Publication, document, place: the order of reports everywhere."""
    return (node.day or 10**7, node.document, node.report.place.span.start, node.id)


def article(node: EventNode) -> tuple[str, str]:
    """The article that a report stands in: its document, and which of those in it."""
    return (node.document, node.report.place.article)


def other_persons(one: EventNode, other: EventNode) -> bool:
    """Whether both name persons of a party and they are others (the ministers' talks are not the presidents')."""
    mine, theirs = one.persons, other.persons
    return bool(mine and theirs) and any(not mine[party] & theirs[party] for party in mine if party in theirs)


def negated(node: EventNode) -> bool:
    """Whether it is told as not having happened («لم يلتق الرئيسان»), other than by a denial."""
    return node.report.stance != "deny" and node.report.factuality in ("CT-", "PR-")


def topics_differ(node: EventNode, group: Group) -> bool:
    if node.report.type != "AID" or not node.topic:
        return False
    topics = {each.topic for each in group.nodes if each.topic}
    return bool(topics) and node.topic not in topics


def same_article(node: EventNode, group: Group) -> bool:
    """Whether the article of a report tells the event too."""
    return article(node) in group.articles
