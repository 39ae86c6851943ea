"""Readings of a word as an inflected verb, noun, adjective or particle."""

from __future__ import annotations

from typing import NamedTuple

from musnad.lang.ar.segmentation import Segments


class Morph(NamedTuple):
    """One reading of a folded form.

    `lemma` is folded too; `pos` a Universal POS tag, or NOUN with `derived` = `masdar`, `active` or `passive` (participles).
    `aspect` is `p`erfect, `i`mperfect or `c`ommand; `voice` `a`ctive or `p`assive; `person` 1–3; `gender` `m`/`f`;
    `number` `s`/`d`/`p`; all empty where they do not apply. `future` is set by the proclitic س.
    """

    pos: str
    lemma: str
    aspect: str = ""
    voice: str = ""
    person: str = ""
    gender: str = ""
    number: str = ""
    derived: str = ""
    future: bool = False


def analyse(form: str, parts: Segments) -> tuple[Morph, ...]:
    """All readings of `form`, the likeliest first; empty for a word that no table knows."""
    return ()
