"""Drafts of participles and of nouns of saying."""

from __future__ import annotations

from musnad.extract.claims.attitudes import with_attitude
from musnad.extract.claims.cues import Cue, CueForm
from musnad.extract.claims.drafts import LIKELY, Draft
from musnad.extract.claims.openings import Opening, governed, is_marker, is_object, marked, opening
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, can_speak
from musnad.extract.claims.subjects import governing_subject
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line


def participle_draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a participle: its speaker is the subject of the sentence."""
    if at == 0 or line.forms[at - 1] in words("was"):
        return None  # «كان لافتاً أن»
    found = opening(line, cue, form, at + 1)
    if found is None or (form.ambiguous and not line.is_comma(at - 1) and not _reports_at_once(line, at, found)):
        return None
    if cue.requires and not any(word in cue.requires for word in line.forms[at + 1 : at + 14]):
        return None
    draft = Draft(at, at, form, cue, prefix, Speaker(), found)
    return with_attitude(line, draft) if cue.attitude or cue.repeats else draft


def _reports_at_once(line: Line, at: int, found: Opening) -> bool:
    """Whether a reported clause follows «مؤكدة» or «مشيرة إلى» at once, so that it is no adjective."""
    if line.forms[at + 1] in words("first_person_object"):
        return True
    return found.mode == "clause" and found.boundary == at + 1 and is_marker(line, min(found.at - 1, at + 2))


def noun_draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a noun of saying («تصريحات الوزير بأن») or of an impersonal phrase."""
    name = line.names[at]
    if name is not None and not name.adjectival:
        return None
    last = at + len(form.tail)
    rest, speaker = last + 1, Speaker()
    frames = frozenset(cue.frames)
    free = cue.kind == "noun" and not form.pronoun and not cue.carried
    if rest < line.size and free and not governed(line, frames - {"clause"}, rest):
        end = noun_phrase(line, rest, line.size, strict=True, barred=frames)
        name = line.names[rest]
        if end > rest and not (line.is_definite(at) and name is None):
            speaker, rest = Speaker(rest, end - 1), end
        while rest < line.size and (line.times[rest] or (end == last + 1 and line.is_adjective(rest))):
            rest += 1
    if rest >= line.size:
        return None
    found = governed(line, frames - {"clause"}, rest)
    if found is None and cue.owned and speaker.first >= 0:
        found = opening(line, cue, form, rest)
    elif found is None and "object" in frames and is_object(line, rest):
        found = Opening(rest, "noun", rest)
    if found is None and "clause" in frames and is_marker(line, rest):
        found = marked(line, rest)
    if found is None or found.at >= line.size:
        return None
    if speaker.first < 0 and not form.pronoun and any(w in words("negations") for w in line.forms[max(at - 4, 0) : at]):
        return None  # «ولم ترد معلومات عن الضحايا»
    if speaker.first >= 0 and not _speaks(line, speaker):
        speaker = Speaker()
    if cue.owned and ((speaker.first < 0 and not form.pronoun) or not _may_own(line, speaker)):
        return None
    if cue.patient and speaker.first >= 0:
        found, speaker = Opening(speaker.first, "noun", speaker.first), Speaker()
    if cue.carried and speaker.first < 0:
        speaker = governing_subject(line, at)
    return Draft(
        at, last, form, cue, prefix, speaker, found, carries=bool(form.pronoun) or cue.carried, confidence=LIKELY
    )


def _may_own(line: Line, speaker: Speaker) -> bool:
    """Whether the words behind a verbal noun name one who can speak, no place («إعلان جدة»)."""
    if speaker.implicit:
        return True
    name = line.names[speaker.first]
    return can_speak(line, speaker) if name is None else name.kind != "place"


def _speaks(line: Line, speaker: Speaker) -> bool:
    """Whether the phrase after a noun of saying names somebody, rather than qualifies the noun («مخاوف كبيرة»)."""
    if any(line.names[at] is not None for at in range(speaker.first, speaker.last + 1)):
        return True
    return line.is_definite(speaker.first) or not line.is_adjective(speaker.first)
