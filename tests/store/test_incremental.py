"""However articles come in, one by one or at once, in whatever order, removed and read again: the story is the same."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.made import STORY

from musnad.model import Annotation
from musnad.store import View, open_store

SOME = STORY[:24]


def told(view: View) -> dict[str, list[object]]:
    """All that a view tells, without the times of writing."""
    return {
        "events": list(view.events()),
        "matters": list(view.matters()),
        "figures": sorted(view.figures(), key=lambda group: group.id),
        "entities": sorted(view.entities(), key=lambda entity: entity.id),
        "passages": list(view.passages()),
        "stories": sorted(view.stories(), key=lambda story: story.id),
        "links": list(view.links()),
    }


def at_once(annotations: list[Annotation]) -> dict[str, list[object]]:
    store = open_store(":memory:", create=True)
    with store.writer() as writer:
        for each in annotations:
            writer.add(each)
        writer.resolve()
    return told(store.view())


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.permutations(range(len(SOME))),
    st.lists(st.integers(1, 9), min_size=1, max_size=9),
    st.sets(st.integers(0, len(SOME) - 1), max_size=5),
)
def test_incremental_equals_rebuild(order: list[int], batches: list[int], removed: set[int]) -> None:
    store = open_store(":memory:", create=True)
    left = list(order)
    with store.writer() as writer:
        while left:
            size = batches.pop(0) if batches else len(left)
            for at in left[:size]:
                writer.add(SOME[at])
            writer.resolve()
            left = left[size:]
        for at in sorted(removed):
            writer.remove(SOME[at].document.id)
    kept = [each for at, each in enumerate(SOME) if at not in removed]
    grown = told(store.view())
    assert grown == at_once(kept)
    store.rebuild()
    assert told(store.view()) == grown
