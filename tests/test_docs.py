"""The documentation can't rot: commands, options, links, data folders."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import click
import pytest

from musnad.cli.lazy import COMMANDS
from musnad.cli.main import cli

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_cli_docs", ROOT / "tools" / "make_cli_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_cli_page_is_what_help_prints() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == _maker().page(), "run python tools/make_cli_docs.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert command.help
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").split(f"## musnad {name}\n")[1].split("\n## ")[0]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert parameter.opts[0] in page


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:", "#")):
            assert (path.parent / target.split("#")[0]).exists(), target


def test_every_data_folder_is_mentioned() -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in DOCS)
    package = ROOT / "src" / "musnad"
    folders = {path.parent.relative_to(package) for path in package.rglob("*.yaml")}
    missing = sorted(str(folder) for folder in folders if str(folder) not in pages)
    assert missing == []


def test_commands_in_the_pages_exist() -> None:
    for path in DOCS:
        for name in re.findall(r"^(?:\$ )?musnad ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert name in COMMANDS, f"{path.name}: musnad {name}"
