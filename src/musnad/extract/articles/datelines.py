"""Lines that only say where a report was filed and by whom: «الدوحة - قنا», «أنقرة في 5 سبتمبر /أ ش أ/»."""

from __future__ import annotations

import re

from musnad.extract.articles.rules import names_desk
from musnad.extract.names.gazetteer import gazetteer, name_words
from musnad.ontology.actor_codes import is_outlet

_PARTS = re.compile(r"[-–—ـ/|:،()«»\"]")
_FILED = frozenset({"في", "من"})  # «المنامة في 17 أبريل», «من سيف الدين»
LONGEST_NAME = 6  # words of a place or an outlet


def is_dateline(line: str) -> bool:
    """Whether the line has two parts or more, one of them an agency, an outlet, a desk or a place; or is an outlet."""
    parts = [part for part in map(str.strip, _PARTS.split(line)) if part]
    if len(parts) == 1:
        return _named(parts[0]) == "outlet"
    return any(names_desk(part) or _named(part) for part in parts)


def _named(part: str) -> str:
    """`outlet` or `place` where the whole part is one, or a place with its day; empty if neither."""
    words = name_words(part)
    for end, word in enumerate(words):
        if end and (word in _FILED or word.isdigit()):
            return "place" if _known(words[:end]) == "place" else ""
    return _known(words)


def _known(words: tuple[str, ...]) -> str:
    table = gazetteer()
    if not words or len(words) > LONGEST_NAME or words[0] not in table.names:
        return ""
    for surface in table.surfaces[words[0]]:
        if surface.rest == words[1:] and surface.use in ("name", "city", "capital"):
            entity = table.entities[surface.entity]
            if surface.use != "name" or entity.kind in ("place", "state"):
                return "place"
            if is_outlet(entity.code):
                return "outlet"
    return ""
