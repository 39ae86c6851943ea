"""PLOVER actor codes: a country (ISO 3166-1 alpha-3) and roles.

The country stands first for those who act for or within a state («RUS GOV», «TUN LAB»), and behind the role for those
who are only at home there and act for themselves: armed groups, media, companies («REB YEM», «MED USA»).
"""

from __future__ import annotations

from functools import lru_cache

from musnad.ontology.loader import roles

MEDIA = "MED"


@lru_cache(maxsize=20_000)  # codes are few; every name of every article asks for its own
def split_code(code: str) -> tuple[str, tuple[str, ...]]:
    """Country (empty if the actor has none) and roles of a code in either order."""
    country, found = "", []
    for part in code.split():
        if not country and len(part) == 3 and part not in roles():
            country = part
        else:
            found.append(part)
    return country, tuple(found)


def ordered_code(code: str) -> str:
    """The code with its country behind the role of an actor who acts for itself, else in front."""
    country, found = split_code(code)
    alone = any(roles()[role].alone for role in found if role in roles())
    parts = (*found, country) if alone else (country, *found)
    return " ".join(part for part in parts if part)


def is_outlet(code: str) -> bool:
    """Whether the code is that of an outlet or agency, in either order."""
    return MEDIA in code.split(" ")


def acts_for(code: str) -> str:
    """The country that an actor of this code acts for; empty for one who acts for itself or for no country."""
    first = ordered_code(code).split(" ", 1)[0]
    return first if len(first) == 3 and first not in roles() else ""
