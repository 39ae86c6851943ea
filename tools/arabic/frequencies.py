"""How often each lexeme is met: wordfreq's forms shared out among the lexemes that can be written so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from arabic.lexemes import Lexeme, lexeme_key
from musnad.lang.ar.orthography import fold_key

ROUNDS = 12
TRAINING_FOLDS = (1, 2, 3, 4)  # every fifth sentence of PUD is left for measuring
PASSIVE_SHARE = 0.06
DERIVED_SHARE = 0.03  # a verbal noun or participle keeps at least this of its letters' frequency
PUD_SHARE = 0.5  # PUD is small but sure: its counts weigh half as much as wordfreq's


def frequencies() -> dict[str, float]:
    """Frequency of each folded form in wordfreq's Arabic list."""
    import wordfreq

    folded: dict[str, float] = defaultdict(float)
    for form, share in wordfreq.get_frequency_dict("ar", wordlist="best").items():
        folded[fold_key(form)] += share
    return dict(folded)


def feminines() -> set[str]:
    """The folded forms that wordfreq writes with ة."""
    import wordfreq

    return {fold_key(form) for form in wordfreq.get_frequency_dict("ar", wordlist="best") if form.endswith("ة")}


def without_closed(frequent: dict[str, float], closed: Iterable[list[str]]) -> dict[str, float]:
    """`frequent` without the forms of closed classes, whose frequency is no noun's or verb's."""
    common = {fold_key(row[0]) for row in closed if int(row[3][-1]) > 4}
    return {form: share for form, share in frequent.items() if form not in common}


def observed(pud: Path) -> Counter[tuple[str, str]]:
    """How often each (part of speech, lexeme key) stands in the training part of PUD, as shares."""
    counts: Counter[tuple[str, str]] = Counter()
    for number, row in _rows(pud):
        if number % 5 in TRAINING_FOLDS and row[3] in ("NOUN", "VERB", "ADJ"):
            counts[row[3], lexeme_key(row[2])] += 1
    return counts


def estimate(lexemes: list[Lexeme], frequent: dict[str, float], seen: Counter[tuple[str, str]]) -> dict[str, float]:
    """Sets the weight of each lexeme, its share of running words, by expectation maximisation over its written forms.

    Returns the share of each inflection (part of speech + code) within its part of speech.
    """
    readings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, lexeme in enumerate(lexemes):
        for form, code in {(f.prefix + f.middle, f.code) for f in lexeme.forms if f.clitic != "1"}:
            if form in frequent:
                readings[form].append((index, lexeme.pos + code))
            if lexeme.pos != "VERB" and f"ال{form}" in frequent:
                readings[f"ال{form}"].append((index, lexeme.pos + code))
    weights = [1e-6] * len(lexemes)
    total = sum(seen.values()) or 1
    sure = [seen[lexeme.pos, lexeme_key(lexeme.lexeme)] / total * PUD_SHARE for lexeme in lexemes]
    codes: dict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(ROUNDS):
        weights, codes = _round(readings, frequent, weights, codes)
        weights = [weight + known for weight, known in zip(weights, sure, strict=True)]
    for lexeme, weight in zip(lexemes, weights, strict=True):
        least = DERIVED_SHARE * frequent.get(lexeme.lemma, 0.0) if lexeme.derived else 0.0
        lexeme.weight = max(weight, least)
    return dict(codes)


def _round(
    readings: dict[str, list[tuple[int, str]]],
    frequent: dict[str, float],
    weights: list[float],
    codes: dict[str, float],
) -> tuple[list[float], dict[str, float]]:
    fresh = [0.0] * len(weights)
    by_code: dict[str, float] = defaultdict(float)
    mass: dict[str, float] = defaultdict(float)
    for form, options in readings.items():
        scores = [weights[index] * codes[code] for index, code in options]
        whole = sum(scores) or 1.0
        for (index, code), score in zip(options, scores, strict=True):
            part = frequent[form] * score / whole
            fresh[index] += part
            by_code[code] += part
            mass[code[:-6]] += part
    return fresh, defaultdict(lambda: 1e-6, {code: _voiced(code, by_code) / mass[code[:-6]] for code in by_code})


def _voiced(code: str, by_code: dict[str, float]) -> float:
    """The part of a code; written forms can't tell the voices apart, so they share by a fixed ratio."""
    if not code.startswith("VERB"):
        return by_code[code]
    both = sum(by_code.get(f"{code[:-5]}{voice}{code[-4:]}", 0.0) for voice in "ap")
    return both * (PASSIVE_SHARE if code[-5] == "p" else 1 - PASSIVE_SHARE)


def inflections(pud: Path, shares: dict[str, float]) -> dict[str, float]:
    """`shares` with those of verbs taken mostly from PUD's training part, since wordfreq also counts talk."""
    counts: Counter[str] = Counter()
    for number, row in _rows(pud):
        has = dict(pair.split("=") for pair in row[5].split("|") if "=" in pair)
        if row[3] == "VERB" and number % 5 in TRAINING_FOLDS and "Aspect" in has and "Person" in has:
            person = has["Person"]
            gender = "-" if person == "1" else has.get("Gender", "Masc")[0].lower()
            voice = "p" if has.get("Voice") == "Pass" else "a"
            counts[
                f"VERB{'p' if has['Aspect'] == 'Perf' else 'i'}{voice}{person}{gender}{has['Number'][0].lower()}"
            ] += 1
    total = sum(counts.values()) or 1
    whole: Counter[str] = Counter()
    for code, share in shares.items():
        whole[code[:-1]] += share  # type: ignore[assignment]
    return {
        code: (0.85 * counts[code[:-1]] / total * share / whole[code[:-1]] + 0.15 * share)
        if code.startswith("VERB") and whole[code[:-1]]
        else share
        for code, share in shares.items()
    }


def _rows(pud: Path) -> Iterator[tuple[int, list[str]]]:
    number = -1
    with pud.open(encoding="utf-8") as stream:
        for line in stream:
            number += line.startswith("# sent_id")
            row = line.split("\t")
            if len(row) == 10:
                yield number, row
