from __future__ import annotations

import json

import pytest

from musnad.cli.output import Output
from musnad.cli.tables import render_table
from musnad.errors import UsageError

COLUMNS = ("id", "words", "count", "none")
ROWS = [("e1", "قال\tالوزير\nأمس", 2, None), ("e2", 'نص "مقتبس"، طويل', 1.5, None)]


def written(capsys: pytest.CaptureFixture[str], format: str, **options: object) -> str:
    Output(format, **options).write(COLUMNS, ROWS)  # type: ignore[arg-type]
    return capsys.readouterr().out


def test_tsv_keeps_one_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, "tsv").splitlines()[1] == "e1\tقال الوزير أمس\t2\t"


def test_csv_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert '"نص ""مقتبس""، طويل"' in written(capsys, "csv")


def test_jsonl_and_json_keep_types(capsys: pytest.CaptureFixture[str]) -> None:
    objects = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]
    assert [json.loads(line) for line in written(capsys, "jsonl").splitlines()] == objects
    assert json.loads(written(capsys, "json")) == objects
    assert "قال" in written(capsys, "jsonl")


def test_columns_and_limit(capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, "csv", columns=("count", "id"), limit=1) == "count,id\n2,e1\n"
    with pytest.raises(UsageError, match="the columns are id, words"):
        Output("csv", ("nope",)).write(COLUMNS, ROWS)


def test_table_keeps_columns_in_place_between_arabic_cells() -> None:
    table = render_table(("a", "b"), [("روسيا", "الصين")])
    row = next(line for line in table.splitlines() if "روسيا" in line)
    assert row.index("روسيا") < row.index("الصين")
    assert row.count("\u200e") == 2 * row.count("│")


def test_table_shows_no_control_characters() -> None:
    assert "\x1b[31m" not in render_table(("a",), [("\x1b[31mأحمر\x07",)])
