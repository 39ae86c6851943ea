"""People that are counted as dead or injured, by the words around their number."""

from __future__ import annotations

from musnad.extract.quantities.context import casualty_after, casualty_before, is_cue
from musnad.extract.quantities.draft import Counting, Draft


def as_casualty(state: Counting, draft: Draft) -> Draft:
    """People killed or injured are counted as deaths and injuries."""
    if draft.kind not in "p":
        return draft
    previous = state.drafts[-1] if state.drafts else None
    floor = previous.last + 1 if previous else 0
    unit = casualty_before(state.tokens, draft.first, floor) or casualty_after(state.tokens, draft.last + 1)
    if unit is None and previous and previous.unit in ("death", "injury"):
        between = state.tokens[previous.last + 1 : draft.first]
        if any(is_cue(token.form, "among") for token in between) and len(between) <= 6:
            unit = previous.unit
    if unit:
        draft.unit, draft.kind = unit, "d" if unit == "death" else "i"
    return draft
