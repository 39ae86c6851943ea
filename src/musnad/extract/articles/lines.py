"""The lines of a pasted page and what each of them is: body, title or a kind of furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from musnad.extract.articles.datelines import is_dateline
from musnad.extract.articles.publication import find_date
from musnad.extract.articles.rules import LineRule, match_line, words_of

LONGEST_FURNITURE = 400  # characters: copyright notices run to 300; longer lines are paragraphs
LONGEST_HEADLINE = 170  # characters of a headline before the body; those of agencies reach 150
LONGEST_SUBHEADING = 90  # characters of a heading within the article: above, lines without a stop are sloppy paragraphs
LONGEST_SIGN = 16  # characters of a button or of the initials under a report
MOST_NAMES = 4  # words of an author's name
LONGEST_LINK = 200
LONGEST_DATE_LINE = 110
BODY_LENGTH = 100  # a line as long as this is a paragraph, wherever it stops
UNDER_HEADLINE = frozenset({"date-line", "credit-author", "credit-dates"})  # credits of an article, not of a photo
MOST_TITLES = 3  # kicker, headline and deck
_BULLET = re.compile(r"\s*(?:[•▪◾●○■□▶►➤✔★*·‣⁃◄>-]|[-–—]\s|\d{1,2}\s?[-–.)]\s)")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]{3}|\d[/.:-]\d|\d{4}")
_STOP = re.compile(r"[.،؛,;]['\"”»)\]\s]*\Z")
_BYLINE = re.compile(r"[^-–—/|:]{2,25}\s?[-–—/|:]\s?[^-–—/|:.؟!]{2,40}\Z")


@dataclass(slots=False, eq=False)
class Line:
    """One line without the white space around it; `begins` marks the first line of another article."""

    start: int
    end: int
    text: str
    kind: str = "body"
    rule: str = ""
    begins: bool = False
    after_blank: bool = False

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def stops(self) -> bool:
        """Whether it ends as a sentence or a clause does; the two points of headlines do not count."""
        return bool(_STOP.search(self.text[-12:])) and not self.text.endswith("..")

    @cached_property
    def is_paragraph(self) -> bool:
        """Whether it reads as running text."""
        return len(self.text) >= BODY_LENGTH or (self.stops and self.words >= 6)

    @cached_property
    def is_bullet(self) -> bool:
        """Whether it begins with a list sign."""
        return bool(_BULLET.match(self.text))

    @cached_property
    def is_blank_sign(self) -> bool:
        """Whether it has no letter or digit («***»)."""
        return not any(character.isalnum() for character in self.text[:200])


def lines_of(text: str) -> list[Line]:
    """The lines with something on them, each with its kind."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        piece = match.group()
        stripped = piece.strip()
        if not stripped:
            continue
        start = match.start() + len(piece) - len(piece.lstrip())
        blank = bool(lines) and text.count("\n", lines[-1].end, start) > 1
        lines.append(Line(start, start + len(stripped), stripped, after_blank=blank))
    _mark_furniture(lines)
    _mark_headlines(lines)
    _mark_subheadings(lines)
    return lines


def _mark_furniture(lines: list[Line]) -> None:
    """Credits, keywords, links and promotion by their wording, lists with them, and where an article ends."""
    head, closed, block, first = True, False, "", True
    for index, line in enumerate(lines):
        rule = match_line(line.text, head=head, first=first) if len(line.text) <= LONGEST_FURNITURE else None
        if rule is None and block and _belongs(lines, index, block, closed):
            line.kind, line.rule = (
                ("related" if block == "list" else "keywords" if block == "tags" else "promo"),
                f"{block}-line",
            )
            continue
        if rule is None and _is_page_sign(line):
            line.kind, line.rule = (
                ("credit", "initials") if line.text[:1].isalpha() and not head else ("promo", "page-sign")
            )
            continue
        if rule is None and not first and _is_date_line(line, lines, index, head):
            line.kind, line.rule = "credit", "date-line"
            continue
        headline = first and len(line.text) <= LONGEST_HEADLINE and not line.stops
        first = False
        if rule is None:
            block = ""
            if line.is_paragraph and not headline:
                head, closed = False, False
            continue
        line.kind, line.rule = rule.kind, rule.id
        block, closed = _after(rule, line, block), closed or (rule.closes and not head)
        line.begins = rule.starts and index > 0
        head = head or rule.starts


def _is_page_sign(line: Line) -> bool:
    """Buttons and initials («TT», «20», «م ع / س ن»): a short line without a word of three letters."""
    return len(line.text) <= LONGEST_SIGN and not line.is_blank_sign and not _WORD.search(line.text)


def _after(rule: LineRule, line: Line, block: str) -> str:
    """The block that a line opens: a header with its own link after the colon («اقرأ أيضا: …») opens none."""
    if rule.opens and not line.text.partition(":")[2].strip(" ."):
        return rule.opens
    return block if rule.kind == "promo" and block else ""


def _belongs(lines: list[Line], index: int, block: str, closed: bool) -> bool:
    """Whether a line goes on the list that was opened before it."""
    line = lines[index]
    if len(line.text) > LONGEST_LINK or (line.stops and not line.is_bullet and line.words > 12):
        return False
    if line.is_bullet or block == "comments":
        return True
    if block == "tags":
        return line.words <= 4
    return not _heads_article(lines, index, closed)


def _heads_article(lines: list[Line], index: int, closed: bool) -> bool:
    """Whether a line after the end of an article is the headline of the next: running text follows it."""
    if not closed:
        return _body_follows(lines, index, 1) and _body_follows(lines, index, 2) and False
    return not lines[index].stops and _body_follows(lines, index, 1)


def _body_follows(lines: list[Line], index: int, reach: int) -> bool:
    """Whether running text begins after the line, furniture in between not counted."""
    seen = 0
    for line in lines[index + 1 : index + 8]:
        rule = match_line(line.text, head=True) if len(line.text) <= LONGEST_FURNITURE else None
        if rule is not None or line.is_blank_sign or find_date(line.text[:LONGEST_DATE_LINE]):
            continue
        if line.is_bullet:
            return False
        if line.is_paragraph and line.stops:
            return True
        seen += 1
        if seen > reach:
            return False
    return False


def _is_date_line(line: Line, lines: list[Line], index: int, head: bool) -> bool:
    """A line that is hardly more than a date, or place and author, before the body."""
    if len(line.text) > LONGEST_DATE_LINE or line.stops or index == 0:
        return False
    if find_date(line.text) and _mostly_date(line.text):
        return True
    if not head and is_dateline(line.text):
        return _may_be_headline(lines[index - 1]) and index + 1 < len(lines) and lines[index + 1].is_paragraph
    near_title = head and lines[index - 1].kind in ("body", "credit") and not lines[index - 1].is_paragraph
    follows = index + 1 < len(lines) and (lines[index + 1].is_paragraph or _is_dated(lines[index + 1]))
    return near_title and follows and line.words <= 9 and (bool(_BYLINE.match(line.text)) or is_dateline(line.text))


def _is_dated(line: Line) -> bool:
    return len(line.text) <= LONGEST_DATE_LINE and find_date(line.text) is not None


def _mostly_date(text: str) -> bool:
    """Few words beside the date: place, author, weekday, hour."""
    return len(words_of(text).split()) <= 14 and not re.search(r"[؟?!]", text)


def _mark_headlines(lines: list[Line]) -> None:
    """Headlines: what stands before the first paragraph of each article, and where a further article begins."""
    closed, dated_at = False, -1
    for index, line in enumerate(lines):
        if line.kind == "credit" and line.rule in UNDER_HEADLINE and index > 0 and dated_at >= 0:
            _begin_at_date(lines, index)
        if line.kind == "body" and closed and _starts_after_end(lines, index):
            line.begins = True
            closed = False
        if line.kind in ("credit", "keywords", "related") and dated_at >= 0:
            closed = closed or _closes(line)
        if line.kind == "body" and line.is_paragraph:
            dated_at = index
            closed = False
    starts = [0, *(index for index, line in enumerate(lines) if line.begins and index)]
    for start in starts:
        _title_from(lines, start)


def _closes(line: Line) -> bool:
    return line.rule in ("credit-source", "keywords", "slug-end", "promo-copyright", "promo-comments")


def _starts_after_end(lines: list[Line], index: int) -> bool:
    line = lines[index]
    return (
        not line.is_bullet and len(line.text) <= LONGEST_HEADLINE and not line.stops and _body_follows(lines, index, 1)
    )


def _begin_at_date(lines: list[Line], index: int) -> None:
    """A headline with a date line under it, after a body, begins another article."""
    at = index
    while at > 0 and index - at < MOST_TITLES and _may_be_headline(lines[at - 1]):
        at -= 1
    if (
        at < index
        and at > 0
        and index + 1 < len(lines)
        and not any(line.begins for line in lines[max(0, at - 1) : index + 1])
    ):
        lines[at].begins = True


def _may_be_headline(line: Line) -> bool:
    return line.kind == "body" and len(line.text) <= LONGEST_HEADLINE and not line.stops and not line.is_bullet


def _title_from(lines: list[Line], start: int) -> None:
    """Marks the titles of the article that begins with line `start`."""
    count = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if line.kind != "body" or line.is_blank_sign:
            continue
        if index > start and line.begins:
            return
        if count == MOST_TITLES or not _may_be_headline(line) or not _text_follows(lines, index):
            return
        if count and _is_author(lines, index):
            line.kind, line.rule = "credit", "author"
            continue
        line.kind, line.rule = "title", "headline"
        count += 1


def _is_author(lines: list[Line], index: int) -> bool:
    """A name alone beside a credit line, under the headline."""
    line = lines[index]
    beside = lines[index - 1].kind == "credit" or (index + 1 < len(lines) and lines[index + 1].kind == "credit")
    return beside and line.words <= MOST_NAMES and line.text.replace(" ", "").replace(".", "").isalpha()


def _text_follows(lines: list[Line], index: int) -> bool:
    """Whether a longer line, or one that stops, comes soon: a text of one line is no headline."""
    near = [line for line in lines[index + 1 : index + 7] if line.kind == "body" and not line.is_bullet]
    return any(line.is_paragraph or len(line.text) > len(lines[index].text) for line in near)


def _mark_subheadings(lines: list[Line]) -> None:
    """Short lines without a stop between paragraphs."""
    for index, line in enumerate(lines[:-1]):
        if line.kind != "body" or index == 0 or line.is_bullet or line.is_blank_sign:
            continue
        following, previous = lines[index + 1], lines[index - 1]
        short = len(line.text) <= LONGEST_SUBHEADING and not line.stops and not line.text.endswith(":")
        placed = (
            following.kind == "body" and following.is_paragraph and (previous.is_paragraph or previous.kind != "body")
        )
        if short and placed and following.stops:
            line.kind, line.rule = "title", "sub-heading"
    if len(lines) > 1 and lines[-1].kind == "body" and lines[-2].is_paragraph:
        _mark_signature(lines[-1])


def _mark_signature(line: Line) -> None:
    """A name alone under the text is its author's."""
    if line.words <= 4 and len(line.text) <= 40 and line.text.replace(" ", "").isalpha():
        line.kind, line.rule = "credit", "signature"
