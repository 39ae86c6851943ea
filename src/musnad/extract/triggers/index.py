"""The trigger lexicon as an index: what a written word may begin, and what its lemmas and forms are called there.

Every word has keys: `v:` and a verb lemma, `n:` and a noun lemma, and its bare forms (with and without proclitics,
article, suffix pronoun and the ا of the accusative). A pattern is a row of keys with gaps. Keys and candidates are made
once for each distinct form.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.extract.triggers.lexicon import SHADDA, Entry, Light, lexicon
from musnad.lang.ar.morphology import Morph, inflected
from musnad.lang.ar.words import MAX_WORDS, Word

GAP = "."  # «…» folded
PERSON, ACTOR, PLACE, PRONOUN, STATE = "@person", "@actor", "@place", "@pronoun", "@state"
RARE = 0.5  # log10 per billion words; a rarer reading is a foreign name («نافتا») more often than a verb
RIVAL = 0.45  # magnitudes below the likeliest reading of its part of speech beyond which a reading is not believed
SHORT = 4  # letters of a word with its conjunction that the dictionary of clitics may take for one word
# acts of speech whose active participle stands for the verb: «متهماً إياها», «داعياً إلى»
SPOKEN = frozenset(("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
LIKE_ARTICLE = "الت"  # how verbs begin whose first letters are no article: «التقيا»
_VERBS = ("VERB", "AUX")


class Pattern(NamedTuple):
    """A row of keys that is a trigger of `entry` in the given form; one of `needs` must follow, no `unless` may.

    `rest` holds the keys after the first: where a sentence lacks one, it can't hold the row.
    """

    items: tuple[str, ...]
    entry: Entry
    form: str
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()


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
    observers: frozenset[str]


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
        verbs.update(verb.rstrip(SHADDA) for verb in entry.verbs)
    for negative in known.negatives:
        for phrase in negative.phrases:
            items = phrase_items(phrase)
            negatives.setdefault(items[0], []).append(items)
    for first in starts:
        verbs.update([first[2:].rstrip(SHADDA)] if first.startswith("v:") else [])
    return Index(starts, negatives, known.light, frozenset(verbs), frozenset(map(_bare, known.observers)))


def _patterns(entry: Entry) -> list[Pattern]:
    words: list[tuple[tuple[str, ...], str]] = [((f"v:{verb}",), "verb") for verb in entry.verbs]
    if entry.type in SPOKEN and entry.type != "SUPPORT":  # «مرشحاً», «مؤيداً» are people
        words += [((f"a:{verb.rstrip(SHADDA)}",), "participle") for verb in entry.verbs]
    for form, nouns in (("masdar", entry.masdars), ("noun", entry.nouns), ("participle", entry.participles)):
        for noun in nouns:
            words += [((key,), form) for key in (f"n:{noun}", _bare(noun))]
    needs, unless = _wanted(entry.needs), _wanted(entry.unless)
    single = [Pattern(items, entry, form, needs, unless) for items, form in words]
    rows = [_spread(phrase_items(phrase)) for phrase in entry.phrases]
    return single + [Pattern(row, entry, "multi", unless=unless, rest=frozenset(row[1:]) - {GAP}) for row in rows]


def _wanted(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for word in words for key in (_bare(word), f"n:{word}"))


def phrase_items(phrase: str) -> tuple[str, ...]:
    """The keys of the words of a phrase, as tokens have them."""
    return tuple(_item(word) for word in phrase.split())


def _item(word: str) -> str:
    if word in ("ب", "ل"):
        return f"+{word}"  # written with the next word: «أطاح بالرئيس»
    return word if word == GAP or word[1:2] == ":" else _bare(word)


def _spread(items: tuple[str, ...]) -> tuple[str, ...]:
    """A phrase with the place of the subject after its verb: «قطعت الجزائر علاقاتها»."""
    return (
        (items[0], GAP, *items[1:]) if items[0].startswith("v:") and items[1:2] != (GAP,) and len(items) > 1 else items
    )


def _bare(form: str) -> str:
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


@cache
def words(name: str) -> frozenset[str]:
    """The folded words of one list of function_words.yaml."""
    return frozenset(lexicon().words[name])


_known: dict[Word, Keys] = {}  # by word, not by form: a form has other readings where it is spelt otherwise
NOTHING = Keys(frozenset(), (), (), ())


def keys_of(word: Word | None) -> Keys:
    """What the index knows of a word, from the cache where it was seen before; nothing for a number or sign."""
    if word is None:
        return NOTHING
    known = _known.get(word)
    if known is None:
        if len(_known) >= MAX_WORDS:
            _known.clear()
        known = _known[word] = _keys(word)
    return known


def _keys(word: Word) -> Keys:
    of = index()
    readings = _readings(word, of.verbs)
    keys = _forms(word)
    verbs = tuple([morph for morph in readings if morph.pos in _VERBS])
    relational = word.core.endswith(("ي", "يه"))
    for morph in readings:
        lemma = morph.lemma
        if relational and _is_relational(word, lemma):
            continue  # «الاجتماعي» and «اجتماعية» are no «اجتماع»
        if morph.pos in _VERBS:
            keys.add(f"v:{lemma}")
            if SHADDA in morph.lexeme:
                keys.add(f"v:{lemma}{SHADDA}")
            continue
        keys.add(f"n:{lemma}")
        keys.add(lemma)
        if morph.derived == "active" and _predicative(word, morph):
            keys.add(f"a:{morph.verb}")
    starts: tuple[Pattern, ...] = ()
    negatives: tuple[tuple[str, ...], ...] = ()
    if not of.starts.keys().isdisjoint(keys):
        starts = tuple(sorted([pattern for key in keys for pattern in of.starts.get(key, ())], key=_order))
    if not of.negatives.keys().isdisjoint(keys):
        negatives = tuple([items for key in keys for items in of.negatives.get(key, ())])
    return Keys(frozenset(keys), starts, negatives, verbs)


def _is_relational(word: Word, lemma: str) -> bool:
    if lemma.endswith("ي"):
        return False
    if word.core == f"{lemma}ي" and word.readings[0].pos == "ADJ" and word.readings[0].lemma == word.core:
        return True  # «سلاح هجومي»: press seldom says «هجومي» of its own
    return (word.core.endswith("ي") and (word.definite or word.enclitic == "ه")) or word.core == f"{lemma}يه"


def _order(pattern: Pattern) -> tuple[int, int, bool, bool, str, str]:
    # the longer in words and letters, the one that asks for more, and the verb before its noun
    items = pattern.items
    return -len(items), -len("".join(items)), not pattern.needs, pattern.form != "verb", pattern.entry.id, pattern.form


def _readings(word: Word, wanted: frozenset[str]) -> list[Morph]:
    found = [*word.readings, *_recut(word, wanted)]
    # news speaks of itself seldom: «أقال» is no «I am said», «أضرب» no «I hit»
    found = [morph for morph in found if morph.person != "1"] or found
    least: dict[str, float] = {}
    for morph in found:
        likely = morph.weight - RIVAL
        if likely > least.get(morph.pos, RARE):
            least[morph.pos] = likely
    # form II is written like form I and counted with it: «وقّع», «حمّل», «علّق»
    return [morph for morph in found if morph.weight >= least.get(morph.pos, RARE) or SHADDA in morph.lexeme]


def _recut(word: Word, wanted: frozenset[str]) -> list[Morph]:
    """Readings as a verb of the lexicon with the clitics cut another way: «اتهم» no «ات+هم», «و+وصف+ه» no «و+وصفة»."""
    form, start, end = word.form, word.core_start, word.core_end
    cuts = [(start, len(form))] if word.enclitic else []
    if word.enclitic and start == 0 and form[0] in "وف":
        cuts.append((1, len(form)))  # «فاتهم» is «ف+اتهم»
    if start == 1 and form[0] in "وف":
        cuts.append((0, end))
    if form.endswith("ه") and end == len(form) and end - start > 3 and not (word.definite or word.feminine):
        cuts.append((start, end - 1))
    if form[0] in "وف" and start != 1 and len(form) > 4:
        cuts.append((1, end))
    if word.definite and form.startswith(LIKE_ARTICLE):
        cuts.append((0, end))
    found = [
        morph
        for first, last in cuts
        for morph in inflected(form[first:last], last < len(form))
        if (morph.verb or morph.lemma) in wanted
    ]
    return found or _behind_conjunction(word, wanted)


def _behind_conjunction(word: Word, wanted: frozenset[str]) -> list[Morph]:
    """Readings of a short word as و or ف and a verb of the lexicon, where that is likelier: «وأقر», not «وزير»."""
    form = word.form
    if len(form) != SHORT or form[0] not in "وف" or word.proclitics:
        return []
    if any(morph.pos == "PROPN" for morph in word.readings):
        return []
    likely = max((morph.weight for morph in word.readings), default=0.0)
    return [
        morph
        for morph in inflected(form[1:], False)
        if morph.pos == "VERB" and morph.weight > likely and (morph.verb or morph.lemma) in wanted
    ]


def _predicative(word: Word, morph: Morph) -> bool:
    return not word.definite and (word.core.endswith("ا") or (morph.gender == "f" and morph.number == "s"))


def _forms(word: Word) -> set[str]:
    form = word.form
    bare = form[word.core_start :]
    forms = {form, bare, word.core, _bare(form)}
    for clitic in word.proclitics:
        forms.add(f"+{clitic}")
    if form[0] in "وف" and word.proclitics[:1] and word.proclitics[0] in "وف":
        forms.update((form[1:], _bare(form[1:])))
    if word.enclitic and word.core.endswith("ت"):
        forms.add(word.core[:-1] + "ه")
    if word.enclitic and word.core[-2:] in ("اي", "او"):
        forms.add(word.core[:-1] + "ء")
    if len(word.core) > 3 and word.core.endswith("ا") and not word.enclitic:
        forms.add(word.core[:-1])
    return forms
