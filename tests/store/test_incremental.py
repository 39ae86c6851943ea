"""However articles come in, one by one or at once, in whatever order, removed and read again: the story is the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.resolve.builders import article
from tests.resolve.made import STORY

from musnad.model import Annotation
from musnad.store import Store, View, open_store

UNDATED = [
    article(
        "ليست زيارة كمال آيدين إلى قطر حدثا عابرا، فقد وقع كمال آيدين مع قطر اتفاقية للتجارة.",
        published=None,
        outlet=outlet,
        events=[
            {"trigger": "زيارة", "type": "CONSULT", "mode": "visit", "sources": ["kemal-aydin"], "targets": ["QAT"]},
            {"trigger": "وقع", "type": "AGREE", "sources": ["kemal-aydin"], "targets": ["QAT"]},
        ],
    )
    for outlet in ("", "مجلة الأفق")
]
ARTICLES = [*STORY, *UNDATED]


class Step(NamedTuple):
    """What is done with an article: it is added, taken out, or read again, otherwise each second time."""

    act: Literal["add", "remove", "reread"]
    at: int
    resolves: bool


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


def read_otherwise(annotation: Annotation) -> Annotation:
    """What other lexicons read from an article: its last event and claim are gone, the first event has no date."""
    events = tuple(replace(each, time=None) if not at else each for at, each in enumerate(annotation.events[:2]))
    return replace(annotation, events=events, claims=annotation.claims[:-1])


def stored(annotations: Iterable[Annotation]) -> Store:
    store = open_store(":memory:", create=True)
    with store.writer() as writer:
        writer.add_all(list(annotations))
        writer.resolve()
    return store


def grown(steps: Iterable[Step]) -> tuple[Store, list[Annotation]]:
    """A store after these steps, and the articles that it then holds as they were read last."""
    store = open_store(":memory:", create=True)
    held: dict[int, Annotation] = {}
    versions = 0
    for act, at, resolves in steps:
        with store.writer() as writer:
            if act == "remove" and at in held:
                writer.remove(held.pop(at).document.id)
            elif act == "add" or at in held:
                known = held.get(at, ARTICLES[at])
                if act == "reread":
                    versions += 1
                    known = ARTICLES[at] if known is not ARTICLES[at] else read_otherwise(known)
                writer._version = f"version {versions}"  # type: ignore[attr-defined]
                writer.add(known)
                held[at] = known
            if resolves:
                writer.resolve()
    with store.writer() as writer:
        writer.resolve()
    return store, [held[at] for at in sorted(held)]


# articles that lie together in the pool tell one matter more often than not
PLACES = st.integers(0, len(ARTICLES) - 8).flatmap(
    lambda low: st.one_of(st.integers(low, low + 7), st.integers(0, len(ARTICLES) - 1))
)
STEPS = st.lists(
    st.builds(Step, st.sampled_from(["add", "add", "add", "remove", "reread"]), PLACES, st.booleans()),
    min_size=2,
    max_size=10,
)


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@example([Step("add", at, at % 3 == 0) for at in range(12)] + [Step("remove", 4, True), Step("reread", 7, True)])
@example([Step("add", at, True) for at in (61, 60, 3, 2, 1, 0)] + [Step("reread", 61, False), Step("remove", 60, True)])
@given(STEPS)
def test_incremental_equals_rebuild(steps: list[Step]) -> None:
    store, held = grown(steps)
    found = told(store.view())
    assert found == told(stored(held).view())
    store.rebuild()
    assert told(store.view()) == found


def test_the_whole_story_in_two_orders() -> None:
    half = len(ARTICLES) // 2
    store, held = grown(Step("add", at, at in (half, 0)) for at in [*range(half, len(ARTICLES)), *range(half)])
    assert told(store.view()) == told(stored(reversed(held)).view())
