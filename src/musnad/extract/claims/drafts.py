"""Drafts of statements: a cue that has found its speaker and the opening of its content."""

from __future__ import annotations

from dataclasses import dataclass, replace

from musnad.extract.claims.chains import is_outlet, relay
from musnad.extract.claims.content import Opening, governed, is_marker, is_object, marked, opening
from musnad.extract.claims.cues import Cue, CueForm, lexicon, participle_forms
from musnad.extract.claims.speaker_classes import class_heads
from musnad.extract.claims.speaker_phrases import bare_form, noun_phrase, shortened
from musnad.extract.claims.speakers import Speaker, before, can_speak, is_thing, may_be_subject
from musnad.extract.claims.stance import attitude
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.grammar.shapes import shape
from musnad.model.claim import Relay, Stance

MAX_GOVERNOR = 9  # words between a verb and the verbal noun that goes on with its subject
MAX_CLAUSE = 60  # words back to the head of a clause
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


def verb_draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a verb cue; None if nothing that it takes follows, or the word is no verb here."""
    last = at + len(form.tail)
    if "object" not in cue.frames and any(word in cue.not_object for word in line.forms[at + 1 : at + 2]):
        return None  # «لفت الانتباه»
    for speaker, rest in _subjects(line, at, last, prefix, form, cue):
        found = opening(line, cue, form, rest)
        if found is None or not _is_verb_here(line, at, form, prefix, speaker):
            continue
        vague = not speaker.implicit and not can_speak(line, speaker)
        if vague and (found.mode == "noun" or form.ambiguous or not _may_be_name(line, cue, last, speaker)):
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
        return _with_attitude(line, draft) if cue.attitude or cue.repeats else draft
    return None


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
    if first is not None and first.kind == "group":
        return True
    if any(name is not None and name.kind == "person" for name in line.names[speaker.first : speaker.last + 1]):
        return True
    head = bare_form(line, speaker.first)
    return head in words("titles") or head in class_heads()


def _is_allegation(form: str) -> bool:
    return form.removeprefix("ال") in words("allegations") and form != "ما"


def _may_be_name(line: Line, cue: Cue, last: int, speaker: Speaker) -> bool:
    """Whether a phrase of no known kind may be somebody's name: it is definite, or stands right behind «قال»."""
    if line.is_definite(speaker.first):
        return True
    spoken = cue.id in words("speech") and speaker.first == last + 1 and speaker.last < speaker.first + 4
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
    if at != verb + 1 or not (line.is_definite(at) or line.names[at] is not None):
        return False
    speaker = Speaker(at, at)
    return may_be_subject(line, verb, form, speaker) and can_speak(line, speaker)


def _subjects(line: Line, at: int, last: int, prefix: int, form: CueForm, cue: Cue) -> list[tuple[Speaker, int]]:
    """The subjects a verb may have, likeliest first, each with the token where its complement may begin."""
    first = last + 1
    leading = None
    prefix = prefix or int(at > 0 and line.forms[at - 1] in ("و", "ف"))
    if not prefix or (at > 1 and line.forms[0] in ("اما", "واما")):
        leading = before(line, at)
    following = following_subject(line, first, frozenset(cue.frames))
    if following and not may_be_subject(line, at, form, following[0]):
        following = None
    implicit = (Speaker(), first)
    if form.pronoun and cue.doubles and line.forms[first : first + 1] == ['"']:
        following = None  # «ما سماه «النظام القديم»»: what it is called, not who calls it so
    if form.pronoun and cue.doubles and following and not _may_call(line, following[0].first):
        following = None  # «من يعتبرهم مصدر تهديد»
    if form.person == 1:
        return [implicit] if cue.impersonal or line.quotes_around(at) else []
    if at and line.forms[at - 1] in words("bound_complementizers"):
        return [implicit] if at > 1 and line.forms[at - 2] in words("turning") else []
    if at and line.forms[at - 1] in words("mute") and not (form.pronoun and (cue.doubles or cue.judges)):
        return []
    if following and at + 1 < line.size and line.forms[at + 1] in words("resumptives"):
        return [following]
    if leading is not None and not leading.implicit:
        leading = _agreeing_conjunct(line, at, leading)
        if form.pronoun and not following and line.forms[at - 1] in words("relatives"):
            return [implicit]  # «التجارب التي تعدّها تهديداً»: the noun before is the object
        own = (leading, first)
        if following and any(line.forms[k] in words("relatives") for k in range(leading.last + 1, at)):
            return [following, implicit] if form.pronoun else [following, own]
        if line.forms[leading.first] in words("mute"):
            return []
        return [own] if not following or not line.is_comma(at - 1) else [following, own]
    if not following:
        return [implicit]
    end = shortened(line, following[0].first, following[1])
    shorter = [(Speaker(following[0].first, end - 1), end)] if end < following[1] else []
    return [following, *shorter, implicit]


def _may_call(line: Line, at: int) -> bool:
    """Whether a noun is one who calls things by a name: definite, named, or people in the plural."""
    if line.is_definite(at) or line.names[at] is not None or line.forms[at] in words("anaphors"):
        return True
    head = bare_form(line, at)
    return head.endswith(("ون", "اء")) or head in words("partitives") or bool(line.tokens[at].word.enclitic)  # type: ignore[union-attr]


def _agreeing_conjunct(line: Line, verb: int, speaker: Speaker) -> Speaker:
    """Of joint nouns before a verb in the singular only the last is its subject: «… وباريس تأسف لـ»."""
    if line.forms[verb].endswith(("ون", "وا", "ان", "ا")):
        return speaker
    for k in range(speaker.last, speaker.first, -1):
        name = line.names[k]
        if name is not None and line.forms[k][0] == "و" and line.tokens[k].start < name.start:
            return Speaker(k, speaker.last)
    return speaker


def following_subject(line: Line, first: int, barred: frozenset[str] = frozenset()) -> tuple[Speaker, int] | None:
    """The noun phrase at or, over times and asides, after token `first`, with the token behind it; None if none."""
    at = first
    while at < line.size and (line.times[at] or line.forms[at] in words("adverbs") or line.is_comma(at)):
        after = line.after_parenthesis(at) if line.is_comma(at) else at + 1
        if after == at:
            return None
        at = after
    if at < line.size and "ل" not in barred and (addressed := _after_addressee(line, at)) > at:
        at = addressed
        if at < line.size and (line.is_sign(at) or is_marker(line, at)):
            return None
    if at >= line.size:
        return None
    if line.forms[at] == '"' and (quoted := _quoted_name(line, at)):
        return quoted
    end = noun_phrase(line, at, line.size, strict=True, barred=barred)
    return (Speaker(at, end - 1), end) if end > at else None


def _after_addressee(line: Line, at: int) -> int:
    """The token after «للصحفيين» or «لوكالة رويترز» at token `at`; `at` itself if nobody is addressed there."""
    name = line.names[at]
    if not line.has_prefix(at, "ل") or (name is not None and name.start <= line.tokens[at].start):
        return at
    if name is None and bare_form(line, at).removeprefix("ال") not in words("addressees"):
        return at
    return max(noun_phrase(line, at, line.size, strict=True), at + 1)


def _quoted_name(line: Line, at: int) -> tuple[Speaker, int] | None:
    """A speaker whose name stands in quotation marks: «وأوضحت "سديم" أن»."""
    close = line.quotes.get(at, line.size)
    if not at + 1 < close <= at + 6 or close + 1 >= line.size:
        return None
    known = is_outlet(line, at + 1) or line.names[at + 1] is not None
    reports = is_marker(line, close + 1) or line.forms[close + 1] in ("عن", "في", "فى", "الي")
    verbal = any(line.is_verb(k) for k in range(at + 1, close))
    return (Speaker(at + 1, close - 1), close + 1) if (known or reports) and not verbal else None


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
    if speaker.implicit or not starts:
        return False
    return speaker.first > at and (line.is_definite(speaker.first) or can_speak(line, speaker))


def _carries(line: Line, at: int, form: CueForm, cue: Cue, prefix: int, speaker: Speaker) -> bool:
    """Whether the speaker of a verb without subject is carried over; «يُعتقد أن» and «من المتوقع» have none."""
    if not (speaker.implicit and cue.impersonal and form.tense == "i") or form.feminine or form.person == 1:
        return True
    return line.forms[at].endswith(("ون", "وا"))


def _with_attitude(line: Line, draft: Draft) -> Draft | None:
    """«أعرب عن قلقه من …»: the noun of attitude gives the stance, its complement the content."""
    noun = draft.opening.at
    if line.forms[noun] == '"' and noun + 1 < line.size:
        noun += 1
    stance = attitude(line.forms[noun])
    if stance is None:
        return draft if draft.opening.mode == "clause" or draft.cue.repeats else None
    quoted = noun != draft.opening.at
    at = noun + 1
    while not quoted and at < line.size and (line.is_adjective(at) or line.forms[at] == "بالغ"):
        at += 1
    inner = None if quoted else complement_of_noun(line, at)
    if inner is None and not quoted and at < line.size and (line.names[at] is not None or line.is_definite(at)):
        inner = complement_of_noun(line, noun_phrase(line, at, line.size, strict=True))  # «عن تقدير تونس لـ»
    if inner is None and draft.cue.repeats:
        if at >= line.size or not is_object(line, at) or line.forms[noun].startswith("ال"):
            return replace(draft, stance=stance)  # type: ignore[arg-type]
        inner = Opening(at, "noun", at)
    if inner is None and not quoted and not _stands_alone(line, noun):
        return None

    return replace(draft, opening=inner or draft.opening, stance=stance, used=at - 1)  # type: ignore[arg-type]


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


def _relayed(
    line: Line, at: int, form: CueForm, cue: Cue, prefix: int, outlet: Speaker, found: Opening
) -> Draft | None:
    """«نقلت وكالة … عن مسؤول قوله إن …»: the outlet is a relay, the speaker follows عن."""
    end = noun_phrase(line, found.at, line.size, strict=True)
    if end == found.at or outlet.implicit or not is_outlet(line, outlet.first):
        return None
    speaker = Speaker(found.at, end - 1)
    via = (relay(line, outlet.first, outlet.last + 1),)
    said = end
    while said < line.size and line.forms[said] not in words("sayings") and said < end + 8:
        if is_marker(line, said) or line.forms[said] in (":", ",", "،") or _noun_cue(line, said):
            break
        said += 1
    if said >= line.size:
        return None
    inner_cue = _noun_cue(line, said)
    if line.forms[said] in words("sayings") or inner_cue:
        said += 1
    probe = Cue(id=cue.id, kind="verb", stance="assert", frames=("clause", "quote", "object"))
    inner = opening(line, probe, form, said)
    if inner is None:
        return None
    stance = inner_cue.stance if inner_cue else None
    return Draft(at, at, form, cue, prefix, speaker, inner, via=via, stance=stance, used=said - 1)  # type: ignore[arg-type]


def _noun_cue(line: Line, at: int) -> Cue | None:
    for known in lexicon().forms.get(line.forms[at], ()):
        cue = lexicon().cues[known.cue]
        if cue.kind == "noun" and known.pronoun:
            return cue
    return None


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
    return _with_attitude(line, draft) if cue.attitude or cue.repeats else draft


def _reports_at_once(line: Line, at: int, found: Opening) -> bool:
    """Whether a reported clause follows «مؤكدة» or «مشيرة إلى» at once, so that it is no adjective."""
    if line.forms[at + 1] in words("first_person_object"):
        return True
    return found.mode == "clause" and found.boundary == at + 1 and is_marker(line, min(found.at - 1, at + 2))


def _is_somebody(line: Line, at: int) -> bool:
    """Whether a name or an office stands at token `at`."""
    name = line.names[at]
    return (name is not None and name.kind != "place") or bare_form(line, at) in words("titles")


def main_subject(line: Line, at: int) -> Speaker:
    """The subject of the sentence that the word at `at` goes on with: after its first verb, or at its head."""
    for k in range(at - 1, max(at - MAX_CLAUSE, 0), -1):
        if line.forms[k] in words("complementizers") or line.forms[k] == "فان":
            end = noun_phrase(line, k + 1, at, strict=True) if k + 1 < at else k + 1
            if end > k + 1 and _is_somebody(line, k + 1) and can_speak(line, Speaker(k + 1, end - 1)):
                return Speaker(k + 1, end - 1)
    k = 0
    while k < min(at, 14):
        if line.is_verb(k) or line.forms[k] in words("was"):
            found = following_subject(line, k + 1)
            if found and found[1] <= at and can_speak(line, found[0]):
                return found[0]
            return Speaker()
        name = line.names[k]
        if (name is not None and not name.adjectival) or line.forms[k] in words("titles"):
            end = noun_phrase(line, k, at, strict=True)
            found_head = Speaker(k, end - 1) if end > k else Speaker()
            if k == 0 or line.forms[k - 1] not in words("prepositions"):
                return found_head
            k = max(end, k + 1)
            continue
        k += 1
    return Speaker()


def noun_draft(line: Line, at: int, form: CueForm, cue: Cue, prefix: int) -> Draft | None:
    """The draft of a noun of saying («تصريحات الوزير بأن») or of an impersonal phrase."""
    name = line.names[at]
    if name is not None and not name.adjectival:
        return None
    last = at + len(form.tail)
    rest, speaker = last + 1, Speaker()
    frames = frozenset(cue.frames)
    if rest < line.size and cue.kind == "noun" and not form.pronoun and not governed(line, frames - {"clause"}, rest):
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
    if cue.carried and speaker.first < 0:
        speaker = _governing_subject(line, at)
    return Draft(
        at, last, form, cue, prefix, speaker, found, carries=bool(form.pronoun) or cue.carried, confidence=LIKELY
    )


def _may_own(line: Line, speaker: Speaker) -> bool:
    """Whether the words behind a verbal noun name one who can speak, no place («إعلان جدة»)."""
    if speaker.implicit:
        return True
    name = line.names[speaker.first]
    return can_speak(line, speaker) if name is None else name.kind != "place"


def _governing_subject(line: Line, at: int) -> Speaker:
    """The subject of the verb shortly before a verbal noun («اكتفى الوزير بالقول»); implicit if none stands there."""
    for k in range(at - 1, max(at - MAX_GOVERNOR, -1), -1):
        if line.is_sign(k) or line.forms[k] in participle_forms():
            break
        if line.is_verb(k):
            found = following_subject(line, k + 1)
            return found[0] if found and found[1] <= at and can_speak(line, found[0]) else before(line, k)
    return Speaker()


def _speaks(line: Line, speaker: Speaker) -> bool:
    """Whether the phrase after a noun of saying names somebody, rather than qualifies the noun («مخاوف كبيرة»)."""
    if any(line.names[at] is not None for at in range(speaker.first, speaker.last + 1)):
        return True
    return line.is_definite(speaker.first) or not line.is_adjective(speaker.first)
