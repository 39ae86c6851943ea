"""The example that stands with a rule or lexicon entry, by its id."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.resources import load_yaml, package_path


def rule_example(rule: str) -> str:
    """The example sentence of a rule, or an empty string where its id has none."""
    return _examples().get(rule, "")


@cache
def _examples() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(package_path("extract").rglob("*.yaml")):
        _collect(load_yaml(path), found)
    return found


def _collect(node: Any, found: dict[str, str]) -> None:
    """Walks what a file holds: whatever has an `id` and an `example` or `examples` is a rule."""
    if isinstance(node, dict):
        if isinstance(node.get("id"), str) and (example := _first(node)):
            found.setdefault(node["id"], example)
        for value in node.values():
            _collect(value, found)
    elif isinstance(node, list):
        for value in node:
            _collect(value, found)


def _first(node: dict[str, Any]) -> str:
    example = node.get("example") or node.get("examples")
    if isinstance(example, list):
        example = example[0] if example else ""
    if isinstance(example, dict):
        example = example.get("text") or example.get("sentence") or ""
    return str(example or "")
