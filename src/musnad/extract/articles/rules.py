"""Which kind of furniture a line is, by the rules of `data/zones/lines.yaml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from musnad.lang.ar.orthography import fold_key
from musnad.model.document import ZoneKind
from musnad.resources import load_yaml, package_path

DEFAULT_MOST = 14
_SIGNS = re.compile(r"[^\w%©]+")
_AFTER = frozenset(':-|/،>«"([')


class LineRule(NamedTuple):
    """One rule: `most` words at most, the rest as said in the YAML."""

    id: str
    kind: ZoneKind
    most: int
    colon: bool
    opens: str
    closes: bool
    starts: bool
    tail: bool
    head: bool
    needs: tuple[str, ...] = ()


class _Rules(NamedTuple):
    whole: dict[str, LineRule]
    first: dict[str, list[tuple[str, LineRule]]]
    last: dict[str, list[tuple[str, LineRule]]]
    inside: list[tuple[str, LineRule]]


def words_of(line: str) -> str:
    """The line folded, in lower case, its words parted by single spaces and all signs dropped."""
    return _SIGNS.sub(" ", fold_key(line).lower()).strip()


@cache
def line_rules() -> _Rules:
    """The compiled rules."""
    rules = _Rules({}, {}, {}, [])
    for row in load_yaml(package_path("extract", "data", "zones", "lines.yaml")):
        rule = _rule(row)
        for phrase in map(words_of, row.get("is", ())):
            rules.whole.setdefault(phrase, rule)
        for phrase in map(words_of, row.get("begins", ())):
            rules.first.setdefault(phrase.split(" ", 1)[0], []).append((phrase, rule))
        for phrase in map(words_of, row.get("ends", ())):
            rules.last.setdefault(phrase.rsplit(" ", 1)[-1], []).append((phrase, rule))
        rules.inside.extend((phrase, rule) for phrase in (p if p == "©" else words_of(p) for p in row.get("has", ())))
    for table in (rules.first, rules.last):
        for phrases in table.values():
            phrases.sort(key=lambda pair: -len(pair[0]))
    return rules


def _rule(row: dict[str, Any]) -> LineRule:
    return LineRule(
        id=row["id"],
        kind=row["kind"],
        most=row.get("most", DEFAULT_MOST),
        colon=row.get("colon", False),
        opens=row.get("opens", ""),
        closes=row.get("closes", False),
        starts=row.get("starts", False),
        tail=row.get("tail", False),
        head=row.get("head", False),
        needs=tuple(map(words_of, row.get("needs", ()))),
    )


def match_line(line: str, *, head: bool, first: bool = False) -> LineRule | None:
    """The rule that a line falls under, or None.

    `head` says that it stands before the body of its article, `first` that it is the very first line: a headline
    such as «صورة: …» or «بقلم …» is no credit.
    """
    rules, words = line_rules(), words_of(line)
    if not words:
        return None
    if rule := rules.whole.get(words):
        return rule
    count = words.count(" ") + 1
    for phrase, rule in rules.first.get(words.split(" ", 1)[0], ()):
        if _begins(words, phrase) and _allowed(rule, line, phrase, words) and (head or not rule.head):
            return None if first and rule.kind in ("credit", "related") else rule
    if head and not first:
        for phrase, rule in rules.last.get(words.rsplit(" ", 1)[-1], ()):
            if (
                (words == phrase or words.endswith(" " + phrase))
                and count <= rule.most
                and not line.rstrip().endswith(".")
            ):
                return rule
    padded = f" {words} "
    return next((rule for phrase, rule in rules.inside if count <= rule.most and f" {phrase} " in padded), None)


def names_desk(part: str) -> bool:
    """Whether a part of a line is just an agency or a desk of the house («واس», «قسم الأخبار»)."""
    words = words_of(part)
    rules = line_rules().last.get(words.rsplit(" ", 1)[-1], ()) if words else ()
    return any(phrase == words and rule.kind == "credit" and rule.head for phrase, rule in rules)


def match_tail(sentence: str) -> LineRule | None:
    """The rule of a slug that closes a paragraph («(يتبع)»), or None."""
    rule = line_rules().whole.get(words_of(sentence))
    return rule if rule and rule.tail else None


def _allowed(rule: LineRule, line: str, phrase: str, words: str) -> bool:
    if words.count(" ") >= rule.most or (rule.colon and not _set_off(line, phrase)):
        return False
    return not rule.needs or any(word.startswith(rule.needs) for word in words.split(" ")[1:])


def _begins(words: str, phrase: str) -> bool:
    return words.startswith(phrase) and (len(words) == len(phrase) or words[len(phrase)] == " ")


def _set_off(line: str, phrase: str) -> bool:
    """Whether a colon, a dash or the line's end follows the phrase."""
    folded = fold_key(line).lower()
    at = 0
    for word in phrase.split(" "):
        found = folded.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    rest = folded[at:].strip()
    return not rest or rest[0] in _AFTER or rest.strip(".!؟?()0123456789") == ""
