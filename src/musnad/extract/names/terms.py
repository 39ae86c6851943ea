"""Which office a known person holds at an article's date: a former minister acts for no government."""

from __future__ import annotations

from msgspec.structs import replace

from musnad.extract.names.gazetteer import Term, gazetteer
from musnad.model import Entity

OFFICIAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "IGO"})  # roles that end with the office
ELITE = "ELI"  # PLOVER's code for those who held one


def code_at(entity: Entity, date: str | None) -> str:
    """The code of a person at an ISO date or range: that of the office held then, elite where all are over.

    The entity's own code where the tables know no terms or the date is unknown.
    """
    terms = gazetteer().terms(entity.id)
    first, _, last = (date or "").partition("/")
    if not terms or not first[:1].isdigit() or (last and first[:4] != last[:4]):
        return entity.code
    held = [term for term in terms if _holds(term, first)]
    if held:
        return max(held, key=lambda term: term.start).code
    if all(term.code.split(" ")[-1] in OFFICIAL for term in terms):
        state = next((term.code[:3] for term in terms if " " in term.code), "")
        return f"{state} {ELITE}".strip()
    return entity.code


def dated(entity: Entity, date: str | None) -> Entity:
    """The person with the code of that date; the entity itself where nothing changes."""
    code = code_at(entity, date) if entity.kind == "person" else entity.code
    return entity if code == entity.code else replace(entity, code=code)


def _holds(term: Term, date: str) -> bool:
    """Whether a term runs at a date; both are compared as exactly as the less exact of them is."""
    begun = not term.start or term.start[: len(date)] <= date[: len(term.start)]
    return begun and (not term.end or date[: len(term.end)] <= term.end[: len(date)])
