"""Clauses of a sentence: where they begin, what governs them, and the subject and objects of their verbs.

One pass from left to right over the chunks keeps a stack: complementizers (أن، إن), relatives (الذي),
subordinators (بعدما، إذا) and opening brackets push a clause; closing brackets, and commas behind a clause that
has had its verb, pop it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.extract.grammar.phrases import Chunks, Phrase, chunks
from musnad.extract.reading import SentenceReading
from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_yaml, package_path

REACH = 40  # phrases to either side of a verb in which its places are sought; keeps endless sentences linear
_OPENERS = {
    "complementizer": "that",
    "relative": "relative",
    "relative_ambiguous": "relative",
    "subordinator": "adverbial",
}


class Clause(NamedTuple):
    """`kind` is `main`, `that`, `relative`, `adverbial`, `condition` or `aside`; `opener` the phrase that opens it,
    -1 for main.

    `governor` is the phrase before the opener (the verb that أن depends on, the noun that الذي describes), `parent` the
    index of the clause around it; -1 where there is none.
    """

    kind: str
    opener: int
    governor: int
    parent: int


class VerbFrame(NamedTuple):
    """The places around a finite verb, as indices of phrases: -1 or empty where the sentence has none.

    `antecedent` is the noun that a relative clause describes, where it is the subject; `carried` tells that the subject
    is that of the verb before it.
    """

    verb: int
    subject: int = -1
    objects: tuple[int, ...] = ()
    prepositional: tuple[int, ...] = ()
    carried: bool = False
    topic: int = -1


class Clauses:
    """The clauses of a sentence; `of[p]` is the clause of phrase p."""

    __slots__ = ("_frames", "clauses", "made", "of")

    def __init__(self, made: Chunks) -> None:
        self.made = made
        self.clauses: list[Clause] = [Clause("main", -1, -1, -1)]
        self.of: list[int] = []
        self._frames: dict[int, VerbFrame] = {}
        self._read()

    def clause(self, phrase: int) -> Clause:
        """The clause that a phrase stands in."""
        return self.clauses[self.of[phrase]]

    def frame(self, phrase: int) -> VerbFrame:
        """The subject, objects and prepositional phrases of the verb phrase at index `phrase`."""
        if not self._frames:
            # from left to right, so that a subject that is carried on is known already
            for index, each in enumerate(self.made.phrases):
                if each.kind == "verb":
                    self._frames[index] = _frame(self, index)
        return self._frames.get(phrase) or VerbFrame(phrase)

    def known_frame(self, phrase: int) -> VerbFrame | None:
        """The frame of a verb that was read already."""
        return self._frames.get(phrase)

    def verb_before(self, phrase: int) -> int:
        """The finite verb that governs a phrase of the same clause: the nearest before it; -1 if there is none."""
        clause = self.of[phrase]
        for index in range(phrase - 1, max(-1, phrase - REACH), -1):
            if self.of[index] == clause and self.made.phrases[index].kind == "verb":
                return index
        return -1

    def _read(self) -> None:
        stack, had_verb = [0], {0: False}
        words = _conditions()
        for index, phrase in enumerate(self.made.phrases):
            kind = self.made.shapes[phrase.head].kind if phrase.kind == "other" else phrase.kind
            if kind == "comma" and len(stack) > 1 and had_verb[stack[-1]] and self._closes(index, stack[-1]):
                stack.pop()
            elif kind == "close" and any(self.clauses[at].kind == "aside" for at in stack):
                while self.clauses[stack.pop()].kind != "aside":
                    pass
            elif kind == "stop":
                stack = [0]
            opener = _OPENERS.get(kind) or ("aside" if kind == "open" else "")
            if opener and not (opener == "relative" and not self._relative(index)):
                if opener == "adverbial" and self.made.tokens[phrase.head].form.lstrip("وف") in words:
                    opener = "condition"
                if opener == "that" and self._conditional(index):
                    opener = "condition"
                self.clauses.append(Clause(opener, index, index - 1, stack[-1]))
                stack.append(len(self.clauses) - 1)
                had_verb[stack[-1]] = False
            if phrase.kind == "verb":
                had_verb[stack[-1]] = True
            self.of.append(stack[-1])

    def _conditional(self, index: int) -> bool:
        """Whether «إن» is conditional: right before a perfect verb and not behind a preposition or verb that takes
        «أن».
        """
        phrases, at = self.made.phrases, self.made.phrases[index].head
        if (
            self.made.tokens[at].form.lstrip("وف") != "ان"
            or index + 1 >= len(phrases)
            or phrases[index + 1].kind != "verb"
        ):
            return False
        before = self.made.tokens[at - 1].form.lstrip("وف") if at else ""
        if before in ("بعد", "منذ", "قبل", "الي", "ما", "كما", "الا", "لولا", "علي", "حيث", "من", "لا", "سوي"):
            return False
        morph = verb_reading(self.made, phrases[index + 1])
        return morph is not None and morph.aspect == "p" and phrases[index + 1].first == phrases[index + 1].head

    def _relative(self, index: int) -> bool:
        """Whether «ما» or «من» begins a clause: only before a verb."""
        phrases = self.made.phrases
        if self.made.shapes[phrases[index].head].kind == "relative":
            return True
        return index + 1 < len(phrases) and phrases[index + 1].kind == "verb"

    def _closes(self, comma: int, clause: int) -> bool:
        """Whether a comma ends the clause: always a relative or adverbial one; a that-clause before «و» and a verb."""
        if self.clauses[clause].kind != "that":
            return self.clauses[clause].kind != "aside"
        phrases = self.made.phrases
        if comma + 1 >= len(phrases):
            return False
        following = phrases[comma + 1]
        return following.kind == "verb" and self.made.shapes[following.first].joined


def clauses(sentence: SentenceReading) -> Clauses:
    """The clauses of a sentence, made once and kept on it."""
    if sentence.clauses is None:
        sentence.clauses = Clauses(chunks(sentence))
    return sentence.clauses


def verb_reading(made: Chunks, phrase: Phrase) -> Morph | None:
    """The likeliest reading of a verb phrase's head as a verb; None if no table knows it.

    News tells in the third person; لم، لن and أن want the imperfect, «كان قد» the perfect.
    """
    word = made.tokens[phrase.head].word
    if word is None:
        return None
    verbs = [morph for morph in word.readings if morph.pos in ("VERB", "AUX")]
    if len(verbs) < 2:
        return verbs[0] if verbs else None
    wanted = _aspect_wanted(made, phrase)
    return max(verbs, key=lambda morph: (morph.aspect == wanted, morph.person == "3", morph.voice != "p"))


def _aspect_wanted(made: Chunks, phrase: Phrase) -> str:
    before = [made.tokens[at].form.lstrip("وف") for at in range(phrase.first, phrase.head)]
    if not before:
        at = phrase.first - 1
        return "i" if at >= 0 and made.tokens[at].form in ("ان", "كي", "لكي") else ""
    if "لم" in before or "لن" in before or "سوف" in before:
        return "i"
    if "قد" not in before:
        return ""
    return "p" if made.shapes[phrase.first].kind == "auxiliary" or _had(made, phrase.first) else ""


def _had(made: Chunks, first: int) -> bool:
    """«كان المجلس قد تبنى»: whether كان stands before «قد» with its subject and no other verb between them."""
    for at in range(first - 1, max(-1, first - REACH), -1):
        if made.tokens[at].form.lstrip("وف") in ("كان", "كانت", "كانا", "كانوا"):
            return True
        if made.phrases[made.owner[at]].kind == "verb" or made.shapes[at].kind == "stop":
            return False
    return False


@cache
def _conditions() -> frozenset[str]:
    data = load_yaml(package_path("extract", "data", "factuality", "cues.yaml"))
    return frozenset(fold_key(word) for word in data["conditions"])


def _frame(held: Clauses, verb: int) -> VerbFrame:
    after, prepositional = _after(held, verb)
    morph = verb_reading(held.made, held.made.phrases[verb])
    before = _topic(held, verb)
    plural = morph is not None and morph.number in ("p", "d")
    if (
        before >= 0
        and not _is_fronted(held, before, verb, after)
        and (plural or agrees_any(held.made, before, held.made.phrases[verb]))
    ):
        return VerbFrame(verb, before, after, prepositional, topic=before)
    antecedent = _antecedent(held, verb)
    if antecedent >= 0:
        resumed = bool(held.made.shapes[held.made.phrases[verb].head].pronoun) or _resumed(held, prepositional)
        if not resumed or not after:
            return VerbFrame(verb, antecedent, after, prepositional)
        return VerbFrame(verb, after[0], (antecedent, *after[1:]), prepositional)
    if after and not plural and agrees_any(held.made, after[0], held.made.phrases[verb]):
        return VerbFrame(verb, after[0], after[1:], prepositional)
    earlier = _earlier_verb(held, verb)
    if earlier >= 0:
        known = held.known_frame(earlier)
        subject = known.subject if known else -1
        if subject >= 0 and not plural and not agrees(held.made, subject, morph):
            subject = -1
        return VerbFrame(verb, subject, after, prepositional, carried=True)
    return VerbFrame(verb, -1, after, prepositional, carried=True)


def _after(held: Clauses, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bare and the prepositional noun phrases behind a verb in its own clause, up to the next verb."""
    made, clause = held.made, held.of[verb]
    bare: list[int] = []
    prepositional: list[int] = []
    for index in range(verb + 1, min(verb + REACH, len(made.phrases))):
        phrase = made.phrases[index]
        if held.of[index] != clause:
            if held.of[index] < clause:
                break
            continue
        kind = made.shapes[phrase.head].kind
        if phrase.kind == "verb" or kind == "stop":
            # «كان الوزير قد أعلن»: the auxiliary's subject is behind it, so is the verb's
            break
        if phrase.kind != "noun" or made.time_at[phrase.head] is not None:
            continue
        if made.shapes[phrase.first].joined and index > verb + 1 and not phrase.preposition:
            break
        (prepositional if phrase.preposition else bare).append(index)
    return tuple(bare), tuple(prepositional)


def _topic(held: Clauses, verb: int) -> int:
    """The bare noun phrase that the verb's clause begins with («إن بيونغ يانغ قد تحصل»),
    or that كان has before it; -1 if none.
    """
    made, clause, found = held.made, held.of[verb], -1
    if held.clauses[clause].kind == "relative" and verb == held.clauses[clause].opener + 1:
        return -1
    if made.shapes[made.phrases[verb].first].joined and not made.tokens[made.phrases[verb].first].form.startswith("ف"):
        return -1
    for index in range(verb - 1, max(-1, verb - REACH), -1):
        phrase = made.phrases[index]
        if held.of[index] != clause:
            if held.of[index] < clause:
                break
            continue
        kind = made.shapes[phrase.head].kind
        if phrase.kind == "verb" and kind != "auxiliary":
            # the noun phrase behind a verb is its own, unless a comma sets it off
            return found if found > 0 and made.shapes[made.phrases[found].first - 1].kind == "comma" else -1
        if kind == "stop":
            break
        if phrase.kind == "noun" and not phrase.preposition and made.time_at[phrase.head] is None:
            found = index
        if phrase.kind == "verb":
            break
    return found


def _is_fronted(held: Clauses, topic: int, verb: int, after: tuple[int, ...]) -> bool:
    """Whether the noun phrase before a verb is an adverbial («رداً على ذلك، انتقد الوزير»),
    so that the subject is behind it.
    """
    made, phrase = held.made, held.made.phrases[topic]
    head = phrase.head
    if made.mention_at[head] is not None or made.shapes[head].kind == "pronoun":
        return False
    form = made.tokens[head].form
    if (form.endswith("ا") and not made.shapes[head].definite) or form.startswith(("نفس", "ذات")):
        return True
    adjacent = bool(after) and after[0] == verb + 1
    comma = made.shapes[made.phrases[verb].first - 1].kind == "comma"
    embedded = any(held.of[index] != held.of[verb] for index in range(topic, verb))
    return adjacent and comma and not embedded


def _antecedent(held: Clauses, verb: int) -> int:
    clause = held.clause(verb)
    if clause.kind != "relative" or clause.governor < 0:
        return -1
    if any(
        held.made.phrases[index].kind == "verb"
        for index in range(max(clause.opener, verb - REACH), verb)
        if held.of[index] == held.of[verb]
    ):
        return -1
    governor = clause.governor
    while (
        governor > 0
        and held.made.phrases[governor].kind != "noun"
        and held.made.shapes[held.made.phrases[governor].head].kind in ("comma", "quote", "close")
    ):
        governor -= 1
    return governor if held.made.phrases[governor].kind == "noun" else -1


def _resumed(held: Clauses, prepositional: tuple[int, ...]) -> bool:
    return any(held.made.shapes[held.made.phrases[index].first].pronoun for index in prepositional[:1])


def _earlier_verb(held: Clauses, verb: int) -> int:
    """The verb whose subject a verb without its own takes over:
    the one before it in its clause, else in the clause around it.
    """
    clause = held.of[verb]
    for _ in range(4):
        if clause < 0:
            break
        for index in range(verb - 1, max(-1, verb - REACH), -1):
            if held.of[index] == clause and held.made.phrases[index].kind == "verb":
                return index
        clause = held.clauses[clause].parent
    return -1


def agrees_any(made: Chunks, phrase: int, verb: Phrase) -> bool:
    """Whether a noun phrase agrees with any reading of a verb;
    unvowelled «تقدم» is masculine past or feminine present.
    """
    word = made.tokens[verb.head].word
    verbs = [morph for morph in word.readings if morph.pos in ("VERB", "AUX")] if word is not None else []
    return not verbs or any(agrees(made, phrase, morph) for morph in verbs)


def agrees(made: Chunks, phrase: int, morph: Morph | None) -> bool:
    """Whether a noun phrase can be the subject of a verb in the third person singular;
    true where nothing speaks against it.
    """
    head = made.phrases[phrase].head
    mention = made.mention_at[head]
    if morph is None or morph.person not in ("", "3") or morph.number not in ("", "s"):
        return morph is None or morph.number in ("p", "d")
    if mention is None or mention.adjectival:
        return True
    from musnad.extract.actors.discourse import gender_of

    gender, _ = gender_of(mention)
    return not gender or not morph.gender or gender == morph.gender or mention.kind == "group"
