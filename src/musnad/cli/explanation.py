"""A record in words: its fields, its places in the text, its rules with their examples, its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from musnad.cli.reading_lines import reading_lines

if TYPE_CHECKING:
    from musnad.analysis.naming import Outlets
    from musnad.extract.explain import Explanation
    from musnad.model import Annotation

_NESTED = ("place", "original", "copy")
_SKIPPED = ("id", "record", "place", "start", "end", "span", "sentence", "reports", "statements", "figures", "reasons")


Readings = Mapping[str, "tuple[Explanation, Annotation]"]


def explanation(
    record: msgspec.Struct, readings: Readings | None = None, outlets: Outlets | None = None
) -> Iterator[str]:
    """Lines of text, the record first, then everything that it stands on; `readings` by the id of a report.

    `outlets` names articles whose outlet is unknown.
    """
    fields = msgspec.to_builtins(record)
    fields = _named(fields, outlets) if outlets else fields
    yield f"{type(record).__name__} {fields.get('id', '')}"
    yield from _fields(fields, "  ")
    for reason in fields.get("reasons", ()):
        yield f"  because {reason['text'] or reason['rule']} [{reason['rule']}]"
    for name in ("reports", "statements", "figures"):
        for part in fields.get(name, ()):
            yield from _part(part)
            if readings and part["id"] in readings:
                yield from reading_lines(*readings[part["id"]])
    yield from _places(fields, "  ")
    yield from _rule(fields, "  ")


def _named(value: Any, outlets: Outlets) -> Any:
    """What stands for an unnamed outlet, the id of its article, by the name of its file."""
    if isinstance(value, dict):
        found = {outlets.name(key): _named(each, outlets) for key, each in value.items()}
        if not value.get("outlet", "-") and "document" in value:
            found["outlet"] = outlets.name(value["document"])
        return found | {name: value[name] for name in ("id", "document", "documents") if name in value}
    if isinstance(value, list | tuple):
        return [_named(each, outlets) for each in value]
    return outlets.name(value) if isinstance(value, str) else value


def _part(fields: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"  {fields['id']}"
    yield from _places(fields, "    ")
    yield from _fields(fields, "    ")
    yield from _rule(fields, "    ")


def _places(fields: dict[str, Any], indent: str) -> Iterator[str]:
    for name in _NESTED:
        place = fields.get(name)
        if place:
            yield f"{indent}{place['outlet'] or place['document'][:19]}, {place['published'] or 'undated'}:"
            yield f"{indent}{marked(place)}"


def marked(place: dict[str, Any]) -> str:
    """The sentence of a place with the span between ⟦ and ⟧."""
    sentence, span = place["sentence"], place["span"]
    start, end = (max(0, span[at] - sentence["start"]) for at in ("start", "end"))
    text = sentence["text"]
    return " ".join(f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}".split())


def _fields(fields: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if name not in _SKIPPED and name not in _NESTED and name != "rule" and value not in (None, "", [], {}, ()):
            yield f"{indent}{name}: {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        if "text" in value:
            return f"«{value['text']}»"
        return ", ".join(f"{k} {_value(v)}" for k, v in value.items() if v not in (None, "", [], {}))
    if isinstance(value, list | tuple):
        return "; ".join(_value(item) for item in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _rule(fields: dict[str, Any], indent: str) -> Iterator[str]:
    if rule := fields.get("rule"):
        from musnad.analysis.rules import rule_example

        yield f"{indent}rule: {rule}"
        if example := rule_example(rule):
            yield f"{indent}example of the rule: {example}"
