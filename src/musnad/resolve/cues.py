"""Sets of words that tell how a statement stands to its matter, from `data/stances.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from musnad import resources
from musnad.lang.ar.orthography import fold_key
from musnad.model import Claim
from musnad.resolve.judged import BY_PEOPLE
from musnad.resolve.words import bare_stems, content_words

SHORT = 6  # content words up to which a content only speaks of an allegation
FIRST = 3  # content words in which what is refused is named
_OFFICES = ("الادعاء العام", "المدعي العام")
_UNTRUE = ("غير صحيح", "عار من الصحه", "عاريه من الصحه", "لا اساس له", "لا صحه له")


@cache
def _sets() -> dict[str, frozenset[str]]:
    data = resources.load_yaml(resources.package_path("resolve", "data", "stances.yaml"))
    return {
        name: frozenset(each for form in entry["words"] for each in bare_stems(form)) for name, entry in data.items()
    }


@cache
def _denial_rules() -> frozenset[str]:
    data = resources.load_yaml(resources.package_path("resolve", "data", "stances.yaml"))
    return frozenset(data["denial"]["rules"])


def has(kind: str, stems: Iterable[str]) -> bool:
    """Whether any of these stems is of the kind, a name in `data/stances.yaml`."""
    return not _sets()[kind].isdisjoint(stems)


def without(kinds: Iterable[str], stems: Iterable[str]) -> list[str]:
    """The stems that are of none of the kinds, in order."""
    left_out = frozenset[str]().union(*(_sets()[kind] for kind in kinds))
    return [each for each in stems if each not in left_out]


def is_refusal(claim: Claim) -> bool:
    """Whether a denial only declines to do something («رفض التعليق») and denies no statement."""
    if claim.stance != "deny":
        return False
    if claim.rule == BY_PEOPLE:
        return False
    if is_left_open(claim):
        return True
    if not ("refus" in claim.rule or has("refusal", bare_stems(claim.cue.text))):
        return False
    return not (claim.content and _names_accusation(claim.content.text))


def _names_accusation(text: str) -> bool:
    """Whether what is refused is an accusation, named in its first words; «الادعاء العام» is an office."""
    return has("accusation", content_words(text)[:FIRST]) and not text.lstrip().startswith(_OFFICES)


def is_left_open(claim: Claim) -> bool:
    """Whether it neither confirms nor denies («لا أستطيع أن أنفي أو أؤكد»)."""
    opening = bare_stems(claim.cue.text) + bare_stems(claim.content.text if claim.content else "")[: SHORT + 2]
    return has("confirming", opening) and has("denial", opening)


def is_denial(claim: Claim) -> bool:
    """Whether a statement calls another untrue, by its cue («نفى») or its first words («لا صحة لما قيل»).

    Who only says no («قال إنه لا يملك معلومات») states something.
    """
    if claim.stance != "deny" or is_refusal(claim):
        return False
    if claim.rule == BY_PEOPLE:
        return True
    opening = bare_stems(claim.content.text)[:SHORT] if claim.content else ()
    if names_denial(claim.cue.text, claim.rule):
        return True
    if not (claim.entity or claim.source):  # «التصريحات غير الصحيحة» is nobody's denial
        return False
    return has("falsity", opening) or has("denial", opening) or calls_untrue(claim) or not claim.content


def names_denial(cue: str, rule: str = "") -> bool:
    """Whether a cue is a word of denial, or of refusal, which denies where it meets an accusation; `rule` read it."""
    return (
        rule.rsplit("/", 1)[-1] in _denial_rules() or has("denial", bare_stems(cue)) or has("refusal", bare_stems(cue))
    )


def dismisses(words: tuple[str, ...]) -> bool:
    """Whether a content calls what was said before false («هذه الاتهامات بأنها باطلة»)."""
    if len(words) > SHORT:
        return has("allegation", words[:2]) and has("untrue", words[:SHORT])
    return has("allegation", words) and has("falsity", words)


def calls_untrue(claim: Claim) -> bool:
    """Whether a content begins with a report and calls it untrue («الأخبار التي وردت بشأن كذا غير صحيحة»)."""
    text = fold_key(claim.content.text) if claim.content else ""
    return has("allegation", content_words(text)[:2]) and any(phrase in text for phrase in _UNTRUE)


def is_bare(words: tuple[str, ...]) -> bool:
    """Whether a denial's content says nothing itself («ذلك», «هذه الادعاءات»)."""
    return (dismisses(words) and len(words) <= SHORT) or not without(("allegation", "pointing", "falsity"), words)
