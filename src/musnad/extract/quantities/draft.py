"""A quantity while it is put together, and the sentence that it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.extract.grammar.clitic_spans import behind_clitics
from musnad.extract.quantities.context import comparator_after, comparator_before, cue_words
from musnad.extract.reading import Reading
from musnad.lang.ar.numbers import Numeral
from musnad.lang.ar.tokens import Token
from musnad.model.quantity import Comparator


@dataclass(slots=True)
class Draft:
    """A quantity in the making, in tokens; `start` and `end` are offsets."""

    value: float
    first: int
    last: int
    start: int
    end: int
    unit: str
    kind: str = "t"
    comparator: Comparator = "="
    counted: tuple[int, int] | None = None
    approximate: bool = False
    rule: str = ""
    scaled: bool = False


@dataclass(slots=True, eq=False)
class Counting:
    """The sentence that is read, and what was counted before in it and in the one before."""

    reading: Reading
    tokens: list[Token]
    numbers: list[Numeral]
    before: Draft | None = None
    drafts: list[Draft] = field(default_factory=list)

    @property
    def previous(self) -> Draft | None:
        """The last quantity of the sentence, else of the sentence before."""
        return self.drafts[-1] if self.drafts else self.before


def new_draft(state: Counting, number: Numeral, last: int, unit: str, kind: str, rule: str) -> Draft:
    """The quantity of a number that reaches to token `last`, with the comparator around it."""
    tokens = state.tokens
    comparator, _ = comparator_before(tokens, number.first)
    if comparator == "=":
        comparator = comparator_after(tokens, last + 1) or "="
    if number.kind == "open" and comparator == "=":
        comparator = "~"
    start = behind_clitics(state.reading.text, tokens[number.first], number.skip)
    draft = Draft(number.value, number.first, last, start, tokens[last].end, unit, kind, comparator, rule=rule)
    draft.approximate, draft.scaled = number.kind == "open", number.scaled
    return draft


def closes(tokens: list[Token], at: int) -> bool:
    """Whether a phrase ends there."""
    return at >= len(tokens) or tokens[at].kind == "sign" or tokens[at].form in cue_words("particle")
