"""Counts, on annotated articles, how often the events read in each way are right.

    python tools/calibrate.py GOLD_DIR TEXTS_DIR ENTITIES_YAML [GOLD_DIR TEXTS_DIR ENTITIES_YAML …] [--report]

GOLD_DIR holds one JSON file an article (events with `trigger`, `type`, `sources`, `targets`), TEXTS_DIR its text.
Writes the table of bins that `musnad.extract.events.confidence` reads; `--report` prints instead how stated confidence
and measured share agree.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from musnad.extract.actors.discourse import OWN_PARTY
from musnad.extract.events.confidence import confidence, way
from musnad.extract.events.drafts import Draft
from musnad.extract.events.layer import draft_events
from musnad.model import Entity
from musnad.resources import package_path
from train_parties import Names, read_article, rows, train

TABLE = package_path("extract", "data", "confidence", "events.tsv")


def judged(folders: list[tuple[Path, Path]], tables: list[Path]) -> Iterator[tuple[Draft, bool]]:
    """Every event that is read from the articles, and whether it is right.

    Each article is read with a model of participants that was trained on the others.
    """
    known = list(rows(folders, Names(tables)))
    entities = {name: row for table in tables for name, row in yaml.safe_load(table.read_text("utf-8")).items()}
    for gold_dir, texts in folders:
        for path in sorted(gold_dir.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            reading = read_article(path.stem, texts, gold.get("published"))
            weights = train(row for row in known if row.article != path.stem)
            for draft in draft_events(reading, weights):
                yield draft, any(_agrees(draft, event, reading.entities, entities) for event in gold["events"])


def _agrees(draft: Draft, event: dict[str, Any], read: dict[str, Entity], entities: dict[str, Any]) -> bool:
    trigger = event["trigger"]
    overlap = trigger["start"] < draft.trigger.end and draft.trigger.start < trigger["end"]
    if not overlap or event["type"] != draft.type:
        return False
    for filler, role in ((draft.source, "sources"), (draft.target, "targets")):
        told = {_gold_party(actor, entities) for actor in event[role] or ()}
        mine = {_party(read[actor]) for actor in filler.actors if actor in read}
        if (mine or told) and not mine & told:
            return False
    return True


def _gold_party(actor: str, entities: dict[str, Any]) -> str:
    head = actor.split("/")[0]
    return str((entities.get(head) or {}).get("state") or head)


def _party(entity: Entity) -> str:
    code = entity.code.split(" ")
    return code[0] if len(code[0]) == 3 and code[-1] not in OWN_PARTY else entity.id.split("/")[0]


def main(arguments: list[str]) -> None:
    """Writes the table, or prints the report."""
    paths = [Path(argument) for argument in arguments if argument != "--report"]
    found = list(judged(list(zip(paths[::3], paths[1::3], strict=True)), paths[2::3]))
    if "--report" in arguments:
        _report(found)
        return
    read, right = Counter(way(draft) for draft, _ in found), Counter(way(draft) for draft, good in found if good)
    lines = ["# kind of trigger, where source and target were found, right records, records read"]
    lines += ["\t".join((*bin_, str(right[bin_]), str(count))) for bin_, count in sorted(read.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _report(rows: list[tuple[Draft, bool]]) -> None:
    print("| stated confidence | records | stated, mean | right, share |\n| --- | --- | --- | --- |")
    for low in range(10):
        inside = [(confidence(draft), good) for draft, good in rows if low / 10 <= confidence(draft) < (low + 1) / 10]
        if inside:
            mean = sum(stated for stated, _ in inside) / len(inside)
            share = sum(good for _, good in inside) / len(inside)
            print(f"| {low / 10:.1f}–{(low + 1) / 10:.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
