"""The rules of `data/times/rules.yaml`, compiled to patterns over one character for each class of word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from musnad.extract.times.items import Item, names
from musnad.resources import load_yaml, package_path

_NAME = re.compile(r"[A-Z]{2,}")


class Rule(NamedTuple):
    """One rule: what it matches and the name of the function that resolves it."""

    id: str
    resolve: str
    pattern: re.Pattern[str]


@cache
def rules() -> dict[str, list[Rule]]:
    """The rules by the class that a match begins with."""
    data = load_yaml(package_path("extract", "data", "times", "rules.yaml"))
    macros: dict[str, str] = data["macros"]
    table: dict[str, list[Rule]] = {character: [] for character in names().values()}
    for row in data["rules"]:
        source = _expand(row["pattern"], macros)
        rule = Rule(row["id"], row["resolve"], re.compile(source))
        for character in _openers(source) & table.keys():
            table[character].append(rule)
    return table


def _expand(pattern: str, macros: dict[str, str]) -> str:
    """Macros spelled out and class names turned into their characters; names may stand without a space between them."""
    known = sorted({*macros, *names()}, key=len, reverse=True)
    split = re.compile("|".join(known))

    def turn(match: re.Match[str]) -> str:
        name = match.group()
        if name in macros:
            return f"(?:{_expand(macros[name], macros)})"
        return names()[name]

    grouped = re.sub(r"\((?!\?)", "(?:", pattern)
    return _NAME.sub(lambda run: split.sub(turn, run.group()), grouped).replace(" ", "")


def _openers(source: str) -> set[str]:
    """The characters that a match can begin with; the patterns know only groups, `|`, `?` and looks ahead or behind."""
    found, _, _ = _alternatives(source, 0)
    return found


def _alternatives(source: str, at: int) -> tuple[set[str], bool, int]:
    """First characters of the alternatives from `at` on, whether they can be empty, and where they end."""
    found: set[str] = set()
    empty, open_ended = False, True  # whether the whole, and the alternative so far, can be empty
    while at < len(source) and source[at] != ")":
        character = source[at]
        if character == "|":
            empty, open_ended, at = empty or open_ended, True, at + 1
            continue
        if character == "(":
            look = source[at + 1 : at + 3] in ("?=", "?!", "?<")
            firsts, optional, at = _alternatives(source, at + 3)
            firsts, optional = (set(), True) if look else (firsts, optional)
            at += 1
        else:
            firsts, optional, at = {character}, False, at + 1
        if at < len(source) and source[at] == "?":
            optional, at = True, at + 1
        if open_ended:
            found |= firsts
            open_ended = optional
    return found, empty or open_ended, at


def class_string(items: Sequence[Item]) -> str:
    """One character for each item."""
    table = names()
    return "".join([table.get(item.name, ".") for item in items])
