"""Who may be the subject of a verb or verbal noun: before it, behind it, or the subject of its clause."""

from __future__ import annotations

from musnad.extract.claims.chains import is_outlet
from musnad.extract.claims.cues import Cue, CueForm, participle_forms
from musnad.extract.claims.openings import is_marker
from musnad.extract.claims.phrase_words import bare_form
from musnad.extract.claims.speaker_phrases import noun_phrase, phrase_ends
from musnad.extract.claims.speakers import Speaker, before, can_speak, gender_of, may_be_subject
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line

MAX_GOVERNOR = 9  # words between a verb and the verbal noun that goes on with its subject
MAX_CLAUSE = 60  # words back to the head of a clause


def subjects(line: Line, at: int, last: int, prefix: int, form: CueForm, cue: Cue) -> list[tuple[Speaker, int]]:
    """The subjects a verb may have, likeliest first, each with the token where its complement may begin."""
    first = last + 1
    leading = None
    prefix = prefix or int(at > 0 and line.forms[at - 1] in ("و", "ف"))
    if not prefix or (at > 1 and line.forms[0] in ("اما", "واما")):
        leading = before(line, at)
    following = following_subject(line, first, frozenset(cue.frames))
    if following and not may_be_subject(line, at, form, following[0]):
        following = None
    implicit = (Speaker(), first)
    if form.pronoun and cue.doubles and line.forms[first : first + 1] == ['"']:
        following = None  # «ما سماه «النظام القديم»»: what it is called, not who calls it so
    if form.pronoun and cue.doubles and following and not _may_call(line, following[0].first):
        following = None  # «من يعتبرهم مصدر تهديد»
    if form.person == 1:
        return [implicit] if cue.impersonal or line.quotes_around(at) else []
    if at and line.forms[at - 1] in words("bound_complementizers"):
        return [implicit] if at > 1 and line.forms[at - 2] in words("turning") else []
    if at and not prefix and line.forms[at - 1] in words("mute") and not (form.pronoun and (cue.doubles or cue.judges)):
        return []
    if following and at + 1 < line.size and line.forms[at + 1] in words("resumptives"):
        return [following]
    if leading is not None and not leading.implicit:
        leading = _agreeing(line, at, form, _agreeing_conjunct(line, at, leading))
    if leading is not None and not leading.implicit:
        if form.pronoun and not following and line.forms[at - 1] in words("relatives"):
            return [implicit]  # «التجارب التي تعدّها تهديداً»: the noun before is the object
        own = (leading, first)
        if following and any(line.forms[k] in words("relatives") for k in range(leading.last + 1, at)):
            return [following, implicit] if form.pronoun else [following, own]
        if line.forms[leading.first] in words("mute"):
            return []
        return [own] if not following or not line.is_comma(at - 1) else [following, own]
    if not following:
        return [implicit]
    first = following[0].first
    if following[0].last + 1 < following[1]:
        return [following, implicit]  # a name in quotation marks
    return [*((Speaker(first, end - 1), end) for end in phrase_ends(line, first, following[1])), implicit]


def _may_call(line: Line, at: int) -> bool:
    """Whether a noun is one who calls things by a name: definite, named, or people in the plural."""
    if line.is_definite(at) or line.names[at] is not None or line.forms[at] in words("anaphors"):
        return True
    head = bare_form(line, at)
    if head in words("titles"):
        return True
    word = line.tokens[at].word  # none for a number or a sign
    return head.endswith(("ون", "اء")) or head in words("partitives") or (word is not None and bool(word.enclitic))


def _agreeing(line: Line, verb: int, form: CueForm, speaker: Speaker) -> Speaker:
    """The speaker, implicit if its gender speaks against the verb: «… بقيادة السعودية أعلن تنظيم …»."""
    singular = form.person == 3 and form.tense in ("p", "i") and not line.forms[verb].endswith(("ون", "وا", "ان", "ا"))
    gender = gender_of(line, speaker.first) if singular else None
    return speaker if gender is None or (gender == "f") == form.feminine else Speaker()


def _agreeing_conjunct(line: Line, verb: int, speaker: Speaker) -> Speaker:
    """Of joint nouns before a verb in the singular only the last is its subject: «… وباريس تأسف لـ»."""
    if line.forms[verb].endswith(("ون", "وا", "ان", "ا")):
        return speaker
    for k in range(speaker.last, speaker.first, -1):
        name = line.names[k]
        if name is not None and line.forms[k][0] == "و" and line.tokens[k].start < name.start:
            return Speaker(k, speaker.last)
    return speaker


def following_subject(line: Line, first: int, barred: frozenset[str] = frozenset()) -> tuple[Speaker, int] | None:
    """The noun phrase at or, over times and asides, after token `first`, with the token behind it; None if none."""
    at = first
    while at < line.size and (line.times[at] or line.forms[at] in words("adverbs") or line.is_comma(at)):
        after = line.after_parenthesis(at) if line.is_comma(at) else at + 1
        if after == at:
            return None
        at = after
    if at < line.size and "ل" not in barred and (addressed := _after_addressee(line, at)) > at:
        at = addressed
        if at < line.size and (line.is_sign(at) or is_marker(line, at)):
            return None
    if at >= line.size:
        return None
    if line.forms[at] == '"' and (quoted := _quoted_name(line, at)):
        return quoted
    if line.forms[at] == "(" and at + 1 < line.size and is_outlet(line, at + 1):
        close = line.after_parenthesis(at)
        return (Speaker(at + 1, close - 2), close) if close > at + 2 else None  # «وأوضحت (سي إن إن) أن»
    end = noun_phrase(line, at, line.size, strict=True, barred=barred)
    return (Speaker(at, end - 1), end) if end > at else None


def _after_addressee(line: Line, at: int) -> int:
    """The token after «للصحفيين» or «لوكالة رويترز» at token `at`; `at` itself if nobody is addressed there."""
    name = line.names[at]
    if not line.has_prefix(at, "ل") or (name is not None and name.start <= line.tokens[at].start):
        return at
    if name is None and bare_form(line, at).removeprefix("ال") not in words("addressees"):
        return at
    return max(noun_phrase(line, at, line.size, strict=True), at + 1)


def _quoted_name(line: Line, at: int) -> tuple[Speaker, int] | None:
    """A speaker whose name stands in quotation marks: «وأوضحت "سديم" أن»."""
    close = line.quotes.get(at, line.size)
    if not at + 1 < close <= at + 6 or close + 1 >= line.size:
        return None
    known = is_outlet(line, at + 1) or line.names[at + 1] is not None
    reports = is_marker(line, close + 1) or line.forms[close + 1] in ("عن", "في", "فى", "الي")
    verbal = any(line.is_verb(k) and line.names[k] is None for k in range(at + 1, close))
    return (Speaker(at + 1, close - 1), close + 1) if (known or reports) and not verbal else None


def _is_somebody(line: Line, at: int) -> bool:
    """Whether a name or an office stands at token `at`."""
    name = line.names[at]
    return (name is not None and name.kind != "place") or bare_form(line, at) in words("titles")


def main_subject(line: Line, at: int) -> Speaker:
    """The subject of the sentence that the word at `at` goes on with: after its first verb, or at its head."""
    for k in range(at - 1, max(at - MAX_CLAUSE, 0), -1):
        if line.forms[k] in words("complementizers") or line.forms[k] == "فان":
            end = noun_phrase(line, k + 1, at, strict=True) if k + 1 < at else k + 1
            if end > k + 1 and _is_somebody(line, k + 1) and can_speak(line, Speaker(k + 1, end - 1)):
                return Speaker(k + 1, end - 1)
    k = 0
    while k < min(at, 14):
        if line.is_verb(k) or line.forms[k] in words("was"):
            found = following_subject(line, k + 1)
            if found and found[1] <= at and can_speak(line, found[0]):
                return found[0]
            return Speaker()
        name = line.names[k]
        if (name is not None and not name.adjectival) or line.forms[k] in words("titles"):
            end = noun_phrase(line, k, at, strict=True)
            found_head = Speaker(k, end - 1) if end > k else Speaker()
            if k == 0 or line.forms[k - 1] not in words("prepositions"):
                return found_head
            k = max(end, k + 1)
            continue
        k += 1
    return Speaker()


def governing_subject(line: Line, at: int) -> Speaker:
    """The subject of the verb shortly before a verbal noun («اكتفى الوزير بالقول»); implicit if none stands there."""
    for k in range(at - 1, max(at - MAX_GOVERNOR, -1), -1):
        if line.is_sign(k) or line.forms[k] in participle_forms():
            break
        if line.is_verb(k):
            found = following_subject(line, k + 1)
            return found[0] if found and found[1] <= at and can_speak(line, found[0]) else before(line, k)
    return Speaker()
