"""Light verbs: «عقدت بكين محادثات», «إجراء مناورات», «الزيارة التي قام بها»."""

from __future__ import annotations

from functools import cache

from musnad.extract.triggers.index import Keys, index, words
from musnad.extract.triggers.lexicon import Entry
from musnad.lang.ar.tokens import Token

LIGHT_BEFORE = 5  # words between a light verb and its noun: the subject with a title
FARTHEST = 9  # tokens, with the commas, numbers and prepositions of a date or place
_ENDS = frozenset(".؛!؟?;")


def light_verb(entry: Entry, at: int, tokens: list[Token], known: list[Keys]) -> tuple[int, bool] | None:
    """The token of the light verb (or its masdar) of the noun at `at`, and whether it directly precedes it; or None."""
    if not entry.light:
        return None
    wanted = _keys(entry.light)
    left = LIGHT_BEFORE
    for place in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        if tokens[place].form in _ENDS or left == 0:
            return None
        left -= tokens[place].kind == "word" and tokens[place].form not in words("prepositions")
        for key in wanted.keys() & known[place].keys:
            if key.startswith("n:") and at - place > 2:
                continue
            for preposition in wanted[key]:
                if _is_joined(preposition, tokens, at):
                    between = at - place - 1
                    return place, between == 0 or (between == 1 and tokens[at - 1].form == preposition)
        if tokens[place].pos == "VERB" and at - place > LIGHT_BEFORE:
            return None
    return None


@cache
def _keys(sets: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The keys of the light verbs of some sets and their masdars, each with the prepositions that it may take."""
    found: dict[str, set[str]] = {}
    for name in sets:
        for light in index().light[name]:
            found.setdefault(f"v:{light.verb}", set()).add(light.preposition)
            if light.masdar:
                found.setdefault(f"n:{light.masdar}", set()).add(light.preposition)
    return {key: tuple(sorted(prepositions)) for key, prepositions in found.items()}


def _is_joined(preposition: str, tokens: list[Token], at: int) -> bool:
    word = tokens[at].word
    if word is None:
        return False
    if not preposition:
        governed = at > 0 and tokens[at - 1].form in words("prepositions")  # «وجهت تحذيرا من قصف البلدة»
        return not governed and not any(clitic in ("ب", "ل", "ك") for clitic in word.proclitics)
    if len(preposition) == 1:
        return preposition in word.proclitics
    return tokens[at - 1].form == preposition
