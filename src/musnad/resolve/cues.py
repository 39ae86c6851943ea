"""Sets of words that tell how a statement stands to its matter, from `data/stances.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from musnad import resources
from musnad.model import Claim
from musnad.resolve.words import bare_stems, content_words

SHORT = 6  # content words up to which a content only speaks of an allegation


@cache
def _sets() -> dict[str, frozenset[str]]:
    data = resources.load_yaml(resources.package_path("resolve", "data", "stances.yaml"))
    return {
        name: frozenset(each for form in entry["words"] for each in bare_stems(form)) for name, entry in data.items()
    }


def has(kind: str, stems: Iterable[str]) -> bool:
    """Whether any of these stems is of the kind: refusal, allegation, falsity, pointing or state."""
    return not _sets()[kind].isdisjoint(stems)


def without(kinds: Iterable[str], stems: Iterable[str]) -> list[str]:
    """The stems that are of none of the kinds, in order."""
    left_out = frozenset[str]().union(*(_sets()[kind] for kind in kinds))
    return [each for each in stems if each not in left_out]


def is_refusal(claim: Claim) -> bool:
    """Whether a denial only declines to do something («رفض التعليق») and denies no statement."""
    if claim.stance != "deny" or not ("refus" in claim.rule or has("refusal", bare_stems(claim.cue.text))):
        return False
    return not (claim.content and has("allegation", content_words(claim.content.text)))


def dismisses(words: tuple[str, ...]) -> bool:
    """Whether a content calls what was said before false («هذه الاتهامات بأنها باطلة»)."""
    return has("allegation", words) and has("falsity", words) and len(words) <= SHORT


def is_bare(words: tuple[str, ...]) -> bool:
    """Whether a denial's content says nothing itself («ذلك», «هذه الادعاءات»)."""
    return dismisses(words) or not without(("allegation", "pointing", "falsity"), words)
