"""The stance of a statement: what its cue, its polarity and its own words make of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.extract.claims.cues import FOLDER, Cue, CueForm
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.lang.ar.orthography import fold_key
from musnad.model.claim import Stance
from musnad.resources import load_yaml, package_path

MUST_REACH = 6  # words from its beginning in which «يجب» makes it a demand
OFFER_REACH = 5  # words from its beginning in which the speaker offers or commits himself
HEDGE_REACH = 14  # words from its beginning in which a modal word colours the whole statement


@cache
def _tables() -> dict[str, Any]:
    raw = load_yaml(package_path(*FOLDER, "stances.yaml"))
    folded: dict[str, Any] = {name: _phrases(rows) for name, rows in raw.items() if name != "attitudes"}
    folded["attitudes"] = {fold_key(w): stance for stance, rows in raw["attitudes"].items() for w in rows}
    return folded


def _phrases(rows: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows:
        first, *rest = fold_key(row).split(" ")
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def holds(line: Line, table: str, first: int, end: int, but: str = "") -> bool:
    """Whether tokens `first` to `end` (exclusive) hold a word or phrase of a table of `stances.yaml`, none of `but`."""
    known, weak = _tables()[table], _tables()[but] if but else ()
    for at in range(first, end):
        form = line.forms[at]
        if at and line.forms[at - 1] in ("غير", "ليس", "لا", "ليست") and table in ("laud", "hedges"):
            continue
        if form in weak:
            continue
        rests = known.get(form) or (known.get(form[1:]) if form[0] in "ولبف" else None)
        if rests and any(tuple(line.forms[at + 1 : at + 1 + len(rest)]) == rest for rest in rests):
            return True
    return False


def attitude(form: str) -> str | None:
    """The stance of a noun of attitude («قلقه» → concern), or None."""
    return _attitude(form) or (_attitude(form[2:]) if form.startswith("ال") else None)


def _attitude(form: str) -> str | None:
    known: dict[str, str] = _tables()["attitudes"]
    for ending in ("", "ها", "هم", "هما", "ه", "ا", "نا", "ي"):
        if ending and not form.endswith(ending):
            continue
        stem = form[: len(form) - len(ending)]
        found = known.get(stem) or (known.get(stem[:-1] + "ه") if ending and stem.endswith("ت") else None)
        if found:
            return found
    return None


def negated(line: Line, at: int) -> bool:
    """Whether the verb at token `at` stands under لم، لا، لن or «دون أن»."""
    if at > 1 and line.forms[at - 1] == "ان":
        return line.forms[at - 2] in ("دون", "بدون")
    return at > 0 and line.forms[at - 1] in words("negations")


def stance_of(line: Line, cue: Cue, form: CueForm, at: int, content: range, unnamed: bool) -> Stance | None:
    """The stance of a statement; None where a negated cue states nothing («لم يعلن»)."""
    first, end = content.start, content.stop
    if form.tense in ("p", "i") and negated(line, at):
        return cue.negated or None  # type: ignore[return-value]
    if cue.id in ("wasafa", "wasifan"):
        if holds(line, "alarms", first, end) and not holds(line, "blame", first, end):
            return "concern"
        return "praise" if holds(line, "laud", first, end) and not holds(line, "blame", first, end) else "accuse"
    if cue.stance != "assert":
        return cue.stance  # type: ignore[return-value]
    if holds(line, "denials", first, end) or _denies(line, content):
        return "deny"
    return _told(line, cue, first, end, unnamed)


def refuses(line: Line, cue: Cue, content: range) -> bool:
    """Whether a denial says what the speaker will not do («رفض التعليق»، «إنه لن يوقع») rather than what is not so."""
    first = content.start
    if line.forms[first] == '"' and len(content) > 1:
        first += 1
    if cue.attitude or cue.refusal:
        form = line.forms[first]
        return form.removeprefix("ال") not in words("allegations")
    if cue.stance != "assert":
        return False
    if attitude(line.forms[first]) == "deny":
        return True
    head = line.forms[first : first + 3]
    return "لن" in head and _denies(line, content)


def _denies(line: Line, content: range) -> bool:
    """«إنه لن يكون ملزماً»: the speaker says of himself what he does not or will not do."""
    first = content.start
    if line.forms[first] in words("own_country") and first + 2 < content.stop and line.forms[first + 1] in _NOT:
        return line.forms[first + 2] not in words("impersonal_verbs") | words("denying_verbs")
    bound = line.forms[first] in words("bound_complementizers") or (
        first > 0 and line.forms[first - 1] in words("bound_complementizers")
    )
    after = first + 1 if line.forms[first] in words("bound_complementizers") else first
    if not bound or after + 1 >= content.stop or line.forms[after] not in ("لا", "لن", "ليس", "ليست"):
        return False
    return line.forms[after + 1] not in words("impersonal_verbs")


_NOT = frozenset({"لم", "لا", "لن", "ليس", "ليست"})
_DECLARING = frozenset({"aalana", "muliman", "akkada", "muakkidan"})
_BY_NOUN = frozenset({"deny", "praise", "promise", "accuse", "concern", "demand"})


def _is_own(line: Line, at: int) -> bool:
    """Whether the noun of attitude at token `at` is the speaker's: «رفضه»، «دعم بلاده»."""
    after = line.forms[at + 1] if at + 1 < line.size else ""
    return line.forms[at].endswith(("ه", "ها", "هم", "هما", "نا")) or after in words("own_country")


def _demands(line: Line, first: int, end: int) -> bool:
    """Whether the statement says what must be done: «يجب أن»، «على فرنسا أن»."""
    if holds(line, "musts", first, min(first + MUST_REACH, end)):
        return not any(line.forms[k] in ("لا", "كان", "كانت") for k in range(first, min(first + 2, end)))
    return line.forms[first] == "علي" and "ان" in line.forms[first + 2 : min(first + 5, end)]


def _may_be(line: Line, first: int, end: int) -> bool:
    """Whether «قد» with an imperfect, or «ربما», opens the statement."""
    for at in range(first, end - 1):
        if line.forms[at] == "ربما" or (line.forms[at] in ("قد", "وقد") and _is_imperfect(line, at + 1)):
            return at == first or line.forms[at - 1] not in words("was")
    return False


def _is_of_speaker(line: Line, first: int) -> bool:
    """Whether the statement that begins at token `first` is about the speaker: «أنه»، «بلاده»."""
    return line.forms[first] in words("own_country") or line.forms[first] in words("bound_complementizers")


def _hedged(line: Line, first: int, end: int) -> bool:
    past = any(line.forms[at] == "قد" and not _is_imperfect(line, at + 1) for at in range(first, end - 1))
    return not past and holds(line, "hedges", first, end)


def _is_imperfect(line: Line, at: int) -> bool:
    return line.forms[at][0] in "يتنا" and line.is_verb(at) and not line.forms[at].endswith("ت")


def _is_future(line: Line, at: int) -> bool:
    return line.forms[at] == "سوف" or (line.forms[at][:2] in ("سي", "ست", "سن") and line.is_verb(at))


def _told(line: Line, cue: Cue, first: int, end: int, unnamed: bool) -> Stance:
    """The stance that the words of a plain statement give it."""
    if _demands(line, first, end):
        return "demand"
    if cue.judges and holds(line, "blame", first, end, "weak_blame" if cue.id == "qala" else ""):
        return "accuse"
    if holds(line, "threats", first, min(first + HEDGE_REACH, end)):
        return "warn"
    if _may_be(line, first, min(first + 4, end)):
        return "predict"
    if cue.judges and cue.id != "qala" and holds(line, "fears", first, end):
        return "concern"
    if cue.id in _DECLARING and (told := attitude(line.forms[first])) in _BY_NOUN and _is_own(line, first):
        return told  # type: ignore[return-value]
    if cue.id in ("aalana", "muliman") and holds(line, "gifts", first, min(first + 2, end)):
        return "promise"
    if _is_of_speaker(line, first) and holds(line, "offers", first, min(first + OFFER_REACH, end)):
        return "promise"
    if unnamed and _hedged(line, first, min(first + HEDGE_REACH, end)):
        return "predict"
    if line.forms[first] in words("own_country") and first + 1 < end and _is_future(line, first + 1):
        return "promise"
    word = first + 1 if line.forms[first] == '"' and first + 1 < end else first
    if line.forms[word].startswith("سن") and line.is_verb(word) and line.quotes_around(word):
        return "promise"
    return "assert"
