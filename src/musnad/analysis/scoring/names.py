"""Which state, or else which one name, an entity of either side stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from musnad.analysis.scoring.sides import Side

# PLOVER and CAMEO codes of three capitals that are no ISO 3166-1 country
_NOT_STATES = frozenset(
    ["IGO", "NGO", "MNC", "INT", "UNK", "IMG", "NGM", "ELI", "REB", "GOV", "MIL", "PTY", "OPP", "CVL", "MED"]
)


def is_state(code: str) -> bool:
    """Whether a code is an ISO 3166-1 alpha-3 country by its looks."""
    return len(code) == 3 and code.isupper() and code not in _NOT_STATES


def slug(name: str) -> str:
    """An English name as an id: ASCII, lower-case, hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


class Names:
    """The gold's table of entities: the state each acts for, and its other names."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._state = {name: (row or {}).get("state") for name, row in table.items()}
        self._known: dict[str, str] = {}
        for name, row in table.items():
            for other in (name, *((row or {}).get("aliases") or ())):
                self._known.setdefault(other, name)

    def gold(self, entity: str) -> str:
        """What a gold id stands for; empty for none."""
        if not entity:
            return ""
        head = entity.split("/")[0]
        return head if is_state(head) else self._state.get(entity) or self._known.get(entity, entity)

    def system(self, side: Side, entity: str) -> str:
        """What an id of the system stands for; empty for one that its list of entities does not hold."""
        if entity not in side.codes:
            return ""
        code = side.codes[entity].split(" ")[0]
        if is_state(code):
            return code
        known = next((self._known[n] for n in (entity, slug(side.names[entity])) if n in self._known), None)
        return (self._state.get(known) or known) if known else entity

    def golds(self, entities: Iterable[str]) -> set[str]:
        """What some gold ids stand for."""
        return {self.gold(entity) for entity in entities} - {""}

    def systems(self, side: Side, entities: Iterable[str]) -> set[str]:
        """What some ids of the system stand for."""
        return {self.system(side, entity) for entity in entities} - {""}
