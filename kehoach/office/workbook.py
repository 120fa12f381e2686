"""A workbook of ours on its way out (sổ tính viết ra): the cell to write in, and the bytes to hand on."""

from datetime import date
from io import BytesIO

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.office.package import freeze


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell there; all but the first of a merged range cannot be written in."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "written before anything is merged"
    return cell


def workbook_bytes(workbook: Workbook, made_on: date) -> bytes:
    """The workbook as a file that depends on its content alone, made on that day."""
    stream = BytesIO()
    workbook.save(stream)
    return freeze(stream.getvalue(), made_on)
