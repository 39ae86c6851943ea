"""The lines between `---` at the head of a text that give its title, outlet and date."""

from __future__ import annotations

import re

_FENCE = re.compile(r"\A---[ \t]*\r?\n((?:[^\n]*\n){0,40}?)---[ \t]*(?:\r?\n|\Z)")
_PAIR = re.compile(r"(\w[\w-]*)[ \t]*:[ \t]*([^\n]*)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, lower-case, and the text after it; an empty dict where there is none."""
    match = _FENCE.match(text)
    if not match:
        return {}, text
    fields = {}
    for line in match.group(1).splitlines():
        pair = _PAIR.fullmatch(line.strip())
        if pair:
            fields[pair.group(1).lower()] = _unquoted(pair.group(2).strip())
        elif line.strip() and not line.lstrip().startswith("#"):
            return {}, text
    return fields, text[match.end() :].lstrip("\r\n")


def _unquoted(value: str) -> str:
    """The value without the quotation marks around the whole of it; marks that belong to its words stay."""
    around = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if around else value
