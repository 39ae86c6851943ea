"""No layer of the reader falls below its floor, and the gate notices if one does."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.eval.gate import HERE, SETS, TOLERANCE, available, fallen, floors, measure

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "musnad" / "samples"


@pytest.mark.parametrize("name", available())
def test_no_layer_is_below_its_floor(name: str) -> None:
    assert fallen(name, measure(SETS[name])) == []


def test_the_gate_notices_a_fall() -> None:
    known = floors()["sample"]
    assert known, "no floors: run tests/eval/gate.py --update"
    layer, floor = next((layer, floor) for layer, floor in known.items() if floor > 0)
    assert fallen("sample", known) == []
    assert any(layer in line for line in fallen("sample", known | {layer: floor - 2 * TOLERANCE}))
    assert len(fallen("sample", {})) == sum(floor > 0 for floor in known.values())


def test_gold_texts_are_the_sample_articles() -> None:
    for path in sorted((HERE / "gold" / "texts").glob("*.txt")):
        article = (SAMPLES / f"{path.stem}.md").read_text(encoding="utf-8")
        assert article.split("---\n", 2)[2] == path.read_text(encoding="utf-8")
