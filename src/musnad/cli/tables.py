"""A table for a terminal that keeps its columns where Arabic and Latin stand side by side."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

_LTR = "\u200e"  # left-to-right mark; no width
_MIN_WIDTH = 80


def render_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The table as text, as wide as the terminal; letters are left as they are, for the terminal to join and order.

    Between two Arabic cells a terminal that orders text by itself would swap the columns: each border carries a
    left-to-right mark on both sides.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.ROUNDED, show_lines=False)
    for name in columns:
        table.add_column(name, overflow="fold", no_wrap=name in ("id", "date", "type"))
    for row in rows:
        table.add_row(*("" if cell is None else _cell(cell) for cell in row))
    width = max(_MIN_WIDTH, shutil.get_terminal_size((120, 24)).columns)
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=sys.stdout.isatty(), highlight=False, markup=False, emoji=False
    )
    console.print(table)
    return stream.getvalue().replace("│", f"{_LTR}│{_LTR}")


def _cell(cell: Any) -> str:
    if isinstance(cell, float):
        return f"{cell:g}" if abs(cell) < 1e6 else f"{cell:,.0f}"
    return "".join(char for char in " ".join(str(cell).split()) if char.isprintable() or char in "\u200c\u200d")
