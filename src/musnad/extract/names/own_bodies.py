"""Bodies named with a pronoun for their state: «قالت إيران على لسان خارجيتها», «جيشه»."""

from __future__ import annotations

from functools import cache

from musnad.extract.names.gazetteer import gazetteer
from musnad.extract.names.scan import Found, letters_in
from musnad.lang.ar.tokens import Token
from musnad.resources import load_tsv, package_path

PRONOUNS = ("ها",)  # a state; «جيشه» may be a president's


@cache
def _bodies() -> dict[str, int]:
    """The index of the body by every written form without clitics: core and pronoun."""
    at = {body.id: index for index, body in enumerate(gazetteer().bodies)}
    rows = load_tsv(package_path("extract", "data", "names", "own_bodies.tsv"))
    return {core + pronoun: at[body] for core, body in rows for pronoun in PRONOUNS}


def own_bodies(tokens: list[Token], found_in: list[Found]) -> None:
    """Adds the bodies that a pronoun gives to a state of the sentence; an office («وزير خارجيتها») is none."""
    known = _bodies()
    added = []
    for at, token in enumerate(tokens):
        if token.word is None or not token.word.enclitic or "وزير" in (tokens[at - 1].form if at else ""):
            continue
        skip = token.word.core_start
        body = known.get(token.form[skip:])
        if body is None or any(found.first <= at <= found.last for found in found_in):
            continue
        start, clitic = letters_in(token, skip), token.form[:skip]
        added.append(Found(at, at, start, token.end, "", "own", "", "organization", clitic=clitic, body=body))
    if added:
        found_in.extend(added)
        found_in.sort(key=lambda found: found.start)
