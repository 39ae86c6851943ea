"""What a number counts: the noun, measure or currency beside it, people killed or injured, open plurals and duals."""

from __future__ import annotations

from musnad.extract.quantities.bare import bare_number
from musnad.extract.quantities.casualties import as_casualty
from musnad.extract.quantities.context import cue_words, is_label
from musnad.extract.quantities.draft import Counting, Draft, new_draft
from musnad.extract.quantities.money import currency_of
from musnad.extract.quantities.nouns import Found, noun_at, noun_with_pronoun
from musnad.lang.ar.numbers import Numeral
from musnad.lang.ar.tokens import Token

NOUN_REACH = 4  # words between a plural and the «الـ73» that counts it
ITEM = "item"  # the unit of things that the lexicon does not know
_SIGNS_OF_MONEY = {"$": "USD", "€": "EUR", "£": "GBP"}


def numbered(state: Counting, number: Numeral) -> Draft | None:
    """The quantity of one number; None where it counts nothing or nothing that is known."""
    tokens = state.tokens
    if is_label(tokens, number.first):
        return None
    if number.kind == "open":
        return _open(state, number)
    after = number.last + 1
    signed = _signed(state, number, after)
    if signed:
        return signed
    found = noun_at(tokens, after)
    if found and not (found.noun.definite and not number.scaled):
        return _counted(state, number, found, found.last)
    if after + 1 < len(tokens) and tokens[after].form == "من" and (of := _partitive(tokens, after + 1)):
        return _counted(state, number, of, number.last)
    return _definite(state, number) or bare_number(state, number) or _unknown_noun(state, number)


def _signed(state: Counting, number: Numeral, after: int) -> Draft | None:
    """Percent and money by their signs."""
    tokens = state.tokens
    sign = tokens[after].form if after < len(tokens) else ""
    before = tokens[number.first - 1] if number.first else None
    if sign == "%":
        return _with_of(state, new_draft(state, number, after, "percent", "m", "percent"), after + 1)
    if sign in _SIGNS_OF_MONEY:
        return new_draft(state, number, after, _SIGNS_OF_MONEY[sign], "c", "money-sign")
    if before and before.end == tokens[number.first].start and before.form in ("%", *_SIGNS_OF_MONEY):
        unit = _SIGNS_OF_MONEY.get(before.form, "percent")
        draft = new_draft(state, number, number.last, unit, "m" if unit == "percent" else "c", "sign-before")
        draft.start = before.start
        return draft
    return None


def _with_of(state: Counting, draft: Draft, at: int) -> Draft:
    """«60% من كهربائها»: what the share is of."""
    tokens = state.tokens
    if at + 1 < len(tokens) and tokens[at].form == "من" and tokens[at + 1].kind == "word":
        draft.counted = (at + 1, at + 1)
    return draft


def _counted(state: Counting, number: Numeral, found: Found, last: int) -> Draft:
    noun = found.noun
    unit = currency_of(noun.unit[1:], state.reading) if noun.unit[:1] == "$" else noun.unit
    draft = new_draft(state, number, last, unit, noun.kind, "counted")
    if noun.kind in "mc":
        return _with_of(state, draft, found.last + 1)
    draft.counted = (found.first, found.last)
    return as_casualty(state, draft)


def _partitive(tokens: list[Token], at: int) -> Found | None:
    """«ثلاثة من عناصر الشرطة», «خمسة من ركابها»."""
    found = noun_at(tokens, at)
    if found and found.noun.number == "p" and found.noun.kind in "pdit":
        return found
    return noun_with_pronoun(tokens, at)


def _open(state: Counting, number: Numeral) -> Draft | None:
    """«آلاف الحاويات», «العشرات من المتظاهرين», «الملايين»."""
    tokens, after = state.tokens, number.last + 1
    place = after + 1 if after < len(tokens) and tokens[after].form == "من" else after
    found = noun_at(tokens, place)
    if found and found.noun.number != "d":
        return _counted(state, number, found, found.last if place == after else number.last)
    written = tokens[number.last].form
    if not (number.definite or written.startswith(("ال", "وال", "لل", "بال"))):
        return None
    following = tokens[after] if after < len(tokens) else None
    if following and following.form.startswith("ال") and len(following.form) > 4 and not number.definite:
        return None
    return as_casualty(state, new_draft(state, number, number.last, "person", "p", "open"))


def _definite(state: Counting, number: Numeral) -> Draft | None:
    """«الدول الثلاث», «ركابها السبعة», «قنبلة واحدة», «نواب الكتلة الـ73»."""
    tokens, first = state.tokens, number.first
    if first == 0:
        return None
    if number.kind == "digits":
        return _with_article(state, number) if tokens[first - 1].form in ("ال", "وال", "لل") else None
    single = number.value == 1 and number.first == number.last
    if not (number.definite or single) or number.value > 99 or number.skip:
        return None
    found = _noun_ending(tokens, first - 1)
    if found is None or (single and (found.noun.number != "s" or found.noun.definite)):
        return None
    if not single and not (found.noun.definite or found.noun.number == "p"):
        return None
    draft = new_draft(state, number, number.last, found.noun.unit, found.noun.kind, "definite")
    draft.first, draft.start = found.first, tokens[found.first].start
    draft.counted = (found.first, found.last)
    return draft if not any(other.end > draft.start for other in state.drafts[-2:]) else None


def _noun_ending(tokens: list[Token], at: int) -> Found | None:
    """The noun that ends at a token, of one or two words."""
    for first in (at - 1, at):
        found = noun_at(tokens, first) if first >= 0 else None
        if found and found.last == at:
            return found
    return noun_with_pronoun(tokens, at)


def _with_article(state: Counting, number: Numeral) -> Draft | None:
    tokens = state.tokens
    for back in range(2, NOUN_REACH + 2):
        at = number.first - back
        if at < 0 or tokens[at].kind in ("sign", "number"):
            return None
        found = noun_at(tokens, at) or noun_with_pronoun(tokens, at)
        if found and found.noun.number == "p":
            draft = new_draft(state, number, number.last, found.noun.unit, found.noun.kind, "definite")
            draft.counted = (found.first, found.last)
            return as_casualty(state, draft)
    return None


def _unknown_noun(state: Counting, number: Numeral) -> Draft | None:
    """A thing that the lexicon does not know, where grammar tells that it is counted."""
    tokens, at = state.tokens, number.last + 1
    if at >= len(tokens) or tokens[at].kind != "word" or number.definite or number.value < 2:
        return None
    form, rest = tokens[at].form, number.value % 100
    if len(form) < 4 or form in cue_words("particle") or form[:2] == "ال" or form[:1] in "وف":
        return None
    if not (11 <= rest <= 99 and form.endswith("ا")):
        return None
    draft = new_draft(state, number, at, ITEM, "t", "unknown-noun")
    draft.counted = (at, at)
    return draft


def dual(state: Counting, at: int) -> Draft | None:
    """«صاروخين», «مرتين»: a dual without article counts two."""
    tokens = state.tokens
    found = noun_at(tokens, at)
    if found is None or found.noun.number != "d" or not found.noun.dual_counts:
        return None
    if at and tokens[at - 1].form in cue_words("both"):
        return None
    number = Numeral(2.0, at, at, found.noun.skip)
    draft = new_draft(state, number, found.last, found.noun.unit, found.noun.kind, "dual")
    draft.counted = (found.first, found.last)
    return as_casualty(state, draft)
