"""An event in a few words."""

from __future__ import annotations

from musnad.analysis.naming import Naming
from musnad.model.story import StoryEvent
from musnad.ontology import label


def event_text(naming: Naming, event: StoryEvent) -> str:
    """An event in a few words: source — act — target, with the words of the first report's trigger."""
    act = label("plover", f"{event.type}.{event.mode}" if event.mode else event.type, naming.language)
    trigger = event.first_report.place.span.text
    sides = [
        naming.names(p.entity for p in event.sources),
        f"{act} («{trigger}»)",
        naming.names(p.entity for p in event.targets),
    ]
    return " — ".join(side for side in sides if side)
