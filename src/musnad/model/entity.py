"""An actor or place, one record however often it is named."""

from __future__ import annotations

from typing import Literal

import msgspec

EntityKind = Literal["person", "state", "place", "organization", "group"]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """`code` is the ISO 3166-1 alpha-3 country, then the PLOVER role («RUS GOV»).

    The role stands first for those who act for themselves («REB YEM»). A state's `id` and `code` are its alpha-3 code.
    `wikidata` is given only where a source in hand gives it.
    """

    id: str
    name: str
    name_ar: str = ""
    kind: EntityKind
    code: str = ""
    wikidata: str | None = None
