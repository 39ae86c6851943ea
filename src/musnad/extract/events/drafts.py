"""Events while they are read: what the sentence gives, and what the context fills in."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.extract.events.factuality_verbs import Judged
from musnad.extract.events.role_places import Filler
from musnad.extract.events.scene import Scene
from musnad.extract.triggers.layer import Trigger
from musnad.model import Claim, Mention, Time


@dataclass(slots=True, eq=False)
class Draft:
    """One event before its record is made; `filled` names the roles that came from the context, and from what."""

    scene: Scene
    trigger: Trigger
    source: Filler
    target: Filler
    acts: tuple[int, ...]
    judged: Judged
    time: Time | None = None
    when: str | None = None
    place: Mention | None = None
    claim: Claim | None = None
    act_is_subject: bool = False
    takes_up: str = ""
    by_others: bool = False
    filled: dict[str, str] = field(default_factory=dict)
    _nominal: bool | None = None

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.trigger.entry.type

    @property
    def nominal(self) -> bool:
        """Whether a noun carries the event, without a verb whose subject would be its doer."""
        if self._nominal is None:
            named = self.trigger.form != "participle" and self.scene.verb_phrase(self.trigger) < 0
            self._nominal = self.act_is_subject or named
        return self._nominal

    def fill(self, role: str, actors: tuple[str, ...], reason: str, start: int = 0, end: int = 0) -> None:
        """Gives a role that is still empty its actors, without those of the other role."""
        mine, other = (self.source, self.target) if role == "source" else (self.target, self.source)
        actors = tuple(actor for actor in actors if actor not in other.actors)
        if mine.actors or not actors or (role == "source" and self.by_others):
            return
        filler = Filler(actors, "context", reason, start, end)
        if role == "source":
            self.source = filler
        else:
            self.target = filler
        self.filled[role] = reason
