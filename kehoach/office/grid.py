"""A plain workbook (bảng số thuần) of one sheet: what stands behind a chart in a document."""

from collections.abc import Sequence
from datetime import date

from openpyxl.workbook import Workbook

from kehoach.office.workbook import cell_at, workbook_bytes


def grid_workbook(name: str, rows: Sequence[Sequence[str | float]], made_on: date) -> bytes:
    """One sheet of that name with these rows; shares of one are shown as percentages, texts stay texts."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = name
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row, 1):
            cell = cell_at(sheet, down, across)
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else "n"
            cell.number_format = "General" if isinstance(value, str) else "0.00%"
    return workbook_bytes(workbook, made_on)
