"""A contested matter as it is shown: which matters come first, and what each side says of one."""

from __future__ import annotations

from collections.abc import Callable

from musnad.model.story import Matter, Statement

MOST_LINES = 8  # statements shown of one matter
_ORDER = {"asserts": 0, "expects": 1, "hedges": 2, "asks": 3, "denies": 4}


def contested_first(matter: Matter) -> tuple[object, ...]:
    """A key to sort by: what two known voices contest, then what is only denied, the most told first."""
    asserting, denying = ({s.voice.entity for s in matter.statements if s.position == p} for p in ("asserts", "denies"))
    two_sided = any(one and other and one != other for one in asserting for other in denying)
    told = (-matter.documents, -len(matter.statements))
    return (matter.status != "contested", not two_sided, *told, matter.since or "", matter.id)


def stance_of(statement: Statement) -> str:
    """How a statement stands, in the words of `stance`: to call a report false is to deny it, not to comment is not."""
    if statement.position == "denies":
        return "deny"
    return "refuse" if statement.stance == "deny" and statement.position == "asks" else statement.stance


def sides_of(matter: Matter, speaker: Callable[[Statement], str]) -> list[Statement]:
    """What each voice says, once for each position and once for each stretch of text, those who deny it last."""
    by_voice: dict[tuple[str, str], Statement] = {}
    for statement in matter.statements:
        by_voice.setdefault((statement.position, speaker(statement)), statement)
    kept: list[Statement] = []
    for statement in sorted(by_voice.values(), key=lambda s: (s.voice.entity is None, _ORDER[s.position], s.id)):
        if not any(_within(statement, other) for other in kept):
            kept.append(statement)
    kept.sort(key=lambda s: (_ORDER[s.position], s.place.published or "", s.place.document, s.place.span.start))
    denying = [s for s in kept if s.position == "denies"][: MOST_LINES // 2]
    return [s for s in kept if s.position != "denies"][: MOST_LINES - len(denying)] + denying


def _within(one: Statement, other: Statement) -> bool:
    """Whether two statements of one side stand on the same words: what is said to be said is no second voice."""
    if one.place.document != other.place.document or (one.position == "denies") != (other.position == "denies"):
        return False
    mine, theirs = one.place.span, other.place.span
    return mine.start < theirs.end and theirs.start < mine.end
