"""The PLOVER lexicon of Arabic: its records, and how they are read from `data/events/*.yaml`.

One file holds the entries of one PLOVER type (`consult.yaml` …): `{type: CONSULT, entries: [...]}`. An entry:

    id: consult.visit            # TYPE.name, unique
    mode: visit                  # a mode of the type in the ontology, or left out
    verbs: [زار]                 # lemmas, perfect 3rd masculine singular; every inflection matches (passive, participles apart)
    masdars: [زيارة]             # verbal nouns: have participants of their own; plural, dual and suffixed forms match
    nouns: [جولة]                # plain nouns that name the event
    participles: [متهم]          # participles and adjectives used as predicates («متهماً إياها»)
    phrases: [توجه الى]          # word sequences, see below
    light: [عقد]                 # named sets of light verbs in light_verbs.yaml that may carry the masdars and nouns
    needs: [...]                 # the noun counts only if one of these words follows within its phrase (at most 3 tokens on)
    frame: visits                # a named frame of frames.yaml, or the mapping itself
    implies: CT-                 # factuality that the event gives to an act in its complement (رفض: CT-, طالب: U, منع: CT-)
    factuality: U                # factuality of this event itself where the word fixes it (seldom)
    weak: true                   # fires only with support: an actor, a light verb, a suffix pronoun or a demonstrative nearby
    example: زار الرئيس بغداد     # written for this entry
    yields: [زار]                # the trigger words of this entry (or any of the same type) in the example, in order

A phrase is a sequence of items divided by spaces: a word (its form without proclitics and «ال»), `v:عقد` (any form of the verb),
`m:زيارة` (any form of the noun), alternatives with `|`, and `…` (up to three words between, never over a sign). The first item of a phrase
that begins with `^` is the head of the frame; otherwise the first item is.

A frame says where source and target stand, best first, for the verb (`source`, `target`) and under `nominal` for masdar and noun:

    subj, obj, obj2   of the verb (with a light verb: of the light verb)
    idafa             the noun that the masdar governs («زيارة الرئيس») or its suffix pronoun («زيارته»)
    adj               a nationality adjective or the like that agrees with the noun («القلق الأميركي»)
    بين               «بين X و Y»: X is source, Y target; listed as source
    any other word    a preposition (folded): مع، ل، ب، على، الي، ضد، من، عن، في، تجاه، من قبل، على يد، بحق …

`joint: true`: a coordinated or dual subject are both participants (first-named is the source, the rest are targets).
In the passive the roles colleague's code makes `subj` the target; the agent stands in «من قبل»، «على يد»، «من جانب».
"""

from __future__ import annotations

import msgspec


class Slots(msgspec.Struct, frozen=True, kw_only=True):
    """Where the participants stand, best place first; folded prepositions or `subj`, `obj`, `obj2`, `idafa`, `adj`, `بين`."""

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The places of source and target around a verb, and around its verbal noun in `nominal`."""

    source: tuple[str, ...] = ("subj",)
    target: tuple[str, ...] = ()
    joint: bool = False
    nominal: Slots = Slots()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the lexicon: words that name the same act in the same frame (fields as in this module's docstring)."""

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
    frame: Frame = Frame()
    implies: str = ""
    factuality: str = ""
    weak: bool = False
    example: str = ""
    yields: tuple[str, ...] = ()
