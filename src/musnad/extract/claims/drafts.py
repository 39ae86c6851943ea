"""Drafts of statements: a cue that has found its speaker and the opening of its content."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.extract.claims.cues import Cue, CueForm
from musnad.extract.claims.openings import Opening
from musnad.extract.claims.speakers import Speaker
from musnad.model.claim import Relay, Stance

SURE, LIKELY = 0.9, 0.75  # shares of right records by kind of evidence, to be calibrated on gold


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue at tokens `at` to `last_cue`, and what was found for it.

    `content` is set where the opening does not tell it, `used` is the last token that no other cue may take; `carried`
    tells that the speaker was taken over from another statement of the sentence.
    """

    at: int
    last_cue: int
    form: CueForm
    cue: Cue
    prefix: int
    speaker: Speaker
    opening: Opening
    carries: bool = True
    content: range | None = None
    stance: Stance | None = None
    via: tuple[Relay, ...] = ()
    confidence: float = SURE
    used: int = -1
    carried: bool = False
