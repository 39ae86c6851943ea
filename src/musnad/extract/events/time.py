"""When and where an event was, from its clause."""

from __future__ import annotations

from bisect import bisect_right

from musnad.extract.events.scene import Scene
from musnad.extract.triggers.layer import Trigger
from musnad.model import Mention, Time

_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
NEAR = 8  # time expressions to either side of a trigger that are looked at
REACH = 14  # tokens between a trigger and its time
_LOCATIVE = frozenset({"في", "ب", "داخل", "قرب", "وسط"})


def event_time(scene: Scene, trigger: Trigger) -> Time | None:
    """The nearest dated time expression of the trigger's own clause, one before another trigger first;
    None if there is none.
    """
    clause, best, cost = scene.clause_of(trigger.head), None, REACH + 1.0
    for time in _times_near(scene, trigger):
        if time.type not in ("DATE", "TIME") or not _is_dated(time):
            continue
        token = _token_at(scene, time.start)
        if token < 0 or scene.clause_of(token) != clause:
            continue
        after = token > trigger.head
        distance = token - trigger.last if after else trigger.first - token
        between = range(trigger.last + 1, token) if after else range(token + 1, trigger.first)
        distance += sum(5 for at in between if at in scene.trigger_at or scene.made.shapes[at].kind == "comma")
        if distance + (0 if after else 0.5) < cost:
            best, cost = time, distance + (0 if after else 0.5)
    return best if best is not None else _sentence_time(scene, trigger)


def _sentence_time(scene: Scene, trigger: Trigger) -> Time | None:
    """The last time told before the trigger in its sentence, outside of what is quoted or described:
    it still runs on.
    """
    found = None
    for time in _times_near(scene, trigger):
        if time.start > trigger.start:
            break
        if time.type in ("DATE", "TIME") and _is_dated(time):
            token = _token_at(scene, time.start)
            kind = scene.held.clauses[scene.clause_of(token)].kind if token >= 0 else "aside"
            if kind in ("main", "adverbial"):
                found = time
    return found


def _is_dated(time: Time) -> bool:
    """Whether a time expression tells a day, month or year, each of its digits known."""
    return time.value[:1].isdigit() and time.value not in _VAGUE and "X" not in time.value


def day_of(value: str) -> str:
    """A TIMEX3 value without its time of day («2024-06-18TEV» → «2024-06-18»)."""
    return value.split("T")[0] if value[:1].isdigit() else value


def event_place(scene: Scene, trigger: Trigger) -> Mention | None:
    """The first place in a locative phrase behind the trigger in its clause; None if the text names none."""
    clause = scene.clause_of(trigger.head)
    for index in range(
        scene.made.owner[trigger.last], min(len(scene.made.phrases), scene.made.owner[trigger.last] + 8)
    ):
        phrase = scene.made.phrases[index]
        if scene.held.of[index] != clause:
            continue
        if index > scene.made.owner[trigger.last] and phrase.kind == "verb":
            break
        if phrase.preposition in _LOCATIVE and phrase.first > trigger.last:
            for mention in scene.made.mention_at[phrase.head : phrase.last + 1]:
                if mention is not None and mention.kind in ("place", "state") and not mention.adjectival:
                    return mention
    return None


def _times_near(scene: Scene, trigger: Trigger) -> list[Time]:
    """The time expressions of the sentence around a trigger, in order."""
    times = scene.sentence.times
    here = bisect_right(times, trigger.start, key=lambda time: time.start)
    return times[max(0, here - NEAR) : here + NEAR]


def _token_at(scene: Scene, offset: int) -> int:
    at = bisect_right(scene.tokens, offset, key=lambda token: token.start) - 1
    return at if at >= 0 and scene.tokens[at].end > offset else -1
