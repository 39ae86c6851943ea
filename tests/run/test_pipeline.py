from __future__ import annotations

from pathlib import Path

import pytest

from musnad.run.outcome import Outcome, Tally
from musnad.run.pipeline import annotate_paths, read_into
from musnad.run.story import read
from musnad.store import open_store

TEXTS = {"a.txt": "زار الوزير القاهرة أمس.", "b.txt": "نفى المتحدث الخبر.", "c.txt": "زار الوزير القاهرة أمس."}


def write(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def kinds(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(Path(outcome.uri).name, outcome.kind) for outcome in outcomes]


def test_read_into_says_what_became_of_each(tmp_path: Path) -> None:
    write(tmp_path, TEXTS | {"d.txt": "latin", "e.png": "x"})
    store = open_store(":memory:", create=True)
    outcomes = list(read_into(store, [str(tmp_path)]))
    assert sorted(kinds(outcomes)) == [
        ("a.txt", "new"),
        ("b.txt", "new"),
        ("c.txt", "unchanged"),
        ("d.txt", "failed"),
        ("e.png", "ignored"),
    ]
    again = list(read_into(store, [str(tmp_path / "a.txt")]))
    assert kinds(again) == [("a.txt", "unchanged")]


def test_read_into_leaves_nothing_pending(tmp_path: Path) -> None:
    store = open_store(":memory:", create=True)
    list(read_into(store, [str(write(tmp_path))]))
    counts = store.view().counts()
    assert (counts.documents, counts.pending) == (2, 0)


def test_a_run_that_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("musnad.run.pipeline.TOGETHER", 1)
    path = tmp_path / "story.duckdb"
    (tmp_path / "in").mkdir()
    write(tmp_path / "in")
    started = read_into(open_store(path, create=True), [str(tmp_path / "in")])
    assert next(started).kind == "new"
    started.close()
    rest = kinds(list(read_into(open_store(path), [str(tmp_path / "in")])))
    assert sorted(rest) == [("a.txt", "unchanged"), ("b.txt", "new"), ("c.txt", "unchanged")]
    assert open_store(path).view().counts().pending == 0


def test_annotate_paths_keeps_the_order_and_the_failures(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "قال الوزير.", "b.txt": "latin", "c.txt": "قال السفير."})
    first, second, third = annotate_paths([str(tmp_path)])
    assert hasattr(second, "message")
    assert [Path(found.document.uri).name for found in (first, third)] == ["a.txt", "c.txt"]  # type: ignore[union-attr]


def test_read_gives_a_story(tmp_path: Path) -> None:
    story = read(write(tmp_path, TEXTS | {"d.txt": ""}))
    assert "2 documents" in repr(story)
    assert [Path(failure.uri).name for failure in story.failures] == ["d.txt"]
    frame = story.to_pandas("claims")
    assert list(frame["stance"]) == ["deny"]
    assert story.to_arrow("claims").num_rows == 1
    assert [row["type"] for row in story.rows("events")]
    assert "srcdoc" in story._repr_html_()
    story.close()


def test_tally_counts_what_has_no_date() -> None:
    tally = Tally()
    tally.add(Outcome("new", "x"))
    tally.add(Outcome("new", "y", dated=False))
    assert (tally.read, tally.undated) == (2, 1)


def test_tally_counts() -> None:
    tally = Tally()
    for kind in ("new", "updated", "unchanged", "failed", "ignored"):
        tally.add(Outcome(kind, "x"))  # type: ignore[arg-type]
    assert (tally.read, tally.held) == (2, 3)
    assert str(tally) == "2 read, 1 unchanged, 1 skipped, 1 of other kinds ignored"
