"""What is said to follow from what: the layer of causal and conditional statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from musnad.extract.claims.phrase_words import core_of, start_offset
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import COMMAS, Line, line_of
from musnad.extract.links.connectives import connective
from musnad.extract.links.ends import clause_before
from musnad.extract.links.rules import Rule, RuleForm, rules, written_forms
from musnad.extract.links.sequels import sequel
from musnad.extract.links.verbs import Ends, verb_link
from musnad.extract.reading import Reading, SentenceReading
from musnad.model import Event, Link, Span
from musnad.model.link import LinkKind

MAX_ASIDE = 9  # words of an aside between an act and its aim
SEQUEL = 0.6  # share of right links among clauses joined by ف or ل


class Found(NamedTuple):
    """A link in tokens of its sentence: cue, cause, effect (ranges) and what the rule says of them."""

    rule: Rule
    cue: range
    cause: range
    effect: range
    polarity: str
    confidence: float


def read_links(reading: Reading) -> None:
    """Fills `reading.links`; runs after the events, whose ids it puts at the ends."""
    previous: SentenceReading | None = None
    events = sorted(reading.events, key=_trigger_start)
    contents = sorted((claim.content.start, claim.content.end) for claim in reading.claims if claim.content)
    for sentence in reading.read_sentences():
        if sentence.tokens and _may_hold_links(sentence):
            line = line_of(reading, sentence)
            line.told = _told(line, contents) if contents else ()
            for found in sentence_links(line):
                reading.links.append(_link(line, found, events, len(reading.links) + 1))
            _consequence(line, previous)
        previous = sentence


def _told(line: Line, contents: list[tuple[int, int]]) -> tuple[range, ...]:
    """The tokens of the statements that begin in the sentence; `contents` are their offsets, in order."""
    begin, end = line.tokens[0].start, line.tokens[-1].end
    starts = [token.start for token in line.tokens]
    found = []
    for start, stop in contents[bisect_left(contents, (begin, 0)) :]:
        if start >= end:
            break
        found.append(range(bisect_right(starts, start) - 1, bisect_left(starts, stop)))
    return tuple(found)


def _may_hold_links(sentence: SentenceReading) -> bool:
    tokens = sentence.tokens
    if not written_forms().isdisjoint([token.form for token in tokens]):
        return True
    return any(token.form in COMMAS and tokens[at].form[0] in "فل" for at, token in enumerate(tokens[:-1], start=1))


def sentence_links(line: Line) -> list[Found]:
    """The links told inside one sentence, in the order of their cues."""
    found: list[Found] = []
    at = 0
    known = written_forms()
    while at < line.size:
        link = _link_at(line, at) if line.forms[at] in known else None
        if link is None and at and line.forms[at][0] in "فل" and line.is_comma(at - 1):
            link = _sequel(line, at)
        if link is not None:
            found.append(link)
            at = max(link.cue.stop, at + 1)
        else:
            at += 1
    return found


def _sequel(line: Line, at: int) -> Found | None:
    told = sequel(line, at)
    if told is None:
        return None
    rule, cue, cause, effect = told
    return Found(rules().rules[rules().sequels[rule]], cue, cause, effect, "+", SEQUEL)


def _link_at(line: Line, at: int) -> Found | None:
    table, form = rules(), line.forms[at]
    known, prefix = table.forms.get(form), 0
    if known is None and len(form) > 2 and form[0] in "وف" and _is_joined(line, at):
        known, prefix = table.forms.get(form[1:]), 1
    after = line.forms[at + 1] if at + 1 < line.size else ""
    for shape in known or ():
        tail = shape.tail
        if tail and (tail[0] != after or tuple(line.forms[at + 1 : at + 1 + len(tail)]) != tail):
            continue
        rule = table.rules[shape.rule]
        ends = _ends(line, at, prefix, rule, shape)
        if ends is not None:
            cue, cause, effect, polarity, confidence = ends
            return Found(rule, cue, cause, effect, polarity, confidence)
    return _aim_at(line, at) if form[0] == "ل" else None


def _is_joined(line: Line, at: int) -> bool:
    token = line.tokens[at]
    if token.end > token.start + 1 and line.reading.text[token.start + 1] in "أإ":
        return True  # «وأدى» is no «وادي»
    return line.has_prefix(at, line.forms[at][0]) or line.forms[at][1:] in words("prepositions")


def _ends(line: Line, at: int, prefix: int, rule: Rule, shape: RuleForm) -> Ends | None:
    if rule.takes == "verb":
        return verb_link(line, at, prefix, rule, shape)
    return connective(line, at, prefix, rule, shape)


def _aim_at(line: Line, at: int) -> Found | None:
    """«لـ» and a verbal noun of aim («لمنع السفينة»), unless the word before it governs «لـ»."""
    table, form = rules(), line.forms[at]
    bare = "ال" + form[2:] if form.startswith("لل") else form[1:]
    if bare not in table.aims or at == 0 or at + 1 >= line.size:
        return None
    if bare == "تنظيم" and _is_organization(line, at + 1):
        return None
    opened = _parenthesis(line, at)
    before = line.forms[at - 1]
    if _is_governed(line, at, table.governors):
        return None
    if (
        before in table.governors
        or (line.is_sign(at - 1) and before not in ('"', ")") and not opened)
        or line.is_comma(at + 1)
    ):
        return None
    cause, effect = clause_before(line, opened or at), clause_of_aim(line, at)
    if cause is None or len(cause) < 2 or effect is None:
        return None
    rule = table.rules[-1]
    return Found(rule, range(at, at + 1), cause, effect, "+", 0.6)


def _is_organization(line: Line, at: int) -> bool:
    """Whether the name of an organization follows: «لتنظيم القاعدة» is no aim."""
    name = line.names[at]
    return line.forms[at] in ('"', "(") or (name is not None and name.kind in ("organization", "group"))


def _parenthesis(line: Line, at: int) -> int:
    """The comma that opens the short aside which ends right before token `at`; 0 if none does."""
    if not line.is_comma(at - 1):
        return 0
    for k in range(at - 2, max(at - MAX_ASIDE, 0), -1):
        if line.is_comma(k):
            return k
        if line.is_verb(k) and line.forms[k - 1] not in ("ما", "كما"):
            return 0
    return 0


def _is_governed(line: Line, at: int, governors: set[str]) -> bool:
    """Whether a word that takes «لـ» itself stands before, a name or its adjectives between («خطوات جدية لعقد»)."""
    if line.names[at - 1] is not None:
        return any(form in governors for form in line.forms[max(at - 3, 0) : at - 1])
    k = at - 1
    while k > 0 and at - k < 4 and line.is_adjective(k):
        k -= 1
    if line.is_definite(k) and core_of(line, k) in words("named_for"):
        return True  # «المجلس الأعلى للقضاء»
    return k < at - 1 and line.forms[k] in governors


def clause_of_aim(line: Line, at: int) -> range | None:
    """The aim that begins with the verbal noun at `at`."""
    from musnad.extract.links.ends import clause_after

    return clause_after(line, at)


def _consequence(line: Line, previous: SentenceReading | None) -> None:
    """«لذلك» at the head of a sentence: what the sentence before it says is the cause."""
    if previous is None or not previous.tokens or previous.article != line.sentence.article:
        return
    from musnad.extract.links.connectives import consequence

    head = consequence(line)
    if head is None:
        return
    rule, cue, effect = head
    before = line_of(line.reading, previous)
    cause = clause_before(before, before.size - (1 if before.is_sign(before.size - 1) else 0))
    if cause is None:
        return
    reading = line.reading
    reading.links.append(
        Link(
            id=f"l{len(reading.links) + 1}",
            kind=rule.kind,  # type: ignore[arg-type]
            cue=_cue(line, cue),
            from_=reading.span(before.tokens[0].start, before.end(cause.stop - 1)),
            to=_span(line, effect),
            confidence=0.6,
            rule=f"links/{rule.id}",
        )
    )


def _link(line: Line, found: Found, events: list[Event], number: int) -> Link:
    kind: LinkKind = found.rule.kind  # type: ignore[assignment]
    cause, effect = _span(line, found.cause), _span(line, found.effect)
    return Link(
        id=f"l{number}",
        kind=kind,
        cue=_cue(line, found.cue),
        from_=cause,
        to=effect,
        polarity=found.polarity,  # type: ignore[arg-type]
        from_event=_event_in(events, cause),
        to_event=_event_in(events, effect),
        confidence=found.confidence,
        rule=f"links/{found.rule.id}",
    )


def _cue(line: Line, tokens: range) -> Span:
    """The cue as it is written, without و or ف before it."""
    token = line.tokens[tokens.start]
    joined = bool(token.word and token.word.proclitics and token.word.proclitics[0] in ("و", "ف"))
    joined = joined or (line.forms[tokens.start][0] in "وف" and line.reading.text[token.start + 1] in "أإ")
    return line.reading.span(token.start + joined, line.end(tokens.stop - 1))


def _span(line: Line, tokens: range) -> Span:
    return line.reading.span(start_offset(line, tokens.start), line.end(tokens.stop - 1))


def _event_in(events: list[Event], span: Span) -> str | None:
    """The id of the first event whose trigger stands inside the span; `events` are in the order of the text."""
    at = bisect_left(events, span.start, key=_trigger_start)
    return events[at].id if at < len(events) and events[at].trigger.start < span.end else None


def _trigger_start(event: Event) -> int:
    return event.trigger.start
