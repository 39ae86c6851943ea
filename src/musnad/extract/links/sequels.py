"""Clauses that follow from the one before: «…، فاستدعت باريس سفيرها»، «…، لتنتهي بذلك أزمة طويلة»."""

from __future__ import annotations

from musnad.extract.claims.cues import lexicon
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.links.ends import clause_after, clause_before

FA, LI = "fa-sequel", "li-outcome"
MAX_TOPIC = 40  # words of a topic or condition before its ف
LEAST = 3  # words of a clause that something follows from


def sequel(line: Line, at: int) -> tuple[str, range, range, range] | None:
    """The rule, cue, cause and effect where the verb at token `at` tells what came of the clause before; else None."""
    form = line.forms[at]
    if at <= LEAST or len(form) < 4 or not line.is_comma(at - 1):
        return None
    if form[0] == "ف":
        rule = FA if line.has_prefix(at, "ف") and line.is_surely_verb(at) and not _is_answer(line, at) else None
    else:
        outcome = form[:2] in ("لي", "لت") and form[1:] not in words("aiming")
        rule = LI if outcome and _is_subjunctive(line, at) else None
    if rule is None:
        return None
    cause, effect = clause_before(line, at), clause_after(line, at)
    if cause is None or effect is None or len(cause) < LEAST or len(effect) < LEAST or not _tells(line, cause):
        return None
    return rule, range(at, at + 1), cause, effect


def _is_subjunctive(line: Line, at: int) -> bool:
    word = line.tokens[at].word
    if word is None or "ل" not in word.proclitics:
        return False
    return any(morph.pos == "VERB" and morph.aspect == "i" for morph in word.readings[:1])


def _is_answer(line: Line, at: int) -> bool:
    """Whether ف joins no sequel: a verb of saying, the comment on «أما …», or the main clause of a condition."""
    form = line.forms[at][1:]
    if form in lexicon().forms or form.startswith("س"):
        return True
    for k in range(at - 1, max(at - MAX_TOPIC, -1), -1):
        if line.forms[k][0] == "ف" and line.has_prefix(k, "ف"):
            return False  # an earlier ف has opened the comment
        if line.forms[k].removeprefix("و") in words("awaits_fa"):
            return True
    return False


def _tells(line: Line, cause: range) -> bool:
    return any(line.is_verb(k) for k in cause)
