"""One decision per name per article: short forms of a name that the article gives in full."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from musnad.extract.names.gazetteer import entities_by_id
from musnad.extract.names.kin import SONS
from musnad.extract.names.scan import Found, letters_in, stems
from musnad.extract.names.words import given_names
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.east_asian import is_east_asian
from musnad.lang.ar.tokens import Token
from musnad.model import Entity

SURNAME_FIRST = frozenset(["PRK", "KOR", "CHN", "TWN", "VNM", "SGP", "KHM"])  # the family name stands first
PARTICLES = frozenset(
    ["بن", "ابن", "ابو", "ال", "بو", "دي", "فون", "فان", "دا", "ولد", "ابي", "عبد", "ام", "لو", "دو", "بني", "اوغلو"]
)


TAGGED = frozenset({"tagger", "given-names"})  # «عبد الرحمن» alone, where the article names Rami Abdulrahman
TOO_COMMON = frozenset(
    {"علي", "محمد", "احمد", "الله", "حسن", "حسين"}
)  # given names that stand for no one by themselves


def resolve_short_names(
    sentences: list[SentenceReading], finds: dict[int, list[Found]], made: dict[str, Entity]
) -> None:
    """Adds the later and earlier short mentions of the people whom an article names in full."""
    short = _short_forms(sentences, finds, made)
    if not short:
        return
    firsts = frozenset(form[0] for form in short)
    full = frozenset(f.entity for found_in in finds.values() for f in found_in if f.last > f.first)
    for sentence in sentences:
        _add_short(sentence.tokens, finds[sentence.index], short, firsts, full)


def _short_forms(
    sentences: list[SentenceReading], finds: dict[int, list[Found]], made: dict[str, Entity]
) -> dict[tuple[str, ...], str]:
    known = entities_by_id()
    owners: dict[tuple[str, ...], Counter[str]] = {}
    for sentence in sentences:
        for found in finds[sentence.index]:
            if found.kind != "person" or found.last == found.first:
                continue
            words = [token.form for token in sentence.tokens[found.first : found.last + 1]]
            words[0] = words[0][len(found.clitic) :]
            bearer = made.get(found.entity) or known.get(found.entity)
            for form in short_names(words, bearer.code[:3] if bearer else ""):
                owners.setdefault(form, Counter())[found.entity] += 1
    return {form: owned.most_common(1)[0][0] for form, owned in owners.items() if len(owned) == 1}


def short_names(words: list[str], state: str) -> list[tuple[str, ...]]:
    """The short forms by which a full name is taken up again: the family name with its particle."""
    if state in SURNAME_FIRST or is_east_asian(words):
        return [(words[0],)]
    if len(words) < 2 or (len(words) == 2 and words[0] in PARTICLES):
        return []
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return [tuple(words[at:])] if at > 0 and len(words[-1]) > 2 and words[-1] not in TOO_COMMON else []


@lru_cache(maxsize=400_000)
def _forms(form: str) -> tuple[tuple[int, str], ...]:
    return ((0, form), *stems(form))


@lru_cache(maxsize=400_000)
def _bare_forms(form: str) -> tuple[str, ...]:
    return tuple(bare for _, bare in _forms(form))


def _add_short(
    tokens: list[Token],
    found_in: list[Found],
    short: dict[tuple[str, ...], str],
    firsts: frozenset[str],
    full: frozenset[str],
) -> None:
    taken = {index: found for found in found_in for index in range(found.first, found.last + 1)}
    for at, token in enumerate(tokens):
        if token.kind != "word" or firsts.isdisjoint(_bare_forms(token.form)):
            continue
        for skip, form in _forms(token.form):
            if form not in firsts:
                continue
            entity, length = _match(tokens, at, form, short)
            if not entity:
                continue
            if length == 1 and _is_anothers_first(tokens, at, form, taken):
                break
            holders = {id(taken[i]): taken[i] for i in range(at, at + length) if i in taken}
            unlisted = {h.rule for h in holders.values() if (h.first, h.last) == (at, at + length - 1)} & TAGGED
            if unlisted or all(_gives_way(tokens, holder, full) for holder in holders.values()):
                for holder in holders.values():
                    found_in.remove(holder)
                found = _short(tokens, at, skip, length, entity)
                found_in.append(found)
                taken.update((i, found) for i in range(at, at + length))
            break
    found_in.sort(key=lambda found: found.start)


def _is_anothers_first(tokens: list[Token], at: int, form: str, taken: dict[int, Found]) -> bool:
    """Whether a family name that is also a given name begins another name here: «عبدالعزيز بن خليفة»."""
    if form not in given_names() or at + 1 >= len(tokens) or at + 1 in taken:
        return False
    after = tokens[at + 1]
    return after.form in SONS or after.form in given_names()


def _match(tokens: list[Token], at: int, form: str, short: dict[tuple[str, ...], str]) -> tuple[str, int]:
    for length in (3, 2, 1):
        key = (form, *(token.form for token in tokens[at + 1 : at + length]))
        if len(key) == length and key in short:
            return short[key], length
    return "", 0


def _gives_way(tokens: list[Token], holder: Found, full: frozenset[str]) -> bool:
    """Whether a nationality adjective or a weak name may be the family name here: «السوداني» after no definite noun.

    So does the famous bearer of a family name in an article that names another in full: «المالكي» of Ramallah.
    """
    if holder.weak or (holder.kind == "person" and holder.first == holder.last and holder.entity not in full):
        return True
    if holder.use != "adj":
        return False
    before = tokens[holder.first - 1].form if holder.first else ""
    return not before.lstrip("وفبلك").startswith("ال") and not before.startswith("لل")


def _short(tokens: list[Token], at: int, skip: int, length: int, entity: str) -> Found:
    return Found(
        first=at,
        last=at + length - 1,
        start=letters_in(tokens[at], skip),
        end=tokens[at + length - 1].end,
        entity=entity,
        use="name",
        rule="short-name",
        kind="person",
        confidence=0.9,
        clitic=tokens[at].form[:skip],
    )
