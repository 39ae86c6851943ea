"""Broken plurals that are in use though nobody listed them, by the patterns of the singular."""

from __future__ import annotations

from collections.abc import Iterator

from arabic.lexemes import Lexeme
from arabic.nouns import plural

LEAST = 1e-7  # share of running words that a guessed plural must have

# pattern of the singular → templates of the plural over its folded consonants
_SIMPLE = ("1a2o3", "1i2o3", "1u2o3", "1a2a3", "1a2i3", "1u2u3")
_TEMPLATES = {
    **dict.fromkeys(_SIMPLE, ("ا{0}{1}ا{2}", "{0}{1}و{2}")),
    **dict.fromkeys(("1a2o3+ap",), ()),
    **dict.fromkeys(("1i2o3+ap", "1u2o3+ap"), ("{0}{1}{2}",)),
    **dict.fromkeys(("1a2iy3+ap", "1a2A3+ap", "1i2A3+ap", "1a2uw3+ap", "1u2A3+ap"), ("{0}{1}اي{2}",)),
    **dict.fromkeys(("1a2iy3",), ("{0}{1}{2}اء", "ا{0}{1}{2}اء")),
    **dict.fromkeys(("1i2A3", "1a2A3", "1u2A3"), ("ا{0}{1}{2}ه",)),
    **dict.fromkeys(("1A2i3", "1A2i3+ap"), ("{0}وا{1}{2}",)),
    **dict.fromkeys(("ma1o2a3", "ma1o2i3", "ma1o2a3+ap", "ma1o2i3+ap", "mi1o2a3", "mi1o2a3+ap"), ("م{0}ا{1}{2}",)),
    **dict.fromkeys(("mi1o2A3", "ma1o2uw3"), ("م{0}ا{1}ي{2}",)),
    **dict.fromkeys(("ta1o2iy3",), ("ت{0}ا{1}ي{2}",)),
    **dict.fromkeys(("ta1o2i3+ap",), ("ت{0}ا{1}{2}",)),
    **dict.fromkeys(("1a2o3a4", "1u2o3u4", "1i2o3i4", "1a2o3a4+ap"), ("{0}{1}ا{2}{3}",)),
    **dict.fromkeys(("1a2o3uw4", "1i2o3iy4", "1i2o3A4", "1u2o3uw4", "1a2o3A4"), ("{0}{1}ا{2}ي{3}",)),
}


def guess_plurals(nouns: list[Lexeme], verbs: list[Lexeme], frequent: dict[str, float]) -> None:
    """Gives nouns the broken plural that their pattern lets one expect, if it is frequent and no other word."""
    known = {form.prefix + form.middle for lexeme in (*nouns, *verbs) for form in lexeme.forms}
    for noun in nouns:
        if noun.pos != "NOUN" or any(form.code[3:5] == "-p" for form in noun.forms):
            continue
        for form in _plurals(noun):
            in_use = max(frequent.get(form, 0.0), frequent.get(f"ال{form}", 0.0)) >= LEAST
            if in_use and form not in known:
                noun.forms.update(plural(form))


def _plurals(noun: Lexeme) -> Iterator[str]:
    letters = [_letter(radical) for radical in noun.root.split(".")]
    templates = _TEMPLATES.get(noun.pattern, ())
    if len(letters) >= 3 and not noun.lexeme.endswith("ى"):
        for template in templates:
            if "{3}" not in template or len(letters) > 3:
                yield template.format(*letters)


def _letter(radical: str) -> str:
    from arabic.buckwalter import written

    return "ا" if radical in "><" else written(radical)
