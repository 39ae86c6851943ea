"""The article's two parties as the participants of what they do together («المفاوضات»,
«الهدنة») where the text leaves them out.
"""

from __future__ import annotations

from musnad.extract.discourse import discourse, party_of
from musnad.extract.event_drafts import Draft
from musnad.model import Entity


def fill_parties(drafts: list[Draft]) -> None:
    """Gives events that two parties share, and lack one or both, the two parties that the article is about."""
    for draft in drafts:
        if draft.source.actors and draft.target.actors:
            continue
        reading = draft.scene.reading
        parties = discourse(reading).parties.get(draft.scene.sentence.article, ())
        if len(parties) == 2:
            _fill(draft, parties, reading.entities)


def _fill(draft: Draft, parties: tuple[str, ...], entities: dict[str, Entity]) -> None:
    shared = draft.trigger.entry.frame.joint
    known = {party_of(entities[actor]) for actor in (*draft.source.actors, *draft.target.actors) if actor in entities}
    if not known:
        if shared and draft.nominal:
            draft.fill("source", parties[:1], "main parties")
            draft.fill("target", parties[1:], "main parties")
        return
    others = tuple(party for party in parties if party not in known)
    if len(others) != 1:
        return
    if not draft.source.actors and shared and draft.nominal:
        draft.fill("source", others, "other party")
    elif not draft.target.actors and shared:
        draft.fill("target", others, "other party")
