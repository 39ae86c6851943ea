"""Counts, on annotated articles, how often the events read in each way are right.

    python tools/calibrate.py GOLD_DIR TEXTS_DIR ENTITIES_YAML [GOLD_DIR TEXTS_DIR ENTITIES_YAML …] [--report]

GOLD_DIR holds one JSON file an article (events with `trigger`, `type`, `sources`, `targets`), TEXTS_DIR its text.
Writes the table of bins that `musnad.extract.events.confidence` reads; `--report` prints instead how stated confidence
and measured share agree, each article's confidence stated from the counts of the others; `--plot FILE` draws it as SVG.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from musnad.extract.actors.discourse import OWN_PARTY
from musnad.extract.events.confidence import Counts, average_of, shares_of, stated, way
from musnad.extract.events.drafts import Draft
from musnad.extract.events.layer import draft_events
from musnad.model import Entity
from musnad.resources import package_path
from reliability import Bin, plot, report
from train_parties import FOLDS, Names, read_article, rows, train

TABLE = package_path("extract", "data", "confidence", "events.tsv")


class Checked(NamedTuple):
    """An event that was read from an article, and whether it is right."""

    article: str
    draft: Draft
    right: bool


def judged(folders: list[tuple[Path, Path]], tables: list[Path]) -> Iterator[Checked]:
    """Every event that is read from the articles, and whether it is right.

    Each article is read with a model of participants that was trained without it.
    """
    known = list(rows(folders, Names(tables)))
    entities = {name: row for table in tables for name, row in yaml.safe_load(table.read_text("utf-8")).items()}
    paths = [(path, texts) for gold_dir, texts in folders for path in sorted(gold_dir.glob("*.json"))]
    for fold in range(FOLDS):
        held = {path.stem for path, _ in paths[fold::FOLDS]}
        weights = train(row for row in known if row.article not in held)
        for path, texts in paths[fold::FOLDS]:
            gold = json.loads(path.read_text(encoding="utf-8"))
            reading = read_article(path.stem, texts, gold.get("published"))
            for draft in draft_events(reading, weights):
                right = any(_agrees(draft, event, reading.entities, entities) for event in gold["events"])
                yield Checked(path.stem, draft, right)


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


def counted(found: list[Checked]) -> Counts:
    """The right and all records of each way of reading."""
    read = Counter(way(row.draft) for row in found)
    right = Counter(way(row.draft) for row in found if row.right)
    return {bin_: (right[bin_], count) for bin_, count in read.items()}


def reliability(found: list[Checked]) -> list[Bin]:
    """Stated and measured shares by tenths; what an article's records state was counted on the others."""
    rows: list[tuple[float, bool]] = []
    for article in {row.article for row in found}:
        others = counted([row for row in found if row.article != article])
        known, mean = shares_of(others), average_of(others)
        rows += [(stated(row.draft, known, mean), row.right) for row in found if row.article == article]
    bins = []
    for tenth in range(10):
        inside = [(share, right) for share, right in rows if int(share * 10) == tenth]
        if inside:
            share, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            bins.append(Bin(tenth / 10, len(inside), share, right))
    return bins


def main(arguments: list[str]) -> None:
    """Writes the table, or prints the report and draws the plot."""
    drawn = Path(arguments[arguments.index("--plot") + 1]) if "--plot" in arguments else None
    paths = [Path(word) for word in arguments if word not in ("--report", "--plot", str(drawn))]
    found = list(judged(list(zip(paths[::3], paths[1::3], strict=True)), paths[2::3]))
    bins = reliability(found) if drawn or "--report" in arguments else []
    if drawn:
        drawn.write_text(plot(bins), encoding="utf-8")
    if bins:
        print(report(bins))
        return
    lines = ["# kind of trigger, where source and target were found, right records, records read"]
    lines += ["\t".join((*bin_, *map(str, counts))) for bin_, counts in sorted(counted(found).items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
