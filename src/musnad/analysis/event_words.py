"""An event in a few words."""

from __future__ import annotations

from musnad.analysis.naming import Naming
from musnad.model.story import Participant, StoryEvent
from musnad.ontology import label
from musnad.ontology.actor_codes import acts_for


def event_text(naming: Naming, event: StoryEvent) -> str:
    """An event in a few words: source — act — target, with the words of the first report's trigger."""
    act = label("plover", f"{event.type}.{event.mode}" if event.mode else event.type, naming.language)
    trigger = event.first_report.place.span.text
    sides = [
        naming.names(_told(naming, event.sources)),
        f"{act} («{trigger}»)",
        naming.names(_told(naming, event.targets)),
    ]
    return " — ".join(side for side in sides if side)


def _told(naming: Naming, side: tuple[Participant, ...]) -> list[str]:
    """The participants of a side without the states whose own people are named there: «Putin», not «Putin, Russia»."""
    people = [naming.entities[p.entity].code for p in side if p.entity in naming.entities]
    spoken_for = {acts_for(code) for code in people if len(code.split()) > 1}
    return [p.entity for p in side if p.entity not in spoken_for]
