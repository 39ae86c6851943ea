"""The content words of a stretch of text and the topics that they speak of."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from musnad import resources
from musnad.lang.ar.orthography import fold_key
from musnad.resolve.stems import MAX_FORMS, stem

# Arabic letters with their marks, or a number; the marks and forms of letters go when a word is folded
_WORD = re.compile(r"[\u0621-\u065f\u066e-\u06d3]{2,}|[\d٠-٩]+(?:[.٫][\d٠-٩]+)?")


@cache
def _function_words() -> frozenset[str]:
    rows = resources.load_tsv(resources.package_path("resolve", "data", "function_words.tsv"))
    return frozenset(fold_key(form) for row in rows for form in row[0].split())


@cache
def _topics() -> dict[str, str]:
    """Stem → topic, for single words."""
    data = resources.load_yaml(resources.package_path("resolve", "data", "topics.yaml"))
    return {stem(form): name for name, entry in data.items() for form in entry["words"] if " " not in form}


@cache
def _phrases() -> tuple[tuple[frozenset[str], str], ...]:
    """The stems of each phrase with its topic; other words may stand between («مساعدات كوريا العسكرية»)."""
    data = resources.load_yaml(resources.package_path("resolve", "data", "topics.yaml"))
    forms = [(form, name) for name, entry in data.items() for form in entry["words"] if " " in form]
    return tuple((frozenset(content_words(form)), name) for form, name in forms)


@cache
def transfers() -> frozenset[str]:
    """The topics whose matter is told by topic and parties alone, such as deliveries of arms."""
    data = resources.load_yaml(resources.package_path("resolve", "data", "topics.yaml"))
    return frozenset(name for name, entry in data.items() if entry.get("transfer"))


_content: dict[str, str] = {}


def _content_stem(spelled: str) -> str:
    """The stem of a word as written; empty for function words and short ones."""
    known = _content.get(spelled)
    if known is None:
        if len(_content) > MAX_FORMS:
            _content.clear()
        form = fold_key(spelled)
        known = _content[spelled] = "" if len(form) < 3 or form in _function_words() else stem(spelled)
    return known


class Stems:
    """The content words of a text by their places, found once for all the stretches that are looked at."""

    def __init__(self, text: str) -> None:
        found = [(match.start(), each) for match in _WORD.finditer(text) if (each := _content_stem(match.group()))]
        self._starts = [start for start, _ in found]
        self._stems = [each for _, each in found]

    def between(self, start: int, end: int, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The stems of words that begin in a stretch and are no `names`, each once, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(each for each in dict.fromkeys(self._stems[low:high]) if each not in names)


def content_words(text: str, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The stems of the words of `text` that are no function words and no `names` (stems), each once, in order."""
    stems = dict.fromkeys(_content_stem(form) for form in _WORD.findall(text))
    return tuple(each for each in stems if each and each not in names)


@lru_cache(maxsize=4096)
def bare_stems(text: str) -> tuple[str, ...]:
    """The stems of all words of `text`, function words and short ones too."""
    return tuple(stem(form) for form in _WORD.findall(text))


def topic(words: tuple[str, ...]) -> str:
    """The topic that most of the words belong to, the first to come at a tie; empty if none belongs to one."""
    known = _topics()
    count: dict[str, int] = {}
    for each in words:
        if name := known.get(each):
            count[name] = count.get(name, 0) + 1
    bag = frozenset(words)
    for phrase, name in _phrases():
        if phrase <= bag:
            count[name] = count.get(name, 0) + 2
    return max(count, key=lambda name: count[name]) if count else ""


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words by the words of the smaller set (Szymkiewicz–Simpson); 0 if either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
