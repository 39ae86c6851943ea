"""What a reference stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from musnad.errors import NotFoundError
from musnad.resolve.refs import FIGURES

if TYPE_CHECKING:
    from musnad.store.base import Explained, View


def explained_record(view: View, ref: str) -> Explained:
    """The record of a reference (of a member: its group's; `s…` gives the statement itself); raises NotFoundError."""
    for find in _FINDERS.get(ref[:1], ()):
        if found := next(iter(find(view, ref)), None):
            return found
    for lookup in (view.document, view.entity):
        try:
            return lookup(ref)
        except NotFoundError:
            continue
    raise NotFoundError(f"nothing here is called {ref}", advice="references stand in the first column of every list")


def _event(view: View, ref: str) -> Iterable[Explained]:
    try:
        return [view.event(ref)]
    except NotFoundError:
        return []


def _matter(view: View, ref: str) -> Iterable[Explained]:
    try:
        return [view.matter(ref)]
    except NotFoundError:
        return []


def _statement(view: View, ref: str) -> Iterable[Explained]:
    return (said for matter in _matter(view, ref) for said in matter.statements if said.id == ref)  # type: ignore[union-attr]


def _figures(view: View, ref: str) -> Iterable[Explained]:
    own = ref[1:]
    return (
        group
        for group in view.figures()
        if group.id == FIGURES + own or any(figure.id[1:] == own for figure in group.figures)
    )


def _link(view: View, ref: str) -> Iterable[Explained]:
    return (link for link in view.links() if link.id == ref)


def _passage(view: View, ref: str) -> Iterable[Explained]:
    return (passage for passage in view.passages() if passage.id == ref)


def _story(view: View, ref: str) -> Iterable[Explained]:
    return (story for story in view.stories() if story.id == ref)


_FINDERS: dict[str, tuple[Callable[[View, str], Iterable[Explained]], ...]] = {
    "e": (_event,),
    "m": (_matter,),
    "s": (_statement,),
    "f": (_figures,),
    "n": (_figures,),
    "l": (_link,),
    "p": (_passage,),
    "t": (_story,),
}
