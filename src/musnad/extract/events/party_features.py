"""What speaks for a party as the source or the target of an event."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from musnad.extract.actors.discourse import state_of
from musnad.extract.events.party_ledger import Ledger, Naming
from musnad.extract.events.party_places import Seen, Sentence, View, step
from musnad.extract.events.role_places import Filler

ROLES = ("source", "target")
OTHER = {"source": "target", "target": "source"}
NAMED = ("name", "title", "body")  # how the rules find whom the event's own words name
YES, NO = "yes", "no"
RECENT = 4  # parties last named before an event whose order counts
# parties that may take part though the sentence does not name them: those last named before it, and those that the
# article names most; more of them left precision and recall as they were
LAST, MOST_NAMED = 2, 2
# features of a party in an event, whichever its role
SHARED = (
    "kind", "rank", "share", "recent", "titled", "own country", "where", "speaker", "accused", "named", "main",
    "previous", "previous type", "before", "before words", "before way", "before slot", "before far",
    "behind", "behind words", "behind way", "behind slot", "behind far",
)  # fmt: skip
# features of a party in a role
OWN = (
    "rule", "rule else", "order", "other rule", "role of type", "role", "role of entry", "other role of type",
    "other role", "partner", "direction",
)  # fmt: skip
# pairs of features that count together
SHARED_PAIRS = (
    ("before", "before words"), ("behind", "behind words"), ("before slot", "before way"),
    ("behind slot", "behind way"),
)  # fmt: skip
OWN_PAIRS = (
    ("rule", "role of type"), ("rule", "other rule"), ("rule", "order"), ("rule else", "before"),
    ("other rule", "before"), ("other rule", "behind"), ("direction", "recent"),
)  # fmt: skip
NAMES = (*SHARED, *OWN, *(f"{one}&{two}" for one, two in (*SHARED_PAIRS, *OWN_PAIRS)))
_OWN_START = len(SHARED)
_SINGLE = (*SHARED, *OWN)
_SHARED_AT = tuple((_SINGLE.index(one), _SINGLE.index(two)) for one, two in SHARED_PAIRS)
_OWN_AT = tuple((_SINGLE.index(one), _SINGLE.index(two)) for one, two in OWN_PAIRS)
NOWHERE = ("", "", "", "")
_NOBODY: Counter[str] = Counter()
On = list[tuple[int, str]]  # the features that say something: their place in NAMES, and what they say


class Habit(NamedTuple):
    """Who has a role in the article's other events of a kind; `name` is the role."""

    counts: Counter[str]
    total: int
    name: str


class Part(NamedTuple):
    """One role of an event: what the rules gave it and the other one, and what the article tells of such roles."""

    role: str
    way: str
    other_way: str
    inside: tuple[str, ...]
    across: tuple[str, ...]
    habits: tuple[Habit | None, ...]
    partners: Counter[str]
    dealings: int


class Question:
    """One event: who may take part in it, and what speaks for each as its source or its target."""

    def __init__(self, ledger: Ledger, sentence: Sentence, at: int) -> None:
        self.ledger, self.at = ledger, at
        self.draft = draft = ledger.drafts[at]
        self.seen = Seen(sentence, draft)
        self.here = draft.scene.sentence.index
        self.before, self.behind = ledger.near(draft.trigger.start)
        self.recent = {party: step(rank) for rank, party in enumerate(list(self.before)[:RECENT])}
        self.fillers: dict[str, Filler] = {"source": draft.source, "target": draft.target}
        self.told = {"source": ledger.sources[at], "target": ledger.targets[at]}
        claim = draft.claim
        entity = claim.entity if claim is not None else None
        self.speaker = ledger.known.party(entity) if entity else ""
        self.accused = self._accused()
        place = ledger.entities.get(draft.place.entity) if draft.place is not None else None
        self.where = state_of(place)
        self.event = self._event()
        self._parts: dict[str, Part] = {}
        self._shared: dict[str, tuple[tuple[str, ...], On]] = {}

    def _event(self) -> dict[str, str]:
        """What is the same for all parties, by the names that `party_model.CROSSED` uses."""
        draft, trigger = self.draft, self.draft.trigger
        shape = draft.scene.made.shapes[trigger.head]
        return {
            "type": draft.type,
            "form": "noun" if draft.nominal else "verb",
            "trigger": trigger.form,
            "entry": trigger.entry.id,
            "zone": draft.scene.sentence.zone,
            "stance": draft.claim.stance if draft.claim is not None else "",
            "factuality": draft.judged.value,
            "passive": YES if trigger.passive else NO,
            "joint": YES if trigger.entry.frame.joint else NO,
            "given": "pronoun" if shape.pronoun else "definite" if shape.definite else "",
            "parties": step(len(self.seen.sentence.parties)),
            "rules": f"{'s' if self.told['source'] else '-'}{'t' if self.told['target'] else '-'}",
        }

    def _accused(self) -> set[str]:
        """The targets of the event whose word attributes the statement that this event stands in."""
        claim, found = self.draft.claim, set[str]()
        if claim is None:
            return found
        for at in range(max(0, self.at - 4), min(len(self.ledger.drafts), self.at + 5)):
            trigger = self.ledger.drafts[at].trigger
            if at != self.at and claim.cue.start < trigger.end and trigger.start < claim.cue.end:
                found.update(self.ledger.targets[at])
        return found

    def part(self, role: str) -> Part:
        """One role of the event, made when it is first asked for."""
        if role not in self._parts:
            self._parts[role] = self._part(role)
        return self._parts[role]

    def _part(self, role: str) -> Part:
        ledger, inside, across = self.ledger, self.told[role], self.told[OTHER[role]]
        weight = ledger.weights[self.at]
        kinds = [(role, key) for key in (self.draft.type, "", self.draft.trigger.entry.id)]
        kinds += [(OTHER[role], key) for key in (self.draft.type, "")]
        habits = []
        for name, key in kinds:
            counts = ledger.roles.get((name, key))
            total = ledger.totals[name, key] - weight * len(self.told[name]) if counts is not None else 0
            habits.append(Habit(counts, total, name) if counts is not None and total > 0 else None)
        partners = ledger.partners.get(across[0], _NOBODY) if across else _NOBODY
        if len(across) > 1:
            partners = Counter(partners)
            for one in across[1:]:
                partners.update(ledger.partners.get(one, _NOBODY))
        return Part(
            role,
            _way(self.fillers[role]),
            _way(self.fillers[OTHER[role]]),
            inside,
            across,
            tuple(habits),
            partners,
            sum(partners.values()) - weight * len(inside) * len(across),
        )

    def candidates(self, last: int = LAST, most: int = MOST_NAMED) -> list[str]:
        """The parties that may take part: whom the rules found, those named in the sentence, last before it and most.

        The model learns from more of them than it asks for.
        """
        told = {*self.told["source"], *self.told["target"]}
        found = dict.fromkeys([*self.told["source"], *self.told["target"], *self.seen.sentence.parties])
        found.update(dict.fromkeys([*list(self.recent)[:last], *self.ledger.ranked[:most]]))
        return [party for party in found if party in told or party in self.ledger.stands]

    def open(self, role: str) -> list[str]:
        """The candidates that a role is open for.

        Where the rules found someone: they, unless the event's own words name them, and the names beside them.
        """
        inside, across = self.told[role], self.told[OTHER[role]]
        if not inside:
            return [party for party in self.candidates() if party not in across]
        beside = self.seen.sentence.beside(inside).difference(across)
        named = () if is_named(self.fillers[role]) else inside
        return [*named, *sorted(party for party in beside if party in self.ledger.stands)]

    def entity(self, party: str) -> str:
        """The actor that stands for a party: whom the sentence names, else the party itself."""
        for view in (self.seen.before.get(party), self.seen.behind.get(party)):
            if view is not None and not view.spot.naming.adjectival:
                return view.spot.naming.entity
        return self.ledger.stands.get(party, party)

    def span(self, party: str) -> tuple[int, int]:
        """Where the party is named next to the event, before it first; (0, 0) if only farther off."""
        naming = self.before.get(party) or self.behind.get(party)
        return (naming.start, naming.end) if naming is not None else (0, 0)

    def on(self, role: str, party: str) -> On:
        """What speaks for or against a party in a role."""
        shared = self._shared.get(party)
        if shared is None:
            values = self._of_party(party)
            on = [(at, value) for at, value in enumerate(values) if value]
            if party in self.seen.before or party in self.seen.behind:  # the pairs are of places in the sentence
                on += _joined(_SHARED_AT, values, len(_SINGLE))
            shared = self._shared[party] = (values, on)
        own = self._of_role(self.part(role), party)
        found = shared[1] + [(at, value) for at, value in enumerate(own, _OWN_START) if value]
        return found + _joined(_OWN_AT, (*shared[0], *own), len(_SINGLE) + len(_SHARED_AT))

    def _of_party(self, party: str) -> tuple[str, ...]:
        ledger, seen = self.ledger, self.seen
        before, behind = seen.before.get(party), seen.behind.get(party)
        spoken = "" if not self.speaker else YES if party == self.speaker else "another"
        return (
            kind_of(ledger, party),
            step(min(6, ledger.ranks.get(party, 6))),
            step(min(6, 10 * ledger.counts.get(party, 0) // ledger.total)),
            self.recent.get(party, ""),
            YES if party in ledger.titled else "",
            YES if party == ledger.dominant else "",
            YES if party == self.where else "",
            spoken,
            YES if party in self.accused else "",
            self._named(before, behind),
            YES if party in seen.sentence.subjects else "",
            *self._previous(party),
            *self._place(before, self.before.get(party)),
            *self._place(behind, self.behind.get(party)),
        )

    def _named(self, before: View | None, behind: View | None) -> str:
        if before is None and behind is None:
            return ""
        alone = len(self.seen.sentence.parties) == 1
        return "alone" if alone else "both" if before and behind else "before" if before else "behind"

    def _previous(self, party: str) -> tuple[str, str]:
        """What the party is in the event right before, and of which type that is if the sentence holds it."""
        if not self.at:
            return "", ""
        ledger, at = self.ledger, self.at - 1
        does, bears = party in ledger.sources[at], party in ledger.targets[at]
        what = "both" if does and bears else "source" if does else "target" if bears else "none"
        apart = self.here - ledger.drafts[at].scene.sentence.index
        return f"{what} {min(2, apart)}", "" if apart else f"{what} {ledger.drafts[at].type}"

    def _place(self, view: View | None, naming: Naming | None) -> tuple[str, ...]:
        """Where the party is named on one side of the event: in the sentence, or how many sentences off."""
        if view is None:
            return (*NOWHERE, step(min(4, abs(naming.sentence - self.here))) if naming is not None else "9")
        words = f"{view.spot.preposition or '-'} {view.spot.part}"
        return view.function, words, view.distance + view.between, view.slot, ""

    def _of_role(self, part: Part, party: str) -> tuple[str, ...]:
        here, there = party in part.inside, party in part.across
        return (
            part.way if here else "else" if part.inside else "none",
            "" if here else part.way,
            f"{step(min(2, part.inside.index(party)))}{step(min(3, len(part.inside)))}" if here else "",
            part.other_way if there else "else" if part.across else "none",
            *self._habits(part, party),
            *(self._dealings(part, party) if part.across else ("", "")),
        )

    def _habits(self, part: Part, party: str) -> list[str]:
        """How often the party has the role, and the other one, in other events of the article (type, all, entry)."""
        found = []
        for habit in part.habits:
            count = habit.counts.get(party, 0) if habit is not None else 0
            if habit is None or not count:
                found.append("")
                continue
            own = self.ledger.weights[self.at] if party in self.told[habit.name] else 0
            found.append(_bucket(count - own, habit.total))
        return found

    def _dealings(self, part: Part, party: str) -> tuple[str, str]:
        """How the party deals with those of the other role elsewhere in the article."""
        directed = self.ledger.directed
        own = self.ledger.weights[self.at] if party in part.inside else 0
        ahead = back = 0
        for one in part.across:
            pair = (party, one) if part.role == "source" else (one, party)
            ahead += directed.get(pair, 0) - own
            back += directed.get(pair[::-1], 0)
        partner = _bucket(part.partners.get(party, 0) - own * len(part.across), part.dealings)
        return partner, f"{YES if ahead > 0 else NO} {YES if back > 0 else NO}"


def _joined(pairs: tuple[tuple[int, int], ...], values: tuple[str, ...], start: int) -> On:
    """The pairs of which both features say something; `start` is the place of the first in NAMES."""
    return [
        (at, f"{values[one]}&{values[two]}")
        for at, (one, two) in enumerate(pairs, start)
        if values[one] and values[two]
    ]


def is_named(filler: Filler) -> bool:
    """Whether the event's own words name whom the rules found for a role."""
    return bool(filler.actors) and filler.slot != "context" and filler.how in NAMED


def _way(filler: Filler) -> str:
    return f"{filler.slot}:{filler.how.split(',')[0]}" if filler.actors else ""


def kind_of(ledger: Ledger, party: str) -> str:
    """What a party is: `state`, the role of a body of its own such as `IGO`, else the kind of its entity."""
    entity = ledger.entities.get(ledger.stands.get(party, party))
    if entity is None or entity.kind == "state" or entity.id != party:
        return "state"
    role = entity.code.split(" ")[-1]
    return role if role in ("IGO", "MED", "REB", "OPP") else entity.kind


def _bucket(count: float, total: float) -> str:
    if count <= 0 or total <= 0:
        return ""
    share = count / total
    return "low" if share < 0.34 else "middle" if share < 0.67 else "high"
