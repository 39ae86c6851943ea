"""The trigger lexicon as an index: what a written word may begin, and what its lemmas and forms are called there.

Every word has keys: `v:` and a verb lemma, `n:` and a noun lemma, and its bare forms (with and without proclitics,
article, suffix pronoun and the ا of the accusative). A pattern is a row of keys with gaps. Keys and candidates are made
once for each distinct form.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.extract.trigger_lexicon import Entry, Light, lexicon
from musnad.lang.ar.morphology import Morph, inflected
from musnad.lang.ar.words import MAX_WORDS, Word

GAP = "…"
RARE = 2.0  # magnitudes below the likeliest reading of a form beyond which a reading is not believed (half A of gold)
# acts of speech whose active participle stands for the verb: «متهماً إياها», «داعياً إلى»
SPOKEN = frozenset(("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_VERBS = ("VERB", "AUX")


class Pattern(NamedTuple):
    """A row of keys that is a trigger of `entry` in the given form; `needs` are keys of which one must follow."""

    items: tuple[str, ...]
    entry: Entry
    form: str
    needs: frozenset[str] = frozenset()


class Keys(NamedTuple):
    """What the index knows of one written word."""

    keys: frozenset[str]
    starts: tuple[Pattern, ...]
    negatives: tuple[tuple[str, ...], ...]
    verbs: tuple[Morph, ...]


class Index(NamedTuple):
    """All patterns by their first key; light verbs by the set they belong to."""

    starts: dict[str, list[Pattern]]
    negatives: dict[str, list[tuple[str, ...]]]
    light: dict[str, tuple[Light, ...]]
    verbs: frozenset[str]


@cache
def index() -> Index:
    """The index of the package's lexicon."""
    starts: dict[str, list[Pattern]] = {}
    negatives: dict[str, list[tuple[str, ...]]] = {}
    known = lexicon()
    verbs: set[str] = set()
    for entry in known.entries:
        for pattern in _patterns(entry):
            starts.setdefault(pattern.items[0], []).append(pattern)
        verbs.update(entry.verbs)
    for negative in known.negatives:
        for phrase in negative.phrases:
            items = _items(phrase)
            negatives.setdefault(items[0], []).append(items)
    for first in starts:
        verbs.update([first[2:]] if first.startswith("v:") else [])
    return Index(starts, negatives, known.light, frozenset(verbs))


def _patterns(entry: Entry) -> list[Pattern]:
    needs = frozenset(key for word in entry.needs for key in (_bare(word), f"n:{word}"))
    found = [Pattern((f"v:{verb}",), entry, "verb", needs) for verb in entry.verbs]
    if entry.type in SPOKEN:
        found += [Pattern((f"a:{verb}",), entry, "participle", needs) for verb in entry.verbs]
    for form, words in (("masdar", entry.masdars), ("noun", entry.nouns), ("participle", entry.participles)):
        for noun in words:
            if " " in noun:
                found.append(Pattern(_items(noun), entry, "multi"))
            else:
                found += [Pattern((key,), entry, form, needs) for key in (f"n:{noun}", _bare(noun))]
    return found + [Pattern(_items(phrase), entry, "multi") for phrase in entry.phrases]


def _items(phrase: str) -> tuple[str, ...]:
    return tuple(word if word == GAP or word[1:2] == ":" else _bare(word) for word in phrase.split())


def _bare(form: str) -> str:
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


_known: dict[str, Keys] = {}
NOTHING = Keys(frozenset(), (), (), ())


def keys_of(word: Word | None) -> Keys:
    """What the index knows of a word, from the cache where it was seen before; nothing for a number or sign."""
    if word is None:
        return NOTHING
    known = _known.get(word.form)
    if known is None:
        if len(_known) >= MAX_WORDS:
            _known.clear()
        known = _known[word.form] = _keys(word)
    return known


def _keys(word: Word) -> Keys:
    of = index()
    readings = _readings(word, of.verbs)
    keys = set(_forms(word))
    for morph in readings:
        if morph.pos in _VERBS:
            keys.add(f"v:{morph.lemma}")
            continue
        keys.add(f"n:{morph.lemma}")
        if morph.derived == "active" and _predicative(word, morph):
            keys.add(f"a:{morph.verb}")
    starts = [pattern for key in keys for pattern in of.starts.get(key, ())]
    starts.sort(key=lambda pattern: (-len(pattern.items), pattern.entry.id, pattern.form))
    negatives = [items for key in keys for items in of.negatives.get(key, ())]
    verbs = tuple(morph for morph in readings if morph.pos in _VERBS)
    return Keys(frozenset(keys), tuple(starts), tuple(negatives), verbs)


def _readings(word: Word, wanted: frozenset[str]) -> list[Morph]:
    best = word.readings[0].weight if word.readings else 0.0
    found = [morph for morph in word.readings if morph.weight >= best - RARE]
    if word.enclitic:
        # a suffix that is no suffix: «اتهم», «ساهم», «فرضت»
        whole = inflected(word.form[word.core_start :], False)
        found += [m for m in whole if m.pos in _VERBS and m.lemma in wanted and m.weight >= best - RARE]
    return found


def _predicative(word: Word, morph: Morph) -> bool:
    return not word.definite and (word.core.endswith("ا") or morph.gender == "f" or morph.number == "p")


def _forms(word: Word) -> set[str]:
    form = word.form
    bare = form[word.core_start :]
    forms = {form, bare, word.core, _bare(form)}
    if form[0] in "وف" and word.proclitics[:1] and word.proclitics[0] in "وف":
        forms.update((form[1:], _bare(form[1:])))
    if word.enclitic and word.core.endswith("ت"):
        forms.add(word.core[:-1] + "ه")
    if word.enclitic and word.core[-2:] in ("اي", "او"):
        forms.add(word.core[:-1] + "ء")
    if len(word.core) > 3 and word.core.endswith("ا") and not word.enclitic:
        forms.add(word.core[:-1])
    return forms
