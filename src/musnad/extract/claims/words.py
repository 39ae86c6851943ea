"""The small closed classes of words that attribution is read with."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.extract.claims.cues import FOLDER
from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path


@cache
def _table() -> dict[str, list[str]]:
    path = package_path(*FOLDER, "words.yaml")
    return compiled("claim-words", dict[str, list[str]], [path], lambda: _folded(load_yaml(path)))


def _folded(table: dict[str, list[Any]]) -> dict[str, list[str]]:
    return {name: [fold_key(word.replace("_", " ")) for word in words] for name, words in table.items()}


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of one class of `words.yaml`."""
    return frozenset(_table()[name])
