"""What must hold around a word of the lexicon for it to be a trigger: part of speech, needs, who is near."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import NamedTuple

from musnad.extract.triggers.index import ACTOR, GAP, PERSON, PLACE, PRONOUN, SPOKEN, STATE, Keys, Pattern, index, words
from musnad.extract.triggers.lexicon import SHADDA, Entry
from musnad.extract.triggers.light import light_verb
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

NEEDED_AFTER_SPEECH = 20  # tokens: what is said stands behind the speaker with all his titles
UNWANTED_AFTER_SPEECH = 12
NEEDED_AFTER_VERB = 8  # a verb's object stands behind its subject
NEEDED_AFTER_NOUN = 4
NEEDED_BEFORE_VERB = 6  # «السفير الذي سُحب»
ACTOR_NEAR = 4  # tokens in which a weak trigger looks for a named actor
WORDS_OF_SPORT = 2  # one may stand in political news: «كأس العالم», «لاعب» in the sense of a power
ENDS = frozenset(".؛!؟?;:")
# what says nothing before a verb: the clitics of the words there
OPEN = frozenset(("+ب", "+ل", "في", "من", "مع", "علي", "عن", "ل", "ب", "ان"))
_NOMINAL = ("masdar", "noun")
_KINDS = {PERSON: ("person",), PLACE: ("place",), ACTOR: ("person", "state", "organization", "group")}
_START = attrgetter("start")


class Scene(NamedTuple):
    """A sentence with the keys of its tokens, its names, and what the article told before it.

    `told` holds the ids of entries, their types and acts, `order` the types, the last told last; `keys` are those of
    all tokens.
    """

    tokens: list[Token]
    known: list[Keys]
    mentions: list[Mention]
    told: set[str]
    order: dict[str, None]
    keys: frozenset[str]


def holds(pattern: Pattern, at: int, reach: int, scene: Scene) -> bool:
    """Whether the pattern that stands on tokens `at` to `reach` is a trigger there."""
    if not _fits_part_of_speech(pattern, at, reach, scene):
        return False
    if pattern.entry.type in SPOKEN and not _is_spoken(pattern, at, scene):
        return False
    if pattern.entry.retold and not _is_last_told(pattern, at, scene):
        return False
    if pattern.needs and not (_has_needed(pattern, at, scene) or _is_told_again(pattern, at, scene)):
        return False
    if pattern.unless and _follows(pattern.unless, at, min(_window(pattern), UNWANTED_AFTER_SPEECH), scene):
        return False
    if PLACE in pattern.unless and _is_named(_KINDS[PLACE], at + 1, at + 1, scene):
        return False  # «مقاطعة البنجاب» is a province, no boycott
    if not scene.told.isdisjoint(pattern.entry.unless_told):
        return False
    if pattern.entry.unless_accident and _is_accident(scene):
        return False
    return not pattern.entry.weak or _is_supported(pattern, at, reach, scene)


def _fits_part_of_speech(pattern: Pattern, at: int, reach: int, scene: Scene) -> bool:
    token = scene.tokens[at]
    if pattern.form in _NOMINAL:
        return token.pos not in ("VERB", "AUX", "ADP")
    if not pattern.items[0].startswith("v:") or _is_verbal(at, scene):
        return True
    # in a phrase the words that follow tell more than the tag: «شاحنة فجر نفسه», «تعرض لهجوم»
    if pattern.form == "multi" and reach - at == len(pattern.items) - 1 - pattern.items.count(GAP):
        return token.pos != "ADP"
    return pattern.form == "multi" and ("MASDAR", pattern.items[0][2:].rstrip(SHADDA)) in _lemmas(token)


def _lemmas(token: Token) -> frozenset[tuple[str, str]]:
    return token.word.lemmas if token.word is not None and not token.word.definite else frozenset()


def _is_verbal(at: int, scene: Scene) -> bool:
    token = scene.tokens[at]
    if token.word is None or token.word.definite:
        return False
    if token.pos in ("VERB", "AUX"):
        return True
    # a tag is worth less than the place of a verb: the head of a clause
    before = scene.tokens[at - 1] if at else None
    if _is_relative(at, scene) or is_joined(token):
        return True
    return (
        before is None
        or before.form in words("before_verb")
        or (before.kind == "sign" and before.form not in "\"'")
        or token.word.proclitics[:1] in (("و",), ("ف",))
    )


def is_joined(token: Token) -> bool:
    """Whether a word is a verb only if its first letter is a conjunction: «فندد», which heads a clause."""
    word = token.word
    if word is None or word.proclitics or word.form[:1] not in ("و", "ف"):
        return False
    return all(morph.pos not in ("VERB", "AUX", "PROPN") for morph in word.readings)


def _is_relative(at: int, scene: Scene) -> bool:
    """Whether a verb with a suffix tells of the indefinite noun before it: «ادعاء نفته كابل»."""
    word, before = scene.tokens[at].word, scene.tokens[at - 1].word if at else None
    if word is None or before is None or not word.enclitic or before.definite or before.enclitic:
        return False
    return scene.tokens[at - 1].pos == "NOUN" and all(morph.pos in ("VERB", "AUX") for morph in word.readings[:2])


def _is_spoken(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether an act of speech is one: a participle is no person («المتهم»), an expert no political actor."""
    if pattern.form == "participle" and not _is_predicate(at, scene):
        return False
    if pattern.form not in ("verb", "participle") or pattern.entry.anyone:
        return True
    around = scene.known[max(0, at - 1) : at] + scene.known[at + 1 : at + 3]
    return all(index().observers.isdisjoint(each.keys) for each in around)


def _is_predicate(at: int, scene: Scene) -> bool:
    """Whether a participle stands for a verb: indefinite and no adjective of the noun before it («نائب معارض»)."""
    word = scene.tokens[at].word
    if word is None or word.definite:
        return False
    if word.core.endswith(("ي", "و")) and not word.enclitic:
        return False  # «مؤيدو الانقلاب» are people
    if not at or scene.tokens[at - 1].kind == "sign" or "و" in word.proclitics or word.core.endswith("ا"):
        return True
    if at + 1 < len(scene.tokens) and scene.tokens[at + 1].form.startswith("ايا"):
        return True  # «متهمة إياها»
    before = scene.tokens[at - 1].word
    if word.core.endswith("ه"):
        return before is not None and (before.definite or scene.tokens[at - 1].pos in ("VERB", "AUX"))
    return before is None or before.definite or scene.tokens[at - 1].pos != "NOUN"


def _has_needed(pattern: Pattern, at: int, scene: Scene) -> bool:
    word = scene.tokens[at].word
    if PRONOUN in pattern.needs and word is not None and word.enclitic:
        return True
    if STATE in pattern.needs and _is_of_state(at, scene):
        return True
    if _precedes(pattern, at, scene):
        return True
    # a verb with a pronoun has its object: in «أنهاها اتفاق» the agreement is what ended it
    filled = pattern.form == "verb" and pattern.entry.type not in SPOKEN and word is not None and bool(word.enclitic)
    if _follows(pattern.needs, at, _window(pattern), scene, governed=filled):
        return True
    return any(
        kind in pattern.needs
        and _is_named(kinds, at + 1, at + (_window(pattern) if kind == PLACE else NEEDED_AFTER_NOUN), scene)
        for kind, kinds in _KINDS.items()
    )


def _is_of_state(at: int, scene: Scene) -> bool:
    """Whether a state or its government stands right beside a verb as its subject: «احتجت الجزائر»."""
    if at + 1 < len(scene.tokens) and not words("governments").isdisjoint(scene.known[at + 1].keys - OPEN):
        return True
    return any(
        mention.kind == "state" and not mention.adjectival and mention.start <= scene.tokens[place].start < mention.end
        for mention in scene.mentions
        for place in (at - 1, at + 1)
        if 0 <= place < len(scene.tokens) and (place > at or scene.tokens[place].form not in words("prepositions"))
    )


def _precedes(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether what a verb needs stands before it: «المفاوضات عُلّقت», «السفير الذي سُحب», «الأموال المجمدة»."""
    if pattern.form not in ("verb", "participle"):
        return False
    for place in range(at - 1, max(-1, at - 1 - NEEDED_BEFORE_VERB), -1):
        if scene.tokens[place].kind == "sign":
            return False
        if not pattern.needs.isdisjoint(scene.known[place].keys - OPEN):
            return True
    return False


def _is_told_again(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether a bare word takes up an act that the article told with its object before: «الانسحاب», «تعليقها»."""
    known = acts(pattern.entry, at, scene) | {pattern.entry.id, named_act(pattern)}
    if scene.told.isdisjoint(known):
        return False
    return pattern.form in _NOMINAL and _is_definite(at, scene)


def is_sport(scene: Scene) -> bool:
    """Whether a sentence tells of a game: two or more of its words, «هجوم» and «اتفاق» are of the club then."""
    game = words("sport")
    if scene.keys.isdisjoint(game):
        return False
    return sum(not known.keys.isdisjoint(game) for known in scene.known) >= WORDS_OF_SPORT


def _is_accident(scene: Scene) -> bool:
    """Whether a sentence tells of an accident or a disaster, and of no violence."""
    return not scene.keys.isdisjoint(words("accidents")) and scene.keys.isdisjoint(words("violence"))


def _is_last_told(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether «الحادث», «جولة ثانية» takes up an act of this type, the last told of those that the word may be."""
    word = scene.tokens[at].word
    types = {start.entry.type for start in scene.known[at].starts if start.entry.retold}
    told = [kind for kind in scene.order if kind in types]
    if word is None or not (word.definite or pattern.needs):
        return False
    return bool(told) and told[-1] == pattern.entry.type


def _is_definite(at: int, scene: Scene) -> bool:
    word = scene.tokens[at].word
    return word is not None and (word.definite or bool(word.enclitic))


def acts(entry: Entry, at: int, scene: Scene) -> set[str]:
    """What a word of this entry's type does, by its verb: «علّق المحادثات» in one entry is «التعليق» of another."""
    word = scene.tokens[at].word
    if word is None:
        return set()
    told = {lemma for kind, lemma in word.lemmas if kind in ("VERB", "MASDAR")}
    return {f"{entry.type} {lemma}" for lemma in told - words("general_verbs")}


def named_act(pattern: Pattern) -> str:
    """What a noun names, by its type: «جولة مفاوضات» in one entry is «الجولة» of another."""
    return f"{pattern.entry.type} noun {pattern.items[0].removeprefix('n:')}"


def _window(pattern: Pattern) -> int:
    if pattern.form not in ("verb", "participle"):
        return NEEDED_AFTER_NOUN
    return NEEDED_AFTER_SPEECH if pattern.entry.type in SPOKEN else NEEDED_AFTER_VERB


def _follows(wanted: frozenset[str], at: int, window: int, scene: Scene, governed: bool = False) -> bool:
    """Whether a wanted word stands behind, in its sentence; where `governed`, only behind a preposition."""
    for place in range(at + 1, min(len(scene.known), at + 1 + window)):
        if scene.tokens[place].form in ENDS:
            return False
        if not wanted.isdisjoint(scene.known[place].keys) and (not governed or _is_governed(place, scene)):
            return True
    return False


def _is_governed(place: int, scene: Scene) -> bool:
    word = scene.tokens[place].word
    clitic = word is not None and not {"ب", "ل"}.isdisjoint(word.proclitics)
    return clitic or scene.tokens[place - 1].form in words("prepositions")


def _is_supported(pattern: Pattern, at: int, reach: int, scene: Scene) -> bool:
    word = scene.tokens[at].word
    if (word is not None and word.enclitic) or (at and scene.tokens[at - 1].form in words("demonstratives")):
        return True
    if light_verb(pattern.entry, at, scene.tokens, scene.known) is not None:
        return True
    return _is_named(_KINDS[ACTOR], at - 2, reach + ACTOR_NEAR, scene)


def _is_named(kinds: tuple[str, ...], first: int, last: int, scene: Scene) -> bool:
    if not scene.mentions or first >= len(scene.tokens):
        return False
    low, high = scene.tokens[max(0, first)].start, scene.tokens[min(len(scene.tokens) - 1, last)].end
    here = bisect_left(scene.mentions, low, key=_START)
    until = bisect_right(scene.mentions, high, here, key=_START)
    return any(mention.kind in kinds and mention.end <= high for mention in scene.mentions[here:until])
