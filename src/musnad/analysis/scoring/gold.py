"""A folder of gold: the aligned files, the table of entities beside them, and the texts they were made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from musnad.analysis.scoring.names import Names
from musnad.errors import InputError, NotFoundError
from musnad.resources import load_yaml


class GoldArticle(NamedTuple):
    """One gold file; `published` is the date that its times lean on."""

    name: str
    published: str | None
    data: dict[str, Any]


def gold_articles(folder: Path) -> Iterator[GoldArticle]:
    """The gold files of a folder in order of names; raises NotFoundError where there is none."""
    files = sorted(path for path in folder.glob("*.json") if folder.is_dir())
    if not files:
        raise NotFoundError("no gold files (*.json)", where=str(folder), advice="give the folder with the aligned gold")
    for path in files:
        data = read_json(path)
        yield GoldArticle(path.stem, data.get("published"), data)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; raises InputError for anything else."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(f"can't be read as JSON ({error})", where=str(path), advice="make the file again") from None
    if not isinstance(value, dict):
        raise InputError("no JSON object", where=str(path), advice="make the file again")
    return value


def entity_names(folder: Path, table: Path | None) -> Names:
    """The table of entities that is given, else `entities.yaml` in the folder or beside it, else an empty one."""
    places = [table] if table else [folder / "entities.yaml", folder.resolve().parent / "entities.yaml"]
    found = next((path for path in places if path.exists()), None)
    if table and not found:
        raise NotFoundError("no table of entities", where=str(table), advice="check the path")
    return Names((load_yaml(found) or {}) if found else {})


def text_path(folder: Path, name: str, texts: Path | None) -> Path:
    """Where the text of a gold file lies: the folder given, `texts` beside the gold, or the gold's own folder."""
    places = [texts] if texts else [folder.resolve().parent / "texts", folder]
    for place in places:
        for suffix in (".txt", ".md", ".html"):
            if (place / f"{name}{suffix}").exists():
                return place / f"{name}{suffix}"
    raise NotFoundError(f"no text of {name}", where=str(places[0]), advice="name the folder of texts with --texts")
