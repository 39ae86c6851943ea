"""Other processes: reading while one writes, waiting for a lock, and a writer that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from musnad.errors import StoreError, StoreLockedError
from musnad.store import open_store

ROOT = Path(__file__).parents[2]
WRITER = """
import sys, time
from tests.resolve.builders import article
from musnad.store import open_store
store = open_store(sys.argv[1], create=True)
with store.writer() as writer:
    for number in range(100000):
        event = dict(trigger="زيارة", type="CONSULT", sources=["kemal-aydin"], targets=["QAT"], time="2024-03-10")
        writer.add(article(f"زيارة رقم {number} إلى قطر قام بها كمال آيدين.", outlet=str(number), events=[event]))
        print(number, flush=True)
        time.sleep(0.005)
"""
HOLDER = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""

FILLER = """
import resource, signal, sys
from tests.resolve.builders import article
from musnad.errors import StoreError
from musnad.store import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
kept = 0
try:
    with open_store(sys.argv[1], create=True).writer() as writer:
        for number in range(5000):
            writer.add(article(f"زيارة رقم {number} إلى قطر قام بها كمال آيدين.", outlet=str(number)))
            kept += 1
            if number % 20 == 0:
                writer.resolve()
except StoreError as error:
    print(kept, error)
"""


def started(code: str, path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def killed(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_reading_goes_on_while_another_process_writes_and_after_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    process = started(WRITER, path)
    try:
        view = open_store(path).view()
        first = view.counts().documents
        deadline = time.monotonic() + 30
        while view.counts().documents <= first and time.monotonic() < deadline:
            time.sleep(0.1)
        assert view.counts().documents > first
    finally:
        killed(process)
    store = open_store(path)
    kept = store.view().counts()
    assert kept.documents == kept.pending > 0
    with store.writer() as writer:
        assert writer.resolve() == kept.pending
    assert store.view().counts().event_reports == kept.documents


def test_a_store_held_by_another_process_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.duckdb"
    store = open_store(path, create=True)
    monkeypatch.setattr("musnad.store.duck.PATIENCE", 0.2)
    process = started(HOLDER, path)
    try:
        with pytest.raises(StoreLockedError, match="another process"):
            store.view().counts()
        with pytest.raises(StoreLockedError), store.writer() as writer:
            writer.known("sha256:0")
    finally:
        killed(process)
    assert store.view().counts().documents == 0


def test_a_view_reads_while_a_writer_of_the_same_process_is_open(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.duckdb", create=True)
    with store.writer() as writer:
        assert not writer.known("sha256:0")
        assert open_store(tmp_path / "s.duckdb").view().counts().documents == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_one_clear_error(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(StoreError, match="permission"):
        open_store(folder / "s.duckdb", create=True)


def test_a_full_disk_is_one_clear_error() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    from musnad.store.duck import explained

    with pytest.raises(OSError, match="No space left") as raised, open("/dev/full", "wb", buffering=0) as full:  # noqa: PTH123
        full.write(b"x")
    told = explained(raised.value, "story.duckdb")
    assert told.problem == "the disk is full"
    assert told.advice


def test_a_store_that_cannot_grow_is_one_clear_error_and_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    done = subprocess.run([sys.executable, "-c", FILLER, str(path)], capture_output=True, text=True, cwd=ROOT)
    kept, _, told = done.stdout.partition(" ")
    assert told.count("\n") == 1
    assert "may grow no further" in told
    store = open_store(path)
    assert store.view().counts().documents == int(kept) > 20
    with store.writer() as writer:
        writer.resolve()
    assert store.view().counts().pending == 0
