"""Arabic names in Latin letters as English usually writes them: a table of name parts, rules for the rest."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from musnad.lang.ar.east_asian import is_east_asian, romanize_syllables
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

_NOT_LETTERS = re.compile(r"[^\u0621-\u064a ]+")
_SERVANT = re.compile(r"\b(عبد) (?=ال)")  # «عبد الرحمن» is one name
_SMALL = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "دي": "de", "دا": "da", "فون": "von", "فان": "van"}
_CONSONANTS = {
    **dict(zip("بتجحدرزسصضطفقكلمنه", "btjhdrzssdtfqklmnh", strict=True)),
    "ث": "th",
    "خ": "kh",
    "ذ": "dh",
    "ش": "sh",
    "ظ": "z",
    "غ": "gh",
    "ڤ": "v",
    "پ": "p",
    "ع": "",
    "ء": "",
}
_CLUSTERS = (("تش", "چ"), ("دج", "ج"))  # one sound in two letters
_SOFT = {"چ": "ch"}
_LONG = "اوي"


@lru_cache(maxsize=100_000)
def romanize(name: str) -> str:
    """A name in Latin letters for ids and labels: parts as English usually writes them; empty without letters."""
    words = _SERVANT.sub(r"\1", _NOT_LETTERS.sub(" ", fold_key(name))).split()
    if is_east_asian(words):
        return romanize_syllables(words)
    return " ".join(filter(None, (_word(word, at > 0) for at, word in enumerate(words))))


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in load_tsv(package_path("lang", "ar", "data", "romanized.tsv"))}


def _word(word: str, inside: bool) -> str:
    if inside and word in _SMALL:
        return _SMALL[word]
    known = _table().get(word)
    if known:
        return known.capitalize()
    if word == "عبدالله":
        return "Abdullah"
    if word.startswith("عبدال") and len(word) > 6:
        return "Abdul " + (_table().get(word[5:]) or _by_rule(word[5:])).capitalize()
    if word.startswith("ال") and len(word) > 4:
        rest = word[2:]
        return "al-" + (_table().get(rest) or _by_rule(rest)).capitalize()
    return _by_rule(word).capitalize()


def _by_rule(word: str) -> str:
    """A guess: long vowels by their place, a short «a» where consonants could not be spoken together."""
    for pair, letter in _CLUSTERS:
        word = word.replace(pair, letter)
    sounds = [_sound(word, at) for at in range(len(word))]
    return "".join(_with_vowels([sound for sound in sounds if sound])).replace("uw", "u").replace("iy", "i")


def _sound(word: str, at: int) -> str:
    letter = word[at]
    before = word[at - 1] if at else ""
    after = word[at + 1] if at + 1 < len(word) else ""
    if letter == "ا":
        return "a"
    if letter == "و":
        return "w" if not before or before in "اي" or after in ("ا", "ي") else "u"
    if letter == "ي":
        return "y" if not before or before == "ا" or after in ("ا", "و") else "i"
    if letter == "ه" and not after:
        return "a" if before and before not in _LONG else "h"
    return _SOFT.get(letter) or _CONSONANTS.get(letter, "")


def _with_vowels(sounds: list[str]) -> list[str]:
    """The sounds with «a» after the first of two consonants that open a word, and before a third in a row or a last."""
    spoken: list[str] = []
    run = 0
    for at, sound in enumerate(sounds):
        if sound in "aiu":
            run = 0
        else:
            run += 1
            opens = run == 2 and at == 1
            closes = run == 2 and at == len(sounds) - 1
            if opens or closes or run == 3:
                spoken.append("a")
                run = 1
        spoken.append(sound)
    return spoken
