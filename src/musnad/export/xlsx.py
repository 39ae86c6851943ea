"""All tables of the story as one workbook, its sheets right to left in Arabic."""

from __future__ import annotations

from typing import Any, BinaryIO

from musnad.analysis.tables import TABLES
from musnad.analysis.wording import Language
from musnad.export.extras import optional
from musnad.store.base import View

CELL_LIMIT = 32_767  # characters; Excel refuses longer cells


def write_xlsx(view: View, stream: BinaryIO, *, language: Language = "ar") -> int:
    """Writes a sheet for each table with a frozen header and filters; the number of rows of all sheets."""
    xlsxwriter = optional("xlsxwriter")
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, total = book.add_format({"bold": True}), 0
    for table in TABLES.values():
        sheet = book.add_worksheet(table.name)
        if language == "ar":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, list(table.columns), bold)
        count = 0
        for count, row in enumerate(table.rows(view), 1):
            _write_row(sheet, count, row)
        sheet.autofilter(0, 0, count, len(table.columns) - 1)
        sheet.set_column(0, len(table.columns) - 1, 18)
        total += count
    book.close()
    return total


def _write_row(sheet: Any, number: int, row: tuple[object, ...]) -> None:
    for column, cell in enumerate(row):
        if cell is not None:
            sheet.write(number, column, cell[:CELL_LIMIT] if isinstance(cell, str) else cell)
