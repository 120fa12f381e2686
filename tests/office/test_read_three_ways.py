"""Workbooks of other makers through our reader, openpyxl and calamine: where those are right, all tell the same.

XlsxWriter writes shared or inline strings, both kinds of dates, formatted text and results of formulas as Excel does.
calamine is held against where it keeps what the file says: it gives an error as nothing, and every number as a float.
"""

import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import assume, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kehoach.office.model import CellKind, RawWorkbook
from kehoach.office.read import read_workbook
from tests.examples import examples
from tests.libreoffice import convert
from tests.office.packages import read_bytes
from tests.office.test_read_differential import SHEETS, Told, as_told, made, ours, theirs

Content = dict[str, dict[tuple[int, int], object]]
Seen = dict[tuple[str, int, int], object]
FORMATS = ("#,##0", "0.00%", '"ngày" 0', "[Red]#,##0;-0", "@", "0.0_);\\(0.0\\)", "General")
OPTIONS = ({}, {"constant_memory": True}, {"date_1904": True}, {"strings_to_numbers": True})
RICH_ROW = 71
ADDED = st.lists(st.sampled_from(["rich", "merged", "result", "error", "hidden"]), max_size=3, unique=True)


def by_calamine(data: bytes) -> Seen:
    """Values by place, as calamine gives them; what it has nothing for is left out."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    rows = {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}
    return {
        (name, row, column): as_told(value)
        for name, sheet in rows.items()
        for row, values in enumerate(sheet, 1)
        for column, value in enumerate(values, 1)
        if value != ""
    }


def shown(workbook: RawWorkbook) -> Seen:
    """What calamine can know of it: no errors, no formula without a result."""
    return {
        (sheet.name, *place): as_told(cell.value)
        for sheet in workbook.sheets
        for place, cell in sheet.cells.items()
        if cell.kind not in (CellKind.ERROR, CellKind.BLANK) and cell.value != ""
    }


def by_xlsxwriter(content: Content, number_format: str, options: dict[str, Any], added: list[str]) -> bytes:
    """Each value by the method that a program would use for it, row by row, with what is added far below."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "default_date_format": "dd/mm/yyyy", **options}) as workbook:
        look = workbook.add_format({"num_format": number_format, "font_name": "Times New Roman"})
        day, bold = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"}), workbook.add_format({"bold": True})
        for title, cells in content.items():
            sheet = workbook.add_worksheet(title)
            for (row, column), value in sorted(cells.items()):
                _write(sheet, row - 1, column - 1, value, day if isinstance(value, date) else look)
            for thing in sorted(added):
                ADD[thing](sheet, look, bold)
    return data.getvalue()


def _write(sheet: Any, row: int, column: int, value: object, look: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, str) and value.startswith("="):
        sheet.write_formula(row, column, value, look, 12.5)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def _rich(sheet: Any, look: Any, bold: Any) -> None:
    sheet.write_rich_string(RICH_ROW - 1, 1, "Tổng ", bold, "số hộ", " đăng ký", look)


def _merged(sheet: Any, look: Any, _bold: Any) -> None:
    sheet.merge_range(71, 0, 72, 3, "gộp", look)


def _result(sheet: Any, look: Any, _bold: Any) -> None:
    sheet.write_formula(73, 0, '=IF(A1>0,"đạt","")', look, "đạt")
    sheet.write_formula(73, 1, "=A1>0", look, True)
    sheet.write_formula(73, 2, '=""', look, "")


def _error(sheet: Any, look: Any, _bold: Any) -> None:
    sheet.write_formula(74, 0, "=1/0", look, "#DIV/0!")


def _hidden(sheet: Any, look: Any, _bold: Any) -> None:
    sheet.write_number(75, 2, 86.5, look)
    sheet.set_row(75, None, None, {"hidden": True})


ADD: dict[str, Callable[[Any, Any, Any], None]] = {
    "rich": _rich,
    "merged": _merged,
    "result": _result,
    "error": _error,
    "hidden": _hidden,
}


def alike(told: Told) -> Told:
    """Of formatted text we keep the font of its longest run; openpyxl has no result where it is an empty text."""
    return {
        place: (cell[0] or None, *cell[1:3], "" if place[1] == RICH_ROW else cell[3]) for place, cell in told.items()
    }


def _is_before_1904(value: object) -> bool:
    """Days that the calendar of 1904 cannot hold; its first one openpyxl takes for a time of day."""
    return isinstance(value, date) and (value.year, value.month, value.day) <= (1904, 1, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ba đường")


@given(SHEETS, st.sampled_from(FORMATS), st.sampled_from(OPTIONS), ADDED)
@examples(15)
def test_written_by_xlsxwriter(
    folder: Path, content: Content, number_format: str, options: dict[str, Any], added: list[str]
) -> None:
    assume("date_1904" not in options or not any(_is_before_1904(v) for s in content.values() for v in s.values()))
    data = by_xlsxwriter(content, number_format, options, added)
    read = read_bytes(data, folder)
    assert alike(ours(read)) == alike(theirs(data))
    assert shown(read) == by_calamine(data)
    assert all(sheet.hidden_rows == ({76} if "hidden" in added else set()) for sheet in read.sheets)
    assert all((sheet.merged == ((72, 1, 73, 4),)) == ("merged" in added) for sheet in read.sheets)


@given(SHEETS)
@examples(8)
def test_written_by_openpyxl_and_read_by_calamine(folder: Path, content: Content) -> None:
    data = made(content)
    assert shown(read_bytes(data, folder)) == by_calamine(data)


@pytest.mark.render
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_saved_again_by_libreoffice(tmp_path: Path) -> None:
    """Its own way with styles, shared strings and results; of what it writes all three tell the same."""
    content: Content = {
        "Số liệu": {(1, 1): "Tổng số hộ", (1, 3): 1119, (2, 3): 0.8597, (3, 3): date(2023, 3, 14), (5, 3): True},
        "D'or": {(1, 1): 962, (4, 2): "  hai khoảng trắng  ", (5, 2): "dòng một\ndòng hai"},
    }
    made_by = {"x.xlsx": by_xlsxwriter(content, "#,##0", {}, list(ADD)), "o.xlsx": made(content)}
    for name, data in made_by.items():
        (tmp_path / name).write_bytes(data)
    convert([tmp_path / name for name in made_by], "xlsx", tmp_path / "lai")
    for name in made_by:
        path = tmp_path / "lai" / name
        read = read_workbook(path)
        assert alike(ours(read)) == alike(theirs(path.read_bytes()))
        assert shown(read) == by_calamine(path.read_bytes())
