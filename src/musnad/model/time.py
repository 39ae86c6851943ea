"""A time expression."""

from __future__ import annotations

from typing import Literal

import msgspec

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Modifier = Literal["", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "BEFORE", "AFTER"]


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """TIMEX3 (ISO-TimeML): `value` in ISO 8601 / TIMEX3, resolved against `anchor`, the date that it leans on.

    `modifier` keeps what the value can't say: «مطلع آب» is `2024-08` with START.
    """

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    modifier: Modifier = ""
    anchor: str | None = None
    rule: str = ""
