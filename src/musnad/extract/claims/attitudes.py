"""Nouns of attitude and of saying that a verb hands the word to: «أعرب عن قلقه من»، «جدد رفضه»."""

from __future__ import annotations

from dataclasses import replace

from musnad.extract.claims.drafts import Draft
from musnad.extract.claims.openings import Opening, governed, is_marker, is_object, marked
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.stance import attitude
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line


def with_attitude(line: Line, draft: Draft) -> Draft | None:
    """«أعرب عن قلقه من …»: the noun of attitude gives the stance, its complement the content."""
    noun = draft.opening.at
    if line.forms[noun] == '"' and noun + 1 < line.size:
        noun += 1
    stance = attitude(line.forms[noun])
    if stance is None:
        return draft if draft.opening.mode == "clause" else None
    quoted = noun != draft.opening.at
    at = noun + 1
    while not quoted and at < line.size and (line.is_adjective(at) or line.forms[at] == "بالغ"):
        at += 1
    inner = None if quoted else complement_of_noun(line, at)
    if inner is None and draft.cue.repeats and at < line.size and _is_possessed(line, noun) and is_object(line, at):
        inner = Opening(at, "noun", at)  # «اتهامه الشركة بـ»
    if inner is None and not quoted and at < line.size and (line.names[at] is not None or line.is_definite(at)):
        inner = complement_of_noun(line, noun_phrase(line, at, line.size, strict=True))  # «عن تقدير تونس لـ»
    if inner is None and draft.cue.repeats:
        if at >= line.size or not is_object(line, at) or line.forms[noun].startswith("ال"):
            return replace(draft, stance=stance)  # type: ignore[arg-type]
        inner = Opening(at, "noun", at)
    if inner is None and not quoted and not _stands_alone(line, noun):
        return None

    return replace(draft, opening=inner or draft.opening, stance=stance, used=at - 1)  # type: ignore[arg-type]


def _is_possessed(line: Line, noun: int) -> bool:
    word = line.tokens[noun].word
    return bool(word and word.enclitic)


def _stands_alone(line: Line, noun: int) -> bool:
    """Whether a noun of attitude is all that is said: «عن قلقه»، «عن قلق واشنطن البالغ»."""
    after = line.forms[noun + 1] if noun + 1 < line.size else ""
    end = noun + 1 if not after or line.is_sign(noun + 1) else noun_phrase(line, noun, line.size, strict=True)
    return end > noun and (end >= line.size or line.is_sign(end))


def complement_of_noun(line: Line, at: int) -> Opening | None:
    """What a noun of saying or feeling governs at token `at`: a prepositional phrase or a clause."""
    if at >= line.size:
        return None
    found = governed(line, words("noun_prepositions"), at) or (marked(line, at) if is_marker(line, at) else None)
    return found if found is not None and found.at < line.size else None
