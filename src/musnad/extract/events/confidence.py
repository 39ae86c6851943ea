"""How sure an event record is: the share of right records among those read in the same way, as measured on gold.

A record is right when gold has an event of its type on its words, and each role shares a participant with gold, counted
by state, or is empty in both. `tools/calibrate.py` counts and writes `data/confidence/events.tsv`;
`docs/confidence.md` shows how stated and measured shares agree.
"""

from __future__ import annotations

from functools import cache

from musnad.extract.events.drafts import Draft
from musnad.extract.events.party_model import LIKELY, PERHAPS
from musnad.extract.events.role_places import Filler
from musnad.resources import load_tsv, package_path

PRIOR = 8  # a bin counts as if so many records with the average share were added: few records say little
WEAK = (
    0.85  # a word that is an event only with support, and one that is not told as a fact, were right so much less often
)
FLOOR, CEILING = 0.05, 0.97

Way = tuple[str, str, str]
Counts = dict[Way, tuple[int, int]]


def way(draft: Draft) -> Way:
    """How a record was read: the kind of its trigger, and where source and target were found."""
    kind = "noun" if draft.nominal else "verb"
    return kind, _found(draft.source), _found(draft.target)


def confidence(draft: Draft) -> float:
    """The measured share of right records among those read in the same way, from 0 to 1."""
    return stated(draft, shares(), average())


def stated(draft: Draft, known: dict[Way, float], mean: float) -> float:
    """The confidence of an event by given shares; `mean` for a way that they lack."""
    share = known.get(way(draft), mean)
    if draft.trigger.entry.weak:
        share *= WEAK
    return round(min(CEILING, max(FLOOR, share)), 2)


def _found(filler: Filler) -> str:
    if not filler.actors:
        return "none"
    if filler.slot == "context":
        if filler.how.startswith((LIKELY, PERHAPS)):
            return filler.how.partition(",")[0]
        return "parties" if filler.how in ("main parties", "other party") else "context"
    return "direct" if filler.how in ("name", "title", "body") else "resolved"


@cache
def _counts() -> Counts:
    path = package_path("extract", "data", "confidence", "events.tsv")
    return {(kind, source, target): (int(right), int(read)) for kind, source, target, right, read in load_tsv(path)}


@cache
def average() -> float:
    """The share of right records over all bins."""
    return average_of(_counts())


@cache
def shares() -> dict[Way, float]:
    """The share of right records of each bin, drawn towards the average."""
    return shares_of(_counts())


def average_of(counts: Counts) -> float:
    """The share of right records over all bins of a count; a half where nothing was counted."""
    right, read = sum(right for right, _ in counts.values()), sum(read for _, read in counts.values())
    return right / read if read else 0.5


def shares_of(counts: Counts) -> dict[Way, float]:
    """The share of right records of each bin of a count, drawn towards their average."""
    mean = average_of(counts)
    return {bin_: (right + PRIOR * mean) / (read + PRIOR) for bin_, (right, read) in counts.items()}
