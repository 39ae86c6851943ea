"""What speaks for a party as the source or the target of an event."""

from __future__ import annotations

from collections import Counter

from musnad.extract.actors.discourse import state_of
from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_ledger import PARTIES, Ledger, Naming, told_weight
from musnad.extract.events.party_places import Seen, Sentence, View, agreement, step
from musnad.extract.events.role_places import Filler

ROLES = ("source", "target")
YES, NO = "yes", "no"
# features of a party in an event, whichever its role
SHARED = (
    "kind", "rank", "share", "recent", "titled", "own country", "where", "speaker", "accused", "named", "main",
    "agrees", "pronoun agrees", "previous", "next", "previous type", "next type",
    "before", "before words", "before way", "before clause", "before between", "before slot", "before far",
    "behind", "behind words", "behind way", "behind clause", "behind between", "behind slot", "behind far",
)  # fmt: skip
# features of a party in a role
OWN = (
    "rule", "rule else", "order", "other rule", "coordinated", "coordinated other", "home", "role of type", "role",
    "role of entry", "other role of type", "other role", "partner", "direction", "beside before", "beside behind",
)  # fmt: skip
NAMES = ("always", *SHARED, *OWN)
NOWHERE = ("", "", "", "", "", "")


class Question:
    """One event: who may take part in it, and what speaks for each as its source or its target."""

    def __init__(self, ledger: Ledger, sentence: Sentence, at: int) -> None:
        self.ledger, self.at = ledger, at
        self.draft = draft = ledger.drafts[at]
        self.seen = Seen(sentence, draft)
        self.here = draft.scene.sentence.index
        self.recent = ledger.recent(draft.trigger.start)
        self.fillers: dict[str, Filler] = {"source": draft.source, "target": draft.target}
        self.told = {"source": ledger.sources[at], "target": ledger.targets[at]}
        claim = draft.claim
        entity = claim.entity if claim is not None else None
        self.speaker = ledger.known.party(entity) if entity else ""
        self.accused = self._accused()
        place = ledger.entities.get(draft.place.entity) if draft.place is not None else None
        self.where = state_of(place)
        self.weight = told_weight(draft)
        self.event = self._event()
        self._shared: dict[str, tuple[str, ...]] = {}

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

    def candidates(self) -> list[str]:
        """The parties that may take part: whom the rules found, and those named in the sentence, before it and most."""
        found = dict.fromkeys([*self.told["source"], *self.told["target"], *self.seen.sentence.parties])
        found.update(dict.fromkeys([*self.recent[:4], *self.ledger.ranked[:PARTIES]]))
        told = {*self.told["source"], *self.told["target"]}
        return [party for party in found if party in told or party in self.ledger.stands]

    def entity(self, party: str) -> str:
        """The actor that stands for a party: whom the sentence names, else the party itself."""
        for view in (self.seen.before.get(party), self.seen.behind.get(party)):
            if view is not None and not view.spot.naming.adjectival:
                return view.spot.naming.entity
        return self.ledger.stands.get(party, party)

    def span(self, party: str) -> tuple[int, int]:
        """Where the party is named next to the event, before it first; (0, 0) if only farther off."""
        for naming in self.ledger.nearest(party, self.draft.trigger.start):
            if naming is not None:
                return naming.start, naming.end
        return 0, 0

    def features(self, role: str, party: str) -> list[str]:
        """The value of each feature in `NAMES`; empty where it says nothing."""
        shared = self._shared.get(party)
        if shared is None:
            shared = self._shared[party] = self._of_party(party)
        return ["", *shared, *self._of_role(role, party)]

    def _of_party(self, party: str) -> tuple[str, ...]:
        ledger, seen = self.ledger, self.seen
        before, behind = seen.before.get(party), seen.behind.get(party)
        spoken = "" if not self.speaker else YES if party == self.speaker else "another"
        return (
            _kind(ledger, party),
            step(min(6, ledger.ranks.get(party, 6))),
            step(min(6, 10 * ledger.counts.get(party, 0) // ledger.total)),
            step(self.recent.index(party)) if party in self.recent[:4] else "",
            YES if party in ledger.titled else "",
            YES if party == ledger.dominant else "",
            YES if party == self.where else "",
            spoken,
            YES if party in self.accused else "",
            self._named(before, behind),
            YES if party in seen.sentence.subjects else "",
            *self._agreement(party, before, behind),
            *self._neighbours(party),
            *self._place(before, party, -1),
            *self._place(behind, party, 1),
        )

    def _named(self, before: View | None, behind: View | None) -> str:
        if before is None and behind is None:
            return ""
        alone = len(self.seen.sentence.parties) == 1
        return "alone" if alone else "both" if before and behind else "before" if before else "behind"

    def _agreement(self, party: str, before: View | None, behind: View | None) -> tuple[str, str]:
        trigger = self.draft.trigger
        pronoun = self.draft.scene.made.shapes[trigger.head].pronoun
        if trigger.morph is None and not pronoun:
            return "", ""
        if before is not None:
            naming: Naming | None = before.spot.naming
        else:
            naming = behind.spot.naming if behind is not None else self.ledger.nearest(party, trigger.start)[0]
        verbal = agreement(trigger.morph, "", naming, before is None and behind is not None)
        return verbal, agreement(None, pronoun, naming, False) if trigger.morph is None else ""

    def _neighbours(self, party: str) -> tuple[str, str, str, str]:
        """What the party is in the events right before and behind, and of which type those in the sentence are."""
        found, types = [], []
        for at in (self.at - 1, self.at + 1):
            if not 0 <= at < len(self.ledger.drafts):
                found.append("")
                types.append("")
                continue
            other = self.ledger.drafts[at]
            does, bears = party in self.ledger.sources[at], party in self.ledger.targets[at]
            what = "both" if does and bears else "source" if does else "target" if bears else "none"
            apart = abs(other.scene.sentence.index - self.here)
            found.append(f"{what} {min(2, apart)}")
            types.append("" if apart else f"{what} {other.type}")
        return found[0], found[1], types[0], types[1]

    def _place(self, view: View | None, party: str, side: int) -> tuple[str, ...]:
        """Where the party is named on one side of the event: in the sentence, or how many sentences off."""
        if view is not None:
            words = f"{view.spot.preposition or '-'} {view.spot.part}"
            way, between = f"{view.distance}{view.between}", f"{view.events}{view.verb}"
            return view.function, words, way, view.clause, between, view.slot, ""
        naming = self.ledger.nearest(party, self.draft.trigger.start)[side > 0]
        return (*NOWHERE, step(min(4, abs(naming.sentence - self.here))) if naming is not None else "9")

    def _of_role(self, role: str, party: str) -> tuple[str, ...]:
        mine, other = self.fillers[role], self.fillers["target" if role == "source" else "source"]
        inside, across = self.told[role], self.told["target" if role == "source" else "source"]
        way, other_way = _way(mine), _way(other)
        here = party in inside
        together = self._together(party)
        return (
            way if here else "else" if inside else "none",
            "" if here else way,
            f"{step(min(2, inside.index(party)))}{step(min(3, len(inside)))}" if here else "",
            other_way if party in across else "else" if across else "none",
            YES if not here and together & set(inside) else "",
            YES if party not in across and together & set(across) else "",
            YES if any(self.ledger.home.get(one) == party and one != party for one in across) else "",
            *self._habits(role, party),
            *self._dealings(role, party),
        )

    def _together(self, party: str) -> set[str]:
        """The other parties that share a phrase with this one in the sentence."""
        spots = self.seen.sentence.spots
        phrases = {spot.phrase for spot in spots if spot.naming.party == party}
        return {spot.naming.party for spot in spots if spot.phrase in phrases and spot.naming.party != party}

    def _habits(self, role: str, party: str) -> list[str]:
        """How often the party has the role, and the other one, in other events of the article (type, all, entry)."""
        found = []
        for name, keys in (
            (role, (self.draft.type, "", self.draft.trigger.entry.id)),
            ("target" if role == "source" else "source", (self.draft.type, "")),
        ):
            own = self.weight if party in self.told[name] else 0
            for key in keys:
                counts = self.ledger.roles.get((name, key))
                total = counts.total() - self.weight * len(self.told[name]) if counts else 0
                found.append(_bucket(counts[party] - own, total) if counts else "")
        return found

    def _dealings(self, role: str, party: str) -> tuple[str, str, str, str]:
        """How the party deals with those of the other role elsewhere in the article, and beside this event."""
        across = self.told["target" if role == "source" else "source"]
        if not across:
            return "", "", "", ""
        ledger = self.ledger
        own = self.weight if party in self.told[role] else 0
        partners: Counter[str] = Counter()
        for one in across:
            partners.update(ledger.partners.get(one) or {})
        total = partners.total() - self.weight * len(self.told[role]) * len(across)
        ahead = sum(ledger.directed[(party, one) if role == "source" else (one, party)] - own for one in across)
        back = sum(ledger.directed[(one, party) if role == "source" else (party, one)] for one in across)
        direction = f"{YES if ahead > 0 else NO} {YES if back > 0 else NO}"
        beside = []
        for at in (self.at - 1, self.at + 1):
            near = {*ledger.sources[at], *ledger.targets[at]} if 0 <= at < len(ledger.drafts) else set()
            beside.append((YES if party in near else NO) if near & set(across) else "")
        return _bucket(partners[party] - own * len(across), total), direction, beside[0], beside[1]


def _way(filler: Filler) -> str:
    return f"{filler.slot}:{filler.how.split(',')[0]}" if filler.actors else ""


def _kind(ledger: Ledger, party: str) -> str:
    entity = ledger.entities.get(ledger.stands.get(party, party))
    if entity is None or entity.kind == "state" or entity.id != party:
        return "state"
    role = entity.code.split(" ")[-1]
    return role if role in ("IGO", "MED", "REB", "OPP", "PTY") else entity.kind


def _bucket(count: float, total: float) -> str:
    if count <= 0 or total <= 0:
        return ""
    share = count / total
    return "low" if share < 0.34 else "middle" if share < 0.67 else "high"


def sentences(ledger: Ledger) -> dict[int, Sentence]:
    """The sentences of an article that hold events, by index."""
    heads: dict[int, list[int]] = {}
    first: dict[int, Draft] = {}
    for draft in ledger.drafts:
        index = draft.scene.sentence.index
        heads.setdefault(index, []).append(draft.trigger.head)
        first.setdefault(index, draft)
    return {index: Sentence(ledger, draft, sorted(heads[index])) for index, draft in first.items()}
