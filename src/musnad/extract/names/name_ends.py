"""How far a person's name goes: where it may begin, what goes on with it and where it ends."""

from __future__ import annotations

from musnad.extract.names.kin import SONS
from musnad.extract.names.scan import Found
from musnad.extract.names.tagger import person_words
from musnad.extract.names.titles import Title, title_at
from musnad.extract.names.words import (
    ENDINGS,
    GOES_ON,
    PARTICLES,
    after_names,
    given_names,
    gives_way,
    has_clitic,
    is_family,
    is_noun,
    is_surname,
    is_unknown,
    is_verb,
)
from musnad.lang.ar.east_asian import MOST, name_run, syllables
from musnad.lang.ar.tokens import Token

CLOSED = frozenset({"ADV", "ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET"})  # «الآن» is also Alan's name
MAX_NAME = 6  # words of one name: «محمد بن عبد الرحمن آل ثاني»


def name_end(
    tokens: list[Token], at: int, taken: dict[int, Found], tagged: dict[int, tuple[int, float]], title: Title
) -> int:
    """The last token of the name that begins at `at`, or -1 if none does."""
    if at not in taken and (last := east_asian_end(tokens, at, taken)) > at:
        return last
    if at in taken or title_at(tokens, at) or not (begins(tokens[at], at in tagged) or _is_son(tokens, at)):
        return -1
    last = max(tagged.get(at, (at, 0.0))[0], at)
    while last + 1 < len(tokens) and last - at + 1 < MAX_NAME and continues(tokens, last + 1, taken):
        last += 1
    last = whole(tokens, at, last, taken)
    if (
        last == at
        and tokens[at].form in given_names()
        and last + 1 < len(tokens)
        and is_surname(tokens[at + 1], taken.get(at + 1))
    ):
        last += 1
    lone = last == at
    if lone and not (tokens[at].form in given_names() or is_unknown(tokens[at])):
        return -1
    if lone and at > title.last + 1 and (tokens[at - 1].pos == "ADP" or (title.kind == "field" and at not in tagged)):
        return -1
    return last


def _is_son(tokens: list[Token], at: int) -> bool:
    """Whether a word is the first of a name by the particle behind it: «المختار ولد …», «الزين بن …»."""
    after = tokens[at + 1].form if at + 1 < len(tokens) else ""
    return tokens[at].kind == "word" and after in SONS and not _has_preposition(tokens[at])


def _has_preposition(token: Token) -> bool:
    """Whether a preposition or conjunction stands before a word."""
    return token.word is not None and any(part != "ال" for part in token.word.proclitics)


def east_asian_end(tokens: list[Token], at: int, taken: dict[int, Found]) -> int:
    """The last token of the East Asian name that begins at `at` («شين وون سيك»), -1 if none does."""
    forms = [token.form for token in tokens[at : at + 2 * MOST]]
    last = at + name_run(forms, 0)
    free = (index not in taken or gives_way(taken[index]) for index in range(at, last + 1))
    return last if last > at and all(free) and _sounds_foreign(tokens[at : last + 1]) else -1


def _sounds_foreign(tokens: list[Token]) -> bool:
    """Whether syllables are hardly words of Arabic: «هو ما» is no name, «وانغ ون بين» is one."""
    closed = [token.pos in CLOSED and token.form != "لي" for token in tokens if token.kind == "word"]
    return not closed[0] and closed.count(False) > 1


def syllable_runs(tokens: list[Token], taken: dict[int, Found]) -> list[tuple[int, int]]:
    """East Asian names of three syllables that neither title nor tagger shows; none of them a particle of Arabic."""
    known, runs, at = syllables(), [], 0
    while at < len(tokens):
        if tokens[at].form not in known:
            at += 1
            continue
        last = east_asian_end(tokens, at, taken)
        words = [token for token in tokens[at : last + 1] if token.kind == "word"]
        if len(words) > 2 and not any(token.pos in CLOSED for token in words):
            runs.append((at, last))
            at = last
        at += 1
    return runs


def given_runs(tokens: list[Token], taken: dict[int, Found]) -> list[tuple[int, int]]:
    """Names of two given names or more in a row, with the family name after them: «صالح محمد العراقي»."""
    given, runs, at = given_names(), [], 0
    while at < len(tokens) - 1:
        if tokens[at].form not in given or at in taken or tokens[at].pos in CLOSED:
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and last - at + 1 < MAX_NAME and continues(tokens, last + 1, taken):
            last += 1
        son = tokens[at + 1].form in SONS and at + 2 < len(tokens) and tokens[at + 2].form in given
        firm = tokens[at + 1].form in given or son
        if firm and last > at and not (last == at + 1 and at + 1 in taken) and tokens[at].form not in PARTICLES:
            runs.append((at, last))
            at = last
        at += 1
    return runs


def grown(tokens: list[Token], first: int, last: int, taken: dict[int, Found]) -> int:
    """The last token of a tagged name with the family name that the tagger left out («هاشم صالح عبدالله العوضي»)."""
    while last + 1 < len(tokens) and last - first + 1 < MAX_NAME and continues(tokens, last + 1, taken):
        form = tokens[last + 1].form
        if form not in person_words() and not is_unknown(tokens[last + 1]) and form not in PARTICLES:
            break
        last += 1
    return last


def whole(tokens: list[Token], first: int, last: int, taken: dict[int, Found]) -> int:
    """The last token of a name that may end in a particle: «محمد أبو تريكة» takes its noun, else the particle goes."""
    if tokens[last].form in ENDINGS:
        return last
    if (
        tokens[last].form in PARTICLES
        and last + 1 < len(tokens)
        and last + 1 not in taken
        and is_noun(tokens[last + 1])
    ):
        return last + 1
    while last > first and tokens[last].form in PARTICLES:
        last -= 1
    return last


def begins(token: Token, tagged: bool) -> bool:
    """Whether a name may begin with this word behind a title; `tagged` if the tagger sees one."""
    if token.form in given_names():
        return True
    if token.form in after_names():
        return False
    if token.kind != "word" or token.form.startswith("ال"):
        return token.kind == "word" and tagged
    return tagged or token.form in ("ابو", "عبد") or (is_unknown(token) and not has_clitic(token))


def continues(tokens: list[Token], at: int, taken: dict[int, Found]) -> bool:
    """Whether the word at `at` goes on with the name before it."""
    token = tokens[at]
    if token.kind != "word" or is_verb(token) or token.form in after_names():
        return False
    if at in taken and not gives_way(taken[at]):
        return False
    if token.form in PARTICLES or token.form in GOES_ON or token.form in given_names():
        return True
    if tokens[at - 1].form == "عبد" and token.form.startswith("ال"):
        return True
    if token.form.startswith("ال"):
        return is_family(token) and not (at in taken and tokens[at - 1].form not in given_names())
    if is_unknown(token) and (not has_clitic(token) or _is_maghrebi(token)):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) and at + 1 not in taken else None
    return token.form in person_words() and after is not None and is_unknown(after) and not has_clitic(after)


def _is_maghrebi(token: Token) -> bool:
    """Whether a name begins with the article as the Maghreb speaks it: «لعمامرة», «لبديوي»."""
    return token.word is not None and token.word.proclitics == ("ل",) and not token.word.readings
