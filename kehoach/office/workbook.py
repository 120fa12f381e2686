"""A workbook of ours on its way out (sổ tính viết ra): the cell to write in, and the bytes to hand on."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kehoach.office.package import freeze


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell there; all but the first of a merged range cannot be written in."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell), "written before anything is merged"
    return cell


def workbook_bytes(workbook: Workbook, made_on: date) -> bytes:
    """The workbook as a file that depends on its content alone, made on that day."""
    workbook.properties.modified = workbook.properties.created
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        ExcelWriter(workbook, package).write_data()
    return freeze(stream.getvalue(), made_on)
