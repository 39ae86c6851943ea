"""Documents that tell one story: the same parties in like words within days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from musnad.model.story import Reason, StoryCluster
from musnad.resolve.dates import iso
from musnad.resolve.nodes import DocumentNode
from musnad.resolve.parting import part
from musnad.resolve.refs import STORY, ref

WINDOW = 3  # days without a report after which a story rests
SAME_WORDS = 0.3  # overlap of the words of titles and leads
MIDDLE = 0.25  # likeness to the middle of a story that an article needs; measured on three days of fourteen papers
NEARLY, NEARLY_SHARED = 0.8, 10  # overlap, and words, of two leads that are one text in two hands
OWN_WORDS = 0.4  # overlap asked of two articles of one outlet on other parties
PAIR = 2  # documents that their link alone keeps together
SHARED = 5  # words two leads must share; fewer are shared by the formulas of agency leads alone


def same_story(one: DocumentNode, other: DocumentNode) -> bool:
    """Whether two documents of nearby days tell one story; without a date, they must tell most of one act.

    Texts that are nearly the same do, whoever was read in them. What one outlet tells of other parties is another
    story unless the words are more alike than its formulas are («استقبل خادم الحرمين …»).
    """
    shared = len(one.bag & other.bag)
    if shared < SHARED:
        return False
    alike = shared / min(len(one.bag), len(other.bag))
    if alike < SAME_WORDS:
        return False
    if (one.day is None or other.day is None) and set(one.acts).isdisjoint(other.acts):
        return False
    within = bool(one.outlet) and one.outlet == other.outlet
    if not within and shared >= NEARLY_SHARED and alike >= NEARLY:
        return True
    equal = set(one.parties) == set(other.parties)
    if within and not equal and alike < OWN_WORDS:
        return False
    return equal or len(set(one.parties) & set(other.parties)) >= 2


def story_parts(nodes: Sequence[DocumentNode]) -> list[list[DocumentNode]]:
    """A chain of documents, in order of publication, parted into stories with one middle each."""
    return part(nodes, MIDDLE, PAIR)


def summarise_story(nodes: Sequence[DocumentNode]) -> StoryCluster:
    """The story that these documents, in order of publication, tell."""
    days = [node.day for node in nodes if node.day is not None]
    words = Counter(word for node in nodes for word in node.words)
    parties = Counter(party for node in nodes for party in node.parties)
    return StoryCluster(
        id=ref(STORY, nodes[0].document),
        label=nodes[0].label,
        documents=tuple(node.document for node in nodes),
        first=iso(min(days)) if days else None,
        last=iso(max(days)) if days else None,
        entities=_top(parties, 6),
        words=_top(words, 10),
        outlets=tuple(dict.fromkeys(node.outlet for node in nodes if node.outlet)),
        reasons=(Reason(rule="story.lead", text="the same parties in like words within days, around one middle"),)
        if nodes[1:]
        else (),
    )


def _top(count: Counter[str], size: int) -> tuple[str, ...]:
    return tuple(sorted(count, key=lambda name: (-count[name], name))[:size])
