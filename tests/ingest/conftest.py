"""Articles of our own in every format and in every state of damage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.ingest.read import read_documents
from musnad.ingest.source import Failure, Settings
from musnad.model import Document

TEXT = (
    "أعلن وزير الخارجية في القاهرة أن بلاده ترفض التصريحات التي صدرت عن الحكومة، وقال إن المحادثات ستستمر على مدى يومين.\n"
    "من جهة أخرى، نفى المتحدث ذلك.\n"
)

Read = Callable[..., list[object]]


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes `data` to a file of that name and reads it: all that comes out, in order."""

    def reading(name: str, data: bytes | str, **settings: object) -> list[object]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read_documents([str(path)], Settings(**settings)))  # type: ignore[arg-type]

    return reading


@pytest.fixture
def read_one(read: Read) -> Callable[..., Document]:
    def reading(name: str, data: bytes | str, **settings: object) -> Document:
        (found,) = read(name, data, **settings)
        assert isinstance(found, Document), found
        return found

    return reading


@pytest.fixture
def refuse(read: Read) -> Callable[..., Failure]:
    """The failure that a file ends in: one line that names the file and says what to do."""

    def reading(name: str, data: bytes | str, **settings: object) -> Failure:
        (found,) = read(name, data, **settings)
        assert isinstance(found, Failure), found
        assert name in found.message
        assert " — " in found.message
        assert "\n" not in found.message
        return found

    return reading
