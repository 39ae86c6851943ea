"""Drafts of verbs of saying."""

from __future__ import annotations

from musnad.extract.claims.attitudes import with_attitude
from musnad.extract.claims.chains import is_outlet, relay
from musnad.extract.claims.cues import Cue, CueForm, lexicon
from musnad.extract.claims.drafts import LIKELY, SURE, Draft
from musnad.extract.claims.openings import LEAST_QUOTED, Opening, is_marker, opening
from musnad.extract.claims.phrase_words import bare_form, core_of
from musnad.extract.claims.speaker_classes import class_heads
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, can_speak, is_thing, may_be_subject
from musnad.extract.claims.stance import attitude
from musnad.extract.claims.subjects import following_subject, subjects
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.grammar.shapes import shape
from musnad.model import Mention
from musnad.model.claim import Relay

MAX_QUOTED = 120  # words of a quotation before its verb
MAX_ASIDE = 8  # words between who is cited and what it says


def verb_draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a verb cue; None if nothing that it takes follows or stands in quotation marks before it, or the
    word is no verb here.
    """
    return _before_statement(line, at, form, cue, prefix) or _behind_quotation(line, at, form, cue, prefix)


def _before_statement(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    last = at + len(form.tail)
    if is_supposed(line, at, form):
        return None
    if cue.id in words("needs_speaker") and last + 1 < line.size and line.forms[last + 1] in words("resumptives"):
        return None  # «الصور التي تظهر فيها الممثلة»
    if "object" not in cue.frames and any(word in cue.not_object for word in line.forms[at + 1 : at + 2]):
        return None  # «لفت الانتباه»
    for speaker, rest in subjects(line, at, last, prefix, form, cue):
        found = opening(line, cue, form, rest)
        if found is None or not _is_verb_here(line, at, form, prefix, speaker):
            continue
        vague = not speaker.implicit and not can_speak(line, speaker)
        if vague and (found.mode == "noun" or form.ambiguous or not _may_be_name(line, cue, last, speaker)):
            if found.mode == "noun" and prefix and _is_thing_said(line, cue, at, speaker):
                continue  # «ونفت المزاعم»
            return None
        if speaker.implicit and _is_idle(line, at, form, cue, prefix, found):
            return None
        if cue.doubles and form.ambiguous and form.tense == "i" and -1 < speaker.first < at:
            return None  # «وتعد إسرائيل المصدر الوحيد»: what it is, not what it says
        if (cue.clausal and found.mode == "noun") or _resumes(line, cue, last):
            return None
        if cue.requires and not any(line.forms[k] in cue.requires for k in range(at, min(at + 14, line.size))):
            return None
        if cue.never_names and found.mode == "noun" and line.names[found.at] is not None:
            return None
        if (cue.refusal or cue.deed) and not _says_refusal(line, speaker, found):
            return None
        if cue.relay and found.mode == "noun":
            return _relayed(line, at, form, cue, prefix, speaker, found)
        draft = Draft(
            at,
            last,
            form,
            cue,
            prefix,
            speaker,
            found,
            _carries(line, at, form, cue, prefix, speaker),
            confidence=SURE if found.mode != "noun" else LIKELY,
        )
        return with_attitude(line, draft) if cue.attitude or cue.repeats else draft
    return None


def _behind_quotation(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """««لن نتراجع»، يقول الوزير»: the draft of a verb whose speaker closes the sentence behind the quotation."""
    close = at - 2 if at and line.is_comma(at - 1) else at - 1
    if prefix or "quote" not in cue.frames or close < LEAST_QUOTED or line.forms[close] != '"':
        return None
    opened = next((k for k in range(close - 1, max(close - MAX_QUOTED, -1), -1) if line.quotes.get(k) == close), close)
    if close - opened <= LEAST_QUOTED:
        return None
    found = following_subject(line, at + 1)
    if found is None or not may_be_subject(line, at, form, found[0]) or not can_speak(line, found[0]):
        return None
    content = range(opened, close + 1)
    opening_of = Opening(opened, "quote", at)
    return Draft(at, at, form, cue, prefix, found[0], opening_of, content=content, confidence=LIKELY, used=found[1] - 1)


def is_supposed(line: Line, at: int, form: CueForm) -> bool:
    """Whether a verb tells what may or should be said rather than what was: «اشترط أن تتعهد»، «إذا ظنت»."""
    before = line.forms[at - 1].removeprefix("و") if at else ""
    if before in ("اذا", "لو"):
        return True
    if before != "ان" or form.tense != "i":
        return False
    return at < 2 or line.forms[at - 2].removeprefix("و") not in words("come_true")


def _is_thing_said(line: Line, cue: Cue, at: int, speaker: Speaker) -> bool:
    """Whether the noun right behind a verb is what was said: «ونفت المزاعم»، «وأكد أهمية الحوار»، «وجددت تضامنها»."""
    if "object" not in cue.frames or speaker.first != at + 1 or cue.id in words("needs_speaker"):
        return False
    core = core_of(line, at + 1)
    known = core in words("allegations") or core in words("abstracts") or attitude(line.forms[at + 1]) is not None
    return known or is_thing(line, at + 1)


def _resumes(line: Line, cue: Cue, last: int) -> bool:
    """Whether the verb's own preposition follows with a pronoun: «المياه التي تطالب بها بكين»."""
    if last + 1 >= line.size or line.forms[last + 1] not in words("resumptives"):
        return False
    if cue.frames[0] in ("object", "clause", "quote"):
        return False
    return shape(line.tokens[last + 1]).preposition in cue.frames


def _says_refusal(line: Line, speaker: Speaker, found: Opening) -> bool:
    """Whether a refusal is somebody's word rather than the act of a state or body («رفضت المحكمة الطعن»)."""
    if speaker.implicit and (line.is_definite(found.at) and can_speak(line, Speaker(found.at, found.at))):
        return False  # «رفضت المحكمة …»
    if speaker.implicit or any(_is_allegation(line.forms[k]) for k in range(found.at, min(found.at + 6, line.size))):
        return True
    first = line.names[speaker.first]
    if first is not None and (first.kind == "group" or _is_movement(line, first)):
        return True
    if any(name is not None and name.kind == "person" for name in line.names[speaker.first : speaker.last + 1]):
        return True
    head = bare_form(line, speaker.first)
    return head in words("titles") or head in class_heads()


def _is_movement(line: Line, name: Mention) -> bool:
    """Whether a name is of an organization that speaks for itself: no court or parliament, whose refusal is an act."""
    entity = line.reading.entities.get(name.entity)
    roles = entity.code.split(" ")[1:] if entity is not None else []
    return name.kind == "organization" and not {"JUD", "LEG"} & set(roles)


def _is_allegation(form: str) -> bool:
    return form.removeprefix("ال") in words("allegations") and form != "ما"


def _may_be_name(line: Line, cue: Cue, last: int, speaker: Speaker) -> bool:
    """Whether a phrase of no known kind may be somebody's name: it is definite, or stands right behind «قال»."""
    if line.is_definite(speaker.first):
        return True
    behind = last + 1 + (line.forms[last + 1] == '"')
    spoken = cue.id in words("speech") and speaker.first == behind and speaker.last < speaker.first + 4
    return spoken and line.forms[speaker.first] not in words("mute") and not is_thing(line, speaker.first)


def _is_idle(line: Line, at: int, form: CueForm, cue: Cue, prefix: int, found: Opening) -> bool:
    """Whether a verb without subject tells nothing: «يذكر أن», a noun taken for a verb, or «اعتبر الحزب» broken off."""
    if cue.doubles and form.tense == "i" and not form.pronoun:
        return True  # «ويعد القرار صفعة»
    if cue.silent and form.tense == "i" and not form.feminine and form.person == 3:
        return True
    if found.mode != "noun" or form.pronoun or form.tail:
        return False
    if (cue.stance in _PLAIN or (at == 0 and not prefix)) and _is_actor(line, at, form, found.at):
        return True
    if form.ambiguous and not prefix and not (at and line.forms[at - 1] == "كما"):
        return True
    end = noun_phrase(line, found.at, line.size, strict=True)
    alone = end >= line.size or (line.is_sign(end) and line.forms[end] != '"')
    return alone and end > found.at and can_speak(line, Speaker(found.at, end - 1))


_PLAIN = frozenset({"assert", "predict", "deny"})  # what such verbs say is hardly ever somebody


def _is_actor(line: Line, verb: int, form: CueForm, at: int) -> bool:
    """Whether the noun right behind a verb is one who may be its subject, so that its object is missing."""
    named = line.is_definite(at) or line.names[at] is not None or line.forms[at] in words("texts")
    if at != verb + 1 or not named:
        return False
    speaker = Speaker(at, at)
    return may_be_subject(line, verb, form, speaker) and can_speak(line, speaker)


def _is_verb_here(line: Line, at: int, form: CueForm, prefix: int, speaker: Speaker) -> bool:
    """Whether an ambiguous form is a verb in this place; a reported clause after it makes it one."""
    if not form.ambiguous:
        return True
    before = line.forms[at - 1] if at else ""
    if before != "حين" and before.removeprefix("و") in words("prepositions"):
        return False
    if line.is_verb(at) or before in words("auxiliaries"):
        return True
    name = line.names[at - 1] if at else None
    if speaker.last == at - 1 and name is not None and (form.tense == "i" or name.kind == "person"):
        return True
    starts = at == 0 or prefix == 1 or line.is_sign(at - 1) or line.forms[at - 1] in words("auxiliaries")
    starts = starts or line.forms[at - 1] in words("turns")
    if speaker.implicit and prefix and form.tense == "p" and at and line.is_comma(at - 1):
        after = line.names[at + 1] if at + 1 < line.size else None
        return after is not None and after.kind != "place" and not form.pronoun  # «…، وشكر السعودية على»
    if speaker.implicit or not starts:
        return False
    return speaker.first > at and (line.is_definite(speaker.first) or can_speak(line, speaker))


def _carries(line: Line, at: int, form: CueForm, cue: Cue, prefix: int, speaker: Speaker) -> bool:
    """Whether the speaker of a verb without subject is carried over; «يُعتقد أن» and «من المتوقع» have none."""
    if not (speaker.implicit and cue.impersonal and form.tense == "i") or form.feminine or form.person == 1:
        return True
    return line.forms[at].endswith(("ون", "وا"))


def _relayed(
    line: Line, at: int, form: CueForm, cue: Cue, prefix: int, outlet: Speaker, found: Opening
) -> Draft | None:
    """«نقلت وكالة … عن مسؤول قوله إن …»: the outlet is a relay, the speaker follows عن."""
    if outlet.implicit or not is_outlet(line, outlet.first):
        return None
    via: tuple[Relay, ...] = (relay(line, outlet.first, outlet.last + 1),)
    at_source, end = found.at, _cited(line, found.at)
    if is_outlet(line, found.at) and end + 1 < line.size and line.forms[end] == "عن":
        via = (relay(line, found.at, end), *via)  # «نقلت رويترز عن موقع … عن مصدر …»
        at_source, end = end + 1, _cited(line, end + 1)
    said = _saying(line, end)
    if end == at_source or said >= line.size:
        return None
    speaker = Speaker(at_source, end - 1)
    inner_cue = _noun_cue(line, said)
    if line.forms[said] in words("sayings") or inner_cue:
        said += 1
    probe = Cue(id=cue.id, kind="verb", stance="assert", frames=("clause", "quote", "object"))
    inner = opening(line, probe, form, said)
    if inner is None:
        return None
    stance = inner_cue.stance if inner_cue else None
    return Draft(at, at, form, cue, prefix, speaker, inner, via=via, stance=stance, used=said - 1)  # type: ignore[arg-type]


def _cited(line: Line, at: int) -> int:
    """The end of the phrase of whoever an outlet cites, before a noun of saying («مصدر مطلع نفيه»)."""
    end = noun_phrase(line, at, line.size, strict=True)
    return next((k for k in range(at + 1, end) if line.forms[k] in words("sayings") or _noun_cue(line, k)), end)


def _saying(line: Line, at: int) -> int:
    """The word that hands over from the one cited to what is said: «قوله»، «نفيه»، «أن» or a sign."""
    said = at
    while said < line.size and line.forms[said] not in words("sayings") and said < at + MAX_ASIDE:
        if is_marker(line, said) or line.forms[said] in (":", ",", "،") or _noun_cue(line, said):
            break
        said += 1
    return said


def _noun_cue(line: Line, at: int) -> Cue | None:
    for known in lexicon().forms.get(line.forms[at], ()):
        cue = lexicon().cues[known.cue]
        if cue.kind == "noun" and known.pronoun:
            return cue
    return None
