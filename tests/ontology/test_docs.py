"""The ontology's page says what the data says."""

from __future__ import annotations

from pathlib import Path

import pytest

from musnad.ontology import plover, roles, values

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


@pytest.fixture(scope="module")
def rows() -> set[tuple[str, ...]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")}


def test_every_type_stands_on_the_page(rows: set[tuple[str, ...]]) -> None:
    for code, entry in plover().items():
        row = (code, entry.ar, entry.quad, entry.cameo, f"{entry.weight:+.1f}", entry.definition.en)
        assert row in rows


def test_every_mode_stands_on_the_page_with_its_cameo_root(rows: set[tuple[str, ...]]) -> None:
    for code, entry in plover().items():
        for name, mode in entry.modes.items():
            assert (code, name, mode.en, mode.ar, entry.cameo_root(name)) in rows


def test_every_role_and_closed_set_stands_on_the_page(rows: set[tuple[str, ...]]) -> None:
    for code, named in roles().items():
        assert (code, named.en, named.ar) in rows
    for group in ("contexts", "factuality", "stances", "kinds", "zones", "links"):
        for code, named in values(group).items():
            assert (code, named.en, named.ar) in rows
