"""Links told by a preposition or a conjunction between two statements."""

from __future__ import annotations

from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.links.ends import (
    clause_after,
    clause_before,
    condition_after,
    consequence_after,
    leads_consequence,
    phrase_after,
)
from musnad.extract.links.rules import Rule, RuleForm, rules

Ends = tuple[range, range, range, str, float]
SURE, LIKELY = 0.85, 0.65
MAX_MATRIX = 6  # words of «من المحتمل», «سيكون على الحكومة» before a condition


def connective(line: Line, at: int, prefix: int, rule: Rule, shape: RuleForm) -> Ends | None:
    """The cue, both ends, polarity and confidence of a connective's link; None if an end is missing."""
    if rule.takes == "consequence" or (at and line.forms[at - 1] in rule.never_after):
        return None
    if rule.after and not any(_is_one(line.forms[k], rule.after) for k in range(max(at - 9, 0), at)):
        return None
    start = at + 1 + len(shape.tail)
    if start >= line.size or not _fits(line, start, at, rule, shape):
        return None
    cue = range(at, start)
    if rule.kind == "condition":
        return _condition(line, cue, rule)
    if rule.noun_before:
        return _participle(line, cue, rule)
    if rule.reversed:
        return _outcome(line, cue, rule)
    return _between(line, cue, rule, fronted=bool(prefix) and rule.takes == "clause" and line.is_comma(at - 1))


def _outcome(line: Line, cue: range, rule: Rule) -> Ends | None:
    """«انهار السد، مخلفاً ثلاثة قتلى»، «…، ما يعني أن»: what came of the clause before the cue."""
    before, after = clause_before(line, cue.start), clause_after(line, cue.stop)
    if before is None or after is None or len(before) < 2 or not any(line.is_verb(k) for k in before):
        return None
    start = after.start + (line.forms[after.start] in words("complementizers"))
    return (cue, before, range(start, after.stop), rule.polarity, LIKELY) if start < after.stop else None


def _exchanged(line: Line, cue: range, rule: Rule) -> int:
    """Where what is exchanged begins: at the nearest word of `after` before the cue, or at the head of its clause."""
    return next((k for k in range(cue.start - 1, max(cue.start - 9, -1), -1) if _is_one(line.forms[k], rule.after)), -1)


def _is_one(form: str, of: tuple[str, ...]) -> bool:
    return form in of or (form[0] in "وبلف" and form[1:] in of)


def _fits(line: Line, start: int, at: int, rule: Rule, shape: RuleForm) -> bool:
    if shape.governs and not (line.has_prefix(start, "ل") or line.forms[start][0] == "ل"):
        return False
    if rule.takes == "perfect":
        text = line.reading.text[line.tokens[at].start : line.tokens[at].end]
        return text == "إن" and _is_perfect(line, start) and at > 1
    if rule.id == "lianna" and line.forms[at].removeprefix("و") == "لان" and line.is_verb(start):
        return False  # «صالحة لأن تكون»
    if rule.takes == "opening":
        word = line.tokens[start].word
        return at <= 1 and bool(word and any(reading.derived == "masdar" for reading in word.readings))
    if rule.takes == "aim":
        return line.forms[start] in rules().aims
    if rule.id == "fi-hal":
        return _is_case(line, start)
    if rule.takes == "masdar":
        return _is_masdar(line, start) and (rule.kind == "condition" or not line.is_verb(start))
    return not line.is_sign(start) or line.forms[start] == '"'


def _is_case(line: Line, at: int) -> bool:
    """Whether «في حال» opens a condition: a definite noun, an event of somebody or a clause, not «في حالة حرب»."""
    if line.is_definite(at) or line.forms[at] in words("complementizers") or line.is_verb(at):
        return True
    owned = at + 1 < line.size and (line.is_definite(at + 1) or line.names[at + 1] is not None)
    word = line.tokens[at].word
    return _is_masdar(line, at) and (owned or bool(word and word.enclitic))


def _is_perfect(line: Line, at: int) -> bool:
    word = line.tokens[at].word
    return bool(word and line.is_verb(at) and any(r.pos == "VERB" and r.aspect == "p" for r in word.readings[:2]))


def _is_masdar(line: Line, at: int) -> bool:
    word = line.tokens[at].word
    form = line.forms[at]
    if form in rules().aims or (form.startswith("ال") and form[2:] in rules().aims):
        return True
    if form in words("complementizers") or line.is_verb(at):
        return True
    return bool(word and any(r.derived == "masdar" for r in word.readings[:1]))


def _between(line: Line, cue: range, rule: Rule, fronted: bool = False) -> Ends | None:
    """«أثر بسبب سبب», or with the cue at the head of the sentence, or of a joined clause, «بسبب سبب، أثر»."""
    after = clause_after(line, cue.stop)
    if after is None:
        return None
    before = None if fronted else clause_before(line, cue.start)
    if before is not None and len(before) == 1 and line.forms[before.start] in words("was_not"):
        return None
    if before is None or (cue.start < 7 and not any(line.is_verb(k) for k in before) and line.is_comma(cue.start - 1)):
        head = consequence_after(line, after.stop) if after.stop < line.size and line.is_comma(after.stop) else None
        if head is None and (parted := _parted_by_verb(line, cue)) is not None:
            after, head = parted
        if head is None:
            return None
        before = head
    if rule.after:
        before = range(max(_exchanged(line, cue, rule), before.start), before.stop)
    if rule.kind == "cause":
        return cue, after, before, rule.polarity, SURE
    if rule.kind == "enable":
        return cue, after, before, rule.polarity, LIKELY
    return cue, before, after, rule.polarity, SURE


def _parted_by_verb(line: Line, cue: range) -> tuple[range, range] | None:
    """«على إثر القرار استدعت الوزارة …» at the head of a sentence: the cause up to the verb, and the clause from it."""
    cause = phrase_after(line, cue.stop) if cue.start < 2 else None
    if cause is None or cause.stop >= line.size or not line.is_surely_verb(cause.stop):
        return None
    effect = clause_after(line, cause.stop)
    return (cause, effect) if effect else None


def _participle(line: Line, cue: range, rule: Rule) -> Ends | None:
    """«الجهود الرامية إلى …»، «الأضرار الناجمة عن …»: the noun phrase before the participle is one end."""
    first = cue.start
    while first > 0 and not line.is_sign(first - 1) and cue.start - first < 4:
        first -= 1
        if line.is_definite(first) or line.names[first] is not None:
            break
    after = phrase_after(line, cue.stop) or clause_after(line, cue.stop)
    if first == cue.start or after is None:
        return None
    noun = range(first, cue.start)
    if rule.kind == "purpose":
        return cue, noun, clause_after(line, cue.stop) or after, rule.polarity, SURE
    return cue, after, noun, rule.polarity, SURE


def _condition(line: Line, cue: range, rule: Rule) -> Ends | None:
    found = condition_after(line, cue.stop)
    if found is None:
        return None
    condition, stop = found
    before = clause_before(line, cue.start)
    parted = _parted(line, before, condition)
    if parted is not None:
        return cue, parted[0], parted[1], rule.polarity, SURE
    led = stop < line.size and leads_consequence(line, stop)
    short = before is not None and len(before) < 2 and all(told.start != before.start for told in line.told)
    alone = before is None or led or short
    effect = consequence_after(line, stop) if alone else _around(line, cue, before or cue, stop)
    return (cue, condition, effect, rule.polarity, SURE) if effect is not None else None


def _parted(line: Line, before: range | None, condition: range) -> tuple[range, range] | None:
    """Condition and consequence of «من المحتمل في حال عودته أن يستأنف المحادثات»; None if no «أن» of the main clause
    stands behind the condition.
    """
    if before is None or len(before) > MAX_MATRIX or not any(_awaits(line, k) for k in before):
        return None
    for k in range(condition.start + 1, condition.stop - 1):
        if line.forms[k] == "ان" and line.is_verb(k + 1) and line.forms[k - 1] not in words("not_before_that"):
            effect = clause_after(line, k + 1)
            return (range(condition.start, k), effect) if effect else None
    return None


def _awaits(line: Line, at: int) -> bool:
    form = line.forms[at]
    return form in words("awaiting") or form.removeprefix("و") in words("awaiting")


def _around(line: Line, cue: range, before: range, stop: int) -> range:
    """The main clause before the condition; all around it where commas set the condition off («تكفي، إذا …، لصنع»)."""
    if not (stop < line.size and line.is_comma(stop) and line.is_comma(cue.start - 1)):
        return before
    after = clause_after(line, stop + 1) if stop + 1 < line.size else None
    if after and len(after) > 1 and (line.forms[after.start] == "ان" or line.has_prefix(after.start, "ل")):
        return range(after.start + (line.forms[after.start] == "ان"), after.stop)
    return range(before.start, after.stop) if after else before


def consequence(line: Line) -> tuple[Rule, range, range] | None:
    """The rule, cue and effect where the sentence begins with «لذلك» or the like."""
    table = rules()
    for shape in table.forms.get(line.forms[0], ()):
        rule = table.rules[shape.rule]
        if rule.takes != "consequence" or tuple(line.forms[1 : 1 + len(shape.tail)]) != shape.tail:
            continue
        start = 1 + len(shape.tail)
        while start < line.size and (line.is_sign(start) or line.forms[start] in words("link_fillers")):
            start += 1
        effect = clause_after(line, start) if start < line.size else None
        return (rule, range(0, 1 + len(shape.tail)), effect) if effect else None
    return None
