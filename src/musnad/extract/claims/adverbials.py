"""«بحسب»، «وفقاً لـ»، «نقلاً عن»: phrases that name the source of the statement around them."""

from __future__ import annotations

from musnad.extract.claims.chains import is_outlet, is_relay_verb, outlet_phrase, relay
from musnad.extract.claims.cues import Cue, CueForm
from musnad.extract.claims.drafts import LIKELY, SURE, Draft
from musnad.extract.claims.openings import Opening
from musnad.extract.claims.phrase_words import bare_form
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, can_speak
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line
from musnad.model.claim import Relay

MAX_REST = 6  # words of a rest behind the source at the end of a sentence


def adverbial(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of an adverbial cue; None where a rule («وفقاً للاتفاقية») or no one stands after it."""
    last = at + len(form.tail)
    if cue.own:
        return _by_pronoun(line, at, form, cue, prefix)
    speaker, via, end = _source(line, last + 1, cue)
    if speaker.implicit or _is_rule(line, speaker) or not can_speak(line, speaker):
        return None
    if form.tail and line.forms[at] == "كما" and not _closes(line, end):
        return None  # «كما أعلن الوزير أن» goes on with what was said
    content = _content(line, at, _after_rest(line, _after_times(line, end)))
    if content is None:
        return None
    return Draft(
        at,
        last,
        form,
        cue,
        prefix,
        speaker,
        Opening(content.start, "clause", at),
        content=content,
        via=via,
        confidence=SURE if line.names[speaker.first] is not None else LIKELY,
        used=end - 1,
    )


def _by_pronoun(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of «في رأيه» or «بحسبه», which credits the sentence around it to who spoke before."""
    last = at + len(form.tail)
    if not _closes(line, last + 1) or last + 1 >= line.size:
        return None
    size = line.size - sum(line.forms[k] in STOPS for k in range(line.size - 1, line.size))
    content = range(_clause_start(line, at) if line.is_comma(at - 1) or not at else 0, size)
    if at == 0:
        content = range(last + 1 + line.is_comma(last + 1), size)
    opening = Opening(content.start, "clause", at)
    return Draft(
        at, last, form, cue, prefix, Speaker(), opening, False, content=content, confidence=LIKELY, carried=True
    )


def _closes(line: Line, end: int) -> bool:
    while end < line.size and (line.times[end] or line.forms[end] in words("days")):
        end += 1
    return end >= line.size or line.is_sign(end)


def _is_rule(line: Line, speaker: Speaker) -> bool:
    form = line.forms[speaker.first]
    bare = form[2:] if form.startswith("لل") else form[1:] if form[0] == "ل" else form
    return bare in words("rules") or form in words("rules")


def _source(line: Line, at: int, cue: Cue) -> tuple[Speaker, tuple[Relay, ...], int]:
    """Who is named after the cue, through whom, and the token after all of it."""
    if at < line.size and line.forms[at] in ("ما", "لما", "مما"):
        at += 1
    while at < line.size and (is_relay_verb(line.forms[at]) or line.forms[at] in words("relay_fillers")):
        at += 1
    if at >= line.size:
        return Speaker(), (), at
    first, end = _phrase(line, at)
    if end <= first:
        return Speaker(), (), at
    after = end + 1 if end < line.size and line.forms[end] == '"' else end
    if told := _author(line, after):
        if line.forms[after] in words("seeing"):
            seen = after + 1 + (line.forms[after + 1] in words("resumptives"))
            via = (relay(line, seen, told),) if is_outlet(line, seen) else ()
            return Speaker(first, end - 1), via, _after_times(line, told)
        return Speaker(first, told - 1), (), _after_times(line, told)
    if is_outlet(line, first) and after + 1 < line.size and line.forms[after] == "عن":
        inner, stop = _phrase(line, after + 1)
        if stop > inner:
            return Speaker(inner, stop - 1), (relay(line, first, end),), stop
    return Speaker(first, end - 1), (), after


def _author(line: Line, at: int) -> int | None:
    """The end of the clause that tells who made or saw a text («بيانات جمعتها وكالة …»); None if there is none."""
    if at + 1 >= line.size or not (line.forms[at] in words("authoring") or is_relay_verb(line.forms[at])):
        return None
    k = at + 1
    while k < line.size and (line.forms[k] in words("resumptives") or line.forms[k] == "عن"):
        k += 1
    _, end = _phrase(line, k) if k < line.size else (k, k)
    if end <= k:
        return None
    return min(end + (line.forms[end : end + 1] == ['"']), line.size)


def _after_times(line: Line, at: int) -> int:
    while at < line.size and (line.times[at] or line.forms[at] in words("days")):
        at += 1
    return at


def _after_rest(line: Line, at: int) -> int:
    """The end of the sentence where no more than an unknown rest of the name, or to whom it was said, stands there."""
    end = line.size
    while end > at and line.forms[end - 1] in STOPS:
        end -= 1
    if not 0 < end - at <= MAX_REST or line.is_sign(at) or line.forms[at] in words("prepositions"):
        return at
    if any(line.is_sign(k) or line.forms[k] in words("complementizers") for k in range(at, end)):
        return at
    addressed = bare_form(line, at).removeprefix("ال") in words("addressees") and line.has_prefix(at, "ل")
    unknown = line.tokens[at].pos in ("PROPN", "X") or line.names[at] is not None
    return end if addressed or (unknown and not line.is_surely_verb(at)) else at


def _phrase(line: Line, at: int) -> tuple[int, int]:
    if line.forms[at] == '"':
        return outlet_phrase(line, at)
    name = line.names[at]
    if name is None and line.has_prefix(at, "ل") and not line.is_definite(at):
        end = noun_phrase(line, at, line.size, strict=True)
        return at, end
    return at, noun_phrase(line, at, line.size, strict=True)


def _content(line: Line, at: int, end: int) -> range | None:
    """The statement that the phrase at tokens `at` to `end` (exclusive) is about."""
    size = line.size
    while size > 0 and line.forms[size - 1] in STOPS:
        size -= 1
    opens = at == 0 or (at == 1 and line.is_sign(0))
    if opens:
        start = end + 1 if end < size and (line.is_comma(end) or line.forms[end] == ":") else end
        if end < start < size and line.forms[start] in words("relatives"):
            start = line.after_parenthesis(end)
        return range(start, size) if start < size else None
    first = _clause_start(line, at)
    joined = end + 1 < size and (line.has_prefix(end + 1, "و") or line.has_prefix(end + 1, "ف"))
    closes = end >= size or (joined and line.is_comma(end))
    if closes or (not line.is_comma(at - 1) and line.is_comma(end)):
        stop = at
        while stop > first and (line.is_comma(stop - 1) or line.forms[stop - 1] in ("وذلك", "ذلك")):
            stop -= 1
        return range(first, stop) if stop > first else None
    return range(first, size)


def _clause_start(line: Line, at: int) -> int:
    """Where the statement before the cue begins: after the last contrast, or the last comma if none stands before."""
    tight = not line.is_comma(at - 1)
    for k in range(at - 2, -1, -1):
        if tight and line.forms[k + 1] in words("prepositions"):
            continue  # «قتلت، أمس، على الحدود عشرة حسب …»
        if line.is_comma(k) and (tight or _turns(line, k + 1)):
            return k + 1
    return 0


def _turns(line: Line, at: int) -> bool:
    """Whether a word of contrast stands at token `at`; «ألا» is none, though it folds to «إلا»."""
    return line.forms[at] in words("contrasts") and not line.reading.text.startswith("أل", line.tokens[at].start)
