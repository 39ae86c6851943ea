"""Triggers: the words of a sentence that carry a PLOVER event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.triggers.guards import acts, holds, named_act
from musnad.extract.triggers.index import GAP, Keys, Pattern, keys_of, words
from musnad.extract.triggers.lexicon import SHADDA, Entry
from musnad.extract.triggers.light import light_verb
from musnad.extract.triggers.scene import ENDS, Scene, is_sport
from musnad.extract.triggers.verbal import is_joined
from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.tokens import Token

LONGEST_GAP = 4  # words that a gap of a phrase may hold: a subject with its title («قطعت وزارة الخارجية … علاقاتها»)
OBJECT_AFTER_VERB = 12  # tokens: an object stands behind its subject with all his titles
_SIGNS_OF_GAP = frozenset('.،؛:!؟?;,()[]"')
NAMES = ("person", "place", "organization", "group")  # whose words are no events
_DAMMA = "\u064f"
_NO_KEYS = frozenset[str]()


class Trigger(NamedTuple):
    """Tokens `first` to `last` (inclusive) of a sentence, at `start:end` of the text, that carry an event of `entry`.

    `form` is `verb`, `masdar`, `noun`, `participle` or `multi`. `head` is the token whose frame counts (the verb, or
    the noun of light verb + noun); `support` the token of a light verb whose subject is the source, -1 if none, also
    where it stands apart from the noun («عقدت بكين محادثات»: trigger «محادثات», support «عقدت»). `morph` is the
    reading of the inflected verb (the light verb's if there is one), None for a noun.
    """

    first: int
    last: int
    head: int
    start: int
    end: int
    entry: Entry
    form: str
    support: int = -1
    morph: Morph | None = None
    rule: str = ""

    @property
    def passive(self) -> bool:
        """Whether the verb is passive, so that its subject is the target."""
        return self.morph is not None and self.morph.voice == "p"


class _Match(NamedTuple):
    pattern: Pattern
    first: int
    last: int  # of the span
    places: tuple[int, ...]  # the tokens that the pattern used up


def triggers(reading: Reading, sentence: SentenceReading) -> list[Trigger]:
    """The triggers of a sentence in order, none overlapping another; empty for a sentence without any event.

    Those of a document are found together, since a bare noun may take up what an earlier sentence told.
    """
    if reading.triggers is None:
        reading.triggers = _read(reading)
    return reading.triggers.get(sentence.index, [])


def _read(reading: Reading) -> dict[int, list[Trigger]]:
    found: dict[int, list[Trigger]] = {}
    told: set[str] = set()
    order: dict[str, None] = {}
    article = 0
    for sentence in reading.read_sentences():
        if sentence.article != article:
            told, order, article = set(), {}, sentence.article
        known = [keys_of(token.word) for token in sentence.tokens]
        keys = _NO_KEYS.union(*[word.keys for word in known])
        scene = Scene(sentence.tokens, known, sentence.mentions, told, order, keys)
        found[sentence.index] = _scan(reading, scene)
    return found


def _scan(reading: Reading, scene: Scene) -> list[Trigger]:
    if is_sport(scene):
        return []
    blocked, named, persons = _blocked(scene), _named(scene), _named(scene, ("person",))
    found: list[Trigger] = []
    used: set[int] = set()
    for at, word in enumerate(scene.known):
        if not word.starts or at in used:
            continue
        match = _longest(at, scene)
        if match is None or match.places[-1] <= blocked.get(at, -1):
            continue
        if match.places[-1] <= named.get(at, -1) and not _is_no_name(match, named, scene):
            continue
        if not persons.keys().isdisjoint(match.places[1:]):
            continue  # «توجه … شكري» is no «توجه بالشكر»
        entry = match.pattern.entry
        scene.order.pop(entry.type, None)
        scene.order[entry.type] = None
        scene.told.update((entry.id, entry.type, named_act(match.pattern)), acts(entry, match.first, scene))
        _append(found, _trigger(reading, scene, match), scene)
        used.update(match.places)
        used.update(_objects(match, scene))
    return found


def _is_no_name(match: _Match, named: dict[int, int], scene: Scene) -> bool:
    """Whether what was taken for a name is none: «إيفاد وزير» is not IFAD, «فندد بايدن» no man of two names."""
    at, pattern = match.first, match.pattern
    if pattern.form == "verb" and is_joined(scene.tokens[at]):
        return True
    return pattern.form == "masdar" and bool(pattern.needs) and named[at] == at and named.get(at - 1, -1) < at


def _objects(match: _Match, scene: Scene) -> tuple[int, ...]:
    """The object that a verb needs, where it names the same act: «وقّع الرئيسان معاهدة» is one event."""
    pattern = match.pattern
    if pattern.form != "verb" or not pattern.needs:
        return ()
    for place in range(match.first + 1, min(len(scene.known), match.first + 1 + OBJECT_AFTER_VERB)):
        word = scene.tokens[place].word
        if scene.tokens[place].form in ENDS:
            return ()
        if word is None or {"ب", "ل", "و"} & set(word.proclitics):
            continue
        if scene.tokens[place - 1].form in words("prepositions"):
            continue
        if not pattern.needs.isdisjoint(scene.known[place].keys):
            same = any(start.entry.type == pattern.entry.type for start in scene.known[place].starts)
            return (place,) if same else ()
    return ()


def _append(found: list[Trigger], trigger: Trigger, scene: Scene) -> None:
    if found and trigger.first <= found[-1].last:
        found.pop()
    elif found and _carries(found[-1], trigger, scene):
        before = found.pop()
        trigger = trigger._replace(first=before.first, start=before.start, support=before.head, morph=before.morph)
    found.append(trigger)


def _carries(before: Trigger, trigger: Trigger, scene: Scene) -> bool:
    """Whether the word before only carries this noun of its own type: «توقيع اتفاقية», «تعميق التعاون»."""
    if before.last + 1 != trigger.first or before.entry.type != trigger.entry.type:
        return False
    noun, carrier = scene.tokens[trigger.head].word, scene.tokens[before.head].word
    if trigger.form not in ("masdar", "noun", "multi") or noun is None or carrier is None:
        return False
    if {"ب", "ل", "و"} & set(noun.proclitics):
        return False
    return (before.form == "masdar" and not carrier.definite) or (before.form == "verb" and not noun.definite)


def _longest(at: int, scene: Scene) -> _Match | None:
    for pattern in scene.known[at].starts:
        if not pattern.rest <= scene.keys:
            continue
        match = _match(pattern, at, scene.tokens, scene.known)
        if match is not None and holds(pattern, at, match.places[-1], scene):
            return match
    return None


def _match(pattern: Pattern, at: int, tokens: list[Token], known: list[Keys]) -> _Match | None:
    if len(pattern.items) == 1:
        return _Match(pattern, at, at, (at,))
    places, gap = [at], 0
    for item in pattern.items[1:]:
        if item == GAP:
            gap = LONGEST_GAP
            continue
        place = places[-1] + 1
        while place < len(known) and item not in known[place].keys:
            if not gap or tokens[place].form in _SIGNS_OF_GAP or tokens[place].form in words("prepositions"):
                return None
            gap -= 1
            place += 1
        if place >= len(known):
            return None
        if not item.startswith("+"):  # a clitic's word stays free for an act of its own: «أمر بسحب القوات»
            places.append(place)
        gap = 0
    last = at
    while last + 1 in places:
        last += 1
    if GAP in pattern.items and pattern.items[-1].startswith("n:"):  # the noun is an event of its own
        last, places = at, [at]
    return _Match(pattern, at, last, tuple(places))


def _trigger(reading: Reading, scene: Scene, match: _Match) -> Trigger:
    entry, first, form = match.pattern.entry, match.first, match.pattern.form
    support, morph = -1, None
    if match.pattern.items[0].startswith("v:"):
        morph = _inflection(match.pattern.items[0][2:], first, scene, reading)
    elif (light := light_verb(entry, first, scene.tokens, scene.known)) is not None:
        support, adjacent = light
        verbs = scene.known[support].verbs
        morph = verbs[0] if verbs else None
        first = support if adjacent else first
    start, end = scene.tokens[first].start, scene.tokens[match.last].end
    return Trigger(first, match.last, match.first, start, end, entry, form, support, morph, entry.id)


def _inflection(lemma: str, at: int, scene: Scene, reading: Reading) -> Morph | None:
    token = scene.tokens[at]
    readings = [morph for morph in scene.known[at].verbs if morph.lemma == lemma.rstrip(SHADDA)]
    written = reading.text[token.start : token.end]
    if _DAMMA in written:
        passive = [morph for morph in readings if morph.voice == "p"]
        if passive and _is_marked_passive(written, passive[0]):
            return passive[0]
    # unvowelled, a verb that can be active is
    return next((morph for morph in readings if morph.voice != "p"), readings[0] if readings else None)


def _is_marked_passive(written: str, morph: Morph) -> bool:
    """Whether the written damma is that of the passive: «قُتل», «يُتهم», not that of «يُعلن»."""
    if morph.aspect == "p":
        return True
    return SHADDA not in morph.lexeme and not morph.lexeme.startswith("أ") and written.find(_DAMMA) <= 3


def _blocked(scene: Scene) -> dict[int, int]:
    """The tokens of phrases in which no word is an event, each with the phrase's last token."""
    blocked: dict[int, int] = {}
    known = scene.known
    for at, word in enumerate(known):
        for items in word.negatives:
            if not scene.keys.issuperset(items):
                continue
            last = at + len(items) - 1
            if last < len(known) and all(item in known[at + n].keys for n, item in enumerate(items)):
                for place in range(at, last + 1):
                    blocked[place] = max(blocked.get(place, -1), last)
    return blocked


def _named(scene: Scene, kinds: tuple[str, ...] = NAMES) -> dict[int, int]:
    """The tokens of names, each with the name's last token: «جسر الاتفاق», «يحيى»."""
    named: dict[int, int] = {}
    starts = [token.start for token in scene.tokens] if scene.mentions else []
    for mention in scene.mentions:
        if mention.adjectival or mention.kind not in kinds:
            continue
        last = bisect_left(starts, mention.end) - 1
        for place in range(max(0, bisect_right(starts, mention.start) - 1), last + 1):
            named[place] = last
    return named
