"""Clauses of a sentence: where they begin, what governs them, and the subject and objects of their verbs.

One pass from left to right over the chunks keeps a stack: complementizers (أن، إن), relatives (الذي),
subordinators (بعدما، إذا) and opening brackets push a clause; closing brackets, and commas behind a clause that
has had its verb, pop it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from musnad.extract.grammar.agreement import verb_reading
from musnad.extract.grammar.phrases import Chunks, chunks
from musnad.extract.grammar.shapes import has_tanwin
from musnad.extract.grammar.verb_frames import REACH, VerbFrame, verb_frame
from musnad.extract.reading import SentenceReading
from musnad.extract.word_lists import word_list
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_yaml, package_path

PARENTHESIS = 8  # phrases that a parenthesis between commas holds at most
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


class Clauses:
    """The clauses of a sentence; `of[p]` is the clause of phrase p."""

    __slots__ = ("_framed", "_frames", "clauses", "made", "of")

    def __init__(self, made: Chunks) -> None:
        self.made = made
        self.clauses: list[Clause] = [Clause("main", -1, -1, -1)]
        self.of: list[int] = []
        self._frames: dict[int, VerbFrame] = {}
        self._framed = False
        self._read()

    def clause(self, phrase: int) -> Clause:
        """The clause that a phrase stands in."""
        return self.clauses[self.of[phrase]]

    def frame(self, phrase: int) -> VerbFrame:
        """The subject, objects and prepositional phrases of the verb phrase at index `phrase`."""
        if not self._framed:
            self._framed = True
            # from left to right, so that a subject that is carried on is known already
            for index, each in enumerate(self.made.phrases):
                if each.kind == "verb":
                    self._frames[index] = verb_frame(self, index)
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

    def verb_governing(self, opener: int) -> int:
        """The finite verb that a clause depends on, by its opener: the nearest in the clauses around; -1 if none."""
        clause = self.clause(opener).parent
        for _ in range(4):
            if clause < 0:
                return -1
            for index in range(opener - 1, max(-1, opener - REACH), -1):
                if self.of[index] == clause and self.made.phrases[index].kind == "verb":
                    return index
            clause = self.clauses[clause].parent
        return -1

    def _read(self) -> None:
        stack, had_verb = [0], {0: False}
        words, parenthesis = _conditions(), -1
        for index, phrase in enumerate(self.made.phrases):
            kind = self.made.shapes[phrase.head].kind if phrase.kind == "other" else phrase.kind
            if kind == "comma" and len(stack) > 1 and had_verb[stack[-1]] and self._closes(index, stack[-1]):
                parenthesis = max(parenthesis, self._parenthesis(index))
                if index > parenthesis:
                    stack.pop()
            elif kind == "close" and any(self.clauses[at].kind == "aside" for at in stack):
                while self.clauses[stack.pop()].kind != "aside":
                    pass
            elif kind == "stop":
                stack = [0]
            opener = _OPENERS.get(kind) or ("aside" if kind == "open" else "")
            if opener == "adverbial" and self._coordinates(index):
                if index == 0:
                    opener = ""  # «كما أعرب الوزير»: the sentence's own clause
                else:
                    stack = [0]
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

    def _parenthesis(self, comma: int) -> int:
        """The comma that closes a parenthesis («حيث اتهمت المنظمة، في تقرير لها، الجيش»); -1 if none opens here."""
        phrases, shapes = self.made.phrases, self.made.shapes
        if comma + 1 >= len(phrases) or phrases[comma + 1].preposition in ("", "ل"):
            return -1
        for index in range(comma + 2, min(comma + PARENTHESIS, len(phrases) - 1)):
            kind = shapes[phrases[index].head].kind
            if kind in ("stop", "complementizer"):
                return -1
            if kind == "comma":
                follows = phrases[index + 1]
                awaited = shapes[follows.head].kind == "complementizer"
                bare = follows.kind == "noun" and not follows.preposition and not shapes[follows.first].joined
                return index if awaited or (bare and not has_tanwin(self.made.tokens[follows.head])) else -1
        return -1

    def _coordinates(self, opener: int) -> bool:
        """Whether an adverbial clause stands beside the main one, as a sentence of its own («، لكن الوزير نفى»)."""
        phrase = self.made.phrases[opener]
        if self.made.tokens[phrase.head].form.lstrip("وف") not in word_list("function_words", "coordinators"):
            return False
        return opener == 0 or self.made.shapes[self.made.phrases[opener - 1].head].kind == "comma"

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
            return self.clauses[clause].kind != "aside" and not self._coordinates(self.clauses[clause].opener)
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


@cache
def _conditions() -> frozenset[str]:
    data = load_yaml(package_path("extract", "data", "factuality", "cues.yaml"))
    return frozenset(fold_key(word) for word in data["conditions"])
