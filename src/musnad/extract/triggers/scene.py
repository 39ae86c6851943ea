"""A sentence as the triggers see it: its words with their keys, its names, and what the article told before."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.triggers.index import Keys, words
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

WORDS_OF_SPORT = 2  # one may stand in political news: «كأس العالم», «لاعب» in the sense of a power
ENDS = frozenset(".؛!؟?;:")


class Scene(NamedTuple):
    """A sentence with the keys of its tokens, its names, and what the article told before it.

    `told` holds the ids of entries, their types and acts, `order` the types, the last told last; `keys` are those of
    all tokens.
    """

    tokens: list[Token]
    known: list[Keys]
    mentions: list[Mention]
    told: set[str]
    order: dict[str, None]
    keys: frozenset[str]


def is_sport(scene: Scene) -> bool:
    """Whether a sentence tells of a game: two or more of its words, «هجوم» and «اتفاق» are of the club then."""
    game = words("sport")
    if scene.keys.isdisjoint(game):
        return False
    return sum(not known.keys.isdisjoint(game) for known in scene.known) >= WORDS_OF_SPORT


def is_accident(scene: Scene) -> bool:
    """Whether a sentence tells of an accident or a disaster, and of no violence."""
    return not scene.keys.isdisjoint(words("accidents")) and scene.keys.isdisjoint(words("violence"))
