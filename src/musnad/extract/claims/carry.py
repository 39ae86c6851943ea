"""Speakers that only the verb names: «وأضاف»، «بعدما رأت»، «هؤلاء».

The last who spoke, the subject of the clause, or the name just before, whichever agrees with the verb in gender and
number; never an object or a possessor.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.extract.claims.cues import CueForm
from musnad.extract.claims.phrase_words import is_media
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, can_speak, gender_of, gender_of_state
from musnad.extract.claims.subjects import main_subject
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.model import Mention

MAX_BACK = 30  # words before a verb in which a name may be its subject


@dataclass(slots=True)
class Memory:
    """Who spoke last in the article: `entity`, and by the gender of the verb that said so; `crowd` is
    the last class of unnamed people among them; `nouns` are the titles and kinds of body under which somebody spoke,
    `papers` the kinds of text («بيان») in which.
    """

    article: int = -1
    entity: str | None = None
    by_gender: dict[bool, str] = field(default_factory=dict)
    crowd: str | None = None
    nouns: dict[str, str] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)

    def begin(self, article: int) -> None:
        """Forgets the speakers of the article before."""
        self.article, self.entity, self.crowd = article, None, None
        for known in (self.by_gender, self.nouns, self.papers):
            known.clear()

    def keep(self, entity: str | None, feminine: bool | None) -> None:
        """Takes in who speaks now, None if nobody known; `feminine` is None where the verb does not tell."""
        self.entity = entity
        for gender in (True, False) if feminine is None else (feminine,):
            if entity is None:
                self.by_gender.pop(gender, None)
            else:
                self.by_gender[gender] = entity

    def recall(self, form: CueForm, plural: bool) -> str | None:
        """The last speaker that a verb of this form may go on with; None if nobody who agrees has spoken."""
        if plural:
            return self.crowd
        if form.person != 3 or form.tense not in ("p", "i"):
            return self.entity
        return self.by_gender.get(form.feminine)

    def by_pronoun(self, form: str) -> str | None:
        """The last speaker that the suffix pronoun of a word («رأيهم») may mean; None if nobody who agrees spoke."""
        if form.endswith("هم"):
            return self.crowd
        return self.by_gender.get(form.endswith("ها"))


def carried_speaker(line: Line, at: int, form: CueForm, known: Speaker) -> Speaker:
    """The speaker of the verb or participle at token `at`, which has none of its own; `known` spoke before it.

    Implicit if nobody in the sentence agrees with it.
    """
    if not known.implicit and agrees(line, form, at, known):
        return known
    if at and line.forms[at - 1] in words("subordinators"):
        near = _name_before(line, at, form)
        if not near.implicit:
            return near
    if not known.implicit:
        return Speaker() if form.tense != "a" else known
    found = main_subject(line, at)
    return found if found.implicit or agrees(line, form, at, found) else Speaker()


def agrees(line: Line, form: CueForm, at: int, speaker: Speaker) -> bool:
    """Whether a verb form at token `at` may have this speaker for its subject, by gender and number."""
    if form.person != 3:
        return True
    gender = gender_of(line, speaker.first)
    crowd = any(line.forms[k].endswith("ون") and line.names[k] is None for k in range(speaker.first, speaker.last + 1))
    if form.tense == "a" and crowd and line.names[speaker.last] is None and not line.forms[at].endswith("ين"):
        return False  # «أصيب ثلاثة مدنيون، مشيرة إلى»
    plural = form.tense in ("p", "i") and line.forms[at].endswith(("وا", "ون"))
    if plural:
        name = line.names[speaker.last]
        return gender is None and (name is None or name.kind != "person")
    return gender is None or not form.tense or (gender == "f") == form.feminine


def _name_before(line: Line, at: int, form: CueForm) -> Speaker:
    """The nearest actor before a subordinate verb that no preposition governs and that agrees with the verb."""
    for k in range(at - 2, max(at - MAX_BACK, -1), -1):
        name = line.names[k]
        if name is None or name.kind == "place" or line.tokens[k].start < name.start or is_media(line, name):
            continue
        if name.adjectival and not (name.kind in ("group", "organization") and line.forms[k].endswith(("ين", "ون"))):
            continue
        if line.names[k - 1] is name and k:
            continue
        if k and (line.forms[k - 1] in words("prepositions") or line.forms[k - 1] in words("titles")):
            continue
        end = noun_phrase(line, k, at, strict=True)
        speaker = Speaker(k, max(end, k + 1) - 1)
        if agrees(line, form, at, speaker) and can_speak(line, speaker):
            return speaker
    return Speaker()


def last_named(line: Line, at: int, memory: Memory) -> str | None:
    """Whom «الأخير»، «الأخيرة» or «هؤلاء» at token `at` means: the actor named last that agrees, or who spoke last."""
    form = line.forms[at].removeprefix("و")
    if form == "هولاء":
        return memory.crowd or memory.entity
    for k in range(at - 1, -1, -1):
        name = line.names[k]
        if name is not None and _is_meant(line, name, form):
            return name.entity
    before = line.sentence.index - 1
    sentences = line.reading.sentences
    if before < 0 or sentences[before].article != line.sentence.article:
        return memory.entity
    spoken = memory.entity if form == "الاخيره" else None
    for name in reversed(sentences[before].mentions):
        if _is_meant(line, name, form) and name.entity != spoken:
            return name.entity
    return memory.entity


def _is_meant(line: Line, name: Mention, form: str) -> bool:
    if name.adjectival or name.kind == "place":
        return False
    if name.kind == "person":
        return form == "الاخير"
    return (gender_of_state(name) != "m") == (form == "الاخيره") or name.kind != "state"
