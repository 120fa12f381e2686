"""The looks that all our workbooks share (kiểu trình bày): styles, page, protection, widths.

Cell styles are named, so that an officer finds them in Excel's own style list and a change there changes every cell.
Colours carry one meaning each: soft yellow is where somebody types, grey is what the sheet works out by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
SIZE = 12
ANSWER_COLOUR = "FFF9D9"
HEAD_COLOUR = "DCE6F1"
CALCULATED_COLOUR = "F2F2F2"
WARN_COLOUR = "FCE4D6"
NOTE_COLOUR = "595959"
LINE_COLOUR = "808080"

COUNT_FORMAT = "#,##0"
DECIMAL_FORMAT = "General"
"""Any other would hide decimals, or show a bare comma after a whole number."""

PERCENT_FORMAT = "0.00%"
DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"

A4 = 9
MM_PER_INCH = 25.4


class Style(StrEnum):
    """Kiểu ô: the names the styles have in Excel's list; give one to `cell.style` after `add_styles`."""

    PLAIN = "KH thường"
    TITLE = "KH tiêu đề"
    SUBTITLE = "KH phụ đề"
    SECTION = "KH tên mục"
    HEAD = "KH đầu bảng"
    LABEL = "KH nhãn"
    CENTRED = "KH giữa"
    ANSWER = "KH ô nhập số"
    ANSWER_DECIMAL = "KH ô nhập số lẻ"
    ANSWER_DATE = "KH ô nhập ngày"
    ANSWER_TEXT = "KH ô nhập chữ"
    ANSWER_CHOICE = "KH ô chọn"
    CALCULATED = "KH ô tự tính"
    CALCULATED_PERCENT = "KH ô tự tính tỷ lệ"
    NOTE = "KH ghi chú"
    WARN = "KH cần chú ý"


@dataclass(frozen=True)
class Column:
    """Cột: header, width in characters, style of its cells; a hidden one is there for the program."""

    header: str
    width: float
    style: Style = Style.LABEL
    is_hidden: bool = False


_LINE = Side(style="thin", color=LINE_COLOUR)
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NO_BOX = Border()
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_TOP_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_LOCKED = Protection(locked=True)
_OPEN = Protection(locked=False)


def _font(size: float = SIZE, bold: bool = False, italic: bool = False, colour: str = "000000") -> Font:
    return Font(name=FONT, size=size, bold=bold, italic=italic, color=colour, charset=163, family=1)


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


_NO_FILL = PatternFill()
_ANSWER = _fill(ANSWER_COLOUR)
_CALCULATED = _fill(CALCULATED_COLOUR)

_STYLES: Mapping[Style, tuple[Font, PatternFill, Border, Alignment, str, Protection]] = {
    Style.PLAIN: (_font(), _NO_FILL, _NO_BOX, _LEFT, "General", _LOCKED),
    Style.TITLE: (_font(14, bold=True), _NO_FILL, _NO_BOX, _CENTRE, "General", _LOCKED),
    Style.SUBTITLE: (_font(italic=True), _NO_FILL, _NO_BOX, _CENTRE, "General", _LOCKED),
    Style.SECTION: (_font(bold=True), _NO_FILL, _BOX, _LEFT, "General", _LOCKED),
    Style.HEAD: (_font(bold=True), _fill(HEAD_COLOUR), _BOX, _CENTRE, "General", _LOCKED),
    Style.LABEL: (_font(), _NO_FILL, _BOX, _LEFT, "General", _LOCKED),
    Style.CENTRED: (_font(), _NO_FILL, _BOX, _CENTRE, "General", _LOCKED),
    Style.ANSWER: (_font(), _ANSWER, _BOX, _RIGHT, COUNT_FORMAT, _OPEN),
    Style.ANSWER_DECIMAL: (_font(), _ANSWER, _BOX, _RIGHT, DECIMAL_FORMAT, _OPEN),
    Style.ANSWER_DATE: (_font(), _ANSWER, _BOX, _CENTRE, DATE_FORMAT, _OPEN),
    Style.ANSWER_TEXT: (_font(), _ANSWER, _BOX, _TOP_LEFT, TEXT_FORMAT, _OPEN),
    Style.ANSWER_CHOICE: (_font(), _ANSWER, _BOX, _LEFT, "General", _OPEN),
    Style.CALCULATED: (_font(), _CALCULATED, _BOX, _RIGHT, COUNT_FORMAT, _LOCKED),
    Style.CALCULATED_PERCENT: (_font(), _CALCULATED, _BOX, _RIGHT, PERCENT_FORMAT, _LOCKED),
    Style.NOTE: (_font(10, italic=True, colour=NOTE_COLOUR), _NO_FILL, _NO_BOX, _LEFT, "General", _LOCKED),
    Style.WARN: (_font(), _fill(WARN_COLOUR), _BOX, _LEFT, "General", _LOCKED),
}


def add_styles(workbook: Workbook) -> None:
    """Puts every `Style` into a new workbook, once, before the first cell is written."""
    for name, (font, fill, border, alignment, number_format, protection) in _STYLES.items():
        style = NamedStyle(
            name=name.value,
            font=font,
            fill=fill,
            border=border,
            alignment=alignment,
            number_format=number_format,
            protection=protection,
        )
        workbook.add_named_style(style)


def set_up_page(
    sheet: Worksheet,
    landscape: bool = False,
    one_page: bool = False,
    title_rows: tuple[int, int] | None = None,
    print_area: str | None = None,
) -> None:
    """A4, as wide as the paper (as tall too, with `one_page`), page number below, `title_rows` on every page."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(**{side: mm / MM_PER_INCH for side, mm in _MARGINS.items()})
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="Trang &P/&N", font=f"{FONT},Regular", size=10))
    if title_rows:
        sheet.print_title_rows = f"{title_rows[0]}:{title_rows[1]}"
    if print_area:
        sheet.print_area = print_area


_MARGINS = {"left": 20, "right": 12, "top": 15, "bottom": 15, "header": 8, "footer": 8}
"""Millimetres; the left one leaves room for the punch."""


def protect(sheet: Worksheet) -> None:
    """Locks what is not an answer, without a password; filter, sort, format and column widths stay allowed."""
    sheet.protection = SheetProtection(
        sheet=True,
        objects=False,
        scenarios=False,
        formatCells=False,
        formatColumns=False,
        formatRows=False,
        sort=False,
        autoFilter=False,
    )


def set_widths(sheet: Worksheet, widths: Mapping[str, float]) -> None:
    """Column letters → width in characters."""
    for letters, width in widths.items():
        sheet.column_dimensions[letters].width = width


def height_for(text: str, characters: float, size: float = SIZE) -> float:
    """A row's height in points for `text` wrapped in a cell that many characters wide; of a longer text the most
    that a row may be.

    Excel and LibreOffice do not fit the height of merged cells by themselves, nor of a row whose height was never
    stored, on a phone.
    """
    held = characters * SIZE / size / _BROKEN
    lines = sum(max(1, ceil(len(line) / held)) for line in text.split("\n"))
    return min(lines * size * _LINE_SPACING + 3, TALLEST)


TALLEST = 400.0
"""Points; Excel refuses rows above 409."""
_BROKEN = 1.03
"""A wrapped line breaks between words, so it holds a little less than the column's width."""
_LINE_SPACING = 1.3
