from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.ingest.read import read_documents
from musnad.ingest.source import Failure, Ignored
from musnad.model import Document


def names(path: Path | str) -> list[str]:
    return [Path(found.uri).name for found in read_documents([str(path)])]


def test_folder_is_read_to_the_bottom_in_order(tmp_path: Path, text: str) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "z/c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert names(tmp_path) == ["a.md", "b.txt", "c.html"]


def test_folder_links_in_a_circle_end(tmp_path: Path, text: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_folder_pictures_are_passed_over_and_papers_named(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    picture, paper = read_documents([str(tmp_path)])
    assert isinstance(picture, Ignored)
    assert isinstance(paper, Failure)
    assert "pdftotext" in paper.message


def test_glob_and_missing_paths(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = list(read_documents([f"{tmp_path}/*.txt", f"{tmp_path}/*.zzz", f"{tmp_path}/none.txt"]))
    assert isinstance(found[0], Document)
    assert [isinstance(f, Failure) and f.message.split(": ")[1].split(" — ")[0] for f in found[1:]] == [
        "no file matches",
        "no such file or folder",
    ]


def test_named_file_without_suffix_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "article").write_text(text, encoding="utf-8")
    (found,) = read_documents([str(tmp_path / "article")])
    assert isinstance(found, Document)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_right_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص")
    (tmp_path / "a.txt").chmod(0)
    (found,) = read_documents([str(tmp_path)])
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("نفى الوزير", "text"),
        ("النص, وفيه: نفى الوزير", "text"),
        ('{"text": "نفى الوزير"}', "json"),
        ("<p>x<html>نفى", "html"),
        ('date,title,text\n2024-06-18,خبر,"نفى الوزير، ثم عاد"\n', "csv"),
        ("\ufeffالعنوان;النص\nخبر;نفى الوزير\n", "csv"),
        ("url\ttext\nx\tنفى الوزير\n", "tsv"),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, data: str, kind: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (found,) = read_documents(["-"])
    assert isinstance(found, Document)
    assert "نفى" in found.text
    assert found.text.startswith("{") is False
    assert kind == "text" or found.text.startswith(("نفى", "<p>", "x"))


def test_pipe_is_read(tmp_path: Path, text: str) -> None:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    (found,) = read_documents([f"/dev/fd/{reader}"])
    os.close(reader)
    assert isinstance(found, Document)
    assert found.text == text


def test_zip_members_bombs_and_nesting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/one.txt", text)
        archive.writestr("bomb.txt", b"0" * 3_000_000)
        archive.writestr("inner.zip", b"PK")
        archive.writestr("__MACOSX/one.txt", "x")
    one, bomb, inner = read_documents([str(path)])
    assert isinstance(one, Document)
    assert one.uri.endswith("z.zip!/in/one.txt")
    assert isinstance(bomb, Failure)
    assert "bomb" in bomb.message
    assert isinstance(inner, Failure)


def test_zip_damaged_member_leaves_the_others(tmp_path: Path, text: str) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", text)
        archive.writestr("b.txt", text + " ثم انتهى")
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    damaged, whole = read_documents([str(path)])
    assert isinstance(damaged, Failure)
    assert "damaged" in damaged.message
    assert isinstance(whole, Document)


def test_zip_that_is_none_is_refused(refuse: Callable[..., Failure]) -> None:
    assert "damaged ZIP" in refuse("z.zip", b"PK\x03\x04 broken").message
