"""Bad input ends in one line on standard error and the right exit code, and the other files are read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.cli.exits import ERROR, NOTHING_FOUND, PARTLY_FAILED, USAGE

GOOD = "نفى المتحدث باسم الحكومة الخبر الذي نشرته الصحف أمس."
BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 30,
    "cut.txt": GOOD.encode()[:-2],
    "latin.txt": b"The minister denied the report.",
    "nul.txt": GOOD.encode()[:20] + b"\0" + GOOD.encode() * 5,
    "scripts.html": b"<html><script>alert(1)</script></html>",
    "broken.zip": b"PK\x03\x04 no archive",
    "line.txt": "كلمة ".encode() * 300_000,
    "paper.pdf": b"%PDF-1.7",
    "bad.jsonl": b'{"text": \n',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_one_line_and_the_good_one_is_read(musnad, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    alone = musnad("read", tmp_path, "--store", tmp_path / "a.duckdb", "--max-mb", "1")
    assert alone.code == ERROR
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    both = musnad("read", tmp_path, "--store", tmp_path / "b.duckdb", "--max-mb", "1", "--published", "2024-06-18")
    assert both.code == PARTLY_FAILED
    assert both.out.startswith("1 read, 0 unchanged, 1 skipped")
    for result in (alone, both):
        assert result.err.count("\n") == 1
        assert name in result.err
        assert " — " in result.err
        assert "Traceback" not in result.err


def test_annotate_partly_and_wholly_failed(musnad, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert musnad("annotate", tmp_path / "none.txt").code == ERROR
    result = musnad("annotate", tmp_path / "none.txt", tmp_path / "good.txt")
    assert result.code == PARTLY_FAILED
    assert result.out.count("\n") == 1


def test_read_again_changes_nothing_and_says_so(musnad, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "same.txt").write_text(GOOD, encoding="utf-8")
    assert musnad("read", tmp_path, "-s", tmp_path / "s.duckdb").out.startswith("1 read, 1 unchanged, 0 skipped")
    again = musnad("read", tmp_path / "good.txt", "-s", tmp_path / "s.duckdb")
    assert (again.code, again.out) == (0, "0 read, 1 unchanged, 0 skipped\n")


def test_read_nothing_is_nothing_found(musnad, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert musnad("read", tmp_path / "folder", "-s", tmp_path / "s.duckdb").code == NOTHING_FOUND


def test_no_rows_are_said(musnad, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    store = ("-s", tmp_path / "s.duckdb")
    assert musnad("read", tmp_path / "good.txt", "--published", "2024-06-18", *store).code == 0
    events = musnad("events", "--type", "assault", *store)
    assert (events.code, events.out, events.err) == (NOTHING_FOUND, "", "musnad: nothing found\n")
    brief = musnad("brief", "--since", "2030-01-01", *store)
    assert (brief.code, brief.out) == (NOTHING_FOUND, "")
    assert "2030-01-01" in brief.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["read"],
        ["annotate", "x.txt", "--published", "2024-02-31"],
        ["events", "--since", "soon"],
        ["events", "--type", "CHINA"],
        ["events", "--status", "maybe"],
        ["claims", "--stance", "shout"],
        ["events", "--format", "yaml"],
        ["completion", "tcsh"],
        ["score", "/no/such/folder"],
    ],
)
def test_usage_errors(musnad, arguments: list[str]) -> None:
    result = musnad(*arguments)
    assert result.code == USAGE
    assert result.out == ""
    assert result.err


def test_missing_store_says_what_to_do(musnad, tmp_path: Path) -> None:
    result = musnad("events", "-s", tmp_path / "none.duckdb")
    assert result.code == ERROR
    assert "none.duckdb" in result.err
    assert result.err.count("\n") == 1


def test_damaged_store_is_one_line(musnad, tmp_path: Path) -> None:
    (tmp_path / "bad.duckdb").write_bytes(b"no database" * 2000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for arguments in (["brief"], ["read", tmp_path / "good.txt"]):
        result = musnad(*arguments, "-s", tmp_path / "bad.duckdb")
        assert result.code == ERROR
        assert "bad.duckdb" in result.err
        assert result.err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD * 50, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "musnad", "annotate", tmp_path / "good.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == ERROR
    assert "No space left" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folder_is_one_line(musnad, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "locked").mkdir(mode=0o500)
    result = musnad("read", tmp_path / "good.txt", "-s", tmp_path / "locked" / "s.duckdb")
    assert result.code == ERROR
    assert result.err.count("\n") == 1


def test_store_in_a_missing_folder_is_one_line(musnad, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    result = musnad("read", tmp_path / "good.txt", "-s", tmp_path / "no" / "such" / "s.duckdb")
    assert result.code in (0, ERROR)
    assert "Traceback" not in result.err


def test_broken_pipe_is_silent(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"{GOOD} {number}", encoding="utf-8")
    command = f'"{sys.executable}" -m musnad annotate "{tmp_path}" | head -c 10'
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0
