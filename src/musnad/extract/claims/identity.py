"""Who a statement's speaker is: the entity of its phrase, of the noun that takes a name up, or of who spoke before."""

from __future__ import annotations

from musnad.extract.claims.carry import Memory, last_named
from musnad.extract.claims.drafts import Draft
from musnad.extract.claims.nominals import author_behind, introduce, is_paper, meant, same_source, taken_up
from musnad.extract.claims.phrase_words import core_of
from musnad.extract.claims.speakers import class_entity, entity_of
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.model.claim import SourceClass

LONGEST_QUOTATION = 1500  # characters before a word in which the quotation around it may have begun


def who(line: Line, draft: Draft, memory: Memory) -> tuple[str | None, SourceClass]:
    """The entity that speaks, None where nobody is sure, and how the text names it; `memory` takes it in."""
    return _unnamed(line, draft, memory) if draft.speaker.implicit else _named(line, draft, memory)


def _named(line: Line, draft: Draft, memory: Memory) -> tuple[str | None, SourceClass]:
    speaker = draft.speaker
    entity, source_class = entity_of(line, speaker)
    noun = taken_up(line, speaker)
    if noun is not None:
        again = meant(line, speaker, noun, entity, memory)
        if again in (None, entity) and same_source(line, speaker, noun):
            again = memory.entity
        source_class = "named" if again not in (None, entity) else source_class
        entity = again
    elif entity is None and is_paper(core_of(line, speaker.first)):
        entity = author_behind(line, speaker.last + 1)
    if source_class == "unnamed" and entity is not None:
        memory.crowd = entity
    if line.forms[speaker.first].removeprefix("و") in words("anaphors"):
        entity = last_named(line, speaker.first, memory)
    if not draft.carried:
        introduce(line, draft, entity, memory)
    if draft.cue.kind in ("verb", "adverbial", "participle"):
        memory.keep(entity, draft.form.feminine if draft.cue.kind == "verb" and draft.form.tense else None)
    return entity, source_class  # type: ignore[return-value]


def _unnamed(line: Line, draft: Draft, memory: Memory) -> tuple[str | None, SourceClass]:
    if draft.form.person == 1 and draft.form.tense == "i" and not line.quotes_around(draft.at):
        if within_quotation(line, draft.at):
            return memory.entity, "implicit"
        return class_entity(line, "author"), "implicit"
    if draft.cue.author:
        return class_entity(line, "author"), "implicit"
    if draft.cue.own:
        return memory.by_pronoun(line.forms[draft.last_cue]), "implicit"
    if not draft.carries:
        return None, "unnamed"
    plural = draft.form.tense in ("p", "i") and line.forms[draft.at].endswith(("ون", "وا"))
    return (memory.recall(draft.form, plural) if _continues(line, draft) else None), "implicit"


def within_quotation(line: Line, at: int) -> bool:
    """Whether a quotation that an earlier sentence of the paragraph opened still goes on at token `at`."""
    text, place = line.reading.text, line.tokens[at].start
    before = text[max(text.rfind("\n", 0, place) + 1, place - LONGEST_QUOTATION) : place]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _continues(line: Line, draft: Draft) -> bool:
    """Whether a verb goes on with who spoke before: joined by و, at the head of its sentence or behind a particle.

    Behind another noun it has a subject that was not understood («التجربة مع الجيران تقول إن»); behind a mere comma it
    tells of a noun («قراراً، خلص إلى»).
    """
    at = draft.at
    if draft.cue.kind != "verb" or draft.prefix or at < 2:
        return True
    if line.is_comma(at - 1):
        return not any(line.is_verb(k) for k in range(at - 1))
    before = line.forms[at - 1]
    known = any(
        before in words(name) for name in ("auxiliaries", "turns", "adverbs", "subordinators", "bound_subjects")
    )
    led = before in words("bound_complementizers") or before in words("relatives") or before in words("days")
    return known or led or line.times[at - 1] or line.quotes_around(at)
