"""Noun phrases as subjects: where the speaker's phrase ends and what follows begins."""

from __future__ import annotations

from musnad.extract.actors.nouns import actor_nouns
from musnad.extract.claims.cues import participle_forms
from musnad.extract.claims.phrase_words import bare_form, is_media
from musnad.extract.claims.speaker_classes import class_heads
from musnad.extract.claims.words import words
from musnad.extract.grammar.clause_line import Line
from musnad.extract.grammar.shapes import shape
from musnad.model import Mention

MAX_TITLE = 5  # words of a second title before the name
MAX_WORDS = 24  # the longest title with its name that news gives
_CLOSED = ("preposition", "subordinator", "conjunction", "negation", "particle", "complementizer", "adverb", "pronoun")
_NO_HEAD = frozenset({*_CLOSED, "relative"})


def noun_phrase(line: Line, at: int, limit: int, *, strict: bool, barred: frozenset[str] = frozenset()) -> int:
    """The end (exclusive) of the noun phrase that begins at token `at`; `at` itself if none does.

    Where `strict`, another noun phrase may follow without a sign between them, as the object follows the subject: the
    phrase then ends where its idafa and its adjectives do. It takes in no preposition in `barred`.
    """
    return _Growing(line, at, min(limit, at + MAX_WORDS, line.size), strict, barred).end()


class _Growing:
    """A noun phrase while it is grown word by word."""

    def __init__(self, line: Line, at: int, limit: int, strict: bool, barred: frozenset[str]) -> None:
        self.line, self.first, self.at, self.limit, self.strict = line, at, at, limit, strict
        self.barred = barred
        self.closed = False
        self.definite = False
        self.person = False
        self.apposed = False

    def end(self) -> int:
        while self.at < self.limit:
            step = self._step(self.at)
            if not step:
                break
            self.at += step
        return min(self.at, self.line.size)

    def _step(self, at: int) -> int:
        line, form = self.line, self.line.forms[at]
        if line.is_sign(at):
            return self._sign(at)
        if form in words("complementizers") or form in words("bound_complementizers") or form in words("relatives"):
            return 0
        if form in words("asking"):
            return 0
        name = line.names[at]
        if name is not None:
            return self._name(at, name)
        if line.times[at] and self._qualifies(at):
            return 1
        if line.times[at] or form in words("adverbs") or form in words("auxiliaries"):
            return 0
        if at == self.first:
            return self._head(at)
        return self._word(at, form)

    def _qualifies(self, at: int) -> bool:
        """Whether a time is the adjective of what speaks («التقرير الفصلي»، «الرئيس الحالي»)."""
        line = self.line
        alone = not line.times[at - 1] and not (at + 1 < line.size and line.times[at + 1])
        return at > self.first and alone and self.definite and line.is_definite(at) and line.is_adjective(at)

    def _sign(self, at: int) -> int:
        form = self.line.forms[at]
        if form == "/" and at > self.first:
            return 1
        if form == "،" and at > self.first and self._name_follows(at + 1):
            return 1
        if form == '"' and at in self.line.quotes and at > self.first:
            close = self.line.quotes[at]
            verbal = any(self.line.is_verb(k) and self.line.names[k] is None for k in range(at + 1, close))
            if (
                close < self.line.size
                and close - at <= 6
                and not (self.person or verbal)
                and self.line.forms[at - 1] not in (":",)
            ):
                self.closed = self.definite = True
                return close + 1 - at
        if form == "(" and at > self.first:
            after = self.line.after_parenthesis(at)
            if 0 < after - at <= 6:
                return after - at
        return 0

    def _name_follows(self, at: int) -> bool:
        """Whether a person's name follows the title that the phrase is so far («الأمين العام، عصام الشابي»)."""
        if self.person or at >= self.limit or self.line.names[self.first] is not None:
            return False
        name = self.line.names[at]
        return name is not None and name.kind == "person" and name.start == self.line.tokens[at].start

    def _name(self, at: int, name: Mention) -> int:
        length = _length(self.line, at, name)
        joined = self._joins(at, name)
        if name.adjectival:
            if at == self.first:
                self.closed, self.definite = True, self.line.is_definite(at)
            return 0 if at > self.first and self.person else length
        governed = at > self.first and self.line.forms[at][0] == "ل" and self.line.has_prefix(at, "ل")
        if governed or (at > self.first and self.line.tokens[at].start < name.start and not joined):
            if not governed or self.person or is_media(self.line, name) or "ل" in self.barred:
                return 0
        elif self.strict and self.closed and not joined and (self.person or not self._fits(at, name)):
            return 0
        self.closed = self.definite = True
        self.person = self.person or name.kind == "person"
        return length + (self._unknown_names(at + length) if name.kind == "person" else 0)

    def _fits(self, at: int, name: Mention) -> bool:
        """Whether a name may follow a noun that is complete: a person's, or the place of a body («شرطة باريس»)."""
        if name.kind == "person":
            return True
        before = self.line.names[at - 1]
        named = before is not None and before.kind == "organization" and not self.line.is_definite(at - 1)
        return named and name.kind in ("state", "place") and _length(self.line, at - 1, before) == 1  # type: ignore[arg-type]

    def _unknown_names(self, at: int) -> int:
        """How many words tagged as names, but known to no table, go on with a name."""
        end = at
        while end < self.limit and self.line.names[end] is None and self.line.tokens[end].pos == "PROPN":
            if self.line.times[end] or self.line.forms[end] in words("days"):
                break
            if self.line.forms[end] in participle_forms() or self.line.forms[end].endswith(("ه", "ها")):
                break
            word = self.line.tokens[end].word
            if word is not None and word.proclitics and word.proclitics[0] != "ال":
                break
            end += 1
        return end - at

    def _joins(self, at: int, name: Mention) -> bool:
        return at > self.first and self.line.forms[at][0] == "و" and self.line.tokens[at].start < name.start

    def _head(self, at: int) -> int:
        line, form = self.line, self.line.forms[at]
        token = line.tokens[at]
        if token.kind == "number":
            return 1
        if token.kind != "word" or line.has_prefix(at, "ب") or line.is_verb(at) or shape(token).kind in _NO_HEAD:
            return 0
        if form in participle_forms():
            return 0  # «وتابع قائلاً»
        self.definite = line.is_definite(at) or self._has_pronoun(at)
        owned = at + 1 < self.limit and line.is_definite(at + 1) and not form.endswith(("ون", "ين"))
        self.closed = self.definite or (form in class_heads() and not owned) or (len(form) > 4 and form.endswith("ون"))
        return 1

    def _has_pronoun(self, at: int) -> bool:
        """Whether the head is somebody's («في حواره الأرقام»), so that no idafa follows it behind a preposition."""
        if not at or self.line.forms[at - 1] not in words("prepositions"):
            return False
        word = self.line.tokens[at].word
        return bool(word and word.enclitic) and self.line.reading.text[self.line.tokens[at].end - 1] != "ة"

    def _word(self, at: int, form: str) -> int:
        line = self.line
        before = line.forms[at - 1]
        if form == "باسم":
            self.closed = False
            return 1
        if form == "من":
            return 1 if before in words("partitives") else 0
        if form in self.barred or (form[0] == "ل" and "ل" in self.barred and line.has_prefix(at, "ل")):
            return 0
        if form in words("prepositions"):
            return self._place(at, form)
        if self.person and form in words("titles") and not line.is_definite(at) and not self.apposed:
            self.closed = self.definite = self.person = False
            self.apposed = True
            return 1
        if line.tokens[at].kind == "number":
            return 0 if self.strict and before.removeprefix("ال") not in words("numbered") else 1
        if self._serves_at(at, form):
            self.closed = False
            return 1
        if self.person or line.tokens[at].kind != "word" or line.is_verb(at) or line.has_prefix(at, "ب"):
            return 0
        if form in words("naming_tails"):
            return 1
        if form.startswith("لل") and form[2:] in words("addressees"):
            return 0
        if line.has_prefix(at, "ل"):
            if self.first == at - 1 and line.names[self.first] is not None:
                return 0
            if not (self.definite or before in words("titles")):
                return 0
            self.closed = line.is_definite(at)
            return 1
        if form[0] == "و" and (length := self._joined_title(at, form)):
            return length
        if form[0] == "و" and line.has_prefix(at, "و"):
            return 0 if self.strict or not line.is_definite(at) else 1
        if form in words("noun_tails"):
            return self._tail(at, form)
        if form in words("counts") and self.definite:
            return 1
        if form.removeprefix("ال") in words("affiliations") and self.definite == line.is_definite(at):
            return self._tail(at, form)
        if line.is_adjective(at) and (not self.strict or self._agrees(at, form)):
            return 1
        if self.strict and self.closed and (length := self._leads_to_name(at, form)):
            return length
        if self.strict and self.closed:
            return 1 if line.tokens[at].pos == "PROPN" and not line.is_definite(at) else 0
        if line.is_definite(at):
            self.closed = self.definite = True
        return 1

    def _tail(self, at: int, form: str) -> int:
        """The words of an adjective and the phrase that it governs («مقربة من الحكومة»), one without such a phrase."""
        line, after = self.line, at + 1
        if form.removeprefix("ال") not in words("affiliations") or after + 1 >= self.limit:
            return 1
        if line.forms[after] in ("من", "علي", "في", "مع", "عن") and line.forms[after] not in self.barred:
            after += 1
        elif not (line.has_prefix(after, "ل") or line.has_prefix(after, "ب")) or line.forms[after][0] in self.barred:
            return 1
        name = line.names[after]
        if name is None and not line.is_definite(after):
            return 1
        return max(noun_phrase(line, after, self.limit, strict=True), after + 1) - at

    def _leads_to_name(self, at: int, form: str) -> int:
        """The words of a second title before a name («قائد الجيش الفريق أول عبد …»); 0 if none follows."""
        line = self.line
        if self.person or form not in words("titles") or ("object" in self.barred and not line.is_definite(at)):
            return 0
        for k in range(at + 1, min(at + MAX_TITLE, self.limit)):
            name = line.names[k]
            if name is not None and name.kind == "person":
                return k - at if name.start == line.tokens[k].start else 0
            if line.is_sign(k) or line.is_verb(k) or line.forms[k] in words("prepositions"):
                return 0
        return 0

    def _joined_title(self, at: int, form: str) -> int:
        """The words of a second title joined by و before a person's name: «الكاتب والإعلامي بسام …»; 0 if none is."""
        head = at + 1 if form == "و" else at
        title = self.line.forms[head].removeprefix("و") if head < self.limit else ""
        known = title in words("titles") or title.removeprefix("ال") in words("one_person")
        if not known or self.person or not (self.definite or self.line.forms[self.first] in words("titles")):
            return 0
        for k in range(head + 1, min(head + MAX_TITLE, self.limit)):
            name = self.line.names[k]
            if name is not None and name.kind == "person":
                return k - at if name.start == self.line.tokens[k].start else 0
            if self.line.is_sign(k) or self.line.is_verb(k):
                return 0
        return 0

    def _serves_at(self, at: int, form: str) -> bool:
        """Whether the body that an office belongs to follows with «ب»: «النائب بمجلس النواب»."""
        line = self.line
        if self.person or "ب" in self.barred or form[0] != "ب" or line.forms[at - 1] not in words("titles"):
            return False
        return line.has_prefix(at, "ب") and form[1:].removeprefix("ال") in actor_nouns()

    def _agrees(self, at: int, form: str) -> bool:
        """Whether an adjective may qualify the phrase so far; no subject ends in «ـين» unless the word before does."""
        if self.closed and len(form) > 5 and form.endswith("ين") and not self.line.forms[at - 1].endswith("ين"):
            return False
        return self.definite == self.line.is_definite(at)

    def _place(self, at: int, form: str) -> int:
        """A place or body inside a title («القيادي في الحركة»), not the occasion of speaking («في بيان»)."""
        after = at + 1
        sent = form == "عن" and bare_form(self.line, self.first) in words("deputed")
        if not (sent or form in ("في", "فى", "لدي")) or self.person or after >= self.limit:
            return 0
        if self.line.forms[after] in words("occasions") or self.line.times[after]:
            return 0
        core = bare_form(self.line, after).removeprefix("ال")
        known = core in actor_nouns() or core in words("people") or core in words("titles")
        if self.line.names[after] is None and not self.line.is_definite(after) and not known:
            return 0
        first = self.line.names[self.first]
        if first is not None and first.kind in ("state", "place", "group"):
            return 0
        self.closed = False
        return 1


def _length(line: Line, at: int, name: Mention) -> int:
    end = at + 1
    while end < line.size and line.names[end] is name:
        end += 1
    return end - at


def shortened(line: Line, first: int, end: int) -> int:
    """The end of «الجامعة» in «الجامعة القصف»: two definite words taken for noun and adjective that may be two nouns.

    The end itself where the second word names something or has an adjective's ending.
    """
    last = end - 1
    if end - first != 2 or not line.is_definite(first) or line.names[last] is not None or line.names[first] is not None:
        return end
    doubtful = line.is_definite(last) and not line.forms[last].endswith(("يه", "يون", "يين"))
    return last if doubtful else end


def phrase_ends(line: Line, first: int, end: int) -> list[int]:
    """The ends that the phrase from token `first` may have, the likeliest first."""
    shorter = shortened(line, first, end)
    return [end, shorter] if shorter < end else [end]
