"""Rules of cause, enabling, prevention, condition and purpose, and every form their cues are written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from musnad.extract.claims.cues import imperfect_forms, perfect_forms
from musnad.lang.ar.orthography import fold_key
from musnad.resources import compiled, load_yaml, package_path

FOLDER = ("extract", "data", "links")
FILES = ("verbs", "connectives", "conditions", "sequels")
VERSION = 15


class Rule(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One rule. `takes` is `verb` for verbs, else what follows a connective; `frames` are the complements of a verb.

    `noun`: the complement must begin with one of these; `after`: one of these must stand shortly before the cue;
    `never_after`: none of these may stand right before it; `unless`: none of these shortly behind. All are folded.
    """

    id: str
    kind: str
    polarity: str = "+"
    takes: str = "verb"
    frames: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    reversed: bool = False
    lifeless: bool = False
    noun_before: bool = False


class RuleForm(msgspec.Struct, frozen=True, array_like=True):
    """One written form: the rule's index, the words that must follow, and for verbs the tense, gender and ambiguity.

    `governs` is «ل» where the form ends in that preposition, which is written with the next word.
    """

    rule: int
    tail: tuple[str, ...] = ()
    governs: str = ""
    tense: str = ""
    feminine: bool = False
    ambiguous: bool = False


class Rules(msgspec.Struct, frozen=True, array_like=True):
    """All rules, the forms by first word (the longest first), and the words of the rule of «لـ» with a verbal noun."""

    rules: list[Rule]
    forms: dict[str, list[RuleForm]]
    aims: set[str]
    governors: set[str]
    sequels: dict[str, int]


@cache
def rules() -> Rules:
    """The rules of links of the package, from the cache of compiled lexicons."""
    return compiled("link-rules", Rules, [package_path(*FOLDER)], _build, VERSION)


@cache
def written_forms() -> frozenset[str]:
    """The folded words that a cue may begin with, also with و or ف before them, and verbal nouns of aim with «لـ»."""
    table = rules()
    joined = {prefix + form for form in table.forms for prefix in ("", "و", "ف")}
    aims = {"لل" + aim[2:] if aim.startswith("ال") else "ل" + aim for aim in table.aims}
    return frozenset(joined | aims)


def entries() -> Iterator[dict[str, Any]]:
    """Every rule as written, with the rule of «لـ» and a verbal noun last."""
    for name in FILES:
        yield from load_yaml(package_path(*FOLDER, f"{name}.yaml")) or ()
    yield load_yaml(package_path(*FOLDER, "masdars.yaml"))["purpose"]


def _build() -> Rules:
    made: list[Rule] = []
    forms: dict[str, list[RuleForm]] = {}
    for row in entries():
        made.append(_rule(row))
        never = {fold_key(word) for word in row.get("never", ())}
        for words, form in _forms(row, len(made) - 1):
            if words in never:
                continue
            first, *tail = words.split(" ")
            forms.setdefault(first, []).append(msgspec.structs.replace(form, tail=tuple(tail)))
    for known in forms.values():
        known.sort(key=lambda form: -len(form.tail) - bool(form.governs))
    masdars = load_yaml(package_path(*FOLDER, "masdars.yaml"))
    aims, governors = ({fold_key(word) for word in masdars[name]} for name in ("aims", "governors"))
    sequels = {rule.id: at for at, rule in enumerate(made) if rule.takes == "sequel"}
    return Rules(made, forms, aims, governors, sequels)


_WORDS = ("frames", "noun", "after", "never_after", "unless")


def _rule(row: dict[str, Any]) -> Rule:
    lists = {name: tuple(fold_key(w) for w in row.get(name, ())) for name in _WORDS}
    return Rule(
        id=row["id"],
        kind=row["kind"],
        polarity=row.get("polarity", "+"),
        takes=row.get("takes", "verb"),
        reversed=row.get("reversed", False),
        lifeless=row.get("lifeless", False),
        noun_before=row.get("noun_before", False),
        **lists,
    )


def _forms(row: dict[str, Any], at: int) -> Iterator[tuple[str, RuleForm]]:
    for written in row.get("forms", ()):
        form = fold_key(written)
        governs = "ل" if form.endswith(" ل") else ""
        yield form.removesuffix(" ل"), RuleForm(at, governs=governs)
    if "verb" not in row:
        return
    perfect, imperfect = (fold_key(form) for form in row["verb"])
    ambiguous = {fold_key(form) for form in row.get("ambiguous", ())}
    for form, feminine in perfect_forms(perfect):
        yield form, RuleForm(at, tense="p", feminine=feminine, ambiguous=form in ambiguous)
    for form, person, feminine in imperfect_forms(imperfect):
        if person == 3:
            yield form, RuleForm(at, tense="i", feminine=feminine, ambiguous=form in ambiguous)
