"""Verbs and nouns that tell who does the act named by a noun near them."""

from __future__ import annotations

from musnad.extract.word_lists import word_list


def control(kind: str) -> frozenset[str]:
    """The folded lemmas of a kind (`perform`, `intend`, `object`, `suffer` …, see `control.yaml`)."""
    return word_list("control", kind)
