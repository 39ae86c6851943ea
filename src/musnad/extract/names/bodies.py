"""Bodies that every state has, with the state that they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from musnad.extract.names.gazetteer import Body, entities_by_id, gazetteer
from musnad.extract.names.scan import Found
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.tokens import Token
from musnad.model import Entity

NEAR = 3  # words between a body and its state: «مجلس النواب الانتقالي في العراق»


def resolve_bodies(sentences: list[SentenceReading], finds: dict[int, list[Found]], made: dict[str, Entity]) -> None:
    """Gives every body its state and its record; drops those that stand for none."""
    names = entities_by_id()
    main = _main_state(finds)
    for sentence in sentences:
        kept = []
        for at, found in enumerate(finds[sentence.index]):
            if found.body < 0 or _resolve(sentence.tokens, finds[sentence.index], at, main, names, made):
                kept.append(found)
        finds[sentence.index] = kept


def _main_state(finds: dict[int, list[Found]]) -> str:
    counts = Counter(f.entity for found_in in finds.values() for f in found_in if f.kind == "state")
    return counts.most_common(1)[0][0] if counts else ""


def _resolve(
    tokens: list[Token], found_in: list[Found], at: int, main: str, names: Mapping[str, Entity], made: dict[str, Entity]
) -> bool:
    found = found_in[at]
    body = gazetteer().bodies[found.body]
    if (found.weak or found.use == "construct") and _is_office(tokens, found):
        return False
    state, confidence = _state_after(tokens, found_in, at, found), 0.95
    if not state and body.alone and not found.weak and found.use == "body":
        state, confidence = _state_near(found_in, at) or main, 0.6
    if state not in names or names[state].kind != "state":
        return False
    found.entity = f"{state}/{body.id}"
    found.confidence = confidence
    found.rule = f"body:{body.id}" if confidence > 0.9 else f"body:{body.id}:context"
    made.setdefault(found.entity, _entity(found.entity, body, names[state]))
    return True


def _entity(entity_id: str, body: Body, state: Entity) -> Entity:
    return Entity(
        id=entity_id,
        name=f"{body.name} of {state.name}",
        name_ar=f"{body.name_ar} ({state.name_ar})",
        kind="organization",
        code=f"{state.id} {body.role}",
    )


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
        return follower.entity
    if follower.use == "name" and ((follower.clitic == "ب" and not gap) or (len(gap) == 1 and gap[0].form == "في")):
        return follower.entity
    return ""


def _is_office(tokens: list[Token], found: Found) -> bool:
    """Whether a short name belongs to an office: «وزير الخارجية»."""
    before = tokens[found.first - 1].form if found.first else ""
    return "وزير" in before or "وزراء" in before or "وزار" in before


def _modifies(token: Token) -> bool:
    return (token.kind == "word" and token.form.startswith("ال")) or token.form in ('"', "(", ")")


def _state_near(found_in: list[Found], at: int) -> str:
    states = [
        (abs(other - at), found_in[other].entity) for other in range(len(found_in)) if found_in[other].kind == "state"
    ]
    return min(states)[1] if states else ""
