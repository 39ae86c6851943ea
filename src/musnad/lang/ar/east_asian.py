"""Chinese, Korean and Vietnamese names in Arabic letters: syllables, many of which are also words of Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_tsv, package_path

MOST = 4  # syllables of one name
CHINESE, KOREAN, VIETNAMESE = "S", "K", "V"


class Syllable(NamedTuple):
    """A syllable in pinyin and in Korean romanization (empty where it has none), and which names it may open."""

    pinyin: str
    korean: str
    opens: str


@cache
def syllables() -> dict[str, Syllable]:
    """The syllables by their folded form."""
    rows = load_tsv(package_path("lang", "ar", "data", "syllables.tsv"))
    return {fold_key(form): Syllable(pinyin, korean, opens) for form, pinyin, korean, opens in rows}


def is_east_asian(words: Sequence[str]) -> bool:
    """Whether folded words are an East Asian name: a family name and the syllables of a given name."""
    known = syllables()
    return 1 < len(words) <= MOST and all(word in known for word in words) and bool(known[words[0]].opens)


def name_run(words: Sequence[str], at: int) -> int:
    """The index of the last syllable of the name that a family name opens at `at`; -1 if none follows.

    A hyphen may stand between the syllables of a given name («وون-سيك»).
    """
    known = syllables()
    if at >= len(words) or words[at] not in known or not known[words[at]].opens:
        return -1
    last, count = at, 1
    while count < MOST and last + 1 < len(words):
        step = 2 if words[last + 1] == "-" and count > 1 else 1
        if last + step >= len(words) or words[last + step] not in known:
            break
        last, count = last + step, count + 1
    return last if count > 1 else -1


def romanize_syllables(words: Sequence[str]) -> str:
    """An East Asian name as English writes it: «Wang Wenbin», «Shin Won-sik», «Pham Minh Chinh»."""
    read = [syllables()[word] for word in words]
    if VIETNAMESE in read[0].opens and all(syllable.pinyin for syllable in read):
        return " ".join(syllable.pinyin for syllable in read)
    if _is_korean(read):
        given = [syllable.korean for syllable in read[1:]]
        return f"{read[0].korean} {'-'.join([given[0], *(part.lower() for part in given[1:])])}"
    given_name = "".join((syllable.pinyin or syllable.korean).lower() for syllable in read[1:])
    return f"{read[0].pinyin or read[0].korean} {given_name.capitalize()}"


def _is_korean(read: Sequence[Syllable]) -> bool:
    """Whether a name is rather Korean than Chinese: where both can be, three syllables of which one is not Chinese."""
    if KOREAN not in read[0].opens or not all(syllable.korean for syllable in read):
        return False
    return CHINESE not in read[0].opens or not all(syllable.pinyin for syllable in read)
