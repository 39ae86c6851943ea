"""What stands around a number: comparators, the dead and the injured, labels that are no counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.model.quantity import Comparator
from musnad.resources import load_tsv, package_path

LONGEST_PHRASE = 4
VERB_REACH = 4  # words between «تجاوزت» and its number: «تجاوزت حصيلة الشهداء 32 ألفا»
AFTER_REACH = 4  # words between a number and «على الأقل»
CASUALTY_REACH = {"noun": 4, "verb": 7}  # words between «مقتل», «قتل» and the number of their victims
CASUALTY_AFTER = 5  # words between the number and «مصرعهم»
_NEGATIONS = frozenset(("لم", "لا", "لن", "ولم", "ولا", "ولن", "الا"))
_STOPS = frozenset((".", "؟", "!", "؛", ";"))


@cache
def _cues() -> dict[str, dict[tuple[str, ...], str]]:
    """The phrases of cues.tsv by what they tell: comparators before and after, and sets of single words."""
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for row in load_tsv(package_path("extract", "data", "quantities", "cues.tsv")):
        sense = row[1]
        group = "after" if sense.startswith("after") else "before" if sense in "<>~" else sense
        table.setdefault(group, {})[tuple(fold_key(row[0]).split(" "))] = (
            sense[-1] if group in ("after", "before") else sense
        )
    return table


@cache
def cue_words(sense: str) -> frozenset[str]:
    """The single folded words of one sense."""
    return frozenset(phrase[0] for phrase in _cues().get(sense, {}) if len(phrase) == 1)


@cache
def cue_stems(sense: str) -> tuple[str, ...]:
    """The same as a tuple of beginnings of words."""
    return tuple(sorted(cue_words(sense)))


def is_cue(form: str, sense: str) -> bool:
    """Whether a form, bare or behind و ف ب ل, has that sense."""
    words = cue_words(sense)
    if form in words or (form[:1] in "وفبل" and form[1:] in words):
        return True
    return form[:2] in ("وب", "ول") and form[2:] in words


_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")


@cache
def _before() -> tuple[frozenset[str], dict[tuple[str, ...], Comparator]]:
    """The last words of the comparators, and the comparators with every clitic before their first word."""
    table: dict[tuple[str, ...], Comparator] = {}
    for phrase, sense in _cues()["before"].items():
        for clitic in _CLITICS:
            table.setdefault((clitic + phrase[0], *phrase[1:]), sense)  # type: ignore[arg-type]
    return frozenset(phrase[-1] for phrase in table), table


@cache
def _verbs() -> dict[str, Comparator]:
    return {phrase[0]: sense for phrase, sense in _before()[1].items() if len(phrase) == 1 and _is_verb(phrase[0])}


def comparator_before(tokens: Sequence[Token], at: int) -> tuple[Comparator, int]:
    """The comparator of a number that begins at token `at`, and its first token; `=` and `at` if there is none."""
    ends, phrases = _before()
    if at and tokens[at - 1].form in ends:
        for length in range(min(LONGEST_PHRASE, at), 0, -1):
            sense = phrases.get(tuple(token.form for token in tokens[at - length : at]))
            if sense is not None:
                return sense, at - length
    return _verb_before(tokens, at), at


def _verb_before(tokens: Sequence[Token], at: int) -> Comparator:
    """«تجاوزت حصيلة الشهداء 32 ألفا»: the verb stands before its subject."""
    verbs = _verbs()
    for back in range(2, VERB_REACH + 1):
        if at - back < 0 or tokens[at - back].form in _STOPS or tokens[at - back].kind == "number":
            break
        sense = verbs.get(tokens[at - back].form)
        if sense is not None:
            negated = at - back > 0 and tokens[at - back - 1].form in _NEGATIONS
            return "<" if negated else sense
    return "="


def _is_verb(word: str) -> bool:
    stems = cue_stems("verb")
    return word.startswith(stems) or word[1:].startswith(stems)


def comparator_after(tokens: Sequence[Token], at: int) -> Comparator | None:
    """The comparator in the words after a number that ends before token `at` («على الأقل»)."""
    phrases = _cues()["after"]
    heads = {phrase[0] for phrase in phrases}
    for start in range(at, min(at + AFTER_REACH, len(tokens))):
        if tokens[start].kind in ("number", "sign") and tokens[start].form not in ("(", '"', "%"):
            return None
        if tokens[start].form in heads:
            for length in (3, 2, 1):
                sense = phrases.get(tuple(token.form for token in tokens[start : start + length]))
                if sense is not None:
                    return sense  # type: ignore[return-value]
    return None


def casualty_before(tokens: Sequence[Token], at: int, floor: int) -> str | None:
    """`death` or `injury` where a cue stands shortly before token `at`, not before `floor`; None otherwise."""
    for back in range(1, CASUALTY_REACH["verb"] + 1):
        place = at - back
        if place < floor or tokens[place].form in _STOPS:
            return None
        for sense in ("death", "injury"):
            if is_cue(tokens[place].form, sense):
                reach = CASUALTY_REACH["verb" if _is_casualty_verb(tokens[place].form) else "noun"]
                return sense if back <= reach else None
    return None


def _is_casualty_verb(form: str) -> bool:
    verb = any(word in form for word in ("قتل", "اصيب", "استشهد", "توف", "جرح"))
    return verb and not form.endswith(("مقتل", "قتلي", "جرحي"))


def casualty_after(tokens: Sequence[Token], at: int) -> str | None:
    """`death` or `injury` for «30 منهم قتلوا», «لقي 27 شخصا على الأقل مصرعهم»."""
    for place in range(at, min(at + CASUALTY_AFTER, len(tokens))):
        form = tokens[place].form
        if form in _STOPS or form == "،" or tokens[place].kind == "number":
            return None
        for sense in ("death", "injury"):
            if form in cue_words(f"{sense}-after") and (place < at + 2 or form.startswith(("مصرع", "حتف", "جروح"))):
                return sense
    return None


def is_label(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at token `at` names something («القرار 2728», «اف-16», «مجموعة السبع») and counts nothing."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.form == "-" and before.end == tokens[at].start and at > 1 and tokens[at - 2].end == before.start:
        return tokens[at - 2].kind != "number"
    if before.kind == "latin" and before.end == tokens[at].start:
        return True
    return is_cue(before.form, "label")
