"""Who passes the statements of one sentence on: the outlets named in it, and those that cite a speaker."""

from __future__ import annotations

from dataclasses import replace

from musnad.extract.claims.chains import is_outlet, relay, relays
from musnad.extract.claims.drafts import Draft
from musnad.extract.claims.speakers import Speaker
from musnad.extract.grammar.clause_line import Line
from musnad.model.claim import Relay


def via_of(
    line: Line, draft: Draft, content: range, drafts: list[Draft], outlets: tuple[int, ...]
) -> tuple[Relay, ...]:
    if draft.via or not outlets:
        return draft.via
    own = [at for at in outlets if not any(at in other for other in _addressed(drafts, draft))]
    return relays(line, tuple(own), [*(d.speaker for d in drafts), Speaker(content.start, content.stop - 1)])


def _addressed(drafts: list[Draft], draft: Draft) -> list[range]:
    """The words between the other verbs and what they tell, where those say to whom: «وقال لصحيفة … إن»."""
    return [range(d.at, d.opening.boundary) for d in drafts if d is not draft and d.cue.kind == "verb"]


def with_relays(line: Line, drafts: list[Draft]) -> list[Draft]:
    """«بحسب» an outlet in a sentence where somebody else speaks passes that statement on and makes none of its own."""
    drafts = _quoted_by_outlets(line, drafts)
    told = [d for d in drafts if d.cue.kind in ("verb", "participle") and not d.speaker.implicit]
    passed = [d for d in drafts if d.cue.kind == "adverbial" and d.cue.relay and is_outlet(line, d.speaker.first)]
    if not told or not passed:
        return drafts
    via = tuple(relay(line, d.speaker.first, d.speaker.last + 1) for d in passed)
    return [replace(d, via=(*d.via, *via)) for d in drafts if d not in passed]


def _quoted_by_outlets(line: Line, drafts: list[Draft]) -> list[Draft]:
    """«ذكرت رويترز، نقلاً عن مسؤول، أن»: the official speaks, the outlet passes on."""
    quoted = {d.at: d for d in drafts if d.cue.id == "naqlan-an"}
    result = []
    for draft in drafts if quoted else ():
        cited = next((at for at in quoted if draft.at < at < draft.opening.at), None)
        if cited is None or draft.cue.kind != "verb" or not is_outlet(line, draft.speaker.first):
            result.append(draft)
            continue
        outlet = relay(line, draft.speaker.first, draft.speaker.last + 1)
        result.append(replace(draft, speaker=quoted.pop(cited).speaker, via=(*draft.via, outlet)))
    return (
        [draft for draft in result if draft.cue.id != "naqlan-an" or draft.at in quoted] if quoted or result else drafts
    )
