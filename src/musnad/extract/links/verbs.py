"""Links told by a verb: its subject leads to, helps or hinders its complement."""

from __future__ import annotations

from musnad.extract.claims.openings import governed
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import STOPS, Line
from musnad.extract.grammar.shapes import shape as word_shape
from musnad.extract.links.ends import clause_after, phrase_after, subject_before
from musnad.extract.links.rules import Rule, RuleForm
from musnad.extract.links.subjects import acts, is_pronoun, subjects_of

Ends = tuple[range, range, range, str, float]
SURE, LIKELY = 0.85, 0.7
MAX_TARGET = 7  # words between who is driven and what to
MAX_ADJUNCT = 24  # words between the subject and what its verb governs


def verb_link(line: Line, at: int, prefix: int, rule: Rule, shape: RuleForm) -> Ends | None:
    """The cue, both ends, polarity and confidence of a verb's link; None if an end is missing."""
    if not _is_verb(line, at, prefix, shape):
        return None
    if (
        0 < at < line.size - 1
        and line.forms[at - 1] in words("relatives")
        and line.forms[at + 1] in words("resumptives")
    ):
        return None  # «القضية التي أوقف فيها المتهم»: the noun before is no subject
    if rule.unless and any(form in rule.unless for form in line.forms[at + 1 : at + 7]):
        return None
    if "credited" in rule.frames:
        return _credited(line, at, rule)
    if rule.reversed and (told := _reversed(line, at, rule)):
        return told
    subjects = subjects_of(line, at, prefix, rule)
    for find in (_complement, _far_complement):
        for subject, rest in subjects:
            if rule.lifeless and acts(line, subject):
                return None
            if (found := find(line, rule, rest, at)) is not None:
                return _ends(line, at, rule, subject, found)
    return None


def _credited(line: Line, at: int, rule: Rule) -> Ends | None:
    """«عزت الوزارة التأخر إلى سوء الطقس»: what somebody traces back, and what to."""
    subject = None if line.is_sign(at + 1 if at + 1 < line.size else at) else phrase_after(line, at + 1, _FAR)
    leading = subject_before(line, at)
    start = subject.stop if subject and (leading is None or not acts(line, leading)) else at + 1
    effect = phrase_after(line, start, _FAR) if start < line.size and _is_noun(line, start) else None
    if effect is None and subject is not None:
        effect, start = subject, at + 1
    if effect is None:
        return None
    governors = frozenset(rule.frames) - {"credited"}
    for k in range(effect.stop, min(effect.stop + MAX_ADJUNCT, line.size)):
        found = governed(line, governors, k)
        if found is not None:
            cause = clause_after(line, found.at)
            return (range(at, at + 1), cause, range(effect.start, k), "+", SURE) if cause else None
        if line.is_sign(k) or line.is_surely_verb(k):
            return None
    return None


def _ends(line: Line, at: int, rule: Rule, subject: range, found: tuple[range, int]) -> Ends:
    complement, cue_end = found
    cause, effect = (complement, subject) if rule.reversed else (subject, complement)
    return range(at, cue_end), cause, effect, _polarity(line, at, rule), SURE if rule.kind != "enable" else LIKELY


def _reversed(line: Line, at: int, rule: Rule) -> Ends | None:
    """«نتجت عن الصفقة خسائر»: the cause stands right after the verb, the effect after it."""
    found = governed(line, frozenset(rule.frames), at + 1) if at + 1 < line.size else None
    cause = phrase_after(line, found.at) if found else None
    if cause is None or cause.stop >= line.size or not _is_noun(line, cause.stop):
        return None
    effect = clause_after(line, cause.stop)
    return (range(at, at + 2), cause, effect, _polarity(line, at, rule), SURE) if effect else None


def _is_verb(line: Line, at: int, prefix: int, shape: RuleForm) -> bool:
    """Whether the form is a verb here: by its tag, after a particle of verbs, or at the head of a clause."""
    if line.reading.text[line.tokens[at].start + prefix] == "آ":
        return False  # «آثار» is no «أثار»
    if shape.ambiguous and shape.tense == "p" and prefix and at > 1 and not line.is_comma(at - 1):
        return False  # «إغلاق القاعدة وخفض التمثيل»
    if at and line.forms[at - 1] in words("auxiliaries") | words("relatives") | words("resultatives"):
        return True
    if at and not prefix and is_pronoun(line, at - 1):
        return True
    if line.is_verb(at) or (at + 1 < line.size and line.forms[at + 1] == "دون"):
        return True
    if at and line.forms[at - 1] in words("prepositions"):
        return False
    return not shape.ambiguous or (shape.tense == "p" and (at == 0 or line.is_comma(at - 1)))


def _complement(line: Line, rule: Rule, rest: int, at: int) -> tuple[range, int] | None:
    k = rest
    while k < line.size and (line.times[k] or line.forms[k] in words("adverbs") or line.is_comma(k)):
        after = line.after_parenthesis(k) if line.is_comma(k) else k + 1
        if after == k:
            return None
        k = after
    if k >= line.size:
        return None
    found = governed(line, frozenset(rule.frames) - {"object", "pushed"}, k)
    if found is not None and "pushed" not in rule.frames:
        effect = clause_after(line, found.at)
        return (effect, k + 1 if k == at + 1 and found.at > k else at + 1) if effect else None
    if "credited" in rule.frames:
        return None
    if rest > at + 1 and (behind := _behind_adjunct(line, rule, k)) is not None:
        return behind, at + 1
    if "pushed" in rule.frames:
        return _pushed(line, rule, k, at)
    if "object" in rule.frames and rest > at + 1:
        k = _after_adjuncts(line, k)
        if k < line.size and k > rest and line.forms[k] == '"':
            return None
    if k < line.size and "object" in rule.frames and _is_noun(line, k) and not line.has_prefix(k, "و"):
        if rule.noun and not any(line.forms[j] in rule.noun for j in range(k, min(k + 3, line.size))):
            return None
        effect = clause_after(line, k)
        return (effect, at + 1) if effect else None
    return None


def _far_complement(line: Line, rule: Rule, rest: int, at: int) -> tuple[range, int] | None:
    """What the verb governs behind the adjuncts of its subject: «أدى الخروج من المنظمة إلى …»."""
    governors = _FAR & frozenset(rule.frames)
    relative = False
    for k in range(rest, min(rest + MAX_ADJUNCT, line.size)) if governors else ():
        form = line.forms[k]
        relative = relative or form in words("relatives")
        if form in governors and (not relative or line.is_comma(k - 1)):
            effect = clause_after(line, k + 1) if k + 1 < line.size else None
            return (effect, at + 1) if effect else None
        if form in STOPS or form in words("complementizers") or form in words("link_stops"):
            return None
        if not relative and (line.is_comma(k) or line.is_surely_verb(k)):
            return None
    return None


def _behind_adjunct(line: Line, rule: Rule, at: int) -> range | None:
    """What the verb governs behind one adjunct of its subject: «تتسبب حمولتها من الأسمدة في كارثة»."""
    near = frozenset(rule.frames) & _NEAR
    if not near or line.forms[at] not in words("prepositions") or line.forms[at] in rule.frames:
        return None
    end = noun_phrase(line, at + 1, line.size, strict=True)
    found = governed(line, near, end) if at + 1 < end < line.size else None
    return clause_after(line, found.at) if found is not None else None


def _after_adjuncts(line: Line, at: int) -> int:
    """The token after the prepositional phrases behind a subject: «أثار اللقاء بين الزعيمين، مخاوف»."""
    k = at
    for _ in range(3):
        if k >= line.size:
            break
        if line.forms[k] in words("prepositions"):
            k = max(noun_phrase(line, k + 1, line.size, strict=False), k + 1)
        elif line.has_prefix(k, "ل") and line.names[k] is None:
            k = max(noun_phrase(line, k, line.size, strict=True), k + 1)
        else:
            break
        k += k < line.size - 1 and line.is_comma(k)
    return k


_NEAR = frozenset({"في", "فى", "الي", "عن", "ب", "علي"})
_FAR = frozenset({"الي", "عن", "دون"})  # the rest stand too often in adjuncts


def _pushed(line: Line, rule: Rule, k: int, at: int) -> tuple[range, int] | None:
    """«دفع واشنطن إلى»: the object with what it is driven to."""
    target = phrase_after(line, k)
    if target is None and line.has_prefix(k, "ب"):
        target = range(k, k + 1)
    if target is None and line.tokens[k].kind != "number" and word_shape(line.tokens[k]).kind != "quantifier":
        return None
    stop = target.stop if target is not None else k
    for end in range(stop, min(stop + MAX_TARGET, line.size)):
        if governed(line, frozenset(rule.frames) - {"pushed"}, end):
            break
        if line.is_sign(end) or line.is_verb(end):
            return None
    else:
        return None
    effect = clause_after(line, k)
    return (effect, at + 1) if effect else None


def _is_noun(line: Line, k: int) -> bool:
    if line.names[k] is not None or line.tokens[k].kind == "number" or line.forms[k] == '"':
        return True
    if line.tokens[k].kind != "word" or any(line.has_prefix(k, letter) for letter in "بلك"):
        return False
    if line.forms[k] in words("complementizers") or line.forms[k] in words("bound_complementizers"):
        return False
    return line.forms[k] not in words("prepositions") and not line.is_surely_verb(k)


def _polarity(line: Line, at: int, rule: Rule) -> str:
    """The rule's sign, turned round under negation («لم يفض إلى اختراق»)."""
    if at and line.forms[at - 1] in words("negations"):
        return "-" if rule.polarity == "+" else "+"
    return rule.polarity
