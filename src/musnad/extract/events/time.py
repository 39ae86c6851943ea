"""When an event was, from its clause."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from musnad.extract.events.scene import Scene
from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.triggers.layer import Trigger
from musnad.lang.ar.orthography import fold_key
from musnad.model import Time
from musnad.resources import load_yaml, package_path

_NAMING = ("time-date", "time-year")  # what stands in the genitive: no weekday, no «أمس»
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
NEAR = 8  # time expressions to either side of a trigger that are looked at
REACH = 14  # tokens between a trigger and its time
VERB_REACH = 24  # tokens between a verb and its time: its subject stands there with title and apposition
OTHER_VERB = 6  # how much farther a time before a verb seems that stands behind another one
DAY = len("2024-06-18")
OWN = 7  # tokens behind a noun within which a time is its own, with no verb or other act between
PARTICIPLE = 4  # tokens between a participle that describes a noun and its time


class TimeWords(NamedTuple):
    """The words of `data/event_times/words.yaml`, folded, and the entries of acts that last."""

    lasting: frozenset[str]
    within: frozenset[str]
    occasions: frozenset[str]
    distances: frozenset[str]
    limits: frozenset[str]
    apart: frozenset[str]
    looking_back: frozenset[str]
    eves: dict[str, int]


@cache
def time_words() -> TimeWords:
    """What the times of events lean on."""
    data = load_yaml(package_path("extract", "data", "event_times", "words.yaml"))
    kinds = ("within", "occasions", "distances", "limits", "apart", "looking_back")
    folded = {kind: frozenset(map(fold_key, data[kind])) for kind in kinds}
    eves = {fold_key(word): int(days) for word, days in data["eves"].items()}
    return TimeWords(lasting=frozenset(data["lasting"]), eves=eves, **folded)


def event_time(scene: Scene, trigger: Trigger) -> Time | None:
    """The nearest dated time expression of the trigger's own clause, one before another trigger first, or of the
    clause that describes what a noun names; else the time that the sentence told before. None if there is none.
    """
    clause = scene.clause_of(trigger.head)
    found = _nearest_in(scene, trigger, clause)
    if found is None and scene.verb_phrase(trigger) < 0:
        found = _described(scene, trigger)
    found = found if found is not None else _sentence_time(scene, trigger)
    told_first = found is not None and found.start < trigger.start and len(day_of(found.value)) == DAY
    return _described(scene, trigger) if told_first and is_apart(scene, trigger) else found


def is_apart(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun's act stands behind «بعد», «إثر» or «منذ», so that the verb's time is not its own: no meeting,
    behind which things are said on the same day.
    """
    if trigger.entry.type == "CONSULT":
        return False
    phrase = scene.phrase(trigger.head)
    return scene.verb_phrase(trigger) < 0 and phrase.head == trigger.head and phrase.preposition in time_words().apart


def _nearest_in(scene: Scene, trigger: Trigger, clause: int) -> Time | None:
    """The nearest dated time of a clause, one before another trigger first."""
    verbal = scene.verb_phrase(trigger) >= 0
    best, cost = None, (VERB_REACH if verbal else REACH) + 1.0
    for time in _times_near(scene, trigger):
        token = _dated_token(scene, time)
        if token < 0 or scene.clause_of(token) != clause or not _is_for(scene, trigger, token):
            continue
        if _names_another(scene, trigger, time, token):
            continue
        after = token > trigger.head
        distance = (token - trigger.last if after else trigger.first - token) + (0 if after else 0.5)
        between = range(trigger.last + 1, token) if after else range(token + 1, trigger.first)
        distance += _obstacles(scene, between, verbal and after)
        if verbal and not after and _is_of_verb_before(scene, trigger, token):
            distance += OTHER_VERB
        if distance < cost:
            best, cost = time, distance
    return best


def _is_of_verb_before(scene: Scene, trigger: Trigger, token: int) -> bool:
    """Whether a time before a verb stands behind another verb of its clause («استقالوا في يونيو، ثم قُتل …»)."""
    verb = scene.held.verb_before(scene.made.owner[trigger.first])
    return verb >= 0 and scene.made.phrases[verb].head < token


def _obstacles(scene: Scene, between: range, behind_verb: bool) -> float:
    """How much farther a time seems for what stands between: behind a verb come his titles and commas, so that only
    another verb's act counts in full.
    """
    cost = 0.0
    for at in between:
        if behind_verb and _stands_apart(scene, at):
            return VERB_REACH + 1.0
        if at in scene.trigger_at:
            verb = behind_verb and scene.phrase(at).kind == "verb"
            cost += 5 if not verb else VERB_REACH / 2 if scene.made.shapes[at].joined else VERB_REACH
        elif scene.made.shapes[at].kind == "comma":
            cost += 1 if behind_verb else 5
    return cost


def _stands_apart(scene: Scene, at: int) -> bool:
    """Whether a noun behind «منذ» or «بعد» has times of its own («شنت غارات منذ سقوط الأسد في الثامن من ديسمبر»)."""
    phrase = scene.phrase(at)
    return phrase.head == at and phrase.preposition in time_words().apart and scene.made.time_at[at] is None


def _dated_token(scene: Scene, time: Time) -> int:
    """The first token of a time that tells a day, month or year; -1 for others and for those that set an end."""
    if time.type not in ("DATE", "TIME") or not _is_dated(time):
        return -1
    token = token_at(scene, time.start)
    limit = token > 0 and scene.tokens[token - 1].form.lstrip("وف") in time_words().limits
    return -1 if limit else token


def _is_for(scene: Scene, trigger: Trigger, token: int) -> bool:
    """Whether a time may date the trigger: not one that a definite participle before it takes
    («الاتفاق الموقع عام 2015»), unless it describes the trigger itself.
    """
    made = scene.made
    for at in range(token - 1, max(-1, token - 1 - PARTICIPLE), -1):
        here = made.shapes[at]
        if here.kind in ("comma", "stop") or made.phrases[made.owner[at]].kind == "verb":
            return True
        if at <= trigger.last:
            return True
        if _is_participle(scene, at) and here.definite and made.phrases[made.owner[at]].head != at:
            return made.owner[at] == made.owner[trigger.head]
    return True


def _is_participle(scene: Scene, at: int) -> bool:
    """Whether a word has the form of a participle that describes a noun («الموقّع»): no name, no «المصري»."""
    word = scene.tokens[at].word
    if word is None or not word.core.startswith("م") or scene.made.mention_at[at] is not None:
        return False
    return any(morph.derived in ("active", "passive") for morph in word.readings)


def _names_another(scene: Scene, trigger: Trigger, time: Time, token: int) -> bool:
    """Whether a date is the name of another act right before it («مجازر 17 أكتوبر 1961», «حرب 1967»)."""
    other = scene.trigger_at.get(token - 1)
    if other is None or other is trigger or scene.phrase(token - 1).kind == "verb":
        return False
    return time.rule in _NAMING and not scene.made.shapes[token - 1].definite


def _described(scene: Scene, trigger: Trigger) -> Time | None:
    """The time of the relative clause that describes a noun («القمة التي احتضنتها المدينة أمس»); None without one."""
    own = scene.made.owner[trigger.head]
    for index in range(own + 1, min(own + 3, len(scene.made.phrases))):
        number = scene.held.of[index]
        clause = scene.held.clauses[number]
        if clause.kind != "relative" or clause.opener != index:
            continue
        for time in _times_near(scene, trigger):
            token = _dated_token(scene, time)
            if token > trigger.last and scene.clause_of(token) == number and token - trigger.last <= REACH:
                return time
    return None


def belongs_to(scene: Scene, trigger: Trigger, time: Time, nominal: bool) -> bool:
    """Whether a time stands with the trigger itself, not with what governs it: for a noun close behind it,
    for a verb in its clause.
    """
    token = token_at(scene, time.start)
    if not nominal:
        return token >= 0 and scene.clause_of(token) == scene.clause_of(trigger.head)
    between = range(trigger.last + 1, token)
    if not 0 < token - trigger.last <= OWN:
        return False
    return not any(at in scene.trigger_at or scene.phrase(at).kind == "verb" for at in between)


def _sentence_time(scene: Scene, trigger: Trigger) -> Time | None:
    """The last time told before the trigger in its sentence, outside of what is quoted or described:
    it still runs on, but not for what was before, what is usual or what people think.
    """
    if not _runs_on(scene, trigger):
        return None
    found = None
    for time in _times_near(scene, trigger):
        if time.start > trigger.start:
            break
        token = _dated_token(scene, time)
        if token >= 0 and scene.held.clauses[scene.clause_of(token)].kind in ("main", "adverbial"):
            found = time
    return found


def _runs_on(scene: Scene, trigger: Trigger) -> bool:
    """Whether a time told before goes on for the trigger: not for a verb in the imperfect, nor behind «بعدما»."""
    verb = scene.verb_phrase(trigger)
    clause = scene.held.clauses[scene.clause_of(trigger.head)]
    opener = scene.tokens[scene.made.phrases[clause.opener].head].form.lstrip("وف") if clause.opener >= 0 else ""
    if opener in time_words().looking_back:
        return False
    if verb < 0:
        return True
    phrase = scene.made.phrases[verb]
    morph = verb_reading(scene.made, phrase)
    negated = any(scene.tokens[at].form.lstrip("وف") == "لم" for at in range(phrase.first, phrase.head))
    return morph is None or morph.aspect == "p" or negated


def _is_dated(time: Time) -> bool:
    """Whether a time expression tells a day, month or year, each of its digits known."""
    return time.value[:1].isdigit() and time.value not in _VAGUE and "X" not in time.value


def day_of(value: str) -> str:
    """A TIMEX3 value without its time of day («2024-06-18TEV» → «2024-06-18»)."""
    return value.split("T")[0] if value[:1].isdigit() else value


def _times_near(scene: Scene, trigger: Trigger) -> list[Time]:
    """The time expressions of the sentence around a trigger, in order."""
    times = scene.sentence.times
    here = bisect_right(times, trigger.start, key=lambda time: time.start)
    return times[max(0, here - NEAR) : here + NEAR]


def token_at(scene: Scene, offset: int) -> int:
    """The token of the sentence that holds an offset; -1 if none does."""
    at = bisect_right(scene.tokens, offset, key=lambda token: token.start) - 1
    return at if at >= 0 and scene.tokens[at].end > offset else -1
