"""Where what is said begins."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.claims.cues import Cue, CueForm, is_cue_verb, participle_forms
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line
from musnad.extract.grammar.shapes import shape

MAX_FAR = 45  # words of the longest aside between a speaker and the clause that is reported
LEAST_QUOTED = 5  # words of a quotation that is a statement rather than a name
MAX_REACH = 30  # words between a verb of saying and its complement: titles, places, dates, occasions
_SUFFIXES = ("ه", "ها", "هم", "هما")  # «أكدت رفضها»: behind a verb, a noun with its pronoun
_PRONOUN_PREPOSITIONS = frozenset({"ب", "الي", "علي", "من"})


class Opening(NamedTuple):
    """Token `at` is the first of the content; `skip` letters of it (a preposition) stand outside.

    `mode` is `clause`, `quote` or `noun`; `boundary` is the token that ends what may belong to the speaker.
    """

    at: int
    mode: str
    boundary: int
    skip: int = 0


def opening(line: Line, cue: Cue, form: CueForm, at: int) -> Opening | None:
    """Where the content of a cue opens at or after token `at`; None if nothing that the cue takes follows."""
    found = _opening(line, cue, form, at)
    return found if found is not None and found.at < line.size else None


def _opening(line: Line, cue: Cue, form: CueForm, at: int) -> Opening | None:
    frames = frozenset(cue.frames)
    if form.pronoun:
        frames = (frames | _PRONOUN_PREPOSITIONS) - (frozenset() if cue.doubles else {"object"})
    if cue.relay and "عن" in frames and (relayed := _complement(line, cue, frames, at)):
        return relayed
    if "clause" in frames or "quote" in frames:
        found = _clause_ahead(line, frames, at)
        if found:
            return found
    found = _complement(line, cue, frames, at)
    return found or (_far_clause(line, cue, frames, at) if at > 1 and not cue.relay else None)


def _far_clause(line: Line, cue: Cue, frames: frozenset[str], at: int) -> Opening | None:
    """The reported clause behind a long aside on the speaker: «قال المسؤول الذي طلب ألا يذكر اسمه إن».

    «قال» takes «إن», so that no other verb can own it; any other verb takes «أن», which is then none of a verb between,
    or its preposition and «أن» («أشار التقرير الذي بثته القناة إلى أن»).
    """
    verbs = 0
    for k in range(at, min(line.size - 1, at + MAX_FAR)):
        form = line.forms[k]
        if form in STOPS or form == ":" or form in words("contrasts") or form in participle_forms():
            return None
        if is_marker(line, k):
            spelled = line.reading.text[line.tokens[k].start]
            owned = spelled != "إ" if cue.id in words("takes_inna") else spelled != "أ" or verbs > 0
            if line.forms[k - 1] in frames & _FAR:
                return marked(line, k)._replace(boundary=k - 1)
            bare = "clause" in frames and line.forms[k - 1] not in words("prepositions")
            return marked(line, k) if bare and not owned else None
        if is_cue_verb(form):
            return None if frames & _FAR and "clause" not in frames else _past_verb(line, cue, k)
        verbs += _tells(line, k)
    return None


def _past_verb(line: Line, cue: Cue, at: int) -> Opening | None:
    """The «إن» of «قال» behind another verb of saying at token `at`: «قال الوزير الذي أعلن استقالته أمس إن»."""
    if cue.id not in words("takes_inna"):
        return None
    for k in range(at + 1, min(line.size - 1, at + MAX_FAR)):
        if line.forms[k] in STOPS or line.forms[k] == ":":
            return None
        if is_marker(line, k):
            return marked(line, k) if line.reading.text[line.tokens[k].start] == "إ" else None
    return None


_FAR = frozenset({"الي", "علي"})


def _tells(line: Line, at: int) -> bool:
    """Whether a verb stands at token `at` that a later «أن» may belong to: none of a relative clause."""
    if not line.is_verb(at) or line.names[at] is not None or line.forms[at - 1] in words("relatives"):
        return False
    return not line.forms[at].endswith(("ها", "ته", "هم"))  # «زيارة أداها اليوم»


def is_marker(line: Line, at: int) -> bool:
    """Whether a reported clause begins with the word at `at` (أن، إن، بأن، أنه، ألا)."""
    form = line.forms[at]
    if form not in words("complementizers") and form not in words("bound_complementizers"):
        return form == "الا" and line.reading.text[line.tokens[at].start : line.tokens[at].end] == "ألا"
    spelled = line.reading.text[line.tokens[at].start]
    if spelled == "إ" and at and line.forms[at - 1] in ("قبل", "بعد"):
        return True  # «قالت من قبل إنها»: no «قبل أن»
    if form == "ان" and at + 1 < line.size and line.forms[at + 1] in ("لم", "كان", "كانت"):
        return line.reading.text[line.tokens[at].start : line.tokens[at].end] == "أن"  # «إن لم» is a condition
    return not (at and line.forms[at - 1] in words("not_before_that"))


def marked(line: Line, at: int) -> Opening:
    """The content after أن or إن; with a pronoun (أنه) the word belongs to the content, after «بـ» it does not."""
    form = line.forms[at]
    bare = form in words("complementizers") or form.startswith("ب")
    return Opening(at + 1 if bare else at, "clause", at)


def _clause_ahead(line: Line, frames: frozenset[str], at: int) -> Opening | None:
    """The reported clause or quotation after the speaker, over adverbials and parentheses between them."""
    nominal = bool(frames - {"clause", "quote"})
    k, end = at, min(line.size, at + MAX_REACH)
    while k < end:
        form = line.forms[k]
        if is_marker(line, k):
            preceded = k > at and line.forms[k - 1] in words("prepositions")
            if preceded and line.forms[k - 1] in frames:
                return marked(line, k)
            return marked(line, k) if "clause" in frames and not preceded else None
        if form == ":" and k + 1 < line.size:
            return Opening(k + 1, "quote", k)
        if form == '"' and line.quotes.get(k, 0) - k > 3:
            if (
                k == at
                or line.is_comma(k - 1)
                or ("quote" in frames and (not nominal or _on_occasion(line, k, 2)) and _is_statement(line, k))
            ):
                return Opening(k, "quote", k)
            if "clause" in frames and is_marker(line, k + 1):
                return marked(line, k + 1)
        if line.is_comma(k):
            behind = _marker_behind(line, k) if "clause" in frames else None
            if behind is not None:
                return marked(line, behind)
            after = line.after_parenthesis(k)
            if after == k or after >= line.size:
                return None
            k = after
            continue
        if form in participle_forms():
            return None
        if form in STOPS or (k > at and line.is_verb(k) and line.names[k] is None and not _on_occasion(line, k)):
            return None
        if nominal and k > at and (form in frames or ("ب" in frames and line.has_prefix(k, "ب"))):
            return None
        if form == '"':
            close = line.quotes.get(k, k)
            k = close + 1 if k < close < line.size else k + 1
            continue
        k = line.after_parenthesis(k) if form == "(" and line.after_parenthesis(k) > k else k + 1
    return None


def _is_statement(line: Line, opened: int) -> bool:
    """Whether a quotation behind a verb of saying and its asides is a statement: long, with a verb in it."""
    close = line.quotes.get(opened, opened)
    if close - opened <= LEAST_QUOTED or line.forms[opened - 1] in words("prepositions") or is_marker(line, opened + 1):
        return False
    return any(line.is_verb(k) for k in range(opened + 1, min(close, line.size)))


def _on_occasion(line: Line, at: int, back: int = 4) -> bool:
    """Whether the word stands in the occasion of speaking: «في بيان أصدره أمس»، «في تصريح لإذاعة …»."""
    before = line.forms[max(at - back, 0) : at]
    return any(form in words("occasions") or form in words("papers") for form in before)


def _marker_behind(line: Line, comma: int) -> int | None:
    """The token that opens the clause behind a comma and its aside: «قالت الشرطة، الاثنين، إن», «…، في بيان إن»."""
    if comma + 1 < line.size and line.forms[comma + 1] in words("writer"):
        return None
    for k in range(comma + 1, min(line.size - 1, comma + MAX_REACH)):
        if is_marker(line, k):
            return None if line.forms[k - 1] in words("prepositions") else k
        form = line.forms[k]
        if line.is_comma(k) or form in STOPS or form in words("relatives") or form in participle_forms():
            return None
        if line.is_surely_verb(k) or form in words("contrasts"):
            return None
    return None


def _complement(line: Line, cue: Cue, frames: frozenset[str], at: int) -> Opening | None:
    """The noun phrase or the governed clause that follows at once, or after adverbials."""
    k, end = at, min(line.size, at + MAX_REACH)
    while k < end:
        form = line.forms[k]
        found = None if line.times[k] else governed(line, frames, k)
        if found:
            return found
        if line.is_comma(k):
            ahead = governed(line, frames, k + 1) if k < line.size - 1 else None
            own = k == at and ahead is not None and cue.frames[0] in _OWN and _leads_own(line, cue.frames[0], k + 1)
            if ahead is not None and (ahead.mode == "clause" or cue.relay or own):
                return ahead
            after = _over_comma(line, k)
            if k > at and "object" in frames and _object_at_comma(line, k):
                after = k + 1
            if after == k or after >= line.size:
                return None
            k = after
        elif line.times[k] or form in words("adverbs") or form in words("days") or _is_pronominal(line, k):
            k += 1
        elif form in words("prepositions") or form in words("crediting"):
            k = max(noun_phrase(line, k + 1, line.size, strict=True), k + 1)
        elif form in cue.not_object:
            return None
        elif is_object(line, k):
            if cue.skips_object:
                k = max(noun_phrase(line, k, line.size, strict=True), k + 1)
                frames = frames - {"object"}
                continue
            return Opening(k, "noun", k) if "object" in frames else None
        else:
            return None
    return None


_OWN = frozenset({"ب", "من", "الي"})  # prepositions that no aside begins with behind such a verb


def _leads_own(line: Line, preposition: str, at: int) -> bool:
    """Whether the verb's own preposition stands at token `at`, behind a stray comma («طالب الوزير، بإبقاء»)."""
    return line.has_prefix(at, "ب") if preposition == "ب" else line.forms[at] == preposition


def _is_pronominal(line: Line, at: int) -> bool:
    """Whether a preposition with its pronoun («منه»، «أمامهم») stands at token `at`."""
    if line.forms[at] in words("resumptives"):
        return True
    what = shape(line.tokens[at])
    return what.kind == "preposition" and bool(what.pronoun)


def _object_at_comma(line: Line, comma: int) -> bool:
    """Whether an object, rather than an apposition or an aside, stands behind a comma after time and place."""
    k = comma + 1
    if k >= line.size or line.times[k] or line.names[k] is not None or line.forms[k] in words("titles"):
        return False
    form = line.forms[k]
    if form in words("prepositions") or form in words("adverbs") or form in words("asides"):
        return False
    return form[0] not in "وف" and is_object(line, k) and line.forms[k] not in words("relatives")


def _over_comma(line: Line, comma: int) -> int:
    """The token after a comma and the times and adverbs, or else the parenthesis, that it opens."""
    at = comma + 1
    while at < line.size and (line.times[at] or line.forms[at] in words("adverbs") or line.forms[at] in words("days")):
        at += 1
    if at > comma + 1 and at < line.size:
        return at + 1 if line.is_comma(at) else at
    return line.after_parenthesis(comma)


def governed(line: Line, frames: frozenset[str], k: int) -> Opening | None:
    """The phrase or clause that one of the prepositions in `frames` governs at token `k`, or None."""
    form = line.forms[k]
    if form in frames and k + 1 < line.size:
        if is_marker(line, k + 1):
            found = marked(line, k + 1)
            return found._replace(boundary=k)
        return Opening(k + 1, "noun", k)
    if "ب" in frames and form.startswith("ب"):
        if form in words("complementizers") or form in words("bound_complementizers"):
            return marked(line, k)
        if form == "ب" and k + 1 < line.size:
            return Opening(k + 1, "noun", k)
        if line.has_prefix(k, "ب") or form == "بما":
            return Opening(k, "noun", k, 1)
    if form == "عما" and "عن" in frames and k + 2 < line.size:
        return Opening(k + 2, "clause", k) if line.forms[k + 1] == "اذا" else Opening(k, "noun", k, 1)
    if "ل" in frames and line.has_prefix(k, "ل"):
        return Opening(k, "noun", k, 0 if form.startswith("لل") else 1)
    return None


def is_object(line: Line, k: int) -> bool:
    """Whether a noun phrase without preposition may begin at token `k`."""
    if line.forms[k] in participle_forms() or shape(line.tokens[k]).kind in ("relative", "subordinator"):
        return False
    name = line.names[k]
    if line.forms[k] == '"' or (name is not None and name.start <= line.tokens[k].start):
        return True
    if line.tokens[k].kind == "number" or line.forms[k] in ("ما", "من"):
        return k + 1 < line.size and not line.is_sign(k + 1)
    if any(line.has_prefix(k, letter) for letter in "بلك"):
        return False
    verbal = line.is_surely_verb(k) and not (k and line.forms[k].endswith(_SUFFIXES) and line.is_verb(k - 1))
    return line.tokens[k].kind == "word" and not verbal and line.forms[k] not in words("auxiliaries")
