"""Reads our own tables back (đọc lại bảng): rows by header, wherever rows and columns were moved to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kehoach.errors import MachineError
from kehoach.office.model import RawCell, RawSheet, RawWorkbook, UnreadableFile
from kehoach.office.read import read_workbook
from kehoach.plan.typed import typed_text as plan_text
from kehoach.submission.cells import typed_text
from kehoach.vi.names import fold


@dataclass(frozen=True)
class Line:
    """Dòng: the filled cells of one row by header, and its number in the sheet."""

    row: int
    cells: Mapping[str, RawCell]

    def text(self, header: str) -> str:
        """What stands under a header, "" for nothing."""
        return cell_text(self.cells.get(header))


def open_ours(path: Path) -> RawWorkbook | None:
    """A workbook the officer types in; None where there is no such file.

    Raises `MachineError` where it cannot be read: going on as if nothing stood in it would lose what was typed.
    """
    if not path.exists():
        return None
    try:
        return read_workbook(path)
    except UnreadableFile as error:
        message = (
            f"Không đọc được tệp {path.name}. Đóng tệp trong Excel rồi chạy lại; tệp hỏng thì lấy bản đã lưu trước."
        )
        raise MachineError(message, path) from error


def tables(workbook: RawWorkbook, mark: str) -> tuple[RawSheet, ...]:
    """The sheets with a row of headers that holds `mark`, whatever they are called now."""
    return tuple(sheet for sheet in workbook.sheets if _head(sheet, mark))


def lines(sheet: RawSheet, headers: Sequence[str], mark: str) -> Iterator[Line]:
    """Rows under the headers, those with anything in them; none where no row of headers holds `mark`."""
    head = _head(sheet, mark)
    known = {fold(h): h for h in headers}
    titles = {column: fold(cell_text(cell)) for (row, column), cell in sheet.cells.items() if row == head}
    columns = {known[title]: column for column, title in titles.items() if title in known}
    for row in sorted({row for row, _ in sheet.cells if row > head > 0}):
        there = {h: cell for h, column in columns.items() if (cell := sheet.at(row, column)) and cell_text(cell)}
        if there:
            yield Line(row, there)


def _head(sheet: RawSheet, mark: str) -> int:
    wanted = fold(mark)
    return min((row for (row, _), cell in sheet.cells.items() if fold(cell_text(cell)) == wanted), default=0)


def cell_text(cell: RawCell | None) -> str:
    """What stands in a cell, as an officer would type it, without spaces around; 0.86 shown as a percentage is 86%."""
    is_rate = cell is not None and isinstance(cell.value, int | Decimal) and "%" in cell.number_format
    return (plan_text(cell) if cell and is_rate else typed_text(cell)).strip()
