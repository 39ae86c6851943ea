"""A sentence as attribution and links walk it: folded forms, signs, names and times by token."""

from __future__ import annotations

from bisect import bisect_right

from musnad.extract.grammar.shapes import is_adjective, verb_margin
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.tokens import Token
from musnad.model import Mention

CLEAR_MARGIN = 1.0  # ten times likelier a verb than a noun
COMMAS = frozenset("،,؛;")
STOPS = frozenset(".!؟?")
_NO_ADJECTIVE = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "NUM", "CCONJ", "SCONJ", "PART", "ADV"})
_NISBA = ("ي", "يه", "يون", "يين", "يتان", "يات")
_MARKS = frozenset(map(chr, range(0x64B, 0x660)))  # tashkeel
_OPENING = frozenset("«“‹„")
_CLOSING = frozenset("»”›")


class Line:
    """The tokens of one sentence; `names[i]` is the mention that covers token i, `times[i]` whether a time does.

    `quotes[i]` is the index of the mark that closes the quotation opened at token i, the number of tokens if none does.
    `told` are the tokens of what others say in it, where the statements have been read.
    """

    __slots__ = ("forms", "names", "quotes", "reading", "sentence", "size", "times", "tokens", "told")

    def __init__(self, reading: Reading, sentence: SentenceReading) -> None:
        self.reading = reading
        self.sentence = sentence
        self.tokens: list[Token] = sentence.tokens
        self.forms: list[str] = [token.form for token in sentence.tokens]
        self.size = len(self.tokens)
        starts = [token.start for token in self.tokens]
        self.names: list[Mention | None] = [None] * self.size
        self.times: list[bool] = [False] * self.size
        for mention in sentence.mentions:
            for at in _covered(starts, mention.start, mention.end):
                self.names[at] = mention
        for time in sentence.times:
            for at in _covered(starts, time.start, time.end):
                self.times[at] = True
        self.quotes = self._quotations()
        self.told: tuple[range, ...] = ()

    def _quotations(self) -> dict[int, int]:
        marks: dict[int, int] = {}
        if '"' not in self.forms:
            return marks
        opened: list[int] = []
        text = self.reading.text
        for at, form in enumerate(self.forms):
            if form != '"':
                continue
            sign = text[self.tokens[at].start]
            if opened and sign not in _OPENING:
                marks[opened.pop()] = at
            elif sign not in _CLOSING:
                opened.append(at)
        for at in opened:
            marks[at] = self.size
        return marks

    def is_comma(self, at: int) -> bool:
        """Whether token `at` is a comma or semicolon."""
        return self.forms[at] in COMMAS

    def is_sign(self, at: int) -> bool:
        """Whether token `at` is no word or number."""
        return self.tokens[at].kind == "sign"

    def is_definite(self, at: int) -> bool:
        """Whether the word at `at` carries the article, after any conjunction or preposition."""
        form = self.forms[at]
        return form.startswith(("ال", "لل", "وال", "بال", "فال", "كال")) and len(form) > 3

    def is_verb(self, at: int) -> bool:
        """Whether the word is likelier a finite verb than anything else."""
        return verb_margin(self.tokens[at]) > 0

    def is_surely_verb(self, at: int) -> bool:
        """Whether the word is hardly anything but a finite verb: where a noun is as good, it is none."""
        return verb_margin(self.tokens[at]) > CLEAR_MARGIN

    def is_adjective(self, at: int) -> bool:
        """Whether the word may be an adjective: tagged or read as one, or with a nisba's ending (ي، ية، يون)."""
        token = self.tokens[at]
        if token.pos in _NO_ADJECTIVE or token.word is None:
            return False
        core = token.word.core
        shortest = 5 if core.endswith("يه") else 4  # «قرية» and «حرية» are no adjectives
        if core.endswith(_NISBA) and len(core) >= shortest and not token.form.startswith(("لل", "ب")):
            return True
        return token.pos in ("ADJ", "X") and is_adjective(token)

    def end(self, at: int) -> int:
        """Where token `at` ends in the text, with the vowel signs on its last letter."""
        end, text = self.tokens[at].end, self.reading.text
        while end < len(text) and text[end] in _MARKS:
            end += 1
        return end

    def after_parenthesis(self, at: int) -> int:
        """The token after the parenthesis (commas, brackets, dashes) that opens at `at`; `at` itself if none does."""
        closing = {"(": ")", "[": "]", "-": "-"}.get(self.forms[at])
        for end in range(at + 1, min(at + 32, self.size)):
            if self.is_comma(end) if closing is None else self.forms[end] == closing:
                return end + 1
        return at

    def quotes_around(self, at: int) -> bool:
        """Whether token `at` stands inside a quotation."""
        return any(first < at < last for first, last in self.quotes.items())

    def has_prefix(self, at: int, prefix: str) -> bool:
        """Whether the word at `at` has this proclitic, by its segmentation."""
        word = self.tokens[at].word
        return bool(word and prefix in word.proclitics)


def line_of(reading: Reading, sentence: SentenceReading) -> Line:
    """The line of a sentence, made once for the layers that walk it."""
    known = reading.lines.get(sentence.index)
    if known is None:
        known = reading.lines[sentence.index] = Line(reading, sentence)
    return known


def _covered(starts: list[int], start: int, end: int) -> range:
    first = max(bisect_right(starts, start) - 1, 0)
    return range(first, bisect_right(starts, end - 1))
