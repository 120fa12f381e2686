"""The officer after the import (điền ô được hỏi): what the strong yellow cells ask for, typed in."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from kehoach.plan.draft.write import ASKED_COLOUR
from kehoach.plan.sheets import SHEETS
from kehoach.plan.write_table import FIRST_ROW, HEADER_ROW

_ANSWERS = {"Tên": "Thôn Mẫu", "Chủ trì": "tn1", "Thời gian": "Cả năm"}
_INFO = {"Mã xã": "00001", "Ngày kế hoạch": "01/02/2026", "Năm": "2026"}


def asked_cells(path: Path) -> list[tuple[str, str, str]]:
    """(sheet, cell, header or Mục) of each strong yellow cell of the plan's own sheets."""
    return [(page.title, cell.coordinate, _header(page, cell)) for page, cell in _asked(openpyxl.load_workbook(path))]


def fill(path: Path) -> None:
    """Types something fitting into each of them."""
    workbook = openpyxl.load_workbook(path)
    for page, cell in _asked(workbook):
        header = _header(page, cell)
        typed = _INFO.get(header, "Mẫu") if page.title == "Thông tin" else _ANSWERS.get(header, "10")
        cell.value = f"{typed} {cell.row}" if header == "Tên" else typed
    workbook.save(path)


def _asked(workbook: openpyxl.Workbook):  # type: ignore[no-untyped-def]
    names = {sheet.name for sheet in SHEETS}
    for page in (p for p in workbook.worksheets if p.title in names):
        for row in page.iter_rows(min_row=FIRST_ROW):
            yield from ((page, c) for c in row if c.fill.start_color.rgb == f"00{ASKED_COLOUR}" and not c.value)


def _header(page, cell) -> str:  # type: ignore[no-untyped-def]
    told = page.cell(cell.row, 1).value if page.title == "Thông tin" else page.cell(HEADER_ROW, cell.column).value
    return str(told).rstrip(" *")


def add_units(path: Path, kind: str, names: Sequence[str]) -> None:
    """The officer names the other units of a kind, right below the first one."""
    workbook = openpyxl.load_workbook(path)
    page = workbook["Đơn vị"]
    columns = {str(cell.value).rstrip(" *"): cell.column for cell in page[HEADER_ROW]}
    first = next(r for r in range(FIRST_ROW, page.max_row + 1) if page.cell(r, columns["Loại"]).value == kind)
    code = str(page.cell(first, columns["Mã"]).value)
    for number, name in enumerate(names, 1):
        texts = {"Mã": f"{code[:-2]}{number + 1:02d}", "Tên": f"{kind} {name}", "Loại": kind, "Cấp trên": "X"}
        for header, text in texts.items():
            assert page.cell(first + number, columns[header]).value is None
            page.cell(first + number, columns[header]).value = text
    workbook.save(path)
