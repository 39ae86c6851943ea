"""Outlets and agencies that pass statements on: the links of a chain of attribution."""

from __future__ import annotations

from functools import cache

from musnad.extract.claims.cues import FOLDER
from musnad.extract.claims.phrase_words import is_media, start_offset
from musnad.extract.claims.speaker_phrases import noun_phrase
from musnad.extract.claims.speakers import Speaker
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.lang.ar.orthography import fold_key
from musnad.model.claim import Relay
from musnad.resources import load_yaml, package_path


@cache
def _sets() -> dict[str, frozenset[str]]:
    rows = load_yaml(package_path(*FOLDER, "outlets.yaml"))
    sets = {name: frozenset(fold_key(form) for form in forms) for name, forms in rows.items()}
    return sets | {"openers": frozenset(name.split(" ")[0] for name in sets["names"] if " " in name)}


@cache
def _outlet_starts() -> frozenset[str]:
    """The folded words, with any clitics before them, that an outlet without a mention may begin with."""
    sets = _sets()
    bare = sets["heads"] | sets["names"] | sets["openers"] | {name.removeprefix("ال") for name in sets["names"]}
    joined = {prefix + form for form in bare for prefix in ("", "و", "ل", "ب")}
    return frozenset(joined | {"لل" + form.removeprefix("ال") for form in bare} | {'"'})


def _bare_forms(form: str) -> tuple[str, ...]:
    if form[0] not in "ولب":
        return (form,)
    return (form, form[1:], form[2:]) if form.startswith("لل") else (form, form[1:])


def is_outlet(line: Line, at: int) -> bool:
    """Whether an outlet or agency is named at token `at` («وكالة …», «رويترز»)."""
    form = line.forms[at]
    sets = _sets()
    if form == '"' and at + 1 < line.size:
        return is_outlet(line, at + 1)
    for bare in _bare_forms(form):
        if bare == "الموقع" and at and line.forms[at - 1] == "في":
            return False  # «بناء جسر في الموقع»
        if bare == "موقع" and not form.startswith("ل") and _is_site(line, at):
            return False
        if bare in sets["heads"] or bare in sets["names"] or "ال" + bare in sets["names"]:
            return True
        if bare in sets["openers"]:
            pair = f"{bare} {line.forms[at + 1]}" if at + 1 < line.size else ""
            triple = f"{pair} {line.forms[at + 2]}" if at + 2 < line.size else ""
            if pair in sets["names"] or triple in sets["names"]:
                return True
    name = line.names[at]
    return name is not None and is_media(line, name)


def _is_site(line: Line, at: int) -> bool:
    """Whether «موقع» is the place of something rather than a page of the web, which has a name: «موقع سفارة تونس»."""
    after = at + 1
    if after >= line.size or line.forms[after] == '"' or line.tokens[after].kind == "latin":
        return False
    name, word = line.names[after], line.tokens[after].word
    if name is not None:
        return name.kind == "place" or (name.kind != "state" and not is_media(line, name))
    return word is not None and not word.definite and line.tokens[after].pos == "NOUN" and not word.unknown


def is_relay_verb(form: str) -> bool:
    """Whether a folded form is a verb of passing on («نقلته», «أوردت»)."""
    return form in _sets()["relay_verbs"] or (form[0] in "وف" and form[1:] in _sets()["relay_verbs"])


def outlet_phrase(line: Line, at: int) -> tuple[int, int]:
    """The tokens (end exclusive) of the outlet's name that begins at `at`; quoted names lose their marks."""
    if line.forms[at] == '"' and at in line.quotes:
        return at + 1, line.quotes[at]
    end = noun_phrase(line, at, line.size, strict=True)
    return at, max(end, at + 1)


def passing_outlets(line: Line) -> tuple[int, ...]:
    """The tokens at which an outlet is named that passes something on."""
    starts, names = _outlet_starts(), line.names
    return tuple(
        at
        for at, form in enumerate(line.forms)
        if at and (form in starts or names[at] is not None) and _passes_on(line, at) and is_outlet(line, at)
    )


def relays(line: Line, outlets: tuple[int, ...], taken: list[Speaker]) -> tuple[Relay, ...]:
    """The relays named at the tokens `outlets`, the outermost last, that stand in none of the phrases `taken`."""
    found: list[Relay] = []
    end = 0
    for at in outlets:
        if at < end or any(phrase.first <= at <= phrase.last for phrase in taken):
            continue
        first, end = outlet_phrase(line, at)
        found.append(relay(line, first, end))
    return tuple(found)


def _passes_on(line: Line, at: int) -> bool:
    before = line.forms[at - 1]
    if before in words("before_outlets") or is_relay_verb(before):
        return True
    form = line.forms[at]
    return form[0] == "ل" and line.has_prefix(at, "ل")


def relay(line: Line, first: int, end: int) -> Relay:
    """The relay that tokens `first` to `end` (exclusive) name."""
    start = start_offset(line, first)
    stop = line.end(end - 1)
    name = next((line.names[at] for at in range(first, end) if line.names[at]), None)
    entity = name.entity if name and not name.adjectival else None
    return Relay(start=start, end=stop, text=line.reading.text[start:stop], entity=entity)
