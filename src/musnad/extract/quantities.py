"""Layer quantities: numbers with their unit, the thing counted and the comparator."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.extract.clitic_spans import behind_clitics
from musnad.extract.quantities_context import (
    casualty_after,
    casualty_before,
    comparator_after,
    comparator_before,
    cue_words,
    is_cue,
    is_label,
)
from musnad.extract.quantities_money import currency_of
from musnad.extract.quantities_nouns import Found, Noun, noun_at, noun_with_pronoun, nouns
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.numbers import Numeral, numerals
from musnad.lang.ar.tokens import Token
from musnad.model import Quantity, Span
from musnad.model.quantity import Comparator

COUNT_REACH = 9  # words between «عددهم», «حصيلة» and the number
NOUN_REACH = 4  # words between a plural and the «الـ73» that counts it
ITEM = "item"  # the unit of things that the lexicon does not know
_RANGE_SIGNS = ("و", "الي", "-", "او", "حتي")
_SIGNS_OF_MONEY = {"$": "USD", "€": "EUR", "£": "GBP"}
_PARTICLES = frozenset(
    ["في", "من", "الي", "علي", "عن", "ان", "او", "ثم", "قد", "لم", "لن", "لا", "ما", "هو", "هي", "هم", "كما", "بعد", "قبل", "منذ", "خلال", "مع", "بين", "ضد", "لدي", "عند", "حتي", "كل", "غير", "حيث", "اذ", "اذا", "التي", "الذي", "الذين", "وفي", "ومن", "والي", "وعلي", "وقد", "وان", "كان", "كانت", "وكان", "وكانت", "فيما", "بينما", "حين", "عندما", "ايضا", "فقط", "هذا", "هذه", "ذلك", "تلك"]
)


@dataclass(slots=True)
class _Draft:
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


@dataclass(slots=True, eq=False)
class _Sentence:
    """The sentence that is read, and what was counted before in it and in the one before."""

    reading: Reading
    tokens: list[Token]
    numbers: list[Numeral]
    before: _Draft | None = None
    drafts: list[_Draft] = field(default_factory=list)

    @property
    def previous(self) -> _Draft | None:
        """The last quantity of the sentence, else of the sentence before."""
        return self.drafts[-1] if self.drafts else self.before


def read_quantities(reading: Reading) -> None:
    """Fills `reading.quantities` and the quantities of each sentence."""
    before: _Draft | None = None
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


def _sentence_drafts(reading: Reading, sentence: SentenceReading, before: _Draft | None) -> list[_Draft]:
    tokens = sentence.tokens
    numbers = [n for n in numerals(tokens) if n.kind != "ordinal" and not _in_time(tokens, n, sentence)]
    duals = [at for at, token in enumerate(tokens) if token.form in _dual_forms()]
    if not numbers and not duals:
        return []
    state = _Sentence(reading, tokens, numbers, before)
    taken: set[int] = set()
    starts = sorted(
        [(number.first, 0, number) for number in numbers] + [(at, 1, None) for at in duals], key=lambda row: row[:2]
    )
    for at, _, number in starts:
        if at in taken:
            continue
        draft = _dual(state, at) if number is None else _numbered(state, number)
        if draft and not any(draft.start < other.end and other.start < draft.end for other in state.drafts):
            state.drafts.append(draft)
            taken.update(range(draft.first, draft.last + 1))
    _share_ranges(state)
    return state.drafts


def _dual_forms() -> frozenset[str]:
    global _DUALS
    if _DUALS is None:
        _DUALS = frozenset(
            head for head, places in nouns().items() if any(n.number == "d" and n.dual_counts for _, n in places)
        )
    return _DUALS


_DUALS: frozenset[str] | None = None


def _in_time(tokens: list[Token], number: Numeral, sentence: SentenceReading) -> bool:
    start, end = tokens[number.first].start, tokens[number.last].end
    return any(time.start < end and start < time.end for time in sentence.times)


def _numbered(state: _Sentence, number: Numeral) -> _Draft | None:
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
    return _definite(state, number) or _bare(state, number) or _unknown_noun(state, number)


def _draft(state: _Sentence, number: Numeral, last: int, unit: str, kind: str, rule: str) -> _Draft:
    tokens = state.tokens
    comparator, _ = comparator_before(tokens, number.first)
    if comparator == "=":
        comparator = comparator_after(tokens, last + 1) or "="
    if number.kind == "open" and comparator == "=":
        comparator = "~"
    start = behind_clitics(state.reading.text, tokens[number.first], number.skip)
    draft = _Draft(number.value, number.first, last, start, tokens[last].end, unit, kind, comparator, rule=rule)
    draft.approximate = number.kind == "open"
    return draft


def _signed(state: _Sentence, number: Numeral, after: int) -> _Draft | None:
    """Percent and money by their signs."""
    tokens = state.tokens
    sign = tokens[after].form if after < len(tokens) else ""
    before = tokens[number.first - 1] if number.first else None
    if sign == "%":
        return _with_of(state, _draft(state, number, after, "percent", "m", "percent"), after + 1)
    if sign in _SIGNS_OF_MONEY:
        return _draft(state, number, after, _SIGNS_OF_MONEY[sign], "c", "money-sign")
    if before and before.end == tokens[number.first].start and before.form in ("%", *_SIGNS_OF_MONEY):
        unit = _SIGNS_OF_MONEY.get(before.form, "percent")
        draft = _draft(state, number, number.last, unit, "m" if unit == "percent" else "c", "sign-before")
        draft.start = before.start
        return draft
    return None


def _with_of(state: _Sentence, draft: _Draft, at: int) -> _Draft:
    """«60% من كهربائها»: what the share is of."""
    tokens = state.tokens
    if at + 1 < len(tokens) and tokens[at].form == "من" and tokens[at + 1].kind == "word":
        draft.counted = (at + 1, at + 1)
    return draft


def _counted(state: _Sentence, number: Numeral, found: Found, last: int) -> _Draft:
    noun = found.noun
    unit = currency_of(noun.unit[1:], state.reading) if noun.unit[:1] == "$" else noun.unit
    draft = _draft(state, number, last, unit, noun.kind, "counted")
    if noun.kind in "mc":
        return _with_of(state, draft, found.last + 1)
    draft.counted = (found.first, found.last)
    return _casualty(state, draft)


def _casualty(state: _Sentence, draft: _Draft) -> _Draft:
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


def _partitive(tokens: list[Token], at: int) -> Found | None:
    """«ثلاثة من عناصر الشرطة», «خمسة من ركابها»."""
    found = noun_at(tokens, at)
    if found and found.noun.number == "p" and found.noun.kind in "pdit":
        return found
    return noun_with_pronoun(tokens, at)


def _open(state: _Sentence, number: Numeral) -> _Draft | None:
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
    return _casualty(state, _draft(state, number, number.last, "person", "p", "open"))


def _definite(state: _Sentence, number: Numeral) -> _Draft | None:
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
    draft = _draft(state, number, number.last, found.noun.unit, found.noun.kind, "definite")
    draft.first, draft.start = found.first, tokens[found.first].start
    draft.counted = (found.first, found.last)
    return draft if not any(other.end > draft.start for other in state.drafts) else None


def _noun_ending(tokens: list[Token], at: int) -> Found | None:
    """The noun that ends at a token, of one or two words."""
    for first in (at - 1, at):
        found = noun_at(tokens, first) if first >= 0 else None
        if found and found.last == at:
            return found
    return noun_with_pronoun(tokens, at)


def _with_article(state: _Sentence, number: Numeral) -> _Draft | None:
    tokens = state.tokens
    for back in range(2, NOUN_REACH + 2):
        at = number.first - back
        if at < 0 or tokens[at].kind in ("sign", "number"):
            return None
        found = noun_at(tokens, at) or noun_with_pronoun(tokens, at)
        if found and found.noun.number == "p":
            draft = _draft(state, number, number.last, found.noun.unit, found.noun.kind, "definite")
            draft.counted = (found.first, found.last)
            return _casualty(state, draft)
    return None


def _bare(state: _Sentence, number: Numeral) -> _Draft | None:
    """A number alone: the unit stands before it, in a count, a range or the quantity told last."""
    tokens, after = state.tokens, number.last + 1
    if number.value < 2 and not number.scaled:
        return None
    if after < len(tokens) and is_cue(tokens[after].form, "among") and state.previous:
        draft = _draft(state, number, after, state.previous.unit, state.previous.kind, "of-them")
        return _casualty(state, draft if draft.kind == "p" else _person(draft, state.previous))
    _, place = comparator_before(tokens, number.first)
    before = tokens[place - 1].form if place else ""
    if before in ("عيار", "وعيار"):
        return _draft(state, number, number.last, "mm", "m", "calibre")
    unit = _unit_of_next(state, number) or casualty_before(tokens, number.first, place - 2 if place > 1 else 0)
    if unit and not _noun_follows(tokens, after):
        return _draft(state, number, number.last, unit, "t", "shared")
    if counted := _count_unit(state, number):
        return _casualty(state, _draft(state, number, number.last, counted.unit, counted.kind, "count"))
    return _like_previous(state, number, before, after)


def _person(draft: _Draft, previous: _Draft) -> _Draft:
    """«30 منهم قتلوا»: one of those counted before, whoever they are."""
    if previous.kind in "pdi":
        draft.kind = "p"
    return draft


def _noun_follows(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].form.endswith("ا") and len(tokens[at].form) > 3


def _like_previous(state: _Sentence, number: Numeral, before: str, after: int) -> _Draft | None:
    previous = state.previous
    if previous is None or previous.kind == "c" or previous.unit == "percent":
        return None
    if not (is_cue(before, "among") or before in cue_words("same") or (number.scaled and is_cue(before, "same"))):
        if not (
            number.kind == "words"
            and _closes(state.tokens, after)
            and number.value > 2
            and previous in state.drafts
            and before in ("سقط", "و", "")
        ):
            return None
    closed = _closes(state.tokens, after)
    if not (closed or is_cue(before, "among") or (before == "مقابل" and previous in state.drafts)):
        return None
    if _noun_follows(state.tokens, after) or (
        previous not in state.drafts and not is_cue(before, "among") and number.kind == "digits"
    ):
        return None
    unit, kind = previous.unit, previous.kind
    return _draft(state, number, number.last, unit, kind, "like-before")


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether a phrase ends there."""
    return at >= len(tokens) or tokens[at].kind == "sign" or tokens[at].form in _PARTICLES


def _unit_of_next(state: _Sentence, number: Numeral) -> str | None:
    """The unit of the number that a range goes on with («700 و800 أسير»)."""
    tokens = state.tokens
    following = next((other for other in state.numbers if other.first > number.last), None)
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


def _count_unit(state: _Sentence, number: Numeral) -> Noun | None:
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
    if cue is None or not _closes(tokens, number.last + 1):
        return None
    places = [*range(cue + 1, min(cue + 4, number.first)), *range(cue - 1, max(-1, cue - COUNT_REACH), -1)]
    for at in places:
        found = noun_at(tokens, at)
        if found and found.noun.number == "p" and found.noun.kind in "pdit":
            return found.noun
    return None


def _unknown_noun(state: _Sentence, number: Numeral) -> _Draft | None:
    """A thing that the lexicon does not know, where grammar tells that it is counted."""
    tokens, at = state.tokens, number.last + 1
    if at >= len(tokens) or tokens[at].kind != "word" or number.definite or number.value < 2:
        return None
    form, rest = tokens[at].form, number.value % 100
    if len(form) < 4 or form in _PARTICLES or form[:2] == "ال" or form[:1] in "وف":
        return None
    if not (11 <= rest <= 99 and form.endswith("ا")):
        return None
    draft = _draft(state, number, at, ITEM, "t", "unknown-noun")
    draft.counted = (at, at)
    return draft


def _dual(state: _Sentence, at: int) -> _Draft | None:
    """«صاروخين», «مرتين»: a dual without article counts two."""
    tokens = state.tokens
    found = noun_at(tokens, at)
    if (
        found is None
        or found.noun.number != "d"
        or not found.noun.dual_counts
        or (at and tokens[at - 1].form in ("كل", "احد", "احدي", "كلا", "كلتا"))
    ):
        return None
    written = tokens[at].form
    skip = next((length for length in (0, 1, 2) if _is_bare_dual(written[length:])), 0)
    number = Numeral(2.0, at, at, skip)
    draft = _draft(state, number, found.last, found.noun.unit, found.noun.kind, "dual")
    draft.counted = (found.first, found.last)
    return _casualty(state, draft)


def _is_bare_dual(form: str) -> bool:
    return (
        any(noun.number == "d" and form[-2:] in ("ين", "ان") for _, noun in nouns().get(form, ()))
        and form[:1] not in ""
        and not any(
            form[length:] in nouns() and any(n.number == "d" for _, n in nouns()[form[length:]]) for length in (1, 2)
        )
    )


def _share_ranges(state: _Sentence) -> None:
    """«بين 700 و800 أسير»: at least the first and at most the second."""
    for first, second in zip(state.drafts, state.drafts[1:], strict=False):
        gap = [token.form for token in state.tokens[first.last + 1 : second.first]]
        before = state.tokens[first.first - 1].form if first.first else ""
        joined = (
            (gap in (["و"], [])
            and before in ("بين", "وبين", "مابين"))
            or (gap in (["الي"], ["-"])
            and first.rule == "shared")
        )
        if joined and first.unit == second.unit:
            first.comparator, second.comparator = ">", "<"
            if second.value >= 1000 > first.value and second.value / first.value > 400:
                scale = 10 ** (3 * (len(str(int(second.value / first.value))) // 3))
                first.value *= scale if first.value * scale < second.value else 1


def _quantity(reading: Reading, tokens: list[Token], draft: _Draft, number: int) -> Quantity:
    counted = None
    if draft.counted:
        counted = Span.of(reading.text, tokens[draft.counted[0]].start, tokens[draft.counted[1]].end)
    return Quantity(
        id=f"q{number + 1}",
        start=draft.start,
        end=draft.end,
        text=reading.text[draft.start : draft.end],
        value=draft.value,
        unit=draft.unit,
        comparator=draft.comparator,
        of=counted.text if counted else "",
        counted=counted,
        approximate=draft.approximate,
        rule=f"quantity-{draft.rule}",
    )
