"""Every command on a small story: what it prints, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from musnad.analysis.tables import TABLES
from musnad.cli.lazy import COMMANDS
from musnad.export.formats import FORMATS
from musnad.model import Annotation


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_annotate_prints_the_contract(musnad, articles: Path) -> None:
    result = musnad("annotate", articles / "one.md", articles / "two.txt")
    assert result.code == 0
    assert result.err == ""
    first, second = (Annotation.from_json(line) for line in result.out.splitlines())
    assert first.document.outlet == "صحيفة الميناء"
    assert first.document.published == "2024-06-18"
    assert second.document.text.startswith("زار بوتين")


def test_annotate_takes_standard_input_and_date(musnad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("زار الوزير القاهرة أمس.".encode())))
    result = musnad("annotate", "-", "--published", "2024-06-18", "--indent", "2")
    assert json.loads(result.out)["document"]["published"] == "2024-06-18"


def test_schema_is_the_one_of_the_records(musnad) -> None:
    from musnad.model.annotation import json_schema

    assert json.loads(musnad("schema").out) == json.loads(json.dumps(json_schema()))


@pytest.mark.parametrize(
    "command", ["events", "claims", "actors", "numbers", "documents", "timeline", "network", "stories"]
)
def test_lists_give_rows(musnad, store: Path, command: str) -> None:
    result = musnad(command, "--store", store)
    assert result.code == 0
    found = rows(result.out)
    assert found
    table = csv.DictReader(io.StringIO(musnad(command, "-s", store, "-f", "csv").out))
    assert next(table).keys() == found[0].keys()


def test_events_filters_and_columns(musnad, store: Path) -> None:
    visits = rows(musnad("events", "-s", store, "--type", "consult", "--actor", "RUS", "-c", "id,type").out)
    assert visits
    assert {event["type"] for event in visits} == {"CONSULT"}
    assert list(visits[0]) == ["id", "type"]
    assert musnad("events", "-s", store, "--since", "2031-01-01").code == 3
    assert len(rows(musnad("events", "-s", store, "-n", "1").out)) == 1


def test_claims_of_a_stance(musnad, store: Path) -> None:
    denials = rows(musnad("claims", "-s", store, "--stance", "deny").out)
    assert denials
    assert {claim["stance"] for claim in denials} == {"deny"}


def test_contested_compare_and_coverage(musnad, store: Path) -> None:
    assert rows(musnad("contested", "-s", store, "--all").out)
    assert {"صحيفة الميناء", "وكالة السهل"} <= rows(musnad("compare", "-s", store).out)[0].keys()
    assert len(rows(musnad("compare", "-s", store, "--coverage").out)) == 2


def test_brief_in_each_format(musnad, store: Path, tmp_path: Path) -> None:
    assert musnad("brief", "-s", store).out.startswith("#")
    assert json.loads(musnad("brief", "-s", store, "-f", "json", "--lang", "en").out)["language"] == "en"
    for suffix in ("md", "html", "docx"):
        assert musnad("brief", "-s", store, "-o", tmp_path / f"b.{suffix}").code == 0
        assert (tmp_path / f"b.{suffix}").stat().st_size > 200
    assert 'dir="rtl"' in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert musnad("brief", "-s", store, "-o", tmp_path / "b.xyz").code == 2


def test_explain_any_row(musnad, store: Path) -> None:
    for command in ("events", "claims", "contested --all", "numbers", "actors"):
        first = rows(musnad(*command.split(), "-s", store, "-n", "1").out)[0]
        ref = first.get("id") or first["group"]
        result = musnad("explain", ref, "-s", store)
        assert result.code == 0, result.err
        assert str(ref) in result.out
        assert json.loads(musnad("explain", ref, "-s", store, "--json").out)["id"]
    result = musnad("explain", rows(musnad("events", "-s", store, "-n", "1").out)[0]["id"], "-s", store)
    assert "⟦" in result.out
    assert "rule:" in result.out


def test_explain_reads_the_reports_of_an_event_again(musnad, store: Path) -> None:
    ref = rows(musnad("events", "-s", store, "-n", "1").out)[0]["id"]
    shown = musnad("explain", ref, "-s", store).out
    for part in ("chunks: ", "]trigger", "frame of ", "source: ", "target: ", "factuality: "):
        assert part in shown
    assert "chunks: " not in musnad("explain", ref, "-s", store, "--readings", "0").out
    record = json.loads(musnad("explain", ref, "-s", store, "--json").out)
    assert record["readings"][ref]["trigger"] == record["reports"][0]["place"]["span"]


def test_explain_unknown_id_is_not_found(musnad, store: Path) -> None:
    result = musnad("explain", "e0000000000", "-s", store)
    assert result.code == 3
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_a_file_and_a_stream(musnad, store: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"out.{FORMATS[name].suffix}"
    assert musnad("export", name, "-s", store, "-o", path).code in (0, 3)
    assert path.stat().st_size > 0
    if name != "docx" and FORMATS[name].suffix not in ("parquet", "xlsx"):
        assert musnad("export", name, "-s", store).out


def test_export_all_tables(musnad, store: Path, tmp_path: Path) -> None:
    assert musnad("export", "jsonl", "--table", "all", "-s", store, "-o", tmp_path / "t").code == 0
    assert {path.stem for path in (tmp_path / "t").glob("*.jsonl")} == set(TABLES)
    assert musnad("export", "csv", "-t", "nope", "-s", store).code == 2
    assert musnad("export", "nope", "-s", store).code == 2


def test_sql_reads_and_never_writes(musnad, store: Path) -> None:
    assert rows(musnad("sql", "select 1 as one, 'نص' as word", "-s", store).out) == [{"one": 1, "word": "نص"}]
    assert musnad("sql", "create table x (a int)", "-s", store).code in (1, 2)
    assert musnad("sql", "select 1 where false", "-s", store).code == 3


def test_doctor_finds_all_in_its_place(musnad, store: Path) -> None:
    found = {row["check"]: row for row in rows(musnad("doctor", "-s", store).out)}
    assert found["store"]["state"] == "ok"
    assert found["reader"]["state"] == "ok"
    assert any(name.startswith("lexicons ") for name in map(str, found))


def test_doctor_tells_what_an_older_version_read(musnad, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "readings" not in {row["check"] for row in rows(musnad("doctor", "-s", store).out)}
    monkeypatch.setattr("musnad.store.duck.version", lambda: "9.9+new")
    result = musnad("doctor", "-s", store)
    assert result.code == 0
    found = {row["check"]: row for row in rows(result.out)}["readings"]
    assert found["state"] == "old"
    assert str(found["detail"]).startswith("2 of 2 documents")


def test_doctor_names_a_broken_store(musnad, tmp_path: Path) -> None:
    (tmp_path / "broken.duckdb").write_bytes(b"nothing like a database" * 400)
    result = musnad("doctor", "-s", tmp_path / "broken.duckdb")
    assert result.code == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_command(musnad, shell: str) -> None:
    assert "_MUSNAD_COMPLETE" in musnad("completion", shell).out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(musnad, command: str) -> None:
    result = musnad(command, "--help")
    assert result.code == 0
    assert f"musnad {command}" in result.out.split("Example:")[1]


def test_read_says_how_many_articles_have_no_date(musnad, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("قال وزير الخارجية اليوم إن المحادثات ستستأنف.", encoding="utf-8")
    assert "1 of 1 state no date" in musnad("read", article, "-s", tmp_path / "s.duckdb").err
    assert "no date" not in musnad("read", article, "-s", tmp_path / "t.duckdb", "--published", "2024-06-18").err
    assert "no date" not in musnad("read", article, "-q", "-s", tmp_path / "u.duckdb").err


def test_explain_and_review_call_an_unnamed_outlet_by_its_file(musnad, tmp_path: Path) -> None:
    (tmp_path / "unsigned.txt").write_text("ونفت موسكو أمس إرسال أسلحة إلى بيونغ يانغ.", encoding="utf-8")
    own = tmp_path / "own.duckdb"
    assert musnad("read", tmp_path / "unsigned.txt", "-s", own).code == 0
    ref = rows(musnad("events", "-s", own, "-n", "1").out)[0]["id"]
    shown = musnad("explain", ref, "-s", own).out
    assert "unsigned.txt" in shown
    assert "sha256" not in shown
    assert all("sha256" not in str(row["asserted_by"]) for row in rows(musnad("contested", "--all", "-s", own).out))
