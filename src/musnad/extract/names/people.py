"""People whom no table lists, found by the title before the name or by the name tagger."""

from __future__ import annotations

from collections import Counter
from functools import cache

from msgspec.structs import replace

from musnad.extract.names.gazetteer import entities_by_id, gazetteer, slug
from musnad.extract.names.kin import house_of
from musnad.extract.names.name_ends import east_asian_end, given_runs, grown, name_end, syllable_runs, whole
from musnad.extract.names.scan import Found, letters_in
from musnad.extract.names.tagger import labels, person_spans
from musnad.extract.names.titles import Title, titles_in
from musnad.extract.names.words import clitics_of_name, given_names, gives_way, is_likely, is_strong, is_unknown
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.east_asian import is_east_asian
from musnad.lang.ar.names import compare, name_key, parts
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.romanization import romanize
from musnad.lang.ar.tokens import Token
from musnad.lang.ar.words import word
from musnad.model import Entity
from musnad.resources import load_tsv, package_path

REACH = {"bare": 2, "state": 5, "field": 10}  # tokens between a title and its name
WINDOW = 4  # words on either side of a likely name that the tagger sees; its features reach two
SURE = 0.75  # probability of the tagger above which a name without title is kept; below, half of them were wrong
TANWIN = "\u064b"  # the ending of an indefinite noun: it stands on no name
STATE_ROLES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "PTY", "LAB", "OPP", "SPY"})


class Made(dict[str, Entity]):
    """The entities of a document that no table lists, by id; `alike` are the ids of its people by key of their name."""

    def __init__(self) -> None:
        super().__init__()
        self.alike: dict[str, list[str]] = {}


def read_people(text: str, sentences: list[SentenceReading], finds: dict[int, list[Found]], made: Made) -> None:
    """Adds the people that a title or the tagger shows and no table lists."""
    main = _main_state(finds)
    for sentence in sentences:
        tokens, found_in = _spelt(sentence.tokens, text), finds[sentence.index]
        taken = {at: found for found in found_in for at in range(found.first, found.last + 1)}
        titles = titles_in(tokens, taken)
        tagged = _tagged(tokens, found_in, taken)
        for title in titles:
            _read_title(tokens, title, taken, tagged, found_in, made, main)
        for first, (last, sure) in tagged.items():
            last = grown(tokens, first, last, taken)
            last = max(whole(tokens, first, last, taken), east_asian_end(tokens, first, taken))
            if sure >= SURE and last > first and not any(at in taken for at in range(first, last + 1)):
                _add(tokens, first, last, Title(0, 0, "", ""), "", "tagger", sure, taken, found_in, made)
        for first, last in syllable_runs(tokens, taken):
            if _behind_thing(tokens, first):
                continue
            _add(tokens, first, last, Title(0, 0, "", ""), "", "syllables", 0.8, taken, found_in, made)
        for first, last in given_runs(tokens, taken):
            if _behind_thing(tokens, first):
                continue
            _add(tokens, first, last, Title(0, 0, "", ""), "", "given-names", 0.8, taken, found_in, made)
        found_in.sort(key=lambda found: found.start)


def _spelt(tokens: list[Token], text: str) -> list[Token]:
    """The tokens as the text writes them, which the folded form does not: «على» is not «علي», «سفيراً» no name."""
    return [_respelt(token, text) if token.form[-3:] == "علي" or token.form[-1:] == "ا" else token for token in tokens]


def _respelt(token: Token, text: str) -> Token:
    if token.form.endswith("علي"):
        return _preposition(token) if text[token.end - 1] == "ى" else token
    if TANWIN in text[token.end - 2 : token.end + 1]:
        return Token(token.start, token.end, token.form, "indefinite", token.word)
    return token


def _preposition(token: Token) -> Token:
    return Token(token.start, token.end, "على", "word", word("من"))


def _main_state(finds: dict[int, list[Found]]) -> str:
    counts = Counter(f.entity for found_in in finds.values() for f in found_in if f.kind == "state")
    return counts.most_common(1)[0][0] if counts else ""


def _windows(tokens: list[Token], taken: dict[int, Found]) -> list[tuple[int, int]]:
    """The stretches of a sentence that may hold an unlisted name; the tagger reads no more."""
    given = given_names()
    windows: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if at in taken or not (token.form in given or is_unknown(token)):
            continue
        first, end = max(0, at - WINDOW), min(len(tokens), at + WINDOW + 1)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((first, end))
    return windows


def _tagged(tokens: list[Token], found_in: list[Found], taken: dict[int, Found]) -> dict[int, tuple[int, float]]:
    spans: dict[int, tuple[int, float]] = {}
    told = labels(found_in)
    named = [span for window in _windows(tokens, taken) for span in person_spans(tokens, told, *window)]
    for first, last, sure in named:
        if _behind_thing(tokens, first) or tokens[first].pos == "VERB":  # «طالب المرزوقي بالرد»
            continue
        free = not any(at in taken and not gives_way(taken[at]) for at in range(first, last + 1))
        if free and all(tokens[at].kind == "word" for at in range(first, last + 1)) and _plausible(tokens, first, last):
            spans[first] = (last, sure)
    return spans


@cache
def _things() -> frozenset[str]:
    """Folded nouns before names that are no persons'."""
    return frozenset(fold_key(word) for (word,) in load_tsv(package_path("extract", "data", "names", "things.tsv")))


def _behind_thing(tokens: list[Token], at: int) -> bool:
    """Whether the noun before a name, a quotation mark left out, is one that no person bears."""
    before = at - (2 if at > 1 and tokens[at - 1].form == '"' else 1)
    return before >= 0 and _is_thing(tokens[before])


def _is_thing(token: Token) -> bool:
    return token.form in _things() or (token.word is not None and token.form[token.word.core_start :] in _things())


def _plausible(tokens: list[Token], first: int, last: int) -> bool:
    """Whether every word of a tagged span may be part of a name, and one of them is for sure."""
    words = [tokens[at] for at in range(first, last + 1)]
    return all(is_likely(token) for token in words) and any(is_strong(token) for token in words)


def _read_title(
    tokens: list[Token],
    title: Title,
    taken: dict[int, Found],
    tagged: dict[int, tuple[int, float]],
    found_in: list[Found],
    made: Made,
    main: str,
) -> None:
    at, owner, limit, paused = title.last + 1, "", title.last + 1 + REACH[title.kind], -1
    while at < len(tokens) and at <= limit:
        held = taken.get(at)
        if held is not None and held.kind == "person":
            return
        # «المتحدثة باسم شيفلر», «الإعلامي بقناة دريم»: a body, whoever it is
        spoken_for = tokens[at - 1].form == "باسم" or (at > title.last + 1 and _behind_thing(tokens, at))
        last = -1 if spoken_for else name_end(tokens, at, taken, tagged, title)
        if last >= at and not (at == paused and last == at):
            role = title.role if owner else _role_between(tokens[title.last + 1 : at]) or title.role
            code = owner or (f"{main} {role}" if main and role in STATE_ROLES else role)
            _add(tokens, at, last, title, code, "title", 0.85, taken, found_in, made)
            return
        if held is not None:
            owner = owner or _owner(held, title)
            limit += held.last - at + 1
            at = held.last + 1
            continue
        if at == paused or not (_passes(tokens[at], title) or (tokens[at].form == "،" and title.kind != "bare")):
            return
        at += 1
        paused = at if tokens[at - 1].form == "،" else paused


def _owner(found: Found, title: Title) -> str:
    if found.kind == "state":
        return f"{found.entity} {title.role}"
    if found.body < 0 and found.kind in ("organization", "group"):
        entity = entities_by_id().get(found.entity)
        return entity.code if entity and entity.code else ""
    return ""


@cache
def _owner_nouns() -> dict[str, str]:
    """The role that the people of a body have, by the folded noun of the body."""
    path = package_path("extract", "data", "names", "owner_nouns.tsv")
    return {fold_key(noun): role for noun, role in load_tsv(path)}


def _role_between(tokens: list[Token]) -> str:
    """The role that an unlisted body between title and name gives («لحزب التجديد»); empty if none stands there."""
    cores = (token.word.core for token in tokens if token.word is not None)
    return next((_owner_nouns()[core] for core in cores if core in _owner_nouns()), "")


def _passes(token: Token, title: Title) -> bool:
    """Whether the words of an office may go on with this token."""
    if token.kind != "word":
        return token.form in ('"', "(", ")", "-")
    if token.word is not None and token.word.readings and token.word.readings[0].pos == "VERB":
        return token.form.startswith("ال")
    return title.kind != "bare" or token.form.startswith("ال")


def _add(
    tokens: list[Token],
    first: int,
    last: int,
    title: Title,
    code: str,
    rule: str,
    confidence: float,
    taken: dict[int, Found],
    found_in: list[Found],
    made: Made,
) -> None:
    for at in range(first, last + 1):
        if at in taken and taken[at] in found_in:
            found_in.remove(taken[at])
    skip = clitics_of_name(tokens[first])
    words = [token.form for token in tokens[first : last + 1] if token.form != "-"]
    words[0] = words[0][skip:]
    name = " ".join(words)
    known = linked(name)
    if known:
        _keep_known(tokens, first, last, skip, known, taken, found_in)
        return
    entity_id = _alike(name, made) or slug(romanize(name)) or "unnamed"
    house = house_of(words)
    code = f"{house} GOV" if house and code[:3] != house else code
    if entity_id not in made:
        made.alike.setdefault(name_key(name), []).append(entity_id)
        made[entity_id] = Entity(id=entity_id, name=romanize(name), name_ar=name, kind="person", code=code)
    elif code and not made[entity_id].code:
        made[entity_id] = replace(made[entity_id], code=code)
    label = f"title:{title.role}" if rule == "title" else rule
    found = Found(
        first,
        last,
        letters_in(tokens[first], skip),
        tokens[last].end,
        entity_id,
        "name",
        label,
        "person",
        round(confidence, 2),
        clitic=tokens[first].form[:skip],
    )
    found_in.append(found)
    taken.update((at, found) for at in range(first, last + 1))


def _alike(name: str, made: Made) -> str:
    """The id of a person of this article whose name is spelt a little otherwise, or empty."""
    count = len(parts(name))
    for entity_id in made.alike.get(name_key(name), ()):
        known = made[entity_id].name_ar
        same = count > 1 or known == name
        if same and len(parts(known)) == count and compare(name, known).same:
            return entity_id
    return ""


def linked(name: str) -> str:
    """The id of the listed person whose name differs from this one in spelling only, or empty."""
    words = name.split()
    if len(parts(name)) < 2 or (len(words) < 3 and is_east_asian(words)):
        return ""  # «بارك كون» and «بارك جين» differ in the vowels, which the key leaves out
    for other, entity in gazetteer().people(name_key(name)):
        if len(parts(name)) == len(parts(other)) and compare(name, other).same:
            return entity
    return ""


def _keep_known(
    tokens: list[Token], first: int, last: int, skip: int, entity: str, taken: dict[int, Found], found_in: list[Found]
) -> None:
    start, end = letters_in(tokens[first], skip), tokens[last].end
    found = Found(first, last, start, end, entity, "name", "name-key", "person", 0.9, clitic=tokens[first].form[:skip])
    found_in.append(found)
    taken.update((at, found) for at in range(first, last + 1))
