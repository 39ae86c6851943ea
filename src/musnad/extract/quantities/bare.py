"""Numbers without a noun after them: «من أصل 23», «30 منهم», «عددهم نحو 1500», «إصابة 30», «بين 700 و800 أسير»."""

from __future__ import annotations

from bisect import bisect_right

from musnad.extract.quantities.casualties import as_casualty
from musnad.extract.quantities.context import casualty_before, comparator_before, cue_words, is_cue
from musnad.extract.quantities.draft import Counting, Draft, closes, new_draft
from musnad.extract.quantities.money import currency_of
from musnad.extract.quantities.nouns import Noun, noun_at
from musnad.lang.ar.numbers import Numeral
from musnad.lang.ar.tokens import Token

COUNT_REACH = 9  # words between «عددهم», «حصيلة» and the number
_RANGE_SIGNS = ("و", "الي", "-", "او", "حتي")


def bare_number(state: Counting, number: Numeral) -> Draft | None:
    """A number alone: the unit stands before it, in a count, a range or the quantity told last."""
    tokens, after = state.tokens, number.last + 1
    if number.value < 2 and not number.scaled:
        return None
    if after < len(tokens) and is_cue(tokens[after].form, "among") and state.previous:
        draft = new_draft(state, number, after, state.previous.unit, state.previous.kind, "of-them")
        return as_casualty(state, draft if draft.kind == "p" else _person(draft, state.previous))
    _, place = comparator_before(tokens, number.first)
    before = tokens[place - 1].form if place else ""
    if before in ("عيار", "وعيار"):
        return new_draft(state, number, number.last, "mm", "m", "calibre")
    unit = _unit_of_next(state, number) or casualty_before(tokens, number.first, place - 2 if place > 1 else 0)
    if unit and not _noun_follows(tokens, after):
        return new_draft(state, number, number.last, unit, "t", "shared")
    if counted := _count_unit(state, number):
        return as_casualty(state, new_draft(state, number, number.last, counted.unit, counted.kind, "count"))
    return _like_previous(state, number, before, after)


def _person(draft: Draft, previous: Draft) -> Draft:
    """«30 منهم قتلوا»: one of those counted before, whoever they are."""
    if previous.kind in "pdi":
        draft.kind = "p"
    return draft


def _noun_follows(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].form.endswith("ا") and len(tokens[at].form) > 3


def _like_previous(state: Counting, number: Numeral, before: str, after: int) -> Draft | None:
    """«من أصل 23», «مقابل 99», «عن تسعة»: more or fewer of what was counted before."""
    previous = state.previous
    if previous is None or previous.kind == "c" or previous.unit == "percent":
        return None
    among = is_cue(before, "among")
    if not (among or before in cue_words("same") or (number.scaled and is_cue(before, "same"))):
        return None
    here = previous in state.drafts[-1:]
    if not (among or closes(state.tokens, after) or (before == "مقابل" and here)):
        return None
    if _noun_follows(state.tokens, after) or not (here or among or number.kind == "words"):
        return None
    return new_draft(state, number, number.last, previous.unit, previous.kind, "like-before")


def _unit_of_next(state: Counting, number: Numeral) -> str | None:
    """The unit of the number that a range goes on with («700 و800 أسير»)."""
    tokens = state.tokens
    after = bisect_right(state.numbers, number.last, key=lambda other: other.first)
    following = state.numbers[after] if after < len(state.numbers) else None
    if following is None or following.kind == "open":
        return None
    gap = [token.form for token in tokens[number.last + 1 : following.first]]
    if gap not in ([], *([sign] for sign in _RANGE_SIGNS)) or (not gap and not following.joined):
        return None
    found = noun_at(tokens, following.last + 1)
    if following.last + 1 < len(tokens) and tokens[following.last + 1].form == "%":
        return "percent"
    if found is None:
        return None
    unit = found.noun.unit
    return currency_of(unit[1:], state.reading) if unit[:1] == "$" else unit


def _count_unit(state: Counting, number: Numeral) -> Noun | None:
    """«البالغ عددهم نحو 1500», «عدد المشاركين تجاوز عشرة ملايين», «حصيلة الشهداء 32 ألفا»."""
    tokens, cue = state.tokens, None
    for back in range(1, COUNT_REACH + 1):
        at = number.first - back
        if at < 0 or tokens[at].form in (".", "؛") or (tokens[at].kind == "number" and back > 1):
            break
        if is_cue(tokens[at].form, "count"):
            cue = at
            if tokens[at].form.endswith(("عدد", "العدد", "عددهم", "عددها", "حصيله", "الحصيله", "حصيلته")):
                break
    if cue is None or not closes(tokens, number.last + 1):
        return None
    places = [*range(cue + 1, min(cue + 4, number.first)), *range(cue - 1, max(-1, cue - COUNT_REACH), -1)]
    someone: Noun | None = None
    for at in places:
        found = noun_at(tokens, at)
        if found and found.noun.number == "p" and found.noun.kind in "pdit":
            if found.noun.unit != "person":
                return found.noun
            someone = (
                someone or found.noun
            )  # «الجنود الفرنسيين البالغ عددهم …»: the noun may stand before the adjective
        elif someone:
            break
    return someone
