"""Verbal nouns and participles that follow by rule from a verb's written form, where the dictionary lacks them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from arabic.lexemes import Lexeme, written_arabic

LEAST = 2e-8  # share of running words that a derived word must have to be added to the dictionary


def masdars(verb: Lexeme) -> Iterator[str]:
    """The written verbal nouns that are regular for the verb's pattern (none for form I)."""
    v, pattern = verb.lemma, verb.pattern
    weak, last = v.endswith("ي"), v[-1:]
    doubled = "\u0651" in verb.lexeme[-1:]
    if pattern == "1a2~a3" and len(v) == 3:
        yield f"ت{v[:2]}يه" if weak or last == "ا" else f"ت{v[:2]}ي{last}"
        if last == "ا":
            yield f"ت{v[:2]}يء"
    elif pattern == "1A2a3" and v[1:2] == "ا":
        yield f"م{v[:-1]}اه" if weak else f"م{v}ه"
        if len(v) == 4 and not weak:
            yield f"{v[0]}{v[2]}ا{last}"
    elif pattern == ">a1o2a3":
        yield from _fourth(v, weak, doubled)
    elif pattern in ("ta1a2~3", "ta1a2~a3", "ta1A2a3", "ta1a2o3a4"):
        yield v[:-1] + "ؤ" if last == "ا" else v
    elif pattern.startswith("{i") and v[0] == "ا":
        yield from _alef(v, weak, doubled, pattern == "{isota1o2a3")
    elif pattern == "1a2o3a4":
        yield f"{v[:-1]}اه" if weak else f"{v}ه"


def _fourth(v: str, weak: bool, doubled: bool) -> Iterator[str]:
    if weak:
        yield f"{v[:-1]}اء" if v[1] != "و" else f"اي{v[2:-1]}اء"
    elif len(v) == 4 and v[2] == "ا":
        yield f"{v}ه"
    elif doubled:  # «أعدّ»
        yield f"{v}ا{v[-1]}"
    elif len(v) == 3:  # «آمن»
        yield f"اي{v[1]}ا{v[2]}"
    elif len(v) == 4 and v[1] == "و":
        yield f"اي{v[2]}ا{v[3]}"
    else:
        yield f"{v[:-1]}ا{v[-1]}"


def _alef(v: str, weak: bool, doubled: bool, tenth: bool) -> Iterator[str]:
    if weak:
        yield f"{v[:-1]}اء"
    elif v[-2] == "ا":
        yield f"{v}ه" if tenth else f"{v[:-2]}يا{v[-1]}"
    elif doubled:  # «احتلّ», «استقرّ»
        yield f"{v}ا{v[-1]}"
    elif tenth and v[3] == "و":
        yield f"استي{v[4:-1]}ا{v[-1]}"
    else:
        yield f"{v[:-1]}ا{v[-1]}"


def participles(verb: Lexeme) -> Iterator[tuple[str, str]]:
    """(`active` or `passive`, written form) of the participles that are regular for the verb."""
    if verb.pattern in ("1a2a3", "1a2i3", "1a2u3"):
        radicals = [written_arabic(radical) for radical in _letters(verb.root)]
        if len(radicals) == 3:
            yield from _simple(*radicals, verb.lemma)
        return
    for voice, name in (("a", "active"), ("p", "passive")):
        for form in verb.forms:
            if form.prefix == "ي" and form.code == f"i{voice}3ms-" and not form.clitic:
                yield name, f"م{form.middle}"


def _letters(root: str) -> list[str]:
    from arabic.buckwalter import arabic

    return [arabic(radical) for radical in root.split(".")]


def _simple(first: str, second: str, third: str, lemma: str) -> Iterator[tuple[str, str]]:
    if first in "وي" or third in "وي" or second in "وي":
        if third in "وي":
            yield "active", f"{first}ا{second}ي"
            yield "passive", f"م{first}{second}{third}"
        else:
            yield "active", f"{first}ا{'ي' if second in 'وي' else second}{third}"
            if second not in "وي":
                yield "passive", f"م{first}{second}و{third}"
        return
    yield "active", f"{first}ا{second}" if second == third else f"{first}ا{second}{third}"
    yield "passive", f"م{first}{second}و{third}"


def derive(nouns: list[Lexeme], verbs: list[Lexeme], frequent: dict[str, float], listed: dict[str, list[str]]) -> None:
    """Links nouns that are written like a verb's regular derivation or listed as its own; adds missing ones."""
    by_lemma: dict[str, list[Lexeme]] = defaultdict(list)
    for noun in nouns:
        by_lemma[noun.lemma].append(noun)
    taken: set[tuple[str, str]] = set()
    for verb in sorted(verbs, key=_plainness):
        for masdar in listed.get(verb.lemma, ()):
            key = verb.lemma, masdar
            _attach(
                written_arabic(masdar), masdar, "masdar", "NOUN", verb, by_lemma, nouns, frequent, sure=key not in taken
            )
            taken.add(key)
        for masdar in masdars(verb):
            _attach(masdar, masdar, "masdar", "NOUN", verb, by_lemma, nouns, frequent)
        for name, form in participles(verb):
            _attach(form, form, name, "ADJ", verb, by_lemma, nouns, frequent)


def _plainness(verb: Lexeme) -> tuple[int, int]:
    # «زيارة» belongs to «زار», not to «زأر»
    return (
        0 if verb.pattern in ("1a2a3", "1a2i3", "1a2u3") else 1,
        sum(letter in "أإؤئء" for letter in verb.lexeme[1:]),
    )


def _can_be(noun: Lexeme, name: str) -> bool:
    """Whether part of speech and last vowel allow it: «مُتَّهِم» is active, «مُتَّهَم» passive."""
    if name == "masdar":
        return noun.pos == "NOUN"
    vowels = [letter for letter in noun.lexeme[:-1] if letter in "\u064e\u0650"]
    last = noun.lexeme[-1:]
    if not vowels or last in "يى" or "و" in noun.lexeme[-2:]:
        return True
    return vowels[-1] == ("\u0650" if name == "active" else "\u064e")


def _attach(
    form: str, spelled: str, name: str, pos: str, verb: Lexeme, by_lemma: dict[str, list[Lexeme]], nouns: list[Lexeme],
    frequent: dict[str, float], sure: bool = False,
) -> None:  # fmt: skip
    same = [noun for noun in by_lemma[form] if _can_be(noun, name)]
    if any(noun.derived == name and (not sure or noun.verb == verb.lexeme) for noun in same):
        return
    if sure and same:
        if same[0].pattern != "listed":
            same[0].derived, same[0].verb, same[0].pattern = name, verb.lexeme, "listed"
        return
    free = [noun for noun in same if not noun.derived]
    for noun in free:
        noun.derived, noun.verb = name, verb.lexeme
    if not same and max(frequent.get(form, 0.0), frequent.get(f"ال{form}", 0.0)) >= LEAST:
        new = Lexeme(pos, form, spelled, verb.gloss, verb.root, "derived", name, verb.lexeme)
        nouns.append(new)
        by_lemma[form].append(new)
