"""Chunks of a sentence: noun phrases with idafa and adjectives, prepositional phrases, verb groups."""

from __future__ import annotations

from typing import NamedTuple

from musnad.extract.grammar.covering import by_token
from musnad.extract.grammar.noun_bounds import (
    behind_at_least,
    is_described,
    is_dual_title,
    is_in_charge,
    is_office,
    is_other,
    is_purpose,
    is_voiced,
    may_tell,
    tells_of,
)
from musnad.extract.grammar.shapes import (
    NEVER,
    Shape,
    has_tanwin,
    is_adjective,
    is_rather_noun,
    prepositional_phrases,
    shapes,
    verb_margin,
)
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

# by how many powers of ten a word must be likelier a verb than a noun to be read as one; set by eye on untagged news
THRESHOLD_START, THRESHOLD_JOINED, THRESHOLD_IDAFA, THRESHOLD_BEHIND = -0.8, -0.5, 1.0, 2.5
NISBA_NAMES = frozenset({"السعودية", "السعوديه", "تركية"})  # a state's name that is an adjective too
PLACES = frozenset({"شمال", "جنوب", "شرق", "غرب", "داخل", "خارج", "قرب", "وسط"})  # nouns behind another preposition
_NOMINAL = frozenset({"word", "number", "latin", "quantifier", "demonstrative"})
_BEFORE_VERB = frozenset({"negation", "particle", "auxiliary"})


class Phrase(NamedTuple):
    """Tokens `first` to `last` (inclusive, indices into the sentence's tokens) of one chunk.

    `kind` is `noun`, `verb` or `other`; `head` the index of the head token; `preposition` the folded preposition
    that governs a noun phrase («الى», «ل», «ب» …; empty if none). Coordinated ones are one phrase with several `heads`.
    """

    kind: str
    first: int
    last: int
    head: int
    preposition: str = ""
    heads: tuple[int, ...] = ()


class Chunks:
    """The chunks of a sentence with the way from a token to its phrase and its mention.

    `owner[i]` is the index of the phrase of token i; `mention_at[i]` the mention that token i is part of, or None;
    `time_at[i]` the time expression likewise.
    """

    __slots__ = ("mention_at", "owner", "phrases", "shapes", "time_at", "tokens")

    def __init__(self, sentence: SentenceReading) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.shapes: list[Shape] = shapes(sentence.tokens)
        self.mention_at = by_token(sentence.tokens, sentence.mentions)
        for at, mention in enumerate(self.mention_at):
            # «لبنان» is a name, not ل and a noun
            whole = mention is not None and mention.start == self.tokens[at].start
            if whole and self.shapes[at].kind == "preposition" and not self.shapes[at].pronoun:
                self.shapes[at] = Shape("word")  # «جنوب لبنان»
            elif whole and self.shapes[at].preposition and "لل" not in self.tokens[at].form[:3]:
                self.shapes[at] = self.shapes[at]._replace(preposition="", joined=False)
        self.time_at = by_token(sentence.tokens, sentence.times)
        for at, time in enumerate(self.time_at):
            if time is not None and self.tokens[at].form == "/":
                self.shapes[at] = Shape("sign")  # «مارس/آذار»: no end of a sentence
        self.phrases: list[Phrase] = []
        _Chunker(self).run()
        self.owner = [index for index, phrase in enumerate(self.phrases) for _ in range(phrase.first, phrase.last + 1)]
        for phrase in self.phrases:
            if phrase.kind == "verb" and self.tokens[phrase.head].pos == "X":
                self.tokens[phrase.head].pos = "VERB"

    def phrase_of(self, token: int) -> Phrase:
        """The phrase that holds a token."""
        return self.phrases[self.owner[token]]


def chunks(sentence: SentenceReading) -> Chunks:
    """The chunks of a sentence, made once and kept on it."""
    if sentence.chunks is None:
        sentence.chunks = Chunks(sentence)
    return sentence.chunks


def phrases(sentence: SentenceReading) -> list[Phrase]:
    """The chunks of a sentence in order, without overlap."""
    return chunks(sentence).phrases


def actors(reading: Reading, sentence: SentenceReading, phrase: Phrase) -> tuple[str, ...]:
    """The ids of the entities that a noun phrase stands for: by the names in it, or resolved within the article.

    Empty where the phrase names no actor or none that is sure.
    """
    from musnad.extract.actors.coreference import phrase_actors

    return phrase_actors(reading, sentence, phrase)


class _Chunker:
    """One pass from left to right over a sentence."""

    __slots__ = ("at", "chunks", "count", "governed", "mention_at", "shapes", "time_at", "tokens")

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self.tokens, self.shapes = chunks.tokens, chunks.shapes
        self.mention_at, self.time_at = chunks.mention_at, chunks.time_at
        self.count = len(self.tokens)
        self.at = 0
        self.governed = -1  # the token behind a preposition of several words («في ظل رفض»): no verb

    def run(self) -> None:
        add = self.chunks.phrases.append
        while self.at < self.count:
            add(self.phrase())

    def phrase(self) -> Phrase:
        first, here = self.at, self.shapes[self.at]
        if self.mention_at[first] is not None:
            return self.noun_phrase(first, here.preposition)
        if here.kind in ("preposition", "adverb") and is_voiced(self.tokens, self.mention_at, first):
            return self.single(first, "verb")
        if here.kind == "preposition":
            return self.prepositional(first)
        if here.kind in _BEFORE_VERB:
            return self.verb_group(first)
        counted = behind_at_least(self.tokens, first) if here.kind == "relative_ambiguous" else self.count
        if counted < self.count and self.begins_noun_phrase(counted):
            return self.noun_phrase(counted, "")._replace(first=first)
        if here.kind == "pronoun":
            return self.single(first, "noun")
        if here.kind in _NOMINAL:
            if self.is_plain_verb(first):
                return self.single(first, "verb")
            return self.noun_phrase(first, here.preposition)
        return self.single(first, "other")

    def single(self, first: int, kind: str, preposition: str = "") -> Phrase:
        self.at = first + 1
        return Phrase(kind, first, first, first, preposition, (first,) if kind == "noun" else ())

    def verb_group(self, first: int) -> Phrase:
        at = first
        while at < self.count and self.shapes[at].kind in _BEFORE_VERB and (at == first or not self.shapes[at].joined):
            at += 1
        if at < self.count and self.is_plain_verb(at):
            self.at = at + 1
            return Phrase("verb", first, at, at)
        self.at = at
        lone = self.shapes[at - 1].kind == "auxiliary" or self.tokens[at - 1].form.startswith("ليس")
        return Phrase("verb" if lone else "other", first, at - 1, at - 1)

    def is_plain_verb(self, at: int) -> bool:
        here = self.shapes[at]
        if here.kind != "word" or here.definite or at == self.governed or self.mention_at[at] is not None:
            return False
        if here.preposition and not is_purpose(self.tokens[at], here.preposition):
            return False
        if here.pronoun and self.follows_verb(at):
            return False
        if at + 1 < self.count and is_described(self.tokens[at], self.mention_at[at + 1], self.tokens[at + 1]):
            return False
        if not at and self.count > 1 and may_tell(self.tokens[0]) and tells_of(self.tokens[1], self.mention_at[1]):
            return True
        margin = verb_margin(self.tokens[at])
        if margin == NEVER and at and self.shapes[at - 1].kind == "relative":
            return self.is_resuming(at)
        return margin > NEVER and margin > self.threshold(at)

    def follows_verb(self, at: int) -> bool:
        """«أعلنت كينيا رفضها»: behind a verb and its subject, what can be a noun with its pronoun is one."""
        made, word = self.chunks.phrases, self.tokens[at].word
        if not made or made[-1].last != at - 1 or self.shapes[at].joined or word is None:
            return False
        subject = self.mention_at[made[-1].head] is not None or self.shapes[made[-1].head].definite
        verb = made[-2] if len(made) > 1 and subject and not made[-1].preposition else made[-1]
        full = verb.kind == "verb" and self.shapes[verb.head].kind == "word"  # no auxiliary
        return full and word.reading("NOUN") is not None

    def is_resuming(self, at: int) -> bool:
        """«الاتهامات التي وجهتها»: behind a relative, a form with a suffix pronoun that can be a verb is one."""
        word = self.tokens[at].word
        return bool(self.shapes[at].pronoun) and word is not None and word.reading("VERB") is not None

    def threshold(self, at: int) -> float:
        """What the margin of a verb over a noun must be here: low where a clause begins, high behind a preposition."""
        before = self.shapes[at - 1].kind if at else "stop"
        if self.shapes[at].joined and before != "preposition":
            return THRESHOLD_JOINED
        if before in _BEFORE_VERB and self.tokens[at - 1].form.lstrip("وف") in ("لم", "لن", "قد", "سوف", "لا"):
            return NEVER
        if before in ("stop", "comma", "complementizer", "relative", "subordinator", "conjunction", "auxiliary"):
            return THRESHOLD_START
        return THRESHOLD_BEHIND if before in ("preposition", "quantifier", "number") else 0.0

    def prepositional(self, first: int) -> Phrase:
        here, at = self.shapes[first], first + 1
        preposition = here.preposition
        if here.pronoun:
            return self.single(first, "noun", preposition)
        form = self.tokens[first].form.removeprefix("و" if here.joined else "")
        for rest, role in prepositional_phrases().get(form, ()) if at < self.count else ():
            if not self.matches(at, rest[0]) or len(rest) > self.count - at:
                continue
            if all(self.matches(at + n, word) for n, word in enumerate(rest)):
                at, preposition = at + len(rest) - (len(rest[-1]) == 1), role
                self.governed = at
                break
        if at + 1 < self.count and self.shapes[at].preposition in PLACES and not self.shapes[at].pronoun:
            at += 1  # «من شمال العراق», «إلى داخل سوريا»
        if at >= self.count or not self.begins_noun_phrase(at) or self.shapes[at].kind == "preposition":
            return self.single(first, "other")
        self.at = at
        found = self.noun_phrase(at, preposition)
        return found._replace(first=first)

    def matches(self, at: int, word: str) -> bool:
        return self.shapes[at].preposition == word if len(word) == 1 else self.tokens[at].form == word

    def begins_noun_phrase(self, at: int) -> bool:
        if self.mention_at[at] is not None or self.shapes[at].kind == "pronoun":
            return True
        if self.shapes[at].kind == "quote":
            return at + 1 < self.count and self.shapes[at + 1].kind in _NOMINAL and not self.is_plain_verb(at + 1)
        return self.shapes[at].kind in _NOMINAL and not self.is_plain_verb(at)

    def noun_phrase(self, first: int, preposition: str) -> Phrase:
        heads = [self.part(first)]
        while (following := self.conjunct()) is not None:
            heads.append(self.part(following))
        return Phrase("noun", first, self.at - 1, heads[0], preposition, tuple(heads))

    def conjunct(self) -> int | None:
        """The token that a coordinated noun phrase begins with, if one follows."""
        at = self.at
        if at >= self.count:
            return None
        here = self.shapes[at]
        if here.kind == "comma" and at + 1 < self.count:
            follows = self.shapes[at + 1]
            named = self.mention_at[at + 1] is not None and self.mention_at[at - 1] is not None
            return at + 1 if follows.joined and named and not follows.preposition else None
        if here.kind == "conjunction" and at + 1 < self.count and not self.shapes[at + 1].joined:
            return at + 1 if self.begins_noun_phrase(at + 1) and not self.shapes[at + 1].preposition else None
        if here.joined and not here.preposition and here.kind in _NOMINAL and not self.is_plain_verb(at):
            return at
        return None

    def part(self, first: int) -> int:
        """Reads one noun phrase without coordination; its head, `self.at` is left behind its last token."""
        head = self.skip_quantifiers(first)
        at = head + 1
        named = self.end_of_mention(head)
        if named is not None:
            at = named
        last, person = at - 1, self.is_person(head)
        while at < self.count:
            step = self.continues(at, last, person)
            if step is None or (last < self.end_of_state(head) and is_other(self.tokens[step], self.mention_at[step])):
                break
            person = person or self.is_person(step)
            named = self.end_of_mention(step)
            at = named if named is not None else step + 1
            last = at - 1
            if (
                at < self.count
                and self.shapes[at].kind == "quote"
                and step > head
                and self.shapes[step - 1].kind == "quote"
            ):
                at += 1
        self.at = at
        return head

    def skip_quantifiers(self, first: int) -> int:
        at = first
        while at + 1 < self.count and self.mention_at[at] is None:
            here, follows = self.shapes[at], self.shapes[at + 1]
            if here.pronoun or here.kind not in ("quantifier", "demonstrative", "number", "quote"):
                break
            if (
                here.kind == "quantifier"
                and self.tokens[at + 1].form == "من"
                and at + 2 < self.count
                and self.begins_noun_phrase(at + 2)
            ):
                at += 2
                continue
            if not self.begins_noun_phrase(at + 1) or follows.preposition or (follows.joined and here.kind != "number"):
                break
            at += 1
        return at

    def end_of_state(self, head: int) -> int:
        """The token behind the name of a state that a noun phrase begins with; 0 where it begins with none."""
        mention = self.mention_at[head]
        named = mention is not None and mention.kind == "state" and not mention.adjectival
        return (self.end_of_mention(head) or 0) if named else 0

    def end_of_mention(self, at: int) -> int | None:
        mention = self.mention_at[at]
        if mention is None:
            return None
        while at < self.count and self.mention_at[at] is mention:
            at += 1
        return at

    def is_person(self, at: int) -> bool:
        mention = self.mention_at[at]
        return mention is not None and mention.kind == "person"

    def continues(self, at: int, last: int, person: bool) -> int | None:
        """The token at which the noun phrase goes on after `last` (beyond an opening quote), or None where it ends."""
        here = self.shapes[at]
        if here.kind == "quote":
            inside = at + 1
            follows = inside < self.count and not self.shapes[inside].joined and self.shapes[inside].kind == "word"
            return inside if follows and self.is_open(last) and not self.shapes[inside].preposition else None
        if is_in_charge(self.tokens[last], self.tokens[at]):
            return at
        if here.joined or here.preposition or here.kind not in _NOMINAL:
            return None
        if self.time_at[at] is not self.time_at[last]:
            return None
        mention = self.mention_at[at]
        if mention is not None:
            if mention.adjectival or (mention.text in NISBA_NAMES and self.shapes[last].definite == here.definite):
                return at
            return at if self.takes_name(mention, last, person) else None
        if self.shapes[last].kind == "demonstrative":
            return at if here.definite and here.kind == "word" else None  # «تكرار هذه المناورات»
        if here.kind == "demonstrative":
            other = at + 1 < self.count and self.shapes[at + 1].definite  # «رفضت الحكومة هذه الخطوة»
            return at if (self.shapes[last].definite and not other) or self.is_open(last) else None
        if here.kind in ("number", "latin"):
            return at if self.shapes[last].kind == "word" and self.mention_at[last] is None else None
        if self.is_plain_verb(at) and (not self.is_open(last) or verb_margin(self.tokens[at]) > THRESHOLD_IDAFA):
            return None
        return at if self.agrees(at, last) else None

    def takes_name(self, mention: Mention, last: int, person: bool) -> bool:
        if self.is_open(last):
            return True
        if mention.kind != "person" or person:
            return False
        # «الرئيس الروسي فلاديمير بوتين»: a definite description, then its name
        before = self.mention_at[last]
        return self.shapes[last].definite or (before is not None and before.kind != "person")

    def is_open(self, last: int) -> bool:
        """Whether the noun at `last` can govern a genitive: a common noun without article, pronoun or tanwin."""
        here, token = self.shapes[last], self.tokens[last]
        if self.mention_at[last] is not None or here.definite or here.pronoun:
            return False
        if here.kind not in ("word", "quantifier"):
            return False
        if token.pos == "ADJ" and not (last and not self.shapes[last - 1].definite and is_office(token)):
            return False
        return not has_tanwin(token) or self.is_dual_construct(last)

    def is_dual_construct(self, last: int) -> bool:
        """«وزيرا خارجية فرنسا وإيطاليا»: the alif of a title's dual before its genitive."""
        if not is_dual_title(self.tokens[last]) or last + 1 >= self.count or self.shapes[last + 1].preposition:
            return False
        return self.mention_at[last + 1] is not None or not has_tanwin(self.tokens[last + 1])

    def agrees(self, at: int, last: int) -> bool:
        here, token, before = self.shapes[at], self.tokens[at], self.shapes[last]
        if self.is_open(last):
            return not has_tanwin(token) or before.kind == "quantifier" or is_adjective(token)
        if before.kind == "number":
            return True
        unknown = token.pos == "X"
        if here.definite:
            closed = before.definite or bool(before.pronoun) or self.mention_at[last] is not None
            mention = self.mention_at[last] if token.pos == "NOUN" else None
            if mention is not None and (not before.definite or (mention.adjectival and is_rather_noun(token))):
                return False  # «الهند وباكستان القصف», «الخارجية السورية العدوان»
            return closed and (is_adjective(token) or (unknown and before.definite))
        if before.definite or before.pronoun or self.mention_at[last] is not None:
            return False
        return is_adjective(token) and (has_tanwin(token) == has_tanwin(self.tokens[last]) or not has_tanwin(token))
