"""Who or what may be the subject of a verb that links: before it, behind it, or what a pronoun or «ما» takes up."""

from __future__ import annotations

from musnad.extract.claims.openings import governed
from musnad.extract.claims.phrase_words import bare_form
from musnad.extract.claims.speaker_phrases import phrase_ends
from musnad.extract.claims.speakers import Speaker, can_speak, gender_of
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line
from musnad.extract.links.ends import clause_before, phrase_after, subject_before
from musnad.extract.links.rules import Rule

MAX_ANTECEDENT = 24  # words between a pronoun and the subject that it takes up
MAX_BARE = 6  # words of a noun and its adjectives before a relative
LEAST_BACK = 1  # words before a pronoun that takes something up


def subjects_of(line: Line, at: int, prefix: int, rule: Rule) -> list[tuple[range, int]]:
    """The subjects that the verb at `at` may have, likeliest first, each with the token where its complement begins."""
    before = line.forms[at - 1] if at else ""
    skip = at - 1
    while skip >= 0 and line.forms[skip] in words("modals"):
        skip -= 1
    lead = line.forms[skip] if skip >= 0 else ""
    pair = f"{line.forms[skip - 1]} {lead}" if skip > 0 else ""
    paired = pair in words("resultatives")
    if paired or lead == "مما" or (lead == "ما" and skip > 1 and _sums_up(line, skip)):
        first = skip - 1 if paired else skip
        cause = clause_before(line, first)
        return [(cause, at + 1)] if cause else []
    if skip > LEAST_BACK and not prefix and is_pronoun(line, skip) and (meant := _antecedent(line, skip)):
        return [(meant, at + 1)]
    following = _following(line, at, rule)
    ends = phrase_ends(line, following.start, following.stop) if following else []
    result = [(range(following.start, end), end) for end in ends] if following else []
    if following and len(following) == 1 and line.forms[following.start] in words("mute"):
        told = clause_before(line, skip + 1) if skip >= 0 else None
        return [(told, following.stop)] if told else []
    if not prefix or before in words("auxiliaries"):
        leading = subject_before(line, skip + 1)
        if leading is not None and not _is_adjunct(line, leading):
            result.insert(len(result) if before == "ان" else 0, (leading, at + 1))
    elif at > 1:
        same = _of_relative(line, at) or _last_subject(line, at)
        stranger = same is not None and rule.kind == "cause" and "pushed" not in rule.frames and acts(line, same)
        if same is not None and not stranger and not _differs(line, same.start, line.forms[at].endswith("ت")):
            result.append((same, at + 1))
    told = clause_before(line, at) if at and not prefix and line.is_comma(at - 1) else None
    return [*result, (told, at + 1)] if told else result


def acts(line: Line, subject: range) -> bool:
    """Whether the subject is one who acts, no text or thing: «أنهت السلطات العمل» says nothing of cause."""
    if bare_form(line, subject.start).removeprefix("ال") in words("texts"):
        return False
    return can_speak(line, Speaker(subject.start, subject.stop - 1))


def _is_adjunct(line: Line, leading: range) -> bool:
    """Whether the word before the verb only leads in: «بالمقابل ساعدت روسيا»."""
    first = leading.start
    return len(leading) == 1 and line.has_prefix(first, "ب") and (first == 0 or line.is_comma(first - 1))


def _differs(line: Line, head: int, feminine: bool) -> bool:
    """Whether a verbal noun in the masculine cannot be the subject of a verb in the feminine («التصويت … وأدت»)."""
    word = line.tokens[head].word
    masdar = word is not None and any(reading.derived == "masdar" for reading in word.readings[:1])
    return feminine and masdar and not bare_form(line, head).endswith(("ه", "ات"))


def _sums_up(line: Line, at: int) -> bool:
    """Whether «ما» at token `at` takes up all that was said («…، ما أدى إلى»), rather than denies it or relates."""
    if line.is_comma(at - 1):
        return True
    before = line.forms[at - 1]
    if before.removeprefix("و") in words("often"):
        return False
    return not (before in words("prepositions") or before in words("link_openers") or line.is_verb(at - 1))


def is_pronoun(line: Line, at: int) -> bool:
    """Whether the particle at token `at` bears the subject of the verb behind it: «لكنه»، «لأنها»، «أنه»."""
    return line.forms[at] in words("bound_subjects") or line.forms[at] in words("bound_complementizers")


def _antecedent(line: Line, at: int) -> range | None:
    """The thing that the clause before speaks of, where it agrees with the pronoun of the particle at token `at`; None
    if none does.
    """
    form = line.forms[at]
    feminine = form.endswith(("ها", "هي"))
    if not feminine and not form.endswith(("ه", "هو")):
        return None
    for k in range(at - 1, max(at - MAX_ANTECEDENT, -1), -1):
        if line.forms[k] in STOPS:
            return None
        if line.forms[k] in words("relatives"):
            return _before_relative(line, k, feminine)
        for found in (_noun_behind(line, k, at), subject_before(line, k) if line.is_verb(k) else None):
            fits = found is not None and found.stop <= at and _agrees(line, found.start, feminine)
            if found is not None and fits and not acts(line, found):
                return found
    return None


def _before_relative(line: Line, at: int, feminine: bool) -> range | None:
    """The noun with its adjectives before a relative: «التحالف الذي يعتقد الخبراء أنه»."""
    first = at
    while first > 0 and at - first < MAX_BARE and not line.is_sign(first - 1) and not line.is_verb(first - 1):
        if line.forms[first - 1] in words("prepositions"):
            break
        first -= 1
    return range(first, at) if first < at and _agrees(line, first, feminine) else None


def _noun_behind(line: Line, at: int, limit: int) -> range | None:
    """The definite noun phrase behind a verb or a «أن» at token `at`."""
    if not (line.is_verb(at) or line.forms[at] in words("complementizers")) or at + 1 >= limit:
        return None
    return phrase_after(line, at + 1)


def _agrees(line: Line, head: int, feminine: bool) -> bool:
    known = gender_of(line, head)
    if known is None:
        core = bare_form(line, head)
        known = "f" if core.endswith(("ه", "ات")) and line.names[head] is None else "m"
    return (known == "f") == feminine


def _following(line: Line, at: int, rule: Rule) -> range | None:
    """The noun phrase behind the verb that may be its subject; None where the verb's complement stands there."""
    barred = frozenset(rule.frames)
    if at + 1 < line.size and governed(line, barred - {"object", "pushed"}, at + 1):
        return None
    found = phrase_after(line, at + 1, barred)
    if found is None or line.forms[found.start] in rule.noun:
        return None
    return found


def _of_relative(line: Line, at: int) -> range | None:
    """The noun whose relative clause a joined verb goes on with: «الهجوم الذي هز المدينة وأدى إلى»."""
    feminine = line.forms[at].endswith("ت")
    wanted = ("التي", "التى") if feminine else ("الذي", "الذى")
    for k in range(at - 1, max(at - MAX_ANTECEDENT, 0), -1):
        if line.forms[k] in STOPS:
            break
        if line.forms[k] in wanted:
            return _before_relative(line, k, feminine)
    return None


def _last_subject(line: Line, at: int) -> range | None:
    """The subject that a verb joined by و carries on: the noun phrase at the head of the sentence."""
    for k in range(min(at, 6)):
        if line.is_verb(k):
            return phrase_after(line, k + 1)
    return phrase_after(line, 0)
