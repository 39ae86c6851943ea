"""The PLOVER lexicon of Arabic: its records, and how they are read from `data/events/*.yaml`.

One file holds the entries of one PLOVER type (`consult.yaml` …): `{type: CONSULT, entries: [...]}`. An entry:

    id: consult.visit         # unique
    mode: visit               # a mode of the type in the ontology, or left out
    verbs: [زار]              # lemmas, perfect 3rd masculine singular; every inflection matches;
                              # a shadda («وقّع») shuts out the verb without it («وقع»)
    masdars: [زيارة]          # verbal nouns with participants of their own; plural, dual, suffixed forms match
    nouns: [قمة]              # plain nouns that name the event
    participles: [متهم]       # adjectives used as predicates (of speech verbs «متهماً» matches by itself)
    phrases: [توجه الى]       # word sequences, see below
    light: [hold]             # sets of light_verbs.yaml that may carry the masdars and nouns
    needs: [...]              # verb or noun counts only if one of these follows:
                              # a word, a proclitic «+ب», `@person`, `@actor`, `@place` (a name of that kind),
                              # `@state` (a state or government right beside it) or `@pronoun` (a suffix of its own)
    direct: true              # and what it needs is its object: no preposition or verb in between
    unless: [...]             # and not if one of these follows
    unless_told: [PROTEST]    # and not where the article told an event of one of these types before
    frame: visits             # a named frame of frames.yaml, or the mapping itself
    implies: CT-              # factuality of an act in its complement (رفض: CT-, طالب: U)
    factuality: U             # factuality of this event itself where the word fixes it (seldom)
    unless_accident: true     # and not in a sentence that tells of an accident and of no violence
    retold: true              # counts only definite or with what it needs, after an event of its type («الحادث»)
    anyone: true              # counts whoever speaks, experts too
    weak: true                # needs support: an actor nearby, a light verb, a pronoun or a demonstrative
    example: زار الرئيس بغداد  # written for this entry
    yields: [زار]             # all triggers of this entry in the example, in order

A phrase is a sequence of items divided by spaces: a word (the article, proclitics and case are free), `v:عقد` (any
form of the verb), `n:زيارة` (any form of the noun), and `…` (up to four words between, never over a sign or a
preposition; after a verb a gap is always open for its subject). Its first item is the head of the frame; the span ends
where words stand between. After a gap `n:` is an event of its own.

A frame says where source and target stand, best first, for the verb (`source`, `target`) and in `nominal` for the rest:

    subj, obj         of the verb (with a light verb: of the light verb)
    idafa             the noun that the masdar governs («زيارة الرئيس») or its suffix pronoun («زيارته»)
    adj               an adjective of nationality that agrees with the noun («القلق الأميركي»)
    بين               «بين X و Y»: X is source, Y target; listed as source
    any other word    a preposition (folded): مع، ل، ب، علي، الي، ضد، من، عن، في، تجاه، من قبل، علي يد …

`joint: true`: a coordinated or dual subject is both (the first-named is the source, the rest are targets). In the
passive `subj` is the target, and the agent stands in «من قبل»، «على يد»، «من جانب».
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from musnad.errors import ResourceError
from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path

VERSION = 24  # of the compiled lexicon
SHADDA = "\u0651"
_WORDS = frozenset(("verbs", "masdars", "nouns", "participles", "phrases", "needs", "unless"))


class Slots(msgspec.Struct, frozen=True, kw_only=True):
    """Where the participants stand, best place first: slots of a frame, see above."""

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The places of source and target around a verb, and around its verbal noun in `nominal`."""

    source: tuple[str, ...] = ("subj",)
    target: tuple[str, ...] = ()
    joint: bool = False
    nominal: Slots = Slots()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name the same act in the same frame; the fields are those of the schema above."""

    id: str
    type: str
    mode: str = ""
    verbs: tuple[str, ...] = ()
    masdars: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_told: tuple[str, ...] = ()
    frame: Frame = Frame()
    implies: str = ""
    factuality: str = ""
    weak: bool = False
    unless_accident: bool = False
    retold: bool = False
    direct: bool = False
    anyone: bool = False
    example: str = ""
    yields: tuple[str, ...] = ()


class Light(msgspec.Struct, frozen=True, kw_only=True):
    """A light verb: its lemma, its verbal noun and the preposition before the event noun (empty if it is an object)."""

    verb: str
    masdar: str = ""
    preposition: str = ""


class Negative(msgspec.Struct, frozen=True, kw_only=True):
    """Phrases in which no word is an event, with an example that must yield no trigger on them."""

    id: str
    phrases: tuple[str, ...]
    example: str


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All entries, light verbs by set, negatives, who is no political actor, and function words; all folded."""

    entries: tuple[Entry, ...]
    light: dict[str, tuple[Light, ...]]
    negatives: tuple[Negative, ...]
    observers: tuple[str, ...]
    words: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package, compiled on first use."""
    return compiled("triggers", Lexicon, [folder()], read_lexicon, VERSION)


def folder() -> Path:
    """Where the YAML files of the lexicon lie."""
    return package_path("extract", "data", "events")


def read_lexicon() -> Lexicon:
    """The lexicon as its YAML files say it; raises ResourceError for an unknown frame or field."""
    frames = {name: _frame(row) for name, row in load_yaml(folder() / "frames.yaml").items()}
    entries: list[Entry] = []
    for path in sorted(folder().glob("*.yaml")):
        content = load_yaml(path)
        entries.extend(_entry(row, content["type"], frames, path) for row in content.get("entries", ()))
    light = load_yaml(folder() / "light_verbs.yaml")["sets"]
    negative = load_yaml(folder() / "negative.yaml")
    return Lexicon(
        entries=tuple(entries),
        light={name: tuple(_light(row) for row in rows) for name, rows in light.items()},
        negatives=tuple(
            Negative(id=row["id"], phrases=_folded(row["phrases"]), example=row["example"]) for row in negative["names"]
        ),
        observers=_folded(negative["observers"]),
        words={name: _folded(row) for name, row in load_yaml(folder() / "function_words.yaml").items()},
    )


def _entry(row: dict[str, Any], kind: str, frames: dict[str, Frame], path: Path) -> Entry:
    try:
        fields: dict[str, Any] = {
            name: _folded(row[name]) if name in _WORDS else row[name] for name in row if name != "frame"
        }
        fields["light"] = tuple(row.get("light", ()))
        fields["unless_told"] = tuple(row.get("unless_told", ()))
        fields["yields"] = tuple(row.get("yields", ()))
        frame = row.get("frame", "acts")
        return Entry(type=kind, frame=frames[frame] if isinstance(frame, str) else _frame(frame), **fields)
    except (KeyError, TypeError) as error:
        advice = "see the schema in triggers/lexicon.py"
        raise ResourceError(f"entry {row.get('id')}: {error}", where=str(path), advice=advice) from error


def _frame(row: dict[str, Any]) -> Frame:
    nominal = row.get("nominal", {})
    return Frame(
        source=_folded(row.get("source", ())),
        target=_folded(row.get("target", ())),
        joint=row.get("joint", False),
        nominal=Slots(source=_folded(nominal.get("source", ())), target=_folded(nominal.get("target", ()))),
    )


def _light(row: dict[str, str]) -> Light:
    return Light(verb=fold_key(row["v"]), masdar=fold_key(row.get("m", "")), preposition=fold_key(row.get("p", "")))


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_key(word) + SHADDA if SHADDA in word else fold_key(word) for word in words)
