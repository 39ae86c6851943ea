"""Headlines that name a speaker before a colon: «بوتين: لن نتراجع»."""

from __future__ import annotations

from musnad.extract.claims.cues import Cue, CueForm
from musnad.extract.claims.drafts import LIKELY, Draft
from musnad.extract.claims.openings import Opening
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, can_speak
from musnad.extract.grammar.clause_line import Line

MAX_SPEAKER = 8  # words before the colon; longer ones are sub-headings, not speakers
_CUE = Cue(id="headline", kind="verb", stance="assert", frames=("quote",))


def headline(line: Line) -> Draft | None:
    """The draft of a title «ن: …»; None if the sentence is no title or nobody who can speak stands before its colon."""
    if line.sentence.zone != "title" or ":" not in line.forms[1 : MAX_SPEAKER + 1]:
        return None
    colon = line.forms.index(":")
    first = 1 if line.forms[0] == '"' else 0
    last = colon - 1 if line.forms[colon - 1] != '"' else colon - 2
    if last < first or colon + 2 >= line.size or noun_phrase(line, first, last + 1, strict=False) != last + 1:
        return None
    speaker = Speaker(first, last)
    if not can_speak(line, speaker):
        return None
    shape, opening = CueForm(cue=-1), Opening(colon + 1, "clause", colon)
    return Draft(colon, colon, shape, _CUE, 0, speaker, opening, confidence=LIKELY)
