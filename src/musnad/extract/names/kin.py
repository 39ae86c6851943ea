"""What goes on behind a listed person's name: his fathers and his house («بن عبد العزيز آل سعود»)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from musnad.extract.names.scan import Found
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.model import Entity
from musnad.resources import load_tsv, package_path

SONS = frozenset({"بن", "ابن", "ولد"})
HOUSE = "ال"  # «آل», folded


@cache
def dynasties() -> dict[str, str]:
    """The state of every ruling house by its folded name («سعود»)."""
    return {fold_key(house): state for house, state in load_tsv(package_path("extract", "data", "names", "houses.tsv"))}


def house_of(words: list[str]) -> str:
    """The state whose ruling house closes a name («… آل ثاني»); empty if none does."""
    return dynasties().get(words[-1], "") if len(words) > 2 and words[-2] == HOUSE else ""


def with_kin(tokens: list[Token], found_in: list[Found], known: Mapping[str, Entity]) -> list[Found]:
    """The names with what goes on behind listed persons; one of another house than theirs is no listed person."""
    taken = {at for found in found_in for at in range(found.first, found.last + 1)}
    kept = []
    for found in found_in:
        if found.kind == "person" and found.last > found.first:
            last = _last(tokens, found.last, taken)
            house = house_of([token.form for token in tokens[found.first : last + 1]])
            if house and known[found.entity].code[:3] != house:
                continue
            found.last, found.end = last, tokens[last].end
        kept.append(found)
    return kept


def _last(tokens: list[Token], last: int, taken: set[int]) -> int:
    while last + 2 < len(tokens) and not {last + 1, last + 2} & taken:
        lead, name = tokens[last + 1], tokens[last + 2]
        if lead.form not in SONS and lead.form != HOUSE:
            break
        step = 3 if name.form == "عبد" and last + 3 < len(tokens) else 2
        if name.kind != "word" or tokens[last + step].kind != "word":
            break
        last += step
    return last
