"""Places named by what they are: «مطار بغداد», «ساحة التحرير»."""

from __future__ import annotations

from functools import cache, lru_cache

from musnad.extract.names.gazetteer import gazetteer, slug
from musnad.extract.names.scan import Found, letters_in
from musnad.extract.names.words import has_clitic, is_unknown
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.romanization import romanize
from musnad.lang.ar.tokens import Token
from musnad.model import Entity
from musnad.resources import load_tsv, package_path


@cache
def place_heads() -> dict[str, tuple[str, str]]:
    """For every folded head («مطار») its English word and what may follow it."""
    path = package_path("extract", "data", "names", "place_heads.tsv")
    return {fold_key(head): (english, follower) for head, english, follower in load_tsv(path)}


def extend_places(sentences: list[SentenceReading], finds: dict[int, list[Found]], made: dict[str, Entity]) -> None:
    """Takes the head into the name of a listed place, and adds places that no table lists."""
    for sentence in sentences:
        tokens, found_in = sentence.tokens, finds[sentence.index]
        taken = {found.first: found for found in found_in}
        inside = {at for found in found_in for at in range(found.first, found.last + 1)}
        for at, token in enumerate(tokens[:-1]):
            skip = _skip(token.form)
            if skip < 0 or at in inside:
                continue
            english, follower = place_heads()[token.form[skip:]]
            held = taken.get(at + 1)
            if (
                held is not None
                and follower in ("known", "any")
                and held.kind in ("place", "state")
                and held.use in ("name", "capital", "city")
            ):
                if not held.clitic:
                    found_in.remove(held)
                    found_in.append(_place(tokens, at, held.last, skip, english, _town(held), made))
            elif at + 1 not in inside and _may_name(tokens[at + 1], follower):
                last = _unlisted_end(tokens, at + 1, inside)
                first = at + 1 if follower == "name" else at
                found_in.append(_place(tokens, first, last, 0 if first > at else skip, english, "", made))
        found_in.sort(key=lambda found: found.start)


@lru_cache(maxsize=400_000)
def _skip(form: str) -> int:
    """How many letters of clitics stand before a head; -1 if the form is none."""
    for skip in (0, 1, 2):
        if form[skip:] in place_heads() and all(letter in "وفبل" for letter in form[:skip]):
            return skip
    return -1


def _town(held: Found) -> str:
    """The id of a listed place, that of the city where its name also stands for a government."""
    if held.use == "capital" and held.surface is not None and held.surface.place >= 0:
        return gazetteer().entities[held.surface.place].id
    return held.entity


def _may_name(token: Token, follower: str) -> bool:
    """Whether a word that no table lists names the place: an unknown one, behind «ساحة» also a definite noun."""
    if follower == "any" and _is_definite_noun(token):
        return True
    unknown = is_unknown(token) and not has_clitic(token) and token.word is not None and not token.word.readings
    return unknown and len(token.form) > 3 and not token.form.startswith("ال")


def _unlisted_end(tokens: list[Token], at: int, inside: set[int]) -> int:
    """The last word of a place's name: unknown words go on with one («مطار أسنبوغا», «بلدة كفر زيتا»)."""
    last = at
    while last + 1 < len(tokens) and last - at < 2 and last + 1 not in inside:
        after = tokens[last + 1]
        if not is_unknown(after) or has_clitic(after) or after.word is None or after.word.readings:
            break
        last += 1
    return last


def _is_definite_noun(token: Token) -> bool:
    readings = token.word.readings if token.word else ()
    noun = not readings or readings[0].pos in ("NOUN", "PROPN")
    return token.form.startswith("ال") and len(token.form) > 4 and noun


def _place(
    tokens: list[Token], first: int, last: int, skip: int, english: str, known: str, made: dict[str, Entity]
) -> Found:
    words = [token.form for token in tokens[first : last + 1]]
    words[0] = words[0][skip:]
    alone = words[0] not in place_heads()
    name = romanize(" ".join(words if alone else words[1:]))
    entity_id = slug(name) if alone else f"{known.lower() or slug(name)}-{english}"
    label = name if alone else f"{known.replace('-', ' ').title() or name} {english}"
    made.setdefault(entity_id, Entity(id=entity_id, name=label, name_ar=" ".join(words), kind="place", code=""))
    start, clitic = letters_in(tokens[first], skip), tokens[first].form[:skip]
    return Found(
        first, last, start, tokens[last].end, entity_id, "name", f"head:{english}", "place", 0.8, clitic=clitic
    )
