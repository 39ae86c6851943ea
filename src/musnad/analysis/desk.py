"""What every section of a brief works with: the view, names in its language, citations, the documents in scope."""

from __future__ import annotations

from functools import cached_property

from musnad.analysis.citations import Citations
from musnad.analysis.naming import Naming
from musnad.analysis.wording import Language, wording
from musnad.model.story import FigureGroup, Matter, Place, StoryEvent, StoryLink, Voice
from musnad.store.base import EventFilter, View


class Desk:
    """One view, read once, for all sections; only records with a report in the documents in scope are on it."""

    def __init__(
        self, view: View, citations: Citations, language: Language, scope: set[str], since: str | None
    ) -> None:
        self.view = view
        self.citations = citations
        self.language = language
        self.scope = scope
        self.since = since

    @cached_property
    def events(self) -> list[StoryEvent]:
        """Events that a document in scope reports; with `since`, those first reported then."""
        found = self.view.events(EventFilter(since_published=self.since))
        if self.since:
            return [event for event in found if event.first_report.place.document in self.scope]
        return [event for event in found if any(report.place.document in self.scope for report in event.reports)]

    @cached_property
    def matters(self) -> list[Matter]:
        """Matters with a statement in a document in scope."""
        return [m for m in self.view.matters() if any(s.place.document in self.scope for s in m.statements)]

    @cached_property
    def figures(self) -> list[FigureGroup]:
        """Groups of figures with one in a document in scope."""
        return [g for g in self.view.figures() if any(f.place.document in self.scope for f in g.figures)]

    @cached_property
    def links(self) -> list[StoryLink]:
        """Causal and conditional statements of the documents in scope."""
        return [link for link in self.view.links() if link.place.document in self.scope]

    @cached_property
    def naming(self) -> Naming:
        """Names of all entities in the brief's language."""
        return Naming(self.view.entity_names(), self.language)

    def counts(self) -> dict[str, int]:
        """How much there is to brief on: `events`, `statements`, `contested` matters, groups of differing `figures`."""
        return {
            "events": len(self.events),
            "statements": sum(len(matter.statements) for matter in self.matters),
            "contested": sum(matter.status in ("contested", "denied") for matter in self.matters),
            "figures": sum(group.alignment in ("disagreement", "revision") for group in self.figures),
        }

    def speaker(self, voice: Voice | None, place: Place) -> str:
        """Who speaks: the entity, the words for the speaker, or the outlet in its own words."""
        if voice is None:
            return self.citations.outlets.of(place)
        if voice.entity and voice.entity in self.naming.entities:
            return self.naming.name(voice.entity)
        return voice.name or voice.entity or wording("words", "someone", self.language)

    def relays(self, voice: Voice | None) -> str:
        """«through …» for the relays of a voice, empty if there are none."""
        if voice is None or not voice.via:
            return ""
        return wording("words", "via", self.language, relays=self.naming.names(voice.via))
