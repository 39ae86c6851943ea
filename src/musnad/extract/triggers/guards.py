"""What must hold around a word of the lexicon for it to be a trigger: what it needs, what shuts it out, who is near."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import attrgetter

from musnad.extract.triggers.index import ACTOR, PERSON, PLACE, PRONOUN, SPOKEN, STATE, Pattern, words
from musnad.extract.triggers.lexicon import Entry
from musnad.extract.triggers.light import light_verb
from musnad.extract.triggers.scene import ENDS, Scene, is_accident
from musnad.extract.triggers.verbal import fits_part_of_speech, is_spoken
from musnad.lang.ar.words import Word

NEEDED_AFTER_SPEECH = 20  # tokens: what is said stands behind the speaker with all his titles
UNWANTED_AFTER_SPEECH = 12
NEEDED_AFTER_VERB = 8  # a verb's object stands behind its subject
NEEDED_AFTER_NOUN = 4
NEEDED_BEFORE_VERB = 6  # «السفير الذي سُحب»
COMMA = "،"
LONGEST_ASIDE = 7  # words between two commas that part a verb from its object
ACTOR_NEAR = 4  # tokens in which a weak trigger looks for a named actor
# what says nothing before a verb: the clitics of the words there
OPEN = frozenset(("+ب", "+ل", "في", "من", "مع", "علي", "عن", "ل", "ب", "ان"))
_NOMINAL = ("masdar", "noun")
_KINDS = {PERSON: ("person",), PLACE: ("place",), ACTOR: ("person", "state", "organization", "group")}
_START = attrgetter("start")


def holds(pattern: Pattern, at: int, reach: int, scene: Scene) -> bool:
    """Whether the pattern that stands on tokens `at` to `reach` is a trigger there."""
    if not fits_part_of_speech(pattern, at, reach, scene):
        return False
    if pattern.entry.type in SPOKEN and not is_spoken(pattern, at, scene):
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
    if pattern.entry.unless_accident and is_accident(scene):
        return False
    return not pattern.entry.weak or _is_supported(pattern, at, reach, scene)


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
    if pattern.entry.direct:
        return _has_object(pattern, at, scene)
    if _follows(pattern.needs, at, _window(pattern), scene, governed=filled):
        return True
    return any(
        kind in pattern.needs
        and _is_named(kinds, at + 1, at + (_window(pattern) if kind == PLACE else NEEDED_AFTER_NOUN), scene)
        for kind, kinds in _KINDS.items()
    )


def _has_object(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether what a word needs stands behind it as its object: the first of them before any preposition or verb."""
    for place in range(at + 1, min(len(scene.tokens), at + 1 + _window(pattern))):
        token = scene.tokens[place]
        if token.form in ENDS or token.pos == "VERB":
            return False
        word = token.word
        governed = word is not None and not {"ب", "ل"}.isdisjoint(word.proclitics)
        if token.form in words("prepositions") or governed:
            return False
        if not pattern.needs.isdisjoint(scene.known[place].keys):
            return True
    return False


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
    if pattern.form not in _NOMINAL or not _is_definite(at, scene):
        return False
    told = scene.told
    known = pattern.entry.id in told or named_act(pattern) in told
    return known or not told.isdisjoint(acts(pattern.entry, at, scene))


def _is_last_told(pattern: Pattern, at: int, scene: Scene) -> bool:
    """Whether «الحادث», «جولة ثانية» takes up an act of this type, the last told of those that the word may be."""
    word = scene.tokens[at].word
    types = {start.entry.type for start in scene.known[at].starts if start.entry.retold}
    told = [kind for kind in scene.order if kind in types]
    if word is None or not (word.definite or pattern.needs):
        return False
    if at + 1 < len(scene.tokens) and scene.tokens[at + 1].kind == "number":
        return False  # «القرار 2231» has a name of its own
    return bool(told) and told[-1] == pattern.entry.type


def _is_definite(at: int, scene: Scene) -> bool:
    word = scene.tokens[at].word
    return word is not None and (word.definite or bool(word.enclitic))


def acts(entry: Entry, at: int, scene: Scene) -> frozenset[str]:
    """What a word of this entry's type does, by its verb: «علّق المحادثات» in one entry is «التعليق» of another."""
    word = scene.tokens[at].word
    return _acts(word, entry.type) if word is not None else frozenset()


@lru_cache(maxsize=50_000)
def _acts(word: Word, kind: str) -> frozenset[str]:
    told = {lemma for pos, lemma in word.lemmas if pos in ("VERB", "MASDAR")}
    return frozenset(f"{kind} {lemma}" for lemma in told - words("general_verbs"))


def named_act(pattern: Pattern) -> str:
    """What a noun names, by its type: «جولة مفاوضات» in one entry is «الجولة» of another."""
    return f"{pattern.entry.type} noun {pattern.items[0].removeprefix('n:')}"


def _window(pattern: Pattern) -> int:
    if pattern.form not in ("verb", "participle"):
        return NEEDED_AFTER_NOUN
    return NEEDED_AFTER_SPEECH if pattern.entry.type in SPOKEN else NEEDED_AFTER_VERB


def _follows(wanted: frozenset[str], at: int, window: int, scene: Scene, governed: bool = False) -> bool:
    """Whether a wanted word stands behind, in its sentence; where `governed`, only behind a preposition."""
    place, last = at + 1, len(scene.known)
    while window > 0 and place < last:
        token = scene.tokens[place]
        if token.form in ENDS:
            return False
        if token.form == COMMA and (closes := _aside(place, scene)):
            place = closes + 1
            continue
        if not wanted.isdisjoint(scene.known[place].keys) and (not governed or _is_governed(place, scene)):
            return True
        window -= token.kind == "word" and token.form not in words("measures")
        place += 1
    return False


def _aside(place: int, scene: Scene) -> int:
    """The comma that closes a few words between commas («سلمت موسكو، منذ مايو، شحنة»); 0 where none does."""
    for closes in range(place + 2, min(len(scene.tokens), place + 2 + LONGEST_ASIDE)):
        form = scene.tokens[closes].form
        if form == COMMA:
            return closes
        if form in ENDS:
            return 0
    return 0


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
