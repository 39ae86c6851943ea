"""Nothing flows back up: the layers of pyproject.toml, checked by import-linter."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_layers_hold(monkeypatch: object) -> None:
    from importlinter.application.use_cases import SUCCESS, lint_imports
    from importlinter.configuration import configure

    configure()
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == SUCCESS


def test_every_room_stands_in_the_contract() -> None:
    import tomllib

    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    rooms = {path.parent.name for path in (ROOT / "src" / "musnad").glob("*/__init__.py")}
    assert rooms <= {layer.removeprefix("musnad.") for layer in contract["layers"]}
