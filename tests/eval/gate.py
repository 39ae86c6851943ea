"""The accuracy gate: no layer may fall below its floor.

usage: python tests/eval/gate.py [--update]

Measures the reader on the gold of the sample story, on the thirty stories, and on `../shared/gold` where a checkout has it beside. With
`--update`, floors rise to what is reached now; none is ever lowered: that takes a person and an edit of `floors.json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from musnad import annotate
from musnad.analysis.scoring.gold import entity_names, gold_articles
from musnad.analysis.scoring.score import score_article
from musnad.analysis.scoring.sides import gold_side, system_side
from musnad.analysis.scoring.tally import merged

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SETS = {"sample": HERE / "gold", "stories": HERE / "stories", "shared": HERE.parents[2] / "shared" / "gold"}

# Figures are given to three places; a floor may be missed by less than the last one
TOLERANCE = 0.0005


def measure(folder: Path) -> dict[str, float]:
    """F1 by layer on the gold of a folder with `dev`, `texts` and `entities.yaml`."""
    names = entity_names(folder / "dev", folder / "entities.yaml")
    tallies = []
    for article in gold_articles(folder / "dev"):
        text = (folder / "texts" / f"{article.name}.txt").read_text(encoding="utf-8")
        system = json.loads(annotate(text, article.published).to_json())
        tallies.append(score_article(gold_side(article.data), system_side(system), names))
    return {layer: score.f1 for layer, score in merged(tallies).scores().items()}


def floors() -> dict[str, dict[str, float]]:
    """The floors by set and layer."""
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))


def available() -> list[str]:
    """The sets whose gold is there: the sample's always, the shared one only beside a founder's checkout."""
    return [name for name, folder in SETS.items() if (folder / "dev").is_dir()]


def fallen(name: str, reached: dict[str, float]) -> list[str]:
    """A line for every layer below its floor, and for every floor whose layer was not measured."""
    return [
        f"{name}: {layer} {reached.get(layer, 0.0):.3f} is below its floor {floor:.3f}"
        for layer, floor in floors().get(name, {}).items()
        if reached.get(layer, 0.0) < floor - TOLERANCE
    ]


def main() -> int:
    """Prints every layer with its floor; exit code 1 if one fell."""
    known, problems = floors(), []
    for name in available():
        reached = measure(SETS[name])
        problems += fallen(name, reached)
        for layer, value in reached.items():
            print(f"{name:8} {layer:20} {value:.3f}  floor {known.get(name, {}).get(layer, 0.0):.3f}")
        old = known.get(name, {})
        known[name] = {layer: max(value, old.get(layer, 0.0)) for layer, value in reached.items() if value}
    if "--update" in sys.argv[1:]:
        FLOORS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
