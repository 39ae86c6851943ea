"""Articles, zones and sentences of a document: what is body, what is headline, what is the page's furniture.

Lines are read first (`zones_lines`), then put together to articles; a sentence takes the zone of its line.
"""

from __future__ import annotations

import msgspec

from musnad.extract.articles.lines import Line, lines_of
from musnad.extract.articles.publication import stated_date
from musnad.extract.articles.rules import match_tail
from musnad.extract.reading import Reading, SentenceReading
from musnad.lang.ar.sentences import sentences
from musnad.model import Article, Zone

LONGEST_SLUG = 40  # characters of a slug such as «(يتبع)» after a paragraph


def read_zones(reading: Reading) -> None:
    """Fills articles, zones and sentences, and the document's title and date where the text states them."""
    lines = lines_of(reading.text)
    reading.articles = _articles(reading, lines)
    _read_sentences(reading, lines)
    _read_zones(reading, lines)
    first = reading.articles[0]
    changed = {"title": reading.document.title or first.title}
    if reading.document.published is None and first.published:
        changed |= {
            "published": first.published,
            "published_basis": first.published_basis,
            "published_reason": first.published_reason,
        }
    elif reading.document.published and not reading.document.published_reason:
        changed["published_reason"] = "given by the caller"
    reading.document = msgspec.structs.replace(reading.document, **changed)


def _articles(reading: Reading, lines: list[Line]) -> list[Article]:
    """The articles that the lines make up; the first begins with the text and the last ends with it."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.begins and groups[-1]:
            groups.append([])
        groups[-1].append(line)
    articles = []
    for index, group in enumerate(groups):
        start = group[0].start if index else 0
        end = groups[index + 1][0].start if index + 1 < len(groups) else len(reading.text)
        articles.append(_article(reading, group, index, start, end))
    return articles


def _article(reading: Reading, lines: list[Line], index: int, start: int, end: int) -> Article:
    document = reading.document
    title = _title(lines) or (document.title if index == 0 else "")
    published, basis, reason = document.published, document.published_basis, "given by the caller"
    if index or published is None:
        stated = stated_date(lines)
        published, basis, reason = (stated[0], "stated", stated[1]) if stated else (None, "unknown", "")
    return Article(
        id=f"a{index + 1}",
        start=start,
        end=end,
        title=title,
        published=published,
        published_basis=basis,
        published_reason=reason,
    )


def _title(lines: list[Line]) -> str:
    """The headline: the titles before the body; empty where the article has none."""
    parts: list[str] = []
    for line in lines:
        if line.kind == "body" and not line.is_blank_sign:
            break
        if line.kind == "title" and line.rule != "archive":
            parts.append(" ".join(line.text.split()))
            if len(parts) == 1 and not parts[0].endswith(("..", ":")):
                break
    return " ".join(parts)


def _read_sentences(reading: Reading, lines: list[Line]) -> None:
    """Fills the sentences, each with its zone and article; a slug that closes a paragraph is a zone of its own."""
    at, article = 0, 0
    for index, (start, end) in enumerate(sentences(reading.text)):
        while at + 1 < len(lines) and lines[at + 1].start <= start:
            at += 1
        while article + 1 < len(reading.articles) and reading.articles[article + 1].start <= start:
            article += 1
        zone = lines[at].kind if lines else "body"
        if zone == "body" and end - start <= LONGEST_SLUG and (rule := match_tail(reading.text[start:end])):
            zone = rule.kind
        reading.sentences.append(SentenceReading(index, start, end, zone, article))


def _read_zones(reading: Reading, lines: list[Line]) -> None:
    """Fills the zones: runs of sentences of one kind other than body, within one article."""
    rules = {line.start: line.rule for line in lines}
    zones: list[Zone] = []
    previous: SentenceReading | None = None
    for sentence in reading.sentences:
        if sentence.zone != "body":
            joined = previous is not None and (previous.zone, previous.article) == (sentence.zone, sentence.article)
            if joined:
                zones[-1] = msgspec.structs.replace(zones[-1], end=sentence.end)
            else:
                rule = rules.get(sentence.start, "slug")
                zones.append(Zone(start=sentence.start, end=sentence.end, kind=sentence.zone, rule=rule))  # type: ignore[arg-type]
        previous = sentence
    reading.zones = zones
