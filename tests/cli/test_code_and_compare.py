"""Codes of tables keep the ids; the comparison speaks in names and explains its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_code_keeps_other_columns(musnad, tmp_path: Path) -> None:
    file = tmp_path / "sentences.tsv"
    file.write_text("id\ttext\trater\n7\tزار الوزير القاهرة أمس.\tب\n8\t\tج\n", encoding="utf-8")
    first, second = (json.loads(line) for line in musnad("code", file, "-f", "jsonl").out.splitlines())
    assert list(first)[:3] == ["id", "rater", "text"]
    assert (first["id"], first["rater"], second["id"]) == ("7", "ب", "8")


def test_code_of_plain_lines_has_its_own_columns_only(musnad, tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    file.write_text("زار الوزير القاهرة أمس.\n", encoding="utf-8")
    assert next(iter(json.loads(musnad("code", file, "-f", "jsonl").out))) == "text"


@pytest.mark.parametrize(("lang", "name", "legend"), [("ar", "روسيا", "لا يذكره"), ("en", "Russia", "omits it")])
def test_compare_names_actors_and_explains_its_words(musnad, store: Path, lang: str, name: str, legend: str) -> None:
    result = musnad("compare", "-s", store, "--lang", lang, "-f", "table")
    assert result.code == 0
    assert legend in result.err
    assert name in musnad("compare", "-s", store, "--lang", lang).out
