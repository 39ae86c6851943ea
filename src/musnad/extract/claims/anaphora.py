"""Statements that point back: «…، وهو ما نفته موسكو», «…، الأمر الذي أكده الوزير»."""

from __future__ import annotations

from musnad.extract.claims.cues import Cue, CueForm
from musnad.extract.claims.drafts import LIKELY, Draft
from musnad.extract.claims.openings import Opening
from musnad.extract.claims.speakers import Speaker, can_speak, may_be_subject
from musnad.extract.claims.subjects import following_subject
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line

MAX_NOUN = 14  # words of a noun phrase that is pointed back to
MAX_BACK = 80  # words of the statement that is pointed back to
LEAST = 3  # words that a statement has at least


def anaphoric(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a verb that takes the clause before it as what is said; None if it does not point back."""
    pointer = _pointer(line, at)
    if prefix or form.person != 3:
        return None
    if pointer is None:
        return _of_antecedent(line, at, form, cue)
    found = _subject_behind(line, at, form)
    if found is None:
        return None
    start = _clause_start(line, pointer)
    stop = pointer - 1 if line.is_comma(pointer - 1) else pointer
    if stop - start < LEAST:
        return None
    return Draft(
        at,
        at,
        form,
        cue,
        0,
        found[0],
        Opening(start, "clause", start),
        content=range(start, stop),
        confidence=LIKELY,
        used=found[1] - 1,
    )


def _subject_behind(line: Line, at: int, form: CueForm) -> tuple[Speaker, int] | None:
    """Who says it, behind a verb that points back by its pronoun or by a word like «به», with the token behind."""
    after = at + 1
    if not form.pronoun:
        if after >= line.size or line.forms[after] not in words("resumptives"):
            return None
        after += 1
    found = following_subject(line, after)
    if found is None or not may_be_subject(line, at, form, found[0]) or not can_speak(line, found[0]):
        return None
    return found


def _of_antecedent(line: Line, at: int, form: CueForm, cue: Cue) -> Draft | None:
    """«اتهامات تنفيها باماكو»، «الهجوم الذي اتهمت به طهران»: what is denied or blamed is the noun before the verb."""
    if (cue.stance not in _ANSWERING and cue.id != "tabanna-q") or cue.refusal or line.quotes_around(at):
        return None
    stop = at - 1 if at and line.forms[at - 1] in words("relatives") else at
    if stop > 0 and stop < at and line.is_comma(stop - 1):
        stop -= 1
    found = _subject_behind(line, at, form)
    first = _noun_before(line, stop)
    if found is None or first == stop:
        return None
    opening = Opening(first, "noun", first)
    content = range(first, stop)
    return Draft(at, at, form, cue, 0, found[0], opening, content=content, confidence=LIKELY, used=found[1] - 1)


_ANSWERING = frozenset({"deny", "question", "accuse"})


def _noun_before(line: Line, stop: int) -> int:
    """Where the noun phrase that ends before token `stop` begins: behind a sign, a verb or a particle."""
    first = stop
    while first > 0 and stop - first < MAX_NOUN and not line.is_sign(first - 1) and not line.is_verb(first - 1):
        form = line.forms[first - 1]
        if form in words("complementizers") or form in words("contrasts") or form in _POINTERS:
            break
        if first < stop and line.is_definite(first - 1) and not line.is_definite(first) and line.names[first] is None:
            break  # «نشر الموقع اتهامات تنفيها …»
        first -= 1
        if form in words("relatives"):
            return stop
    return first


_POINTERS = frozenset({"وهو", "وهي", "هو", "هي", "وهذا", "وهذه"})


def _pointer(line: Line, at: int) -> int | None:
    """The first token of «وهو ما» or «الأمر الذي» right before the verb at `at`."""
    before = line.forms[max(at - 2, 0) : at]
    if len(before) < 2:
        return None
    if before[1] == "ما" and before[0] in ("وهو", "وهذا", "هو", "وذلك"):
        return at - 2
    return at - 2 if before == ["الامر", "الذي"] else None


def _clause_start(line: Line, stop: int) -> int:
    for k in range(stop - 2, max(stop - MAX_BACK, -1), -1):
        form = line.forms[k]
        if form in words("complementizers"):
            return k + 1
        if form in words("bound_complementizers"):
            return k
        if form in STOPS or form == ":":
            return k + 1
    return 0
