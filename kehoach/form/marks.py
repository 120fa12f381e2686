"""What we add to a workbook that goes back (dấu trả lại), and how it is taken off again when the workbook returns.

Fills and comments are nothing to a reader of values. The sheet that says what to mend is: it names questions, cells and
numbers, and would pass for a copy of the form or for figures typed outside of it.
"""

from dataclasses import replace

from kehoach.office.model import RawSheet, RawWorkbook

MENDING_SHEET = "Cần sửa"
MENDING_TITLE = "Những chỗ cần sửa"
"""How the first cell with content begins, by which the sheet is known whatever it is called."""


def is_mending(sheet: RawSheet) -> bool:
    """Whether a sheet is our list of what to mend."""
    first = sheet.cells[min(sheet.cells)].value if sheet.cells else None
    return isinstance(first, str) and first.startswith(MENDING_TITLE)


def without_marks(workbook: RawWorkbook) -> RawWorkbook:
    """The workbook as it would have come back had it never been marked."""
    return replace(workbook, sheets=tuple(s for s in workbook.sheets if not is_mending(s)))
