"""Flat lists of words that the rules of participants and clauses read: `data/actors/*.yaml`, folded."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path


@cache
def word_list(name: str, kind: str) -> frozenset[str]:
    """The folded words of the list `kind` of a file of `data/actors`; raises KeyError for an unknown list."""
    return frozenset(_lists(name)[kind])


@cache
def _lists(name: str) -> dict[str, list[str]]:
    path = package_path("extract", "data", "actors", f"{name}.yaml")
    return compiled(f"words-{name}", dict[str, list[str]], [path], lambda: _folded(load_yaml(path)), 1)


def _folded(data: dict[str, Any]) -> dict[str, list[str]]:
    """The lists of words; tables that say more of each word have their own readers."""
    flat = {kind: words for kind, words in data.items() if isinstance(words, list)}
    return {kind: [fold_key(word) for word in words if isinstance(word, str)] for kind, words in flat.items()}
