"""Where the two ends of a link begin and end."""

from __future__ import annotations

from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import before
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line
from musnad.extract.grammar.shapes import shape
from musnad.lang.ar.words import word

MAX_CLAUSE = 100  # words of one end of a link
MAX_BARE_SUBJECT = 4  # words of a subject that no sign or particle bounds


def clause_before(line: Line, at: int) -> range | None:
    """The tokens of the statement that ends before token `at`; None if nothing stands there."""
    stop = at
    while stop > 0 and (line.is_comma(stop - 1) or line.forms[stop - 1] in words("link_fillers")):
        stop -= 1
    first = stop
    while first > 0 and stop - first < MAX_CLAUSE and not _opens_clause(line, first - 1):
        if line.forms[first - 1] == '"' and line.quotes.get(first - 1, -1) >= at:
            break  # what stands before the quotation is no part of what is said in it
        first -= 1
    first = _over_fragment(line, first, stop)
    first = _inside_statement(line, first, stop, at)
    while first < stop and line.is_sign(first) and line.forms[first] != '"':
        first += 1
    first = _after_lead_in(line, first, stop)
    return range(first, stop) if first < stop else None


def _over_fragment(line: Line, first: int, stop: int) -> int:
    """Where the clause begins if what the last comma cuts off is no clause: a joined noun («، وللطلاب بنسبة ثلث») or
    no more than «جاء».
    """
    if first < 2 or not line.is_comma(first - 1):
        return first
    bare = all(line.forms[k] in words("came") for k in range(first, stop))
    joined = line.has_prefix(first, "و") and not any(line.is_verb(k) for k in range(first, stop))
    if not (bare or joined):
        return first
    wider = first - 1
    while wider > 0 and stop - wider < MAX_CLAUSE and not _opens_clause(line, wider - 1):
        wider -= 1
    return wider


def _inside_statement(line: Line, first: int, stop: int, cue: int) -> int:
    """Where the clause begins if the cue stands in what somebody says: «حذرت المنظمة من مجاعة ما لم …»."""
    starts = [told.start for told in line.told if first < told.start < stop and cue in told]
    return max(starts, default=first)


def _after_lead_in(line: Line, first: int, stop: int) -> int:
    """The token after «ومع ذلك» or «في المقابل», which belong to no statement."""
    if first + 2 < stop:
        pair = f"{line.forms[first].removeprefix('و')} {line.forms[first + 1]}"
        if pair in words("lead_ins"):
            first += 2
            while first < stop and line.is_sign(first) and line.forms[first] != '"':
                first += 1
    return first


def _opens_clause(line: Line, at: int) -> bool:
    form = line.forms[at]
    if line.is_comma(at) or form in STOPS or form == ":":
        return True
    if form in words("bound_complementizers"):
        return True
    if form in words("complementizers"):
        return not (at and line.forms[at - 1] in words("not_before_that"))
    return form in words("link_openers")


def clause_after(line: Line, at: int) -> range | None:
    """The tokens of the statement or phrase that begins at token `at`, up to the next comma or contrast."""
    stop = at
    while stop < min(line.size, at + MAX_CLAUSE):
        if stop > at and (line.is_comma(stop) or line.forms[stop] in STOPS or line.forms[stop] in words("link_stops")):
            break
        if line.forms[stop] == '"' and line.quotes.get(stop, stop) > stop:
            stop = min(line.quotes[stop] + 1, line.size)
            continue
        stop += 1
    while stop > at and line.is_sign(stop - 1) and (line.forms[stop - 1] not in _CLOSING or _is_loose(line, at, stop)):
        stop -= 1
    return range(at, stop) if stop > at else None


_CLOSING = frozenset('")%')


def _is_loose(line: Line, at: int, stop: int) -> bool:
    """Whether the mark before token `stop` closes a quotation that began before the clause."""
    return any(close == stop - 1 and opened < at for opened, close in line.quotes.items())


def consequence_after(line: Line, at: int) -> range | None:
    """The main clause after a condition that ends at token `at`: after a comma, or led by ف or the ل of لو."""
    k = at
    while k < line.size and (line.is_comma(k) or line.forms[k] in words("link_fillers")):
        k += 1
    return clause_after(line, k) if k < line.size else None


def condition_after(line: Line, at: int) -> tuple[range, int] | None:
    """The condition that begins at `at`, and the token where its main clause begins (the size if none follows)."""
    stop = at
    while stop < min(line.size, at + MAX_CLAUSE):
        if line.forms[stop] in STOPS or line.is_comma(stop):
            break
        if stop > at and (leads_consequence(line, stop) or (stop > at + 1 and _turns_to_future(line, stop))):
            break
        stop += 1
    return (range(at, stop), stop) if stop > at else None


def _turns_to_future(line: Line, at: int) -> bool:
    """Whether the main clause begins in the future without a comma: «إذا فشلت المحادثات ستلجأ الحكومة إلى القضاء»."""
    form = line.forms[at]
    if line.forms[at - 1] in words("relatives") or line.forms[at - 1] in words("complementizers"):
        return False
    if any(line.forms[k] in words("relatives") for k in range(max(at - 4, 0), at)):
        return False
    return form == "سوف" or (form[:2] in ("سي", "ست", "سن") and line.is_surely_verb(at))


def leads_consequence(line: Line, at: int) -> bool:
    """Whether the word at `at` opens the main clause of a condition («فسيعود»، «فإن»، «لخسر»)."""
    form = line.forms[at]
    if form in words("consequence_openers") or (form.startswith("فس") and line.is_verb(at)):
        return True
    if form[0] == "ل" and len(form) > 3:
        return any(morph.pos == "VERB" and morph.aspect == "p" for morph in word(form[1:]).readings[:1])
    return form[0] == "ف" and len(form) > 3 and line.has_prefix(at, "ف") and line.is_verb(at)


def subject_before(line: Line, at: int) -> range | None:
    """The noun phrase that ends right before token `at`, auxiliaries and adverbs skipped."""
    while at > 1 and (line.forms[at - 1] in words("relatives") or line.forms[at - 1] in ("هي", "هو")):
        at -= 1
        at -= line.is_comma(at - 1)
    found = before(line, at, speaks=False)
    if not found.implicit and line.forms[found.last] in words("conditionals"):
        return None
    if not found.implicit:
        return range(found.first, found.last + 1)
    first = at
    while first > 0 and at - first < MAX_BARE_SUBJECT and _is_bare_noun(line, first - 1):
        first -= 1
    return range(first, at) if first < at else None


def _is_bare_noun(line: Line, at: int) -> bool:
    """Whether the word may stand in the noun phrase right before a verb: «إلى اتفاق ينقذ المفاوضات»."""
    if line.tokens[at].kind not in ("word", "latin") or line.is_verb(at) or line.times[at]:
        return False
    return shape(line.tokens[at]).kind == "word"


def phrase_after(line: Line, at: int, barred: frozenset[str] = frozenset()) -> range | None:
    """The noun phrase that begins at token `at` and goes no further than a preposition in `barred`."""
    end = noun_phrase(line, at, line.size, strict=True, barred=barred)
    return range(at, end) if end > at else None
