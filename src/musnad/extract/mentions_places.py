"""Capitals as governments or as places, and names that stand only with support."""

from __future__ import annotations

from functools import cache

from musnad.extract.gazetteer import gazetteer
from musnad.extract.mentions_scan import Found
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.resources import load_tsv, package_path


@cache
def place_words() -> dict[str, str]:
    """Words that make the name after them a place (`place`), or a government (`state`), folded."""
    path = package_path("extract", "data", "names", "place_words.tsv")
    return {fold_key(word): use for word, use, *_ in load_tsv(path)}


def settle_places(sentences: list[SentenceReading], finds: dict[int, list[Found]]) -> None:
    """Decides capitals, drops weak names without support, and tells Amman from Oman."""
    sure = {found.entity for found_in in finds.values() for found in found_in if not found.weak and found.entity}
    amman = _says_jordan(sentences, finds)
    for sentence in sentences:
        kept = []
        for found in finds[sentence.index]:
            if found.weak and found.use not in ("body", "construct") and not _supported(sentence.tokens, found, sure):
                continue
            if _is_side(sentence.tokens, found):
                continue
            if found.entity == "OMN" and found.use == "name" and sentence.tokens[found.last].form.endswith("عمان") and amman and found.first == found.last:
                found.entity, found.use, found.kind = ("JOR", "capital", "state")
            if found.use == "capital":
                _settle_capital(sentence.tokens, found)
            kept.append(found)
        finds[sentence.index] = kept


def _says_jordan(sentences: list[SentenceReading], finds: dict[int, list[Found]]) -> bool:
    jordan = oman = 0
    for sentence in sentences:
        for found in finds[sentence.index]:
            if found.entity == "JOR":
                jordan += 1
            elif found.entity == "OMN" and not (found.use == "name" and found.first == found.last):
                oman += 1
    return jordan > 0 and oman == 0


def _supported(tokens: list[Token], found: Found, sure: set[str]) -> bool:
    if found.entity in sure and found.kind != "group":
        return True
    at = found.first - 1
    quoted = at >= 0 and tokens[at].form in ('"', "(", "'")
    while at >= 0 and tokens[at].form in ('"', "(", "'"):
        at -= 1
    use = place_words().get(tokens[at].form, "") if at >= 0 else ""
    if found.kind == "state" and found.use == "name":
        return use in ("place", "from") or found.clitic == "ب"
    return found.kind == "organization" and (use == "outlet" or quoted)


def _is_side(tokens: list[Token], found: Found) -> bool:
    """Whether «الغربي» is the side of a place and «العربية» the language."""
    before = tokens[found.first - 1].form if found.first else ""
    return found.use == "adj" and found.kind == "group" and place_words().get(before) == "side"


def _settle_capital(tokens: list[Token], found: Found) -> None:
    if not _is_place(tokens, found):
        return
    tables = gazetteer()
    if found.surface is None or found.surface.place < 0:
        found.entity = "amman"
    else:
        found.entity = tables.entities[found.surface.place].id
    found.kind = "place"
    found.rule = "capital:place"


def _is_place(tokens: list[Token], found: Found) -> bool:
    if found.clitic[-1:] == "ب":
        return True
    if found.clitic[-1:] == "ل":
        return False
    words, at = place_words(), found.first - 1
    while at >= 0 and tokens[at].form in ('"', "("):
        at -= 1
    if at < 0:
        after = tokens[found.last + 1].form if found.last + 1 < len(tokens) else ""
        return after in ("-", "/", "(", ":", "،")
    use = words.get(tokens[at].form)
    if use == "from":
        return not _asks(tokens, at)
    return use == "place"


def _asks(tokens: list[Token], at: int) -> bool:
    words = place_words()
    return any(words.get(token.form) == "ask" for token in tokens[max(0, at - 4) : at])
