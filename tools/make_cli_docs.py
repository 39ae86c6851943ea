"""Writes docs/cli.md from the commands' own --help: `python tools/make_cli_docs.py`."""

from __future__ import annotations

from pathlib import Path

import click

from musnad.cli.lazy import COMMANDS
from musnad.cli.main import cli

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
WIDTH = 100
HEAD = """# The command line

Made from each command's `--help` by `tools/make_cli_docs.py`; a test compares the two.

**Where things go.** Data goes to standard output, progress and notices to standard error. `-` is standard input.

**Formats.** Commands that list rows print a table on a terminal and JSON Lines elsewhere (it keeps types and line
ends); `--format` chooses among `table`, `csv`, `tsv`, `jsonl` and `json`, `--columns` picks columns, `--limit` the
first rows. The table shows the columns that fit a terminal, the other formats all of them. TSV has no quoting: tabs
and line ends inside a cell become spaces.

**Exit codes.** 0 ok · 1 error · 2 usage · 3 nothing found · 4 partly failed (some inputs were read, others were not;
each of those has one line on standard error that names it and says what to do) · 130 interrupted.

**The store** is `--store FILE`, else the environment's `MUSNAD_STORE`, else `story.duckdb` in the current folder.
Compiled lexicons are kept in the user's cache folder, or in `MUSNAD_CACHE`.

**Inputs.** `.txt` and `.md` may begin with front matter (`title`, `outlet`, `published` between two lines of `---`),
which is kept out of the text. CSV, TSV and JSON columns are guessed from their names or named by `--text-column` and
its kin. Identity is the SHA-256 of the bytes: what the store holds is not read again.

**Arabic on a terminal.** Letters are printed as they are, for the terminal to join and order; marks at the borders
keep the columns of a table in their places where the terminal orders text itself.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _block("musnad", cli)]
    with click.Context(cli, info_name="musnad") as parent:
        for name in COMMANDS:
            command = cli.get_command(parent, name)
            assert command is not None
            parts.append(_block(f"musnad {name}", command))
    return "\n".join(parts)


def _block(title: str, command: click.Command) -> str:
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(command, info_name=title, help_option_names=["-h", "--help"], **width) as context:
        text = command.get_help(context)
    return f"## {title}\n\n```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
