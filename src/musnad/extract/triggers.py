"""Triggers: the words of a sentence that carry a PLOVER event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from musnad.extract.reading import Reading, SentenceReading
from musnad.extract.trigger_index import ACTOR, GAP, PERSON, PRONOUN, SPOKEN, Keys, Pattern, index, keys_of, words
from musnad.extract.trigger_lexicon import SHADDA, Entry
from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.tokens import Token

LONGEST_GAP = 3  # words that a gap of a phrase may hold: a subject with its title («قطعت وزارة الخارجية … علاقاتها»)
NEEDED_AFTER_SPEECH = 12  # what is said stands behind the speaker with all his titles
NEEDED_AFTER_VERB = 7  # a verb's object stands behind its subject
NEEDED_AFTER_NOUN = 3
LIGHT_BEFORE = 5  # tokens between a light verb and its noun: the subject with a title
ACTOR_NEAR = 4  # tokens in which a weak trigger looks for a named actor
_SIGNS_OF_GAP = frozenset('.،؛:!؟?;,()[]"')
_ENDS = frozenset(".؛!؟?;:")
_PERSON: tuple[str, ...] = ("person",)
_ACTORS: tuple[str, ...] = ("person", "state", "organization", "group")


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
    reach: int  # last token that the pattern used up


def triggers(reading: Reading, sentence: SentenceReading) -> list[Trigger]:
    """The triggers of a sentence in order, none overlapping another; empty for a sentence without any event."""
    tokens = sentence.tokens
    known = [keys_of(token.word) for token in tokens]
    blocked = _blocked(known)
    named = _named(sentence)
    found: list[Trigger] = []
    used = -1
    for at, word in enumerate(known):
        if at <= used or not word.starts:
            continue
        match = _longest(tokens, known, at, sentence)
        if (
            match is None
            or match.reach <= blocked.get(at, -1)
            or tokens[match.reach].end <= named.get(tokens[at].start, -1)
        ):
            continue
        trigger = _trigger(reading, sentence, known, match)
        if found and trigger.first <= found[-1].last:
            found.pop()
        elif found and _carried(found[-1], trigger):
            before = found.pop()
            trigger = trigger._replace(first=before.first, start=before.start, support=before.head, morph=before.morph)
        found.append(trigger)
        used = match.reach
    return found


def _carried(before: Trigger, trigger: Trigger) -> bool:
    """Whether the word before only carries this noun of its own type: «توقيع اتفاقية», «تعميق التعاون»."""
    touching = before.last + 1 == trigger.first and before.entry.type == trigger.entry.type
    return touching and before.form in ("verb", "masdar") and trigger.form in ("masdar", "noun", "multi")


def _named(sentence: SentenceReading) -> dict[int, int]:
    """Where the tokens of names start, each with the end of its name: «جسر الاتفاق», «يحيى»."""
    if not sentence.mentions:
        return {}
    starts = [token.start for token in sentence.tokens]
    return {
        start: mention.end
        for mention in sentence.mentions
        if not mention.adjectival and mention.kind != "state"
        for start in starts[bisect_right(starts, mention.start) - 1 : bisect_left(starts, mention.end)]
    }


def _longest(tokens: list[Token], known: list[Keys], at: int, sentence: SentenceReading) -> _Match | None:
    for pattern in known[at].starts:
        match = _match(pattern, tokens, known, at)
        if match is not None and _holds(match, tokens, known, sentence):
            return match
    return None


def _match(pattern: Pattern, tokens: list[Token], known: list[Keys], at: int) -> _Match | None:
    if len(pattern.items) == 1:
        return _Match(pattern, at, at, at)
    place, last, gap, gapped = at + 1, at, 0, False
    for item in pattern.items[1:]:
        if item == GAP:
            gap, gapped = LONGEST_GAP, True
            continue
        while place < len(known) and item not in known[place].keys:
            if not gap or tokens[place].form in _SIGNS_OF_GAP or tokens[place].form in words("prepositions"):
                return None
            gap -= 1
            place += 1
        if place >= len(known):
            return None
        if not gapped:
            last = place
        gap, place = 0, place + 1
    own_event = gapped and pattern.items[-1].startswith("n:")
    return _Match(pattern, at, last, last if own_event else place - 1)


def _holds(match: _Match, tokens: list[Token], known: list[Keys], sentence: SentenceReading) -> bool:
    pattern, at = match.pattern, match.first
    token = tokens[at]
    if pattern.form == "verb" and not _verbal(tokens, at):
        return False
    if pattern.form in ("masdar", "noun") and token.pos in ("VERB", "AUX", "ADP"):
        return False
    if pattern.entry.type in SPOKEN and not _spoken(pattern, tokens, known, at):
        return False
    if pattern.needs and not _needed(pattern, tokens, known, at, sentence):
        return False
    if pattern.unless and _follows(pattern.unless, tokens, known, at, _reach(pattern)):
        return False
    return not pattern.entry.weak or _supported(match, tokens, known, sentence)


def _verbal(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.word is None or token.word.definite:
        return False
    if token.pos in ("VERB", "AUX"):
        return True
    # a tag is worth less than the place of a verb: the head of a clause
    before = tokens[at - 1] if at else None
    return (
        before is None
        or before.form in words("before_verb")
        or (before.kind == "sign" and before.form not in "\"'")
        or token.word.proclitics[:1] in (("و",), ("ف",))
    )


def _spoken(pattern: Pattern, tokens: list[Token], known: list[Keys], at: int) -> bool:
    """Whether an act of speech is one: a participle is no person («المتهم»), an expert no political actor."""
    if pattern.form == "participle" and not _predicate(tokens, at):
        return False
    if pattern.form not in ("verb", "participle"):
        return True
    around = known[max(0, at - 1) : at] + known[at + 1 : at + 3]
    return all(index().observers.isdisjoint(each.keys) for each in around)


def _predicate(tokens: list[Token], at: int) -> bool:
    """Whether a participle stands for a verb: indefinite, and a feminine one set off («، داعيةً إلى»)."""
    word = tokens[at].word
    if word is None or word.definite:
        return False
    return not word.core.endswith("ه") or not at or tokens[at - 1].kind == "sign" or "و" in word.proclitics


def _needed(pattern: Pattern, tokens: list[Token], known: list[Keys], at: int, sentence: SentenceReading) -> bool:
    word = tokens[at].word
    if PRONOUN in pattern.needs and word is not None and word.enclitic:
        return True
    if _follows(pattern.needs, tokens, known, at, _reach(pattern)):
        return True
    kinds = _PERSON if PERSON in pattern.needs else _ACTORS if ACTOR in pattern.needs else ()
    low, high = tokens[at].end, tokens[min(len(tokens) - 1, at + NEEDED_AFTER_NOUN)].end
    return any(m.kind in kinds and not m.adjectival and low <= m.start and m.end <= high for m in sentence.mentions)


def _reach(pattern: Pattern) -> int:
    if pattern.form not in ("verb", "participle"):
        return NEEDED_AFTER_NOUN
    return NEEDED_AFTER_SPEECH if pattern.entry.type in SPOKEN else NEEDED_AFTER_VERB


def _follows(wanted: frozenset[str], tokens: list[Token], known: list[Keys], at: int, reach: int) -> bool:
    for place in range(at + 1, min(len(known), at + 1 + reach)):
        if tokens[place].form in _ENDS:
            return False
        if not wanted.isdisjoint(known[place].keys):
            return True
    return False


def _supported(match: _Match, tokens: list[Token], known: list[Keys], sentence: SentenceReading) -> bool:
    at, word = match.first, tokens[match.first].word
    if (word is not None and word.enclitic) or (at and tokens[at - 1].form in words("demonstratives")):
        return True
    if match.pattern.entry.light and _light(match.pattern.entry, tokens, known, at) is not None:
        return True
    low = tokens[max(0, at - 2)].start
    high = tokens[min(len(tokens) - 1, match.reach + ACTOR_NEAR)].end
    return any(m.kind != "place" and low <= m.start and m.end <= high for m in sentence.mentions)


def _light(entry: Entry, tokens: list[Token], known: list[Keys], at: int) -> tuple[int, bool] | None:
    """The token of a light verb (or its masdar) before a noun, and whether it stands directly before it."""
    for place in range(at - 1, max(-1, at - 1 - LIGHT_BEFORE), -1):
        form = tokens[place].form
        if form in ".؛!؟?;":
            return None
        for name in entry.light:
            for light in index().light[name]:
                verb = f"v:{light.verb}" in known[place].keys
                if not verb and not (light.masdar and f"n:{light.masdar}" in known[place].keys and at - place <= 2):
                    continue
                if _joined(light.preposition, tokens, place, at):
                    between = at - place - 1
                    return place, between == 0 or (between == 1 and tokens[at - 1].form == light.preposition)
    return None


def _joined(preposition: str, tokens: list[Token], place: int, at: int) -> bool:
    word = tokens[at].word
    if not preposition:
        return word is not None and not any(clitic in ("ب", "ل", "ك") for clitic in word.proclitics)
    if len(preposition) == 1:
        return word is not None and preposition in word.proclitics
    return tokens[at - 1].form == preposition


def _trigger(reading: Reading, sentence: SentenceReading, known: list[Keys], match: _Match) -> Trigger:
    tokens, entry = sentence.tokens, match.pattern.entry
    first, support, form = match.first, -1, match.pattern.form
    morph: Morph | None = None
    if match.pattern.items[0].startswith("v:"):
        morph = _verb(match.pattern.items[0][2:], tokens[first], known[first], reading)
    elif entry.light and (light := _light(entry, tokens, known, first)) is not None:
        support, adjacent = light
        morph = known[support].verbs[0] if known[support].verbs else None
        first = support if adjacent else first
    start, end = tokens[first].start, tokens[match.last].end
    return Trigger(first, match.last, match.first, start, end, entry, form, support, morph, entry.id)


def _verb(lemma: str, token: Token, known: Keys, reading: Reading) -> Morph | None:
    readings = [morph for morph in known.verbs if morph.lemma == lemma.rstrip(SHADDA)]
    written = reading.text[token.start : token.end]
    if "\u064f" in written:
        passive = [morph for morph in readings if morph.voice == "p"]
        if passive and _marked_passive(written, passive[0]):
            return passive[0]
    return readings[0] if readings else None


def _marked_passive(written: str, morph: Morph) -> bool:
    """Whether the written damma is that of the passive: «قُتل», «يُتهم», not that of «يُعلن»."""
    if morph.aspect == "p":
        return True
    lexeme = morph.lexeme
    return "\u0651" not in lexeme and not lexeme.startswith("أ") and written.find("\u064f") <= 3


def _blocked(known: list[Keys]) -> dict[int, int]:
    """The tokens of phrases in which no word is an event, each with the phrase's last token."""
    blocked: dict[int, int] = {}
    for at, word in enumerate(known):
        for items in word.negatives:
            last = at + len(items) - 1
            if last < len(known) and all(item in known[at + n].keys for n, item in enumerate(items)):
                for place in range(at, last + 1):
                    blocked[place] = max(blocked.get(place, -1), last)
    return blocked
