from __future__ import annotations

import json
from pathlib import Path

import pytest

from musnad.analysis.scoring.gold import entity_names, gold_articles, text_path
from musnad.cli.main import run
from musnad.errors import InputError, NotFoundError

TEXT = "نفى الكرملين أمس الثلاثاء الخبر."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "dev"
    folder.mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "entities.yaml").write_text("nato: {aliases: [otan]}\n")
    start = TEXT.index("أمس")
    time = {"text": {"start": start, "end": start + 12, "text": "أمس الثلاثاء"}, "value": "2024-06-18", "type": "DATE"}
    (folder / "a.json").write_text(json.dumps({"published": "2024-06-19", "times": [time]}))
    return folder


def test_gold_folder_with_table_and_texts_beside_it(gold: Path) -> None:
    (article,) = gold_articles(gold)
    assert (article.name, article.published) == ("a", "2024-06-19")
    assert entity_names(gold, None).gold("otan") == "nato"
    assert text_path(gold, "a", None).read_text(encoding="utf-8") == TEXT


def test_missing_gold_text_or_table_is_said(gold: Path, tmp_path: Path) -> None:
    for call in (
        lambda: list(gold_articles(tmp_path)),
        lambda: text_path(gold, "b", None),
        lambda: entity_names(gold, gold / "x"),
    ):
        with pytest.raises(NotFoundError):
            call()
    (gold / "b.json").write_text("[1]")
    with pytest.raises(InputError, match=r"b\.json"):
        list(gold_articles(gold))


def test_score_annotates_the_texts_itself(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", str(gold), "--format", "jsonl"]) == 0
    rows = {row["layer"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert rows["times"]["f1"] == 1.0
    assert run(["score", str(gold), "--per-article", "--intervals"]) == 0
    assert '"article":"a"' in capsys.readouterr().out


def test_score_missing_system_file_counts_as_empty(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "system").mkdir()
    assert run(["score", str(gold), str(tmp_path / "system"), "--errors", "times"]) == 0
    captured = capsys.readouterr()
    assert "missing" in captured.err
    assert json.loads(captured.out) == {"article": "a", "error": "missed", "record": "أمس الثلاثاء"}
