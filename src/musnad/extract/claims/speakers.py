"""Who speaks: the subject of a verb of saying, whether it can speak, and whom it stands for."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.actors.nouns import actor_nouns
from musnad.extract.claims.cues import CueForm
from musnad.extract.claims.phrase_words import bare_form, core_of
from musnad.extract.claims.speaker_classes import class_heads, modifiers, speaker_classes
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.grammar.clitic_spans import word_start
from musnad.extract.grammar.shapes import shape
from musnad.model import Entity, Mention

MAX_BEFORE = 40  # words before a verb in which its subject may begin


class Speaker(NamedTuple):
    """Tokens `first` to `last` of a speaker phrase, both included; `implicit` if only the verb names the speaker."""

    first: int = -1
    last: int = -1

    @property
    def implicit(self) -> bool:
        """Whether no words name the speaker."""
        return self.first < 0


def before(line: Line, verb: int, *, speaks: bool = True) -> Speaker:
    """The subject that stands before the verb at token `verb`, one that can say something where it `speaks`; implicit
    if none does.
    """
    at = verb - 1
    while at >= 0 and _between(line, at):
        if line.forms[at] in words("was") and (at == 0 or line.is_sign(at - 1) or line.is_verb(at - 1)):
            break
        at -= 1
    if at >= 0 and line.forms[at] in words("bound_complementizers") | words("bound_subjects"):
        return Speaker()
    if at >= 1 and line.is_comma(at):
        at = at - 1 if line.forms[0] in ("اما", "واما") else _over_parenthesis(line, at)
    told = speaks and at >= 0 and line.forms[at] in words("relatives")
    if at >= 0 and line.forms[at] in words("relatives"):
        at -= 1
        if at >= 0 and line.is_comma(at):
            at -= 1
    return _backwards(line, at, told)


def _between(line: Line, at: int) -> bool:
    """Whether a particle, an adverb or a time that is no part of a name may stand between subject and verb."""
    if line.times[at]:
        return line.names[at] is None
    return line.forms[at] in words("auxiliaries") or line.forms[at] in words("adverbs")


def _over_parenthesis(line: Line, comma: int) -> int:
    for at in range(comma - 1, max(comma - 26, 0), -1):
        if line.is_comma(at):
            return at - 1
    return comma


def _backwards(line: Line, last: int, speaks: bool) -> Speaker:
    first = last
    while first >= 0 and last - first < MAX_BEFORE and not _bounds(line, first):
        first -= 1
    first += 1
    while first <= last:
        governed = first > 0 and line.forms[first - 1] in words("prepositions")
        told = speaks and line.names[last] is not None and is_thing(line, first)  # «تصريح سامي سعيد، الذي قال فيه»
        if not (governed or told) and noun_phrase(line, first, last + 1, strict=False) == last + 1:
            return Speaker(first, last)
        first = _next_start(line, first, last)
    return Speaker()


def _next_start(line: Line, first: int, last: int) -> int:
    """Where a phrase may begin after `first`: at a name, a definite noun or a word led by و."""
    for at in range(first + 1, last + 1):
        name = line.names[at]
        if name is not None and not name.adjectival and line.names[at - 1] is not name:
            if line.tokens[at].start == name.start or line.forms[at][0] == "و":
                return at
            continue
        if line.forms[at] in words("titles") or line.forms[at] in class_heads():
            return at
    return last + 1


def _bounds(line: Line, at: int) -> bool:
    form = line.forms[at]
    if line.is_sign(at):
        return form not in ('"', "(", ")", "/")
    if line.names[at] is not None:
        return False
    return form in words("subject_openers") or form in words("relatives") or line.times[at] or line.is_verb(at)


def entity_of(line: Line, speaker: Speaker) -> tuple[str | None, str]:
    """The id of the entity a speaker phrase stands for (None if it is not sure), and its source class."""
    named = _named(line, speaker)
    head = class_heads().get(bare_form(line, _counted(line, speaker)))
    if head == "reports" and (owner := owner_of(line, speaker)) is not None:
        return owner, "named"
    if head is not None and not any(name.kind == "person" for name in named):
        state = next((name.entity for name in named if name.kind == "state"), None)
        if speaker_classes()["classes"][head].get("state") and state:
            return state, "unnamed"
        return _class_entity(line, speaker, head), "unnamed"
    persons = [name for name in named if name.kind == "person"]
    if persons:
        return persons[-1].entity, "named"
    solid = [name for name in named if not name.adjectival and name.kind != "place"]
    private = line.names[speaker.first] is None and core_of(line, speaker.first) in words("private_bodies")
    if private:
        solid = [name for name in solid if name.kind != "state"]  # «حزب حراك تونس»
    if solid:
        return solid[0].entity, "named"
    resolved = _resolved(line, speaker)
    if resolved and not (private and resolved in {name.entity for name in named}):
        return resolved, "named"
    told = [name for name in named if not private]  # «صحيفة النهار الكويتية»
    return (told[0].entity if told else None), "named" if named else "unnamed"


def _counted(line: Line, speaker: Speaker) -> int:
    """The noun of whose kind some or one are: «عدد من المراقبين», «أحد سكان البلدة»; else the first word."""
    at = speaker.first
    while at < speaker.last and (line.forms[at].removeprefix("و") in words("partitives") or line.forms[at] == "من"):
        at += 1
    if at > speaker.first and line.forms[at - 1].removeprefix("و") == "عدد":
        return speaker.first  # «عدد النواب» is a number
    return at if bare_form(line, at) in class_heads() else speaker.first


def owner_of(line: Line, speaker: Speaker) -> str | None:
    """Whose figures or reports they are («بيانات المنظمة»): the body named, or meant, right behind the noun."""
    at = speaker.first + 1
    if at < speaker.last and line.forms[at] in words("authoring"):
        return next((n.entity for n in _named(line, speaker) if n.kind == "organization"), None)
    if at > speaker.last or not (line.is_definite(at) or line.names[at] is not None):
        return None
    name = line.names[at]
    if name is not None:
        return None if name.adjectival or name.kind == "place" or name.start < line.tokens[at].start else name.entity
    return None if line.is_definite(speaker.first) else _resolved(line, Speaker(at, speaker.last))


def can_speak(line: Line, speaker: Speaker) -> bool:
    """Whether the phrase is of a kind that speaks: it holds a name, or its head is an office, a body or people."""
    at = speaker.first
    names = [line.names[k] for k in range(at, speaker.last + 1)]
    if any(name is not None and name.kind != "place" for name in names) and not is_thing(line, at):
        return True
    bare = bare_form(line, at)
    core = bare.removeprefix("ال")
    if bare in class_heads() or bare in words("titles") or core in words("texts") or core in words("people"):
        return True
    pair = f"{core} {line.forms[at + 1]}" if at < speaker.last else core
    core = core[:-3] + "ه" if core.endswith("تان") else core
    if core in actor_nouns() or pair in actor_nouns() or (core.endswith(("ون", "يين")) and core not in words("things")):
        return True
    return shape(line.tokens[at]).kind in ("quantifier", "number")


def may_be_subject(line: Line, verb: int, form: CueForm, speaker: Speaker) -> bool:
    """Whether the phrase behind the verb at token `verb` may be its subject: no subject is oblique, follows a verb in
    the plural or differs from it in gender.
    """
    head = speaker.first
    if line.names[head] is None and _is_oblique(bare_form(line, head).removeprefix("ال")):
        return False
    if form.person == 3 and line.forms[verb].endswith(("وا", "ون")):
        return False
    gender = gender_of(line, head)
    return gender is None or form.person != 3 or not form.tense or (gender == "f") == form.feminine


def _is_oblique(core: str) -> bool:
    """Whether a noun stands in the dual or the plural of the object: «البلدين»، «المسؤولين»."""
    if len(core) < 5 or not core.endswith("ين"):
        return False
    stem = core[:-2]
    known = actor_nouns()
    return any(
        s in known or s in words("people") or s in class_heads() for s in (stem, stem + "ان", stem + "ون", stem + "ه")
    )


def gender_of(line: Line, head: int) -> str | None:
    """`m` or `f` where the head of a phrase is one of them for certain, else None."""
    name = line.names[head]
    if name is not None:
        state = name.kind == "state" and not name.adjectival and len(name.entity) == 3
        return "f" if state and gender_of_state(name) == "f" else None
    core = bare_form(line, head).removeprefix("ال")
    if core in words("masculine"):
        return "m"
    if not line.is_definite(head) or core in words("either_gender"):
        return None
    return (
        "f"
        if core.endswith(("ه", "تان")) or (core.endswith("ات") and len(core) > 4) or core in words("feminine")
        else None
    )


_MASCULINE_STATES = frozenset({"IRQ", "MAR", "LBN", "JOR", "SDN", "YEM", "BHR", "SOM", "VAT", "PAK", "BRA", "SEN"})


def gender_of_state(name: Mention) -> str:
    """`m` for the few states whose Arabic name is masculine, else `f`."""
    return "m" if name.entity in _MASCULINE_STATES else "f"


def is_thing(line: Line, at: int) -> bool:
    """Whether a noun of deed or state heads the phrase («توقيت الاختبار»، «زيارة بوتين») though it holds a name."""
    if line.names[at] is not None:
        return False
    core = bare_form(line, at).removeprefix("ال")
    if core in actor_nouns() or core in words("texts") or core in words("people") or core in words("titles"):
        return False
    word = line.tokens[at].word
    return core in words("things") or bool(word and any(r.derived == "masdar" for r in word.readings[:1]))


def _named(line: Line, speaker: Speaker) -> list[Mention]:
    found: list[Mention] = []
    for at in range(speaker.first, speaker.last + 1):
        name = line.names[at]
        if name is not None and (not found or found[-1] is not name):
            found.append(name)
    return found


def _resolved(line: Line, speaker: Speaker) -> str | None:
    from musnad.extract.grammar.phrases import Phrase, actors

    phrase = Phrase("noun", speaker.first, speaker.last, speaker.first, "", (speaker.first,))
    try:
        found = actors(line.reading, line.sentence, phrase)
    except NotImplementedError:
        return None
    return found[0] if found else None


def _class_entity(line: Line, speaker: Speaker, head: str) -> str:
    slugs = [modifiers().get(line.forms[at]) for at in range(speaker.first + 1, speaker.last + 1)]
    modifier = next((slug for slug in slugs if slug), None)
    if modifier is None:
        modifier = next(filter(None, (_demonym(name) for name in _named(line, speaker))), None)
    last = speaker.last if modifier else speaker.first
    text = line.reading.text
    words = text[word_start(text, line.tokens[speaker.first]) : line.tokens[last].end]
    return class_entity(line, f"{modifier}-{head}" if modifier else head, words)


def _demonym(name: Mention) -> str | None:
    """The word that a nationality adjective puts before a class of speakers («غربيون» → western), or None."""
    if not name.adjectival:
        return None
    known: dict[str, str] = speaker_classes()["demonyms"]
    return "western" if name.entity == "west" else known.get(name.entity)


def class_entity(line: Line, slug: str, name_ar: str = "") -> str:
    """The id of a class of speakers, entered among the document's entities."""
    line.reading.entities.setdefault(
        slug, Entity(id=slug, name=slug.replace("-", " "), name_ar=name_ar, kind="group", code="")
    )
    return slug
