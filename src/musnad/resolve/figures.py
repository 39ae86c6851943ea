"""The figures of one document that can be lined up with those of others."""

from __future__ import annotations

from collections import Counter

from musnad.model import Claim, Quantity
from musnad.model.story import Figure
from musnad.resolve.dates import published_day
from musnad.resolve.nodes import EventNode, FigureNode
from musnad.resolve.parties import distinct
from musnad.resolve.refs import FIGURE, STATEMENT, ref, span_ref
from musnad.resolve.reports import block_parties
from musnad.resolve.setting import Setting
from musnad.resolve.words import content_words, topic

# measures that say what a thing is like and not how much of it there is
KEY_WORDS = 4  # long words of what is counted, else of the sentence, that serve as keys
_SKIPPED_UNITS = frozenset({"mm", "cm", "year", "hour", "day", "minute", "time", "century", ""})


def figure_nodes(setting: Setting, events: tuple[EventNode, ...]) -> tuple[FigureNode, ...]:
    """One node for each quantity that counts something, in order of text."""
    seen: Counter[str] = Counter()
    nodes = []
    for quantity in setting.annotation.quantities:
        if quantity.unit in _SKIPPED_UNITS:
            continue
        own = ref(FIGURE, setting.document.id, quantity.start, quantity.end)
        nodes.append(_node(setting, quantity, own if not seen[own] else f"{own}{seen[own]}", events))
        seen[own] += 1
    return tuple(nodes)


def _node(setting: Setting, quantity: Quantity, own: str, events: tuple[EventNode, ...]) -> FigureNode:
    from musnad.model import Span

    place = setting.place(Span(start=quantity.start, end=quantity.end, text=quantity.text))
    start, end = place.sentence.start, place.sentence.end
    near = [event for event in events if start <= event.report.place.span.start < end]
    claim = _claim(setting, quantity)
    parties = tuple(sorted({setting.party_of(mention.entity) for mention in setting.mentions(start, end)}))
    words = setting.words(start, end)
    counted = content_words(quantity.of)
    about = (
        topic(counted or content_words(quantity.text))
        or topic(content_words(quantity.unit))
        or _unit_topic(quantity.unit)
    )
    figure = Figure(
        id=own,
        record=quantity.id,
        place=place,
        value=quantity.value,
        unit=quantity.unit,
        comparator=quantity.comparator,
        approximate=quantity.approximate,
        of=quantity.of,
        voice=setting.voice(claim) if claim else None,
        claim=span_ref(STATEMENT, setting.document.id, claim.cue) if claim else None,
        events=tuple(event.id for event in near),
        entities=distinct(setting.merged(mention.entity) for mention in setting.mentions(start, end)),
        origin=setting.origin(claim),
    )
    sides = sorted({party for event in near for party in block_parties(event.block)} | set(parties))[:6]
    return FigureNode(
        figure=figure,
        document=setting.document.id,
        keys=_keys(quantity.unit, own_document=setting.document.id, sides=sides, words=counted or words),
        day=published_day(place.published),
        topic=about,
        parties=tuple(sides),
        counted=counted,
        words=words,
    )


def _keys(unit: str, own_document: str, sides: list[str], words: tuple[str, ...]) -> tuple[str, ...]:
    """What two figures for one thing share: unit, a party and a word; within an article the unit."""
    long = sorted(words, key=lambda each: (-len(each), each))[:KEY_WORDS]
    shared = (f"{unit}:{party}:{each}" for party in sides or [""] for each in long)
    return (*shared, f"{unit}:{own_document}")


def _unit_topic(unit: str) -> str:
    return "money" if len(unit) == 3 and unit.isupper() else unit


def _claim(setting: Setting, quantity: Quantity) -> Claim | None:
    """The innermost statement whose content holds the quantity."""
    holding = [
        claim
        for claim in setting.annotation.claims
        if claim.content and claim.content.start <= quantity.start and quantity.end <= claim.content.end
    ]
    return min(holding, key=lambda claim: claim.content.end - claim.content.start if claim.content else 0, default=None)
