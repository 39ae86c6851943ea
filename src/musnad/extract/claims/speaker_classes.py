"""Speakers who are not named: their classes («خبراء»، «مصادر أمنية»), each with a slug."""

from __future__ import annotations

from functools import cache
from typing import Any

from musnad.extract.claims.cues import FOLDER
from musnad.lang.ar.orthography import fold_key
from musnad.resources import load_yaml, package_path


@cache
def speaker_classes() -> dict[str, Any]:
    """The file of classes as written: `classes` with their heads, `modifiers` with their forms."""
    table: dict[str, Any] = load_yaml(package_path(*FOLDER, "speakers.yaml"))
    return table


@cache
def class_heads() -> dict[str, str]:
    """The class of unnamed speakers that each folded head noun stands for, with and without the article."""
    found: dict[str, str] = {}
    for slug, row in speaker_classes()["classes"].items():
        for head in row["heads"]:
            key = fold_key(head).split(" ")[0]
            found.setdefault(key, slug)
            found.setdefault(f"ال{key}", slug)
            if not key.endswith(("ون", "ين", "ان", "ه", "ا")):
                found.setdefault(f"{key}ا", slug)
    return found


@cache
def modifiers() -> dict[str, str]:
    """The class of each folded adjective that narrows a class of speakers («أمنية» → security)."""
    return {
        prefix + fold_key(form): slug
        for slug, forms in speaker_classes()["modifiers"].items()
        for form in forms
        for prefix in ("", "ال")
    }
