"""`musnad.__all__` is the public API; what changes it changes this test."""

from __future__ import annotations

import subprocess
import sys

import pytest

import musnad

PUBLIC = {
    "Annotation": "class",
    "Claim": "class",
    "Document": "class",
    "Entity": "class",
    "Event": "class",
    "Link": "class",
    "Mention": "class",
    "MusnadError": "class",
    "Quantity": "class",
    "Span": "class",
    "Story": "class",
    "Time": "class",
    "__version__": "text",
    "annotate": "function",
    "open_store": "function",
    "quadclass": "function",
    "read": "function",
}


def test_all_is_what_was_promised() -> None:
    assert set(musnad.__all__) == set(PUBLIC)
    assert musnad.__all__ == sorted(musnad.__all__)


@pytest.mark.parametrize("name", musnad.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(musnad, name)
    assert isinstance(value, str) if PUBLIC[name] == "text" else value.__doc__


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = musnad.nothing


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import musnad", {"duckdb", "msgspec", "yaml", "trafilatura", "rich", "pandas"}),
        ("import musnad.cli.main", {"duckdb", "yaml", "trafilatura", "rich", "pandas", "lxml"}),
        (
            "import musnad; musnad.annotate('قال الوزير')",
            {"duckdb", "trafilatura", "rich", "pandas", "sklearn", "lxml"},
        ),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(statement: str, heavy: set[str]) -> None:
    code = f"{statement}\nimport sys\nprint(*(name for name in sys.modules if '.' not in name))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert heavy & set(loaded) == set()
