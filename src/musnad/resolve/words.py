"""The content words of a stretch of text and the topics that they speak of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from musnad import resources
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.words import word

_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3]{2,}|\d+(?:\.\d+)?")
# endings that number and gender put on a noun; taken off where at least three letters stay
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ه", "ي")


@cache
def _function_words() -> frozenset[str]:
    rows = resources.load_tsv(resources.package_path("resolve", "data", "function_words.tsv"))
    return frozenset(fold_key(form) for row in rows for form in row[0].split())


@cache
def _topics() -> dict[str, str]:
    """Stem → topic, for single words."""
    data = resources.load_yaml(resources.package_path("resolve", "data", "topics.yaml"))
    return {stem(fold_key(form)): name for name, entry in data.items() for form in entry["words"] if " " not in form}


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


_stems: dict[str, str] = {}


def stem(form: str) -> str:
    """The core of a folded form without the endings of number and gender; for comparing, not for showing."""
    known = _stems.get(form)
    if known is None:
        if len(_stems) > 400_000:
            _stems.clear()
        known = _stems[form] = _cut(word(form).core or form)
    return known


def _cut(core: str) -> str:
    if core.startswith("ال") and len(core) > 4:
        core = core[2:]
    for ending in _ENDINGS:
        if core.endswith(ending) and len(core) - len(ending) >= 3:
            return core[: -len(ending)]
    return core


def content_words(text: str, names: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The stems of the words of `text` that are no function words and no `names` (stems), each once, in order."""
    skipped = _function_words()
    forms = _WORD.findall(fold_key(text))
    stems = dict.fromkeys(stem(form) for form in forms if form not in skipped and len(form) > 2)
    return tuple(each for each in stems if each not in names)


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


@lru_cache(maxsize=65536)
def bag(words: tuple[str, ...]) -> frozenset[str]:
    """The words as a set; kept, since a node is compared with many."""
    return frozenset(words)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words by the words of the smaller set (Szymkiewicz–Simpson); 0 if either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
