"""A workbook of Excel 97–2003 (.xls đời cũ), through xlrd: the same cells as from .xlsx, but without formulas' texts.

xlrd is pure Python, and of 8,092 public files none made it crash, hang or swell; what it cannot read is refused.
"""

import io
from collections.abc import Iterator
from contextlib import suppress

import xlrd
from xlrd.book import Book
from xlrd.formatting import XF, Font
from xlrd.sheet import Sheet

from kehoach.office.formats import shows_date
from kehoach.office.model import CellKind, RawCell, RawSheet, RawWorkbook, Sight, UnreadableFile
from kehoach.office.references import Area
from kehoach.office.sheet_xml import MOST_CELLS
from kehoach.office.sight import INK, PAPER, is_lost
from kehoach.office.text import clean
from kehoach.office.values import Value, typed

_STATES = {0: "visible", 1: "hidden", 2: "veryHidden"}
_GLOBAL = -1
_SOLID = 1
_INK_OF_SYSTEM = 0x7FFF


def read_old_workbook(data: bytes) -> RawWorkbook:
    """Sổ tính thô. Raises UnreadableFile: encrypted, too-big, or old-xls for whatever else cannot be read."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        sheets = tuple(_sheet(book, sheet) for sheet in book.sheets())
        return RawWorkbook(sheets, _names(book), book.datemode == 1, is_old=True)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:
        # Whatever is wrong with a file so old, its sender can save it anew.
        reason = "encrypted" if "encrypted" in str(error).lower() else "old-xls"
        raise UnreadableFile(reason, repr(error)) from error


def _sheet(book: Book, sheet: Sheet) -> RawSheet:
    cells: dict[tuple[int, int], RawCell] = {}
    for cell in _cells(book, sheet):
        if len(cells) >= MOST_CELLS:
            raise UnreadableFile("too-big", f"more than {MOST_CELLS} cells")
        cells[cell.row, cell.column] = cell
    last = max((column for _, column in cells), default=0)
    return RawSheet(
        sheet.name,
        cells,
        _STATES.get(sheet.visibility, "visible"),
        tuple((top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells),
        frozenset(row + 1 for row, look in sheet.rowinfo_map.items() if look.hidden),
        frozenset(c + 1 for c, look in sheet.colinfo_map.items() if look.hidden and c < last),
    )


def _cells(book: Book, sheet: Sheet) -> Iterator[RawCell]:
    """Cells with content, row by row."""
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            kind, content = sheet.cell_type(row, column), sheet.cell_value(row, column)
            if kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and content != "":
                look, font, sight = _look(book, sheet.cell_xf_index(row, column))
                yield RawCell(row + 1, column + 1, *_content(book, kind, content, look), None, look, font, sight)


def _content(book: Book, kind: int, content: object, look: str) -> tuple[CellKind, Value]:
    if kind == xlrd.XL_CELL_TEXT:
        return CellKind.TEXT, clean(str(content))
    if kind == xlrd.XL_CELL_BOOLEAN:
        return CellKind.BOOL, bool(content)
    if kind == xlrd.XL_CELL_ERROR:
        return CellKind.ERROR, xlrd.error_text_from_code.get(content, "#REF!")
    return typed("n", repr(content), kind == xlrd.XL_CELL_DATE or shows_date(look), book.datemode == 1)


def _look(book: Book, number: int | None) -> tuple[str, str, Sight]:
    """Number format, font and whether it is seen; the plain ones where the file does not say."""
    if number is None or not 0 <= number < len(book.xf_list):
        return "General", "", Sight.PLAIN
    style = book.xf_list[number]
    known = book.format_map.get(style.format_key)
    font = book.font_list[style.font_index] if style.font_index < len(book.font_list) else None
    look = known.format_str if known else "General"
    return (look, font.name, _sight(book, style, font)) if font else (look, "", Sight.PLAIN)


def _sight(book: Book, style: XF, font: Font) -> Sight:
    if font.struck_out:
        return Sight.STRUCK
    ground = style.background
    is_solid = ground.fill_pattern == _SOLID
    fill = _colour(book, ground.pattern_colour_index) if is_solid else "" if ground.fill_pattern else PAPER
    return Sight.UNSEEN if is_lost(_colour(book, font.colour_index), fill) else Sight.PLAIN


def _colour(book: Book, index: int) -> str:
    """Six hexadecimal digits; black for the colour the system gives to letters, "" for others it chooses."""
    rgb = book.colour_map.get(index)
    return "{:02X}{:02X}{:02X}".format(*rgb) if rgb else INK if index == _INK_OF_SYSTEM else ""


def _names(book: Book) -> dict[str, tuple[str, int, int]]:
    """Workbook-level names of one cell; a whole merged cell counts as its first."""
    found: dict[str, tuple[str, int, int]] = {}
    for name in book.name_obj_list:
        with suppress(Exception):
            # A name may hold any formula; those that are no area of one sheet raise a dozen kinds of errors.
            sheet, top, bottom, left, right = name.area2d(clipped=False)
            area: Area = (top + 1, left + 1, bottom, right)
            if name.scope == _GLOBAL and ((bottom - top, right - left) == (1, 1) or area in _merged(sheet)):
                found[name.name] = (sheet.name, top + 1, left + 1)
    return found


def _merged(sheet: Sheet) -> set[Area]:
    return {(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells}
