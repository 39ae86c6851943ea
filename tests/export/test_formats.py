"""Every export of a made story, checked by the format's own library or rules."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import cast

import pytest
from tests.analysis.made_story import TEXTS, MadeView

from musnad.analysis.tables import TABLES
from musnad.errors import UsageError
from musnad.export.formats import FORMATS, export
from musnad.export.polecat import COLUMNS
from musnad.store.base import View

VIEW = cast(View, MadeView())


def exported(name: str, tmp_path: Path, table: str = "events", language: str = "ar") -> Path:
    path = tmp_path / f"story.{FORMATS[name].suffix}"
    export(VIEW, name, path, table=table, language=language)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"annotations"}))
def test_manifest_names_hash_and_documents(name: str, tmp_path: Path) -> None:
    path = exported(name, tmp_path)
    manifest = json.loads(path.with_name(path.name + ".manifest.json").read_text())
    assert manifest["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert manifest["records"] > 0
    assert manifest["documents"] == ["d1", "d2", "d3"]
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"annotations", "xlsx", "docx", "parquet"}))
def test_the_same_story_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    assert exported(name, tmp_path).read_bytes() == exported(name, tmp_path).read_bytes()


@pytest.mark.parametrize("table", sorted(set(TABLES)))
def test_csv_has_a_cell_for_every_column(table: str, tmp_path: Path) -> None:
    text = exported("csv", tmp_path, table).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert tuple(rows[0]) == tuple(TABLES[table].columns)
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("table", sorted(set(TABLES)))
def test_parquet_holds_the_rows_of_the_csv(table: str, tmp_path: Path) -> None:
    import duckdb

    path = exported("parquet", tmp_path, table)
    with duckdb.connect() as connection:
        count = connection.execute(f"SELECT count(*) FROM '{path}'").fetchone()
    text = exported("csv", tmp_path, table).read_text(encoding="utf-8-sig")
    assert count == (len(list(csv.reader(io.StringIO(text)))) - 1,)


def test_polecat_has_its_columns_and_a_row_for_each_pair(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(exported("polecat", tmp_path).read_text()), delimiter="\t"))
    assert tuple(rows[0]) == COLUMNS
    visit = rows[0]
    assert (visit["Event Type"], visit["Event Mode"], visit["Quad Code"]) == ("CONSULT", "visit", "VERBAL COOPERATION")
    assert (visit["Actor Country"], visit["Primary Actor Sector"], visit["Recipient Country"]) == ("RUS", "GOV", "PRK")
    assert visit["CAMEO Root"] == "04"


def test_web_annotation_selectors_find_the_words(tmp_path: Path) -> None:
    page = json.loads(exported("webannotation", tmp_path).read_text())
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        text = next(t for t in TEXTS.values() if quote["exact"] in t and quote["prefix"] + quote["exact"] in t)
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_timelinejs_keeps_the_precision_of_dates(tmp_path: Path) -> None:
    events = json.loads(exported("timelinejs", tmp_path).read_text())["events"]
    assert events[0]["start_date"] == {"year": "2024", "month": "06", "day": "19"}


def test_ical_is_read_by_its_library(tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(exported("ical", tmp_path).read_bytes())
    assert [str(e["uid"]) for e in calendar.walk("VEVENT")] == ["e1@musnad", "e2@musnad", "e3@musnad", "e4@musnad"]


def test_graphs_are_read_by_networkx(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    signed = networkx.read_graphml(exported("graphml", tmp_path))
    assert signed.edges["PRK", "RUS"]["sign"] == 1
    moving = networkx.read_gexf(exported("gexf", tmp_path))
    assert {moving.nodes[n]["label"] for n in moving} == {"روسيا", "كوريا الشمالية", "كوريا الجنوبية"}
    assert 'mode="dynamic"' in exported("gexf", tmp_path).read_text()


def test_stix_is_read_by_its_library(tmp_path: Path) -> None:
    stix2 = pytest.importorskip("stix2")
    bundle = stix2.parse(exported("stix", tmp_path).read_text())
    assert {o.type for o in bundle.objects} == {"identity", "note"}


def test_prov_is_read_by_its_library(tmp_path: Path) -> None:
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(content=exported("prov", tmp_path).read_text(), format="json")
    assert len(list(document.get_records(prov.ProvDelegation))) == 1


def test_ftm_is_valid_by_its_model(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in exported("ftm", tmp_path).read_text().splitlines()]
    ids = {line["id"] for line in lines}
    for line in lines:
        for name in ("organizer", "involved", "proof"):
            assert set(line["properties"].get(name, ())) <= ids
    ftm = pytest.importorskip("followthemoney")
    for line in lines:
        schema = ftm.model.get(line["schema"])
        for name, values in line["properties"].items():
            assert all(schema.get(name).type.validate(value) for value in values), (name, values)


def test_xlsx_runs_right_to_left_in_arabic_only(tmp_path: Path) -> None:
    import zipfile

    for language, expected in (("ar", True), ("en", False)):
        with zipfile.ZipFile(exported("xlsx", tmp_path, language=language)) as book:
            assert ("rightToLeft" in book.read("xl/worksheets/sheet1.xml").decode()) is expected


def test_docx_paragraphs_run_right_to_left_in_arabic(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(str(exported("docx", tmp_path)))
    assert document.paragraphs[0].text.startswith("موجز مُسنَد")
    assert "w:bidi" in document.paragraphs[0]._p.xml


def test_html_never_takes_article_text_for_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import msgspec
    from tests.analysis import made_story

    evil = msgspec.structs.replace(made_story.MATTER, label="<script>alert(1)</script>")
    monkeypatch.setattr(made_story, "MATTER", evil)
    page = exported("html", tmp_path).read_text()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_brief_pages_say_their_direction(tmp_path: Path) -> None:
    assert 'dir="rtl"' in exported("html", tmp_path).read_text()
    assert 'dir="ltr"' in exported("html", tmp_path, language="en").read_text()
    assert "http://" not in exported("html", tmp_path).read_text().replace("https://example.org", "")


def test_unknown_format_and_table_are_named() -> None:
    with pytest.raises(UsageError, match="parchment"):
        export(VIEW, "parchment", Path("x"))
    with pytest.raises(UsageError, match="rumours"):
        export(VIEW, "csv", Path("/tmp/musnad-none.csv"), table="rumours")
