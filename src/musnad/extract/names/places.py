"""Capitals as governments or as places, and names that stand only with support."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from musnad.extract.names.gazetteer import entities_by_id, gazetteer
from musnad.extract.names.scan import Found, stems
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.ontology.actor_codes import is_outlet
from musnad.resources import load_tsv, package_path

SIDES = frozenset({"شمال", "جنوب", "شمالي", "جنوبي"})
CONTEXT = 0.34  # a party's state is named so often, as a share of the state that the article names most
PREPOSITIONS = frozenset({"في", "الي", "من", "علي", "نحو", "حول", "داخل", "خارج", "فوق", "وسط"})


@cache
def place_words() -> dict[str, str]:
    """Words that make the name after them a place (`place`), or a government (`state`), folded."""
    path = package_path("extract", "data", "names", "place_words.tsv")
    return {fold_key(word): use for word, use, *_ in load_tsv(path)}


class Bearer(NamedTuple):
    """Who a short name stands for where the article names one of `anchors`."""

    entity: str
    kind: str
    anchors: tuple[str, ...]


@cache
def bearers() -> dict[str, list[Bearer]]:
    """The bearers of short names («المملكة») by the folded name, in the order of the table."""
    table: dict[str, list[Bearer]] = {}
    for name, entity, kind, anchors in load_tsv(package_path("extract", "data", "names", "short_names.tsv")):
        table.setdefault(fold_key(name), []).append(Bearer(entity, kind, tuple(anchors.split())))
    return table


def settle_places(sentences: list[SentenceReading], finds: dict[int, list[Found]]) -> None:
    """Decides capitals, drops weak names without support, and tells Amman from Oman."""
    counts = Counter(f.entity for found_in in finds.values() for f in found_in if not f.weak and f.use != "short")
    sure = {entity for entity in counts if entity}
    counts += _homes(finds)
    amman = _says_jordan(sentences, finds)
    for sentence in sentences:
        kept = []
        beside = {f.first: f.entity for f in finds[sentence.index] if f.use == "adj" and f.kind == "state"}
        for found in finds[sentence.index]:
            if found.weak and found.use not in ("body", "construct") and not _supported(sentence.tokens, found, sure):
                continue
            if _is_side(sentence.tokens, found):
                continue
            if found.use == "short" and not _bear(sentence.tokens, found, counts, beside.get(found.last + 1, "")):
                continue
            if amman and _is_lone_amman(sentence.tokens, found):
                found.entity, found.use, found.kind = "JOR", "capital", "state"
            if found.use == "capital":
                _settle_capital(sentence.tokens, found)
            kept.append(found)
        finds[sentence.index] = kept


def _homes(finds: dict[int, list[Found]]) -> Counter[str]:
    """How often the article names people, bodies and cities of each state; the media that tell it are not counted."""
    known = entities_by_id()
    codes = (
        known[found.entity].code
        for found_in in finds.values()
        for found in found_in
        if found.entity in known and found.kind != "state" and not found.weak and found.use != "short"
    )
    return Counter(code[:3] for code in codes if code[3:4] in ("", " ") and not is_outlet(code))


def _is_lone_amman(tokens: list[Token], found: Found) -> bool:
    lone = found.entity == "OMN" and found.use == "name" and found.first == found.last
    return lone and tokens[found.last].form.endswith("عمان")


def _bear(tokens: list[Token], found: Found, counts: Counter[str], beside: str) -> bool:
    """Gives a short name to the bearer whose anchors the article names most; False if it names none.

    The nationality `beside` the name decides alone; a party is of a state that the article is about.
    """
    form = " ".join(token.form for token in tokens[found.first : found.last + 1])
    rows = next((bearers()[name] for name in (form, *(name for _, name in stems(form))) if name in bearers()), [])
    if beside and any(_is_party(row) for row in rows):
        rows, told = [row for row in rows if beside in row.anchors], Counter({beside: 1})
    else:
        told = counts
    best = max(rows, key=lambda row: _told(row, told), default=None)
    if best is None or not _told(best, told) or (_is_party(best) and _told(best, told) < CONTEXT * _most(told)):
        return False
    found.entity, found.kind, found.confidence = best.entity, best.kind, 0.7
    return True


def _told(row: Bearer, counts: Counter[str]) -> int:
    return sum(counts[anchor] for anchor in row.anchors)


def _most(counts: Counter[str]) -> int:
    """How often the article names the state that it names most."""
    return max((count for entity, count in counts.items() if len(entity) == 3), default=0)


def _is_party(row: Bearer) -> bool:
    return entities_by_id()[row.entity].code.endswith("PTY")


def _says_jordan(sentences: list[SentenceReading], finds: dict[int, list[Found]]) -> bool:
    jordan = oman = 0
    for sentence in sentences:
        for found in finds[sentence.index]:
            if found.entity == "JOR":
                jordan += 1
            elif found.entity == "OMN" and not (found.use == "name" and found.first == found.last):
                oman += 1
    return jordan > 0 and oman == 0


@cache
def state_nouns() -> frozenset[str]:
    """The folded words before which a nationality is meant by an adjective that may be another word («المالية»)."""
    path = package_path("extract", "data", "names", "state_nouns.tsv")
    return frozenset(fold_key(word) for (word,) in load_tsv(path))


def _is_nationality(tokens: list[Token], found: Found) -> bool:
    """Whether a weak adjective names a state: by its plural («الماليون») or by the noun before it («الجيش المالي»)."""
    before = tokens[found.first - 1].form if found.first else ""
    plural = tokens[found.last].form.endswith(("ون", "ين"))
    return plural or before in state_nouns() or (before[:1] in "وفبلك" and before[1:] in state_nouns())


def _supported(tokens: list[Token], found: Found, sure: set[str]) -> bool:
    if found.use == "adj" and found.kind == "state":
        return found.entity in sure and _is_nationality(tokens, found)
    if found.entity in sure and found.kind != "group":
        return True
    at = found.first - 1
    quoted = at >= 0 and tokens[at].form in ('"', "(", "'")
    while at >= 0 and tokens[at].form in ('"', "(", "'"):
        at -= 1
    use = place_words().get(tokens[at].form, "") if at >= 0 else ""
    if found.kind == "state" and found.use == "name":
        return use in ("place", "from") or found.clitic == "ب"
    if found.kind == "place":
        return _is_at_home(
            found, sure, use if at >= 0 and tokens[at].form not in PREPOSITIONS else "", found.clitic or use
        )
    if found.kind == "organization" and found.last > found.first and _is_at_home(found, sure, "", "state"):
        return True  # a party whose name others bear as well: «التحالف الديمقراطي»
    return found.kind == "organization" and (use == "outlet" or quoted)


def _is_at_home(found: Found, sure: set[str], noun: str, lead: str) -> bool:
    """Whether a weak name is a place: behind «مدينة», or behind a preposition where the article names its state."""
    if noun in ("place", "event"):
        return True
    return bool(lead or found.last > found.first) and entities_by_id()[found.entity].code[:3] in sure


def _is_side(tokens: list[Token], found: Found) -> bool:
    """Whether «الغربي» is the side of a place and «العربية» the language."""
    before = tokens[found.first - 1].form if found.first else ""
    if found.use == "adj" and before in SIDES and not tokens[found.last].form.startswith("ال"):
        return True  # «شمال غربي النيجر»
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
