"""Where what is said ends."""

from __future__ import annotations

from musnad.extract.claims.openings import Opening
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line

MAX_CONTENT = 300  # words of one statement in one sentence; the longest in news have some 120
MAX_SENTENCES = 6  # that a quotation may run over


def content_end(line: Line, opening: Opening, breaks: frozenset[int]) -> int:
    """The token after the last of the content; `breaks` are the tokens where another statement or its cue begins."""
    at = opening.at
    if at >= line.size:
        return line.size
    if line.forms[at] == '"' and opening.mode != "noun":
        close = line.quotes.get(at, line.size)
        if opening.mode == "quote" or not _goes_on(line, close + 1):
            return close
        at = close + 1
    k, last = at, min(line.size, at + MAX_CONTENT)
    opened = at - 2 if at > 1 and line.forms[at - 2] == '"' and opening.mode == "clause" else -1
    if opened >= 0 and at < line.quotes.get(opened, line.size) < line.size:
        return line.quotes[opened]  # «قالت في بيان "إن …"»
    while k < last:
        if k in breaks and k > opening.at:
            break
        if line.forms[k] == '"' and k in line.quotes:
            k = max(line.quotes[k], k + 1)
            continue
        if line.is_comma(k) and _ends_at_comma(line, k, opening.mode, breaks):
            break
        k += 1
    while k > opening.at + 1 and line.is_sign(k - 1) and line.forms[k - 1] not in ('"', ")", "%", "]"):
        k -= 1
    return min(k, line.size)


def quotation_end(line: Line, opened: int) -> int | None:
    """Where in the text a quotation closes that runs over the end of its sentence; None if it closes nowhere near."""
    if line.quotes.get(opened) != line.size:
        return None
    sentence, sentences = line.sentence, line.reading.sentences
    for following in sentences[sentence.index + 1 : sentence.index + 1 + MAX_SENTENCES]:
        if following.article != sentence.article or not following.is_read:
            return None
        for number, token in enumerate(following.tokens):
            if token.form == '"':
                return token.start if number else None
    return None


def _goes_on(line: Line, at: int) -> bool:
    """Whether a reported clause goes on after the quotation that it began with."""
    if at >= line.size:
        return False
    if not line.is_sign(at):
        return True
    return line.is_comma(at) and at + 1 < line.size and line.forms[at + 1] in _AND_THAT


_AND_THAT = frozenset({"وان", "وانه", "وانها", "وانهم", "وانهما", "وبان", "وبانه", "وبانها"})


def _ends_at_comma(line: Line, comma: int, mode: str, breaks: frozenset[int]) -> bool:
    at = comma + 1
    if at >= line.size or at in breaks:
        return True
    form = line.forms[at]
    pair = f"{form} {line.forms[at + 1]}" if at + 1 < line.size else form
    if form in words("writer") or pair in words("writer") or _credits(line, at):
        return True
    if line.forms[comma - 1] == '"' and form in words("after_quotes"):
        return True
    if form in words("contrasts") or pair in words("contrasts"):
        return _statement_follows(line, at, breaks) or mode == "noun"
    if mode == "noun":
        return form in words("asides") or (form[0] in "وف" and _leads_clause(line, at))
    return False


def _credits(line: Line, at: int) -> bool:
    """Whether «حسب تعبيره» or «على حد قوله» stands at token `at`: the writer's mark that somebody else's words end."""
    k = at + 2 if line.forms[at] == "علي" and line.forms[at + 1 : at + 2] == ["حد"] else at + 1
    return k < line.size and line.forms[k] in words("own_words") and line.forms[at] in words("credits")


def _statement_follows(line: Line, at: int, breaks: frozenset[int]) -> bool:
    for k in range(at, min(at + 14, line.size)):
        if k in breaks:
            return True
        if k > at and line.is_comma(k):
            return False
    return False


def _leads_clause(line: Line, at: int) -> bool:
    return line.is_verb(at) or line.forms[at] in words("clause_starts")
