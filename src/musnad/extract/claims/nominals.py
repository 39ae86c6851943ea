"""Speakers that a noun alone takes up: «الوزارة»، «المتحدث»، «القيادة ذاتها»، «البيان», and whom they mean here."""

from __future__ import annotations

from musnad.extract.claims.carry import Memory
from musnad.extract.claims.drafts import Draft
from musnad.extract.claims.phrase_words import core_of
from musnad.extract.claims.speaker_classes import class_heads
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker, entity_of, gender_of, owner_of
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line, line_of
from musnad.model import Mention

MAX_BACK = 12  # sentences back in which the name is sought that a noun takes up
MAX_TITLES = 6  # words behind a name in which a title stands beside it
LONGEST_NAME = 6  # words of a ministry's name


def taken_up(line: Line, speaker: Speaker) -> str | None:
    """The noun, without article, of a speaker phrase that is no more than a definite noun; None of any other phrase."""
    first, last = speaker
    while first < last and line.forms[first].removeprefix("و") in words("sameness"):
        first += 1
    if first < last and core_of(line, first) == "نص":
        first += 1  # «نص البيان»
    if core_of(line, first) in words("hosted"):
        return core_of(line, first)  # «ضيف البرنامج»
    alone = core_of(line, first) in words("one_person")  # «المحلل السياسي»
    while last > first and (line.forms[last] in words("sameness") or (alone and line.is_adjective(last))):
        last -= 1
    if first != last or line.names[first] is not None:
        return None
    return core_of(line, first) if line.is_definite(first) else None


def meant(line: Line, speaker: Speaker, noun: str, found: str | None, memory: Memory) -> str | None:
    """Whom a definite noun means: who spoke under it before, or whose name it heads; else `found`, which the phrase by
    itself stands for.
    """
    known = memory.nouns.get(noun)
    if (crowd := class_heads().get(noun)) is not None:
        if noun in words("one_person"):
            return known or _person_before(line, speaker, memory) or found
        return (known or found) if crowd in words("taken_up_classes") else found
    if is_paper(noun):
        author = author_behind(line, speaker.last + 1) or known or _author_before(line, speaker.first, noun)
        return author or memory.papers.get(noun) or name_before(line, speaker.first, noun) or found
    if is_title(noun) or noun in words("guests"):
        return found or known or _person_before(line, speaker, memory)
    return known or name_before(line, speaker.first, noun) or found


def _person_before(line: Line, speaker: Speaker, memory: Memory) -> str | None:
    """The person who spoke last, where a title («النائبة») agrees with how the verb told it; None if nobody did, or if
    a name that is not known follows the title.
    """
    feminine = gender_of(line, speaker.first) == "f" or core_of(line, speaker.first) == "ضيفه"
    spoken = memory.by_gender.get(feminine)
    if spoken is None or spoken != memory.entity or (feminine and memory.by_gender.get(False) == spoken):
        return None
    behind = speaker.last + 1
    if behind < line.size and not line.is_sign(behind) and line.tokens[behind].pos in ("PROPN", "X", "NOUN"):
        return None
    entity = line.reading.entities.get(spoken)
    return spoken if entity is not None and entity.kind == "person" else None


def is_title(noun: str) -> bool:
    """Whether a noun without article is an office."""
    return noun in words("titles") or f"ال{noun}" in words("titles")


def is_paper(noun: str) -> bool:
    """Whether a noun without article is a text that speaks for whoever made it."""
    return noun in words("papers") or noun in words("texts")


def same_source(line: Line, speaker: Speaker, noun: str) -> bool:
    """Whether the phrase says no more than that the source is the one before: «المصدر نفسه»، «ذات البيان»."""
    if not is_paper(noun):
        return False
    return any(line.forms[at].removeprefix("و") in words("sameness") for at in (speaker.first, speaker.last))


def introduce(line: Line, draft: Draft, entity: str | None, memory: Memory) -> None:
    """Keeps the nouns under which a speaker has spoken, and the paper that it spoke in («في بيان»)."""
    speaker = draft.speaker
    for at in range(speaker.first, speaker.last + 1):
        noun, name = core_of(line, at), line.names[at]
        if name is not None and name.kind == "organization":
            if at == 0 or line.names[at - 1] is not name:
                _keep(memory, noun, name.entity)
        elif at == speaker.first or is_title(noun):
            _keep(memory, noun, entity)
    for at in _apposed(line, speaker):
        _keep(memory, core_of(line, at), entity)
    if entity is not None and draft.cue.kind == "verb":
        for at in range(max(draft.at, speaker.last) + 1, draft.opening.boundary):
            if line.forms[at - 1] in ("في", "عبر") and (noun := core_of(line, at)) in words("texts"):
                memory.papers[noun] = entity


def _keep(memory: Memory, noun: str, entity: str | None) -> None:
    if entity is None:
        memory.nouns.pop(noun, None)
    else:
        memory.nouns[noun] = entity


def _apposed(line: Line, speaker: Speaker) -> list[int]:
    """The titles beside a person's name: «رياض المؤخر، وزير البيئة»."""
    at = speaker.last + 1
    name = line.names[speaker.last]
    if at + 1 >= line.size or not line.is_comma(at) or name is None or name.kind != "person":
        return []
    end = min(at + 1 + MAX_TITLES, line.size)
    return [at + 1] if at + 1 < end and line.forms[at + 1] in words("titles") else []


def name_before(line: Line, at: int, noun: str) -> str | None:
    """The body or group named last before token `at` whose name begins with a noun or follows it
    («وزارة الدفاع» for «الوزارة»); None if none does.
    """
    for earlier, end in _back(line, at):
        for k in range(end - 1, -1, -1):
            name = earlier.names[k]
            if name is None or name.adjectival or name.kind not in ("organization", "group"):
                continue
            if (k == 0 or earlier.names[k - 1] is not name) and _is_headed(earlier, k, name, noun):
                return name.entity
    return None


def _is_headed(line: Line, at: int, name: Mention, noun: str) -> bool:
    first = core_of(line, at)
    if noun in (first, core_of(line, at - 1) if at else ""):
        return True
    rest = range(at + 1, min(at + LONGEST_NAME, line.size))
    return first == "وزاره" and any(line.names[k] is name and core_of(line, k) == noun for k in rest)


def _author_before(line: Line, at: int, noun: str) -> str | None:
    """Who made the text named last before token `at` with its author: «بيان صادر عن الوزارة»."""
    for earlier, end in _back(line, at):
        for k in range(end - 1, -1, -1):
            if core_of(earlier, k) == noun and not earlier.is_definite(k):
                stop = noun_phrase(earlier, k, end, strict=True)
                owner = owner_of(earlier, Speaker(k, stop - 1)) if stop > k + 1 else None
                return owner or author_behind(earlier, max(stop, k + 1))
    return None


def author_behind(line: Line, at: int) -> str | None:
    """Who made the text that ends before token `at`: «بيان صادر عن الوزارة»، «تقرير لها»، «البيان الذي أصدرته الرئاسة»;
    None if nobody named or known made it.
    """
    at += at < line.size and line.forms[at] in words("relatives")
    made = at < line.size and line.forms[at] in words("authoring")
    at += made
    given = at < line.size and (line.forms[at] in ("عن", "من") or line.has_prefix(at, "ل"))
    at += given and line.forms[at] in ("عن", "من")
    if not (made or given) or at >= line.size:
        return None
    name = line.names[at]
    if name is not None:
        return name.entity if name.kind in ("organization", "person", "group") else None
    end = noun_phrase(line, at, line.size, strict=True)
    return entity_of(line, Speaker(at, end - 1))[0] if end > at and line.is_definite(at) else None


def _back(line: Line, at: int) -> list[tuple[Line, int]]:
    """The line itself as far as token `at`, and the lines of the sentences before it in its article, nearest first."""
    found = [(line, at)]
    sentences = line.reading.sentences
    first = max(line.sentence.index - MAX_BACK, 0)
    for sentence in reversed(sentences[first : line.sentence.index]):
        if sentence.article != line.sentence.article:
            break
        if sentence.is_read and sentence.tokens:
            earlier = line_of(line.reading, sentence)
            found.append((earlier, earlier.size))
    return found
