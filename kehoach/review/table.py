"""A table on a sheet of ours (bảng): title, note, headers that stay on every page, rows as high as their text."""

from collections.abc import Collection, Sequence
from datetime import date

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.office.limits import write_text
from kehoach.office.look import WARN_COLOUR, Column, Style, height_for, set_up_page, set_widths
from kehoach.office.workbook import cell_at

HEAD_ROW = 4
Item = str | int | date | None


def write_table(
    sheet: Worksheet,
    title: str,
    note: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Item]],
    warned: Collection[int] = (),
) -> None:
    """Fills an empty sheet: title in row 1, note in row 2, headers in `HEAD_ROW`; A4 landscape, frozen head, filter.

    `warned` are the rows (0 the first) that stand out.
    """
    shown = [c for c in columns if not c.is_hidden]
    width = sum(c.width for c in shown)
    _across(sheet, 1, len(shown), title, Style.TITLE, width)
    _across(sheet, 2, len(shown), note, Style.NOTE, width)
    for number, column in enumerate(columns, 1):
        put(sheet, HEAD_ROW, number, column.header, Style.HEAD)
        sheet.column_dimensions[get_column_letter(number)].hidden = column.is_hidden
    for spot, row in enumerate(rows, HEAD_ROW + 1):
        for number, (column, item) in enumerate(zip(columns, row, strict=True), 1):
            put(sheet, spot, number, item, column.style)
            if spot - HEAD_ROW - 1 in warned:
                sheet.cell(spot, number).fill = _WARN
        sheet.row_dimensions[spot].height = _height(columns, row)
    sheet.row_dimensions[HEAD_ROW].height = _height(columns, [c.header for c in columns])
    set_widths(sheet, {get_column_letter(n): c.width for n, c in enumerate(columns, 1)})
    _finish(sheet, len(columns), len(shown), HEAD_ROW + max(1, len(rows)))


_WARN = PatternFill("solid", start_color=WARN_COLOUR, end_color=WARN_COLOUR)


def _height(columns: Sequence[Column], row: Sequence[Item]) -> float:
    texts = [(str(item or ""), c.width) for c, item in zip(columns, row, strict=True) if not c.is_hidden]
    return max(height_for(text, width) for text, width in texts)


def _across(sheet: Worksheet, row: int, columns: int, text: str, style: Style, width: float) -> None:
    """One text over the whole width of the table."""
    put(sheet, row, 1, text, style)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    sheet.row_dimensions[row].height = height_for(text, width) + (4 if row == 1 else 0)


def put(sheet: Worksheet, row: int, column: int, item: Item, style: Style) -> None:
    """One styled cell; text stays text, whatever it looks like."""
    cell = cell_at(sheet, row, column)
    cell.style = style.value
    if isinstance(item, str):
        write_text(cell, item)
    elif item is not None:
        cell.value = item


def _finish(sheet: Worksheet, columns: int, shown: int, last_row: int) -> None:
    last = get_column_letter(columns)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{last_row}"
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    area = f"A1:{get_column_letter(shown)}{last_row}"
    set_up_page(sheet, landscape=True, title_rows=(HEAD_ROW, HEAD_ROW), print_area=area)
