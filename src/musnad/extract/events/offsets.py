"""Acts that are dated by their distance from another: «بعد يومين من …», «قبل … بثلاثة أيام», «غداة …»."""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.extract.events.drafts import Draft
from musnad.extract.events.scene import Scene
from musnad.extract.events.time import time_words, token_at
from musnad.extract.times.context import shift
from musnad.lang.ar.calendar import day

BETWEEN = 4  # tokens between a length of time and the act that it is counted from
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])\Z")


class Distance(NamedTuple):
    """`length` units from the act `named` on to the act that is told."""

    named: Draft
    length: int
    unit: str


def count_days(scene: list[Draft]) -> None:
    """Dates, among the events of one sentence, the act that is counted from the other's day, whichever has one."""
    for distance in _distances(scene):
        told = _told(distance.named, scene)
        if told is None:
            continue
        named = distance.named
        shared = named.time is not None and named.time is told.time
        if shared and named.time is not None and named.time.start > named.trigger.start:
            told.when, shared = None, False  # «غداة الانقلاب في 26 يوليو»: the time is that of the act named
        if told.when is not None and (named.when is None or shared):
            _date(named, told.when, -distance.length, distance.unit)
        elif named.when is not None and told.when is None:
            _date(told, named.when, distance.length, distance.unit)


def _date(draft: Draft, when: str, count: int, unit: str) -> None:
    anchor = day(when)
    value = shift(unit, count, anchor) if anchor is not None else None
    draft.when, draft.time = value, None
    draft.filled["time"] = "counted from another act"


def _told(named: Draft, scene: list[Draft]) -> Draft | None:
    """The act of the finite verb that the distance belongs to: in the same clause, before it or else behind."""
    held = named.scene
    clause = held.clause_of(named.trigger.first)
    verbs = [draft for draft in scene if draft is not named and not draft.nominal]
    if not verbs:
        return _named_as_subject(named, scene)
    same = [draft for draft in verbs if held.clause_of(draft.trigger.head) == clause] or verbs
    before = [draft for draft in same if draft.trigger.start < named.trigger.start]
    return before[-1] if before else same[0] if same else None


def _named_as_subject(named: Draft, scene: list[Draft]) -> Draft | None:
    """The known act that a verb of no event tells of («وجاء الاجتماع بعد أربعة أيام من الاغتيال»); None without one."""
    made = named.scene.made
    before = [draft for draft in scene if draft.trigger.start < named.trigger.start]
    known = [draft for draft in before if made.shapes[draft.trigger.head].definite and draft.judged.value == "CT+"]
    return known[-1] if known else None


def _distances(scene: list[Draft]) -> list[Distance]:
    if not scene:
        return []
    held = scene[0].scene
    at = {draft.trigger.first: draft for draft in scene}
    found = []
    for time in held.sentence.times:
        length = _LENGTH.match(time.value) if time.type == "DURATION" else None
        if length is None:
            continue
        first, last = token_at(held, time.start), token_at(held, time.end - 1)
        count, unit = int(length[1]), length[2]
        before = held.tokens[first - 1].form.lstrip("وف") if first > 0 else ""
        if before in ("بعد", "قبل") and last + 1 < len(held.tokens):
            named = _act_behind(held.tokens[last + 1].form, at, last)
            sign = 1 if before == "بعد" else -1
        else:
            named, sign = _act_before(held, at, first)
        if named is not None:
            found.append(Distance(named, sign * count, unit))
    for index in sorted(at):
        days = time_words().eves.get(held.tokens[index - 1].form.lstrip("وف")) if index else None
        if days is not None:
            found.append(Distance(at[index], days, "D"))
    return found


def _act_behind(word: str, at: dict[int, Draft], last: int) -> Draft | None:
    """The act right behind «من» («بعد يومين من مصادقة البرلمان»); None where another word follows the length."""
    if word not in time_words().distances:
        return None
    return next((at[index] for index in range(last + 2, last + 2 + BETWEEN) if index in at), None)


def _act_before(held: Scene, at: dict[int, Draft], first: int) -> tuple[Draft | None, int]:
    """The act between «قبل» or «بعد» and a length with ب («قبل إعلان الانسحاب بثلاثة أيام»), and the direction."""
    if not held.tokens[first].form.startswith("ب"):
        return None, 0
    for index in range(first - 1, max(-1, first - 2 - BETWEEN), -1):
        word = held.tokens[index].form.lstrip("وف")
        if word in ("قبل", "بعد"):
            named = next((at[place] for place in range(first - 1, index, -1) if place in at), None)
            return named, -1 if word == "قبل" else 1
    return None, 0
