"""A linear tagger for names that no table lists (CRF, trained on NewsFANE by tools/train_names.py).

Its features are those of a word form, cached, for the word and its neighbours, and the tables' verdict on each token.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from musnad.extract.names.scan import Found
from musnad.lang.ar.orthography import fold_key
from musnad.lang.ar.tokens import Token
from musnad.lang.ar.words import Word
from musnad.resources import compiled, load_tsv, package_path

MAX_FORMS = 400_000  # distinct forms kept with their features; the cache is emptied above
CLITICS = frozenset("وفبلكس")

Cell = tuple[list[str], list[str], list[str], list[str], list[str]]


@cache
def _model() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(package_path("extract", "data", "names", "names.crfsuite")))
    return tagger


@cache
def person_words() -> frozenset[str]:
    """Folded words that stand in person names, given and family, in many languages."""
    path = package_path("extract", "data", "names", "person_words.tsv")
    return frozenset(compiled("person-words", list[str], [path], lambda: [fold_key(row[0]) for row in load_tsv(path)]))


@cache
def title_words() -> frozenset[str]:
    """The folded words that titles are made of («الرئيس», «وزير», «باسم»)."""
    path = package_path("extract", "data", "names", "titles.tsv")
    return frozenset(word for row in load_tsv(path) for word in fold_key(row[0]).split())


def core_of(token: Token) -> tuple[str, str]:
    """The clitics and the core of a token; the article stays with the core."""
    if token.word is None:
        return "", token.form
    clitics = "".join(part for part in token.word.proclitics if part != "ال")
    if token.word.definite and clitics.endswith("ل"):
        return clitics, "ال" + token.form[len(clitics) + 1 :]
    return clitics, token.form[len(clitics) :]


@cache
def _cells() -> dict[Word | str, Cell]:
    return {}


def _cell(token: Token) -> Cell:
    cells = _cells()
    key = token.word or token.form
    known = cells.get(key)
    if known is None:
        if len(cells) >= MAX_FORMS:
            cells.clear()
        known = cells[key] = _new_cell(token)
    return known


def _new_cell(token: Token) -> Cell:
    clitics, core = core_of(token)
    pos = token.word.readings[0].pos if token.word and token.word.readings else token.kind
    name = "n" if core in person_words() else ""
    title = "t" if core in title_words() else ""
    bare = core[2:] if core.startswith("ال") else core
    own = [
        "w=" + core,
        "p=" + pos,
        "c=" + clitics,
        "n=" + name + pos,
        "t=" + title,
        "s2=" + core[-2:],
        "s3=" + core[-3:],
        "p2=" + bare[:2],
        "p3=" + bare[:3],
        "d=" + ("1" if bare is not core else "0") + str(min(len(bare), 8)),
    ]
    near = ["w=" + core, "p=" + pos, "n=" + name, "t=" + title]
    far = ["w=" + core, "t=" + title]
    return (
        own,
        ["-1" + part for part in near],
        ["+1" + part for part in near],
        ["-2" + part for part in far],
        ["+2" + part for part in far],
    )


def labels(found: Sequence[Found]) -> dict[int, str]:
    """What the tables say of each token that they know, as a feature."""
    told = {}
    for name in found:
        label = f"g={name.kind}{'A' if name.use == 'adj' else ''}"
        for at in range(name.first, name.last + 1):
            told[at] = label if at == name.first else f"{label}+"
    return told


def features(
    tokens: Sequence[Token], told: Mapping[int, str], start: int = 0, end: int | None = None
) -> list[list[str]]:
    """The features of the tokens `start` to `end` (exclusive) of a sentence, for training and tagging alike."""
    end = len(tokens) if end is None else end
    low, last = max(0, start - 2), len(tokens) - 1
    cells = {at: _cell(tokens[at]) for at in range(low, min(len(tokens), end + 2))}
    items = []
    for at in range(start, end):
        item = [*cells[at][0], told.get(at, "g=")]
        if at:
            item += cells[at - 1][1]
            item.append("-1" + told.get(at - 1, "g="))
        else:
            item.append("first")
        if at < last:
            item += cells[at + 1][2]
            item.append("+1" + told.get(at + 1, "g="))
        if at > 1:
            item += cells[at - 2][3]
        if at + 1 < last:
            item += cells[at + 2][4]
        items.append(item)
    return items


def person_spans(
    tokens: Sequence[Token], told: Mapping[int, str], start: int = 0, end: int | None = None
) -> list[tuple[int, int, float]]:
    """The person names that the tagger sees in a stretch: first and last token, probability of the first tag."""
    model = _model()
    tags = model.tag(features(tokens, told, start, end))
    spans: list[tuple[int, int, float]] = []
    at = 0
    while at < len(tags):
        if tags[at] == "B-PER":
            last = at
            while last + 1 < len(tags) and tags[last + 1] == "I-PER":
                last += 1
            spans.append((start + at, start + last, float(model.marginal("B-PER", at))))
            at = last
        at += 1
    return spans
