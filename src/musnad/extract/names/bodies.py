"""Bodies that every state has, with the state that they belong to."""

from __future__ import annotations

from collections import Counter
from functools import cache

from musnad.extract.names.gazetteer import Body, entities_by_id, gazetteer, name_words
from musnad.extract.names.own_bodies import own_bodies
from musnad.extract.names.scan import Found
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.model import Entity
from musnad.resources import load_tsv, package_path

NEAR = 3  # words between a body and its state: «مجلس النواب الانتقالي في العراق»
MAIN = 0.5  # share of an article's states from which one of them is the state of «الجيش» without more words
FEW = 3  # states that share a body's name up to which the usual one is meant where the article names none of them
ARMY = "army"
FEMININE = ("ه", "ات")
EMBASSY = "embassy"  # one article names the embassies of several states in several capitals

Finds = dict[int, list[Found]]


@cache
def _latin_homes() -> dict[str, str]:
    """The states of the listed outlets by their Latin names, without spaces («jawharafm»)."""
    outlets = (entity for entity in entities_by_id().values() if entity.code[3:] == " MED")
    return {_latin(entity.name): entity.code[:3] for entity in outlets}


def _latin(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def outlet_home(outlet: str) -> str:
    """The state of a listed outlet by its name or the name of its domain; empty for another."""
    if home := _latin_homes().get(_latin(outlet.removeprefix("www.").split(".")[0])):
        return home
    words = name_words(outlet.removeprefix("www.").split(".")[0])
    tables = gazetteer()
    if not words or words[0] not in tables.names:
        return ""
    codes = [
        tables.entities[surface.entity].code
        for surface in tables.surfaces[words[0]]
        if surface.rest == words[1:] and surface.use == "name"
    ]
    return next((code[:3] for code in codes if code[3:] == " MED"), "")


def resolve_bodies(sentences: list[SentenceReading], finds: Finds, made: dict[str, Entity], home: str = "") -> None:
    """Gives every body its state and its record; drops those that stand for none.

    An article that names no state is about the state of its outlet, its `home`.
    """
    names = entities_by_id()
    states = Counter(f.entity for found_in in finds.values() for f in found_in if f.kind == "state")
    states.update([home] if home and not states else [])
    for sentence in sentences:
        own_bodies(sentence.tokens, finds[sentence.index])
    settled = _settled(sentences, finds)
    for sentence in sentences:
        found_in = finds[sentence.index]
        kept = []
        for at, found in enumerate(found_in):
            if found.body < 0:
                kept.append(found)
                continue
            body = gazetteer().bodies[found.body]
            state, confidence = _state_of(sentence.tokens, found_in, at, body, states, settled)
            if state in names and names[state].kind == "state":
                _resolve(found, body, names[state], confidence, made)
                kept.append(found)
        finds[sentence.index] = kept


def _settled(sentences: list[SentenceReading], finds: Finds) -> dict[str, str]:
    """The state of every body that the article names with its state, and with one only: «الجيش» is the same army."""
    told: dict[str, set[str]] = {}
    for sentence in sentences:
        found_in = finds[sentence.index]
        for at, found in enumerate(found_in):
            if found.body >= 0 and (state := _state_after(sentence.tokens, found_in, at, found)):
                told.setdefault(gazetteer().bodies[found.body].id, set()).add(state)
    return {body: states.pop() for body, states in told.items() if len(states) == 1}


def _resolve(found: Found, body: Body, state: Entity, confidence: float, made: dict[str, Entity]) -> None:
    found.entity = f"{state.id}/{body.id}"
    found.confidence = confidence
    found.rule = f"body:{body.id}" if confidence > 0.9 else f"body:{body.id}:context"
    made.setdefault(found.entity, _entity(found.entity, body, state))


def _entity(entity_id: str, body: Body, state: Entity) -> Entity:
    return Entity(
        id=entity_id,
        name=f"{body.name} of {state.name}",
        name_ar=f"{body.name_ar} ({state.name_ar})",
        kind="organization",
        code=f"{state.id} {body.role}",
    )


def _state_of(
    tokens: list[Token], found_in: list[Found], at: int, body: Body, states: Counter[str], settled: dict[str, str]
) -> tuple[str, float]:
    """The state of a body and how sure it is; empty if the text does not tell."""
    found = found_in[at]
    if found.use == "own":
        return _subject(found_in, at), 0.8
    if (found.weak or found.use == "construct") and _is_office(tokens, found):
        return "", 0.0
    state = _state_after(tokens, found_in, at, found)
    if state:
        return state, 0.95
    if found.weak or found.use != "body":
        return "", 0.0
    return _told_before(tokens, found_in, at, body, states, settled)


def _told_before(
    tokens: list[Token], found_in: list[Found], at: int, body: Body, states: Counter[str], settled: dict[str, str]
) -> tuple[str, float]:
    homes = body_homes().get(_name(tokens, found_in[at]), ())
    if any(states[home] for home in homes) or 0 < len(homes) <= FEW:
        return max(homes, key=lambda home: states[home]), 0.7
    if not body.alone and _goes_on(tokens, found_in[at]):
        return "", 0.0
    if body.id in settled and body.id != EMBASSY:
        return settled[body.id], 0.7
    main = states.most_common(1)
    if body.alone and _is_beside_another(tokens, found_in, at):
        others = states.keys() - {found_in[at + 1].entity}  # «استدعت وزارة الخارجية السفير الفرنسي»: any but his
        return (others.pop(), 0.6) if len(others) == 1 else ("", 0.0)
    if body.alone:
        return _state_near(found_in, at) or (main[0][0] if main else ""), 0.6
    if body.id == ARMY and main and main[0][1] > MAIN * states.total():
        return main[0][0], 0.6
    return "", 0.0


def _goes_on(tokens: list[Token], found: Found) -> bool:
    """Whether an adjective makes another body of it: «الجيش الشعبي», «الشرطة العسكرية»."""
    after = tokens[found.last + 1] if found.last + 1 < len(tokens) else None
    return after is not None and after.form.startswith("ال") and after.pos == "ADJ"


@cache
def body_homes() -> dict[str, tuple[str, ...]]:
    """The states where a body is called so, by its folded name («مجلس نواب الشعب»)."""
    rows = load_tsv(package_path("extract", "data", "names", "body_homes.tsv"))
    return {fold_key(name): tuple(states.split()) for name, states in rows}


def _name(tokens: list[Token], found: Found) -> str:
    words = [token.form for token in tokens[found.first : found.last + 1]]
    first = words[0][len(found.clitic) :]
    return " ".join(("ال" + first[1:] if words[0].startswith("لل") and first[:1] == "ل" else first, *words[1:]))


def _subject(found_in: list[Found], at: int) -> str:
    """The state that a pronoun stands for: the last one before it in the sentence."""
    before = [found.entity for found in found_in[:at] if found.kind == "state"]
    return before[-1] if before else ""


def _state_after(tokens: list[Token], found_in: list[Found], at: int, found: Found) -> str:
    if at + 1 >= len(found_in):
        return ""
    follower = found_in[at + 1]
    gap = tokens[found.last + 1 : follower.first]
    if found.use == "construct":
        return follower.entity if not gap and follower.kind == "state" and not follower.clitic else ""
    if follower.kind != "state" or len(gap) > NEAR:
        return ""
    if follower.use == "adj" and not follower.clitic and all(_modifies(token) for token in gap):
        return "" if _is_others(tokens, found, follower) else follower.entity
    if follower.use == "name" and ((follower.clitic == "ب" and not gap) or (len(gap) == 1 and gap[0].form == "في")):
        return follower.entity
    return ""


def _is_others(tokens: list[Token], found: Found, adjective: Found) -> bool:
    """Whether a masculine adjective belongs to the word before it: «وزارة الخارجية السفير الفرنسي»."""
    feminine = tokens[found.first].form.endswith(FEMININE)
    apart = adjective.first > found.last + 1
    return apart and feminine and not tokens[adjective.last].form.endswith(FEMININE)


def _is_office(tokens: list[Token], found: Found) -> bool:
    """Whether a short name belongs to an office: «وزير الخارجية»."""
    before = tokens[found.first - 1].form if found.first else ""
    return "وزير" in before or "وزراء" in before or "وزار" in before


def _is_beside_another(tokens: list[Token], found_in: list[Found], at: int) -> bool:
    """Whether the only state near a body is that of a person right behind it."""
    after = found_in[at + 1] if at + 1 < len(found_in) else None
    if after is None or after.kind != "state" or after.use != "adj" or after.first > found_in[at].last + 1 + NEAR:
        return False
    return _is_others(tokens, found_in[at], after) and _state_near(found_in, at) == after.entity


def _modifies(token: Token) -> bool:
    return (token.kind == "word" and token.form.startswith("ال")) or token.form in ('"', "(", ")")


def _state_near(found_in: list[Found], at: int) -> str:
    states = [
        (abs(other - at), found_in[other].entity) for other in range(len(found_in)) if found_in[other].kind == "state"
    ]
    return min(states)[1] if states else ""
