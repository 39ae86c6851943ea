"""Written words of UD_Arabic-PUD with their segments and tags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from musnad.lang.ar.orthography import fold_key


class Written(NamedTuple):
    """A written word: folded form, folded segments with tags and features, and the word as written."""

    form: str
    segments: tuple[str, ...]
    tags: tuple[str, ...]
    features: tuple[str, ...]
    spelled: str


_Row = tuple[str, str, str, bool, str]


def sentences(path: Path) -> Iterator[list[Written]]:
    """The sentences of a CoNLL-U file as written words; signs stand alone."""
    rows: list[_Row] = []
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            if line[0].isdigit() and "-" not in line.split("\t")[0]:
                field = line.rstrip("\n").split("\t")
                rows.append((fold_key(field[1]), field[3], field[5], "SpaceAfter=No" in field[9], field[1]))
            elif not line.strip() and rows:
                yield list(_words(rows))
                rows = []


def _words(rows: list[_Row]) -> Iterator[Written]:
    group: list[_Row] = []
    for row in rows:
        if group and (row[1] == "PUNCT") != (group[-1][1] == "PUNCT"):
            yield _written(group)
            group = []
        group.append(row)
        if not row[3]:
            yield _written(group)
            group = []
    if group:
        yield _written(group)


def _written(group: list[_Row]) -> Written:
    forms = tuple(row[0] for row in group)
    return Written(
        "".join(forms),
        forms,
        tuple(row[1] for row in group),
        tuple(row[2] for row in group),
        "".join(row[4] for row in group),
    )
