"""Common nouns that can stand for an actor: titles, bodies and groups, pairs, belongings."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path


class ActorNoun(msgspec.Struct, frozen=True):
    """A noun: `kind` is `title`, `official`, `body`, `anaphor`, `pair` or `belonging`; `id` names it inside its kind.

    `role` is a PLOVER role; for a pair, `id` limits it to `person`, `state` or `any`. `word` is the usual Arabic noun.
    """

    kind: str
    id: str
    role: str = ""
    gender: str = "m"
    number: str = "s"
    word: str = ""


Table = dict[str, tuple[ActorNoun, ...]]


@cache
def anaphor_roles() -> dict[str, frozenset[str]]:
    """The PLOVER roles of the actors that a folded word for a body can take up («جماعه» → REB …)."""
    rows = load_yaml(package_path("extract", "data", "actors", "nouns.yaml"))["anaphor_roles"]
    return {fold_key(word): frozenset(row["roles"]) for row in rows for word in row["words"]}


@cache
def actor_nouns() -> Table:
    """Every noun by its folded form without article («رييس», «رييس وزراء»), of one or two words."""
    path = package_path("extract", "data", "actors", "nouns.yaml")
    return compiled("actor-nouns", Table, [path], lambda: _build(load_yaml(path)), 3)


def _build(data: dict[str, Any]) -> Table:
    table: dict[str, list[ActorNoun]] = {}

    def add(form: str, noun: ActorNoun) -> None:
        key = " ".join(part.removeprefix("ال") if len(part) > 4 else part for part in fold_key(form).split())
        if all(noun.kind != other.kind for other in table.setdefault(key, [])):
            table[key].append(noun)

    for kind, rows in (("title", data["titles"]), ("official", data["officials"]), ("body", data["bodies"])):
        for row in rows:
            for number, forms in (("s", row["words"]), ("p", row.get("plural", ()))):
                counted, usual = row.get("number", number), row["words"][0]
                noun = ActorNoun(kind, row["id"], row["role"], row.get("gender", "m"), counted, usual)
                for form in forms:
                    add(form, noun)
    for rank, forms in data["pairs"].items():
        for form in forms:
            add(form, ActorNoun("pair", rank, "", "m", "d"))
    for form in data["anaphors"]:
        add(form, ActorNoun("anaphor", fold_key(form), "", "f" if form.endswith("ة") else "m"))
    for form in data["belongings"]:
        add(form, ActorNoun("belonging", fold_key(form)))
    return {form: tuple(nouns) for form, nouns in table.items()}
