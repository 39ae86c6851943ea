"""Words, numbers and signs of a sentence, with their place in the original text."""

from __future__ import annotations

import re

from musnad.lang.ar.morphology import Morph
from musnad.lang.ar.orthography import Folded, bare, fold_key
from musnad.lang.ar.words import Word, word

# letters run together; a number keeps its decimal and thousands signs; any other character that is no space is a sign
_TOKEN = re.compile(
    r"(?P<word>[\u0621-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff]+)"
    r"|(?P<number>\d+(?:[.,/:]\d+)*)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f&'.-]*[A-Za-z0-9\u00c0-\u024f]|[A-Za-z])"
    r"|(?P<sign>\S)"
)
_DAMMA = "\u064f"
_FATHA = "\u064e"


class Token:
    """A word, number, Latin word or sign at `start:end` of the original text.

    `form` is the folded form, `kind` one of `word`, `number`, `latin`, `sign`; `word` the clitics and readings of a
    word,
    None for other kinds; `pos` the Universal POS tag of the core in its context; `marked` the word as written where it
    carries tashkeel, else empty.
    """

    __slots__ = ("end", "form", "kind", "marked", "pos", "start", "word")

    def __init__(self, start: int, end: int, form: str, kind: str, of: Word | None, marked: str = "") -> None:
        self.start = start
        self.end = end
        self.form = form
        self.kind = kind
        self.word = of
        self.pos = "X"
        self.marked = marked

    @property
    def morph(self) -> Morph | None:
        """The likeliest reading that agrees with `pos`, passive if the tashkeel says so; None if there is none."""
        if self.word is None:
            return None
        if self.marked and self.pos == "VERB" and (passive := self._marked_passive()):
            return passive
        if self.pos == "X":
            return self.word.readings[0] if self.word.readings else None
        return self.word.reading(self.pos)

    @property
    def lemma(self) -> str:
        """The folded lemma of `morph`; the core of a word that no table knows, the form of what is no word."""
        if self.word is None:
            return self.form
        morph = self.morph
        return morph.lemma if morph is not None else self.word.core

    @property
    def vocalised_passive(self) -> bool:
        """Whether the written tashkeel marks a passive verb: «عُقد», «استُضيفت», «يُعقَد»; False without tashkeel."""
        return self._marked_passive() is not None

    def _marked_passive(self) -> Morph | None:
        if not self.marked or self.word is None or _DAMMA not in self.marked:
            return None
        vowels = _vowels(self.marked)[self.word.core_start :]
        verbs = [morph for morph in self.word.readings if morph.pos == "VERB"]
        active = next((m for m in verbs if m.voice == "a" and _active_damma(vowels, m)), None)
        found = [m for m in verbs if m.voice == "p" and _passive_damma(vowels, m)]
        found.sort(key=lambda morph: morph.aspect != "p")  # «تُوفي» is rather «he died» than «she is repaid»
        if active is None or not found:
            return found[0] if found else None
        if active.aspect == "p" or (found[0].aspect == "i" and _FATHA not in "".join(vowels[1:-1])):
            return None
        return found[0]

    def __repr__(self) -> str:
        return f"Token({self.form!r}, {self.kind}, {self.pos})"


def _passive_damma(vowels: list[str], morph: Morph) -> bool:
    """Whether a damma stands where this passive form has it: after the first letter, or «استُضيفت» after the third."""
    if _DAMMA in "".join(vowels[:1]):
        return True
    return morph.aspect == "p" and morph.lexeme.startswith("ا") and _DAMMA in "".join(vowels[2:3])


def _active_damma(vowels: list[str], morph: Morph) -> bool:
    """Whether the first letter has a damma in the active too: «قُلت», «يُؤكد» (forms II–IV, four letters)."""
    if _DAMMA not in "".join(vowels[:1]):
        return False
    if morph.aspect == "p":
        return morph.person != "3" and len(morph.lemma) == 3 and morph.lemma[1] == "ا"
    doubled = len(morph.lemma) == 3 and "\u0651" in morph.lexeme[2:5]
    return doubled or (len(morph.lemma) == 4 and morph.lemma[0] != "ت")


def _vowels(marked: str) -> list[str]:
    """The marks after each letter."""
    found: list[str] = []
    for letter in marked:
        if fold_key(letter):
            found.append("")
        elif found:
            found[-1] += letter
    return found


def tokenize(folded: Folded, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `folded.text[start:end]` (offsets in the folded text), in order, without POS tags."""
    tokens: list[Token] = []
    shifts, source = folded.shifts, folded.source
    ends = (*folded.starts[1:], len(folded.text) + 1)
    piece, until_piece, shift = 0, ends[0], shifts[0]
    for match in _TOKEN.finditer(folded.text, start, len(folded.text) if end is None else end):
        at, until = match.span()
        while at >= until_piece:
            piece += 1
            until_piece, shift = ends[piece], shifts[piece]
        first = at + shift
        while until > until_piece:
            piece += 1
            until_piece, shift = ends[piece], shifts[piece]
        last, kind = until + shift, match.lastgroup or "sign"
        if kind == "word":
            tokens.append(_word_token(first, last, match.group(), source[first:last]))
        else:
            tokens.append(Token(first, last, match.group(), kind, None))
    return tokens


def _word_token(start: int, end: int, form: str, spelled: str) -> Token:
    if len(spelled) == len(form):
        return Token(start, end, form, "word", word(form, spelled))
    plain = bare(spelled)
    if len(plain) != len(form):  # a ligature
        plain = ""
    return Token(start, end, form, "word", word(form, plain), spelled)


def written_forms(folded: str) -> tuple[str, ...]:
    """The forms of the tokens of an already folded text, without looking any of them up."""
    return tuple(match.group() for match in _TOKEN.finditer(folded))
