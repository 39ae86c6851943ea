"""The mode of an event by the words of its sentence, where the lexicon entry of its trigger leaves it open."""

from __future__ import annotations

from functools import cache

import msgspec

from musnad.extract.triggers.index import keys_of, phrase_items
from musnad.extract.triggers.lexicon import Entry
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import compiled, load_yaml, package_path

BEHIND = 10  # tokens: a complement behind the subject with its title
AROUND = 7  # tokens to either side of an act of force: «غارة … قتلت»
_ENDS = frozenset(".؛!؟?;")
_BOTH_WAYS = frozenset(("ASSAULT",))


class Modes(msgspec.Struct, frozen=True, kw_only=True):
    """The words that tell a mode of one type, each with its mode; the mode without any; examples with their trigger."""

    words: dict[str, str]
    otherwise: str = ""
    examples: tuple[tuple[str, str, str], ...] = ()


def mode_of(entry: Entry, first: int, last: int, tokens: list[Token]) -> str:
    """The mode of the trigger of `entry` on tokens `first` to `last`; empty if neither entry nor words tell one."""
    known = None if entry.mode else open_modes().get(entry.type)
    if known is None:
        return entry.mode
    for place in _places(entry, first, last, tokens):
        for key in keys_of(tokens[place].word).keys:
            if key in known.words:
                return known.words[key]
    return known.otherwise


def retold_mode(entry: Entry, mode: str, told: set[str]) -> str:
    """The mode of a word that takes up an act («الحادث») in an article that told one mode of its type only."""
    return next(iter(told)) if not mode and entry.retold and len(told) == 1 else mode


@cache
def open_modes() -> dict[str, Modes]:
    """The types with modes that words tell, from the package's table."""
    folder = package_path("extract", "data", "modes")
    return compiled("modes", dict[str, Modes], [folder], read_modes)


def read_modes() -> dict[str, Modes]:
    """The table as its file says it."""
    rows = load_yaml(package_path("extract", "data", "modes") / "words.yaml")
    return {kind: _modes(row) for kind, row in rows.items()}


def _modes(row: dict[str, dict[str, object] | str]) -> Modes:
    words: dict[str, str] = {}
    examples = []
    for mode, told in row.items():
        if isinstance(told, str):
            continue
        for word in told["words"]:  # type: ignore[attr-defined]
            key = phrase_items(fold_key(word))[0]
            words.setdefault(key, mode)
            words.setdefault(f"v:{key}", mode)
        examples.append((mode, str(told["example"]), str(told["trigger"])))
    otherwise = row.get("otherwise", "")
    return Modes(words=words, otherwise=otherwise if isinstance(otherwise, str) else "", examples=tuple(examples))


def _places(entry: Entry, first: int, last: int, tokens: list[Token]) -> list[int]:
    places = list(range(first, last + 1))
    both = entry.type in _BOTH_WAYS
    for place in range(last + 1, min(len(tokens), last + 1 + (AROUND if both else BEHIND))):
        if tokens[place].form in _ENDS:
            break
        places.append(place)
    if both:
        places += range(first - 1, max(-1, first - 1 - AROUND), -1)
        places.sort(key=lambda place: max(first - place, place - last))
    return places
