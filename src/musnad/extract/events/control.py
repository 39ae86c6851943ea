"""Verbs and nouns that tell who does the act named by a noun near them."""

from __future__ import annotations

from functools import cache

from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_yaml, package_path


@cache
def control(kind: str) -> frozenset[str]:
    """The folded lemmas of a kind (`perform`, `intend`, `object`, `suffer` …, see `control.yaml`)."""
    data = load_yaml(package_path("extract", "data", "actors", "control.yaml"))
    return frozenset(fold_key(verb) for verb in data[kind])
