"""Layer quantities: numbers with their unit, the thing counted and the comparator."""

from __future__ import annotations

from bisect import bisect_left

from musnad.extract.grammar.clitic_spans import with_marks
from musnad.extract.quantities.draft import Counting, Draft
from musnad.extract.quantities.nouns import dual_forms
from musnad.extract.quantities.units import dual, numbered
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.numbers import Numeral, numerals
from musnad.lang.ar.tokens import Token
from musnad.model import Quantity, Span

_SCALES = (1e12, 1e9, 1e6, 1e3)


def read_quantities(reading: Reading) -> None:
    """Fills `reading.quantities` and the quantities of each sentence."""
    before: Draft | None = None
    article = -1
    for sentence in reading.read_sentences():
        before = before if sentence.article == article else None
        article = sentence.article
        drafts = _sentence_drafts(reading, sentence, before)
        sentence.quantities = [
            _quantity(reading, sentence.tokens, draft, len(reading.quantities) + at) for at, draft in enumerate(drafts)
        ]
        reading.quantities.extend(sentence.quantities)
        before = drafts[-1] if drafts else None


def _sentence_drafts(reading: Reading, sentence: SentenceReading, before: Draft | None) -> list[Draft]:
    tokens = sentence.tokens
    numbers = [n for n in numerals(tokens) if n.kind != "ordinal" and not _in_time(tokens, n, sentence)]
    duals = [at for at, token in enumerate(tokens) if token.form in dual_forms()]
    if not numbers and not duals:
        return []
    state = Counting(reading, tokens, numbers, before)
    taken: set[int] = set()
    starts = sorted(
        [(number.first, 0, number) for number in numbers] + [(at, 1, None) for at in duals], key=lambda row: row[:2]
    )
    for at, _, number in starts:
        if at in taken:
            continue
        draft = dual(state, at) if number is None else numbered(state, number)
        if draft and not any(draft.start < other.end and other.start < draft.end for other in state.drafts[-2:]):
            state.drafts.append(draft)
            taken.update(range(draft.first, draft.last + 1))
    _share_ranges(state)
    return state.drafts


def _in_time(tokens: list[Token], number: Numeral, sentence: SentenceReading) -> bool:
    start, end = tokens[number.first].start, tokens[number.last].end
    at = bisect_left(sentence.times, end, key=lambda time: time.start)
    return any(start < time.end for time in sentence.times[max(0, at - 2) : at])


def _share_ranges(state: Counting) -> None:
    """«بين 700 و800 أسير»: at least the first and at most the second."""
    for first, second in zip(state.drafts, state.drafts[1:], strict=False):
        gap = [token.form for token in state.tokens[first.last + 1 : second.first]]
        before = state.tokens[first.first - 1].form if first.first else ""
        joined = (gap in (["و"], []) and before in ("بين", "وبين", "مابين")) or (
            gap in (["الي"], ["-"]) and first.rule == "shared"
        )
        if joined and first.unit == second.unit:
            first.comparator, second.comparator = ">", "<"
            if second.scaled and not first.scaled:  # «بين 3 و5 آلاف»
                scale = next((scale for scale in _SCALES if second.value >= scale), 1.0)
                first.value *= scale if first.value < second.value / scale else 1


def _quantity(reading: Reading, tokens: list[Token], draft: Draft, number: int) -> Quantity:
    counted, end = None, with_marks(reading.text, draft.end)
    if draft.counted:
        counted = Span.of(
            reading.text, tokens[draft.counted[0]].start, with_marks(reading.text, tokens[draft.counted[1]].end)
        )
    return Quantity(
        id=f"q{number + 1}",
        start=draft.start,
        end=end,
        text=reading.text[draft.start : end],
        value=draft.value,
        unit=draft.unit,
        comparator=draft.comparator,
        of=counted.text if counted else "",
        counted=counted,
        approximate=draft.approximate,
        rule=f"quantity-{draft.rule}",
    )
