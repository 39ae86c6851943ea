"""The words of a phrase: without what is joined to them, where they begin in the text, and names of outlets."""

from __future__ import annotations

from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.model import Mention
from musnad.ontology.actor_codes import is_outlet

_FUTURE = frozenset({"فسي", "فست", "فسن"})


def is_media(line: Line, name: Mention) -> bool:
    """Whether a name is that of an outlet or agency."""
    entity = line.reading.entities.get(name.entity)
    return entity is not None and is_outlet(entity.code)


def start_offset(line: Line, at: int) -> int:
    """Where in the text the phrase that begins at token `at` begins, its conjunction or preposition left out."""
    token, name = line.tokens[at], line.names[at]
    if name is not None and token.start < name.start < token.end:
        return name.start
    word = token.word
    if word is None or word.form in words("titles"):
        return token.start
    loose = 1 if not word.proclitics and word.form[:3] in _FUTURE else 0
    for proclitic in word.proclitics:
        if proclitic not in ("و", "ف", "ل", "ب", "ك"):
            break
        loose += 1
    if word.form.startswith("لل", loose - 1 if loose else 0) and "ل" in word.proclitics:
        loose -= 1
    return token.start + loose


def bare_form(line: Line, at: int) -> str:
    """The form without و or ف and without the preposition ل before it."""
    form, word = line.forms[at], line.tokens[at].word
    for proclitic in word.proclitics if word else ():
        if proclitic not in ("و", "ف", "ل") or len(form) < 4:
            break
        form = "ال" + form[2:] if form.startswith("لل") else form[1:]
    return form


def core_of(line: Line, at: int) -> str:
    """The word at a token without clitics and article."""
    word = line.tokens[at].word
    core = word.core if word is not None else line.forms[at]
    return core.removeprefix("ال") if len(core) > 4 else core
