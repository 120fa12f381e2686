"""How a form looks (kiểu dáng biểu): widths, rich labels, heights, and the fields' styles.

Nothing hides in a tooltip: what explains a field stands in small grey under its label.
"""

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.layout import CODE, FIRST_ANSWER
from kehoach.form.model import FormSection, Shape
from kehoach.office.look import FONT, HEAD_COLOUR, NOTE_COLOUR, PERCENT_FORMAT, SIZE, Style, height_for
from kehoach.office.model import column_letters
from kehoach.office.text import clean
from kehoach.plan.element import ElementKind

SMALL = 9
CODE_SIZE = 8
CODE_COLOUR = "999999"
HINT_COLOUR = "C00000"
NARROWER = 1.3
LIST_WIDTHS = (42.0, 15.0, 10.0, 12.0, 12.0, 38.0)
"""Characters of the columns of a list; the first three are what a phone shows."""
TEXT_WIDTHS = (24.0, 62.0, 44.0, 12.0)
TABLE_EDGE = (7.0, 34.0)
HINT_WIDTH = 34.0
WIDEST_UPRIGHT = 110.0
TEXT_LINES = {Shape.LIST: 3, Shape.TABLE: 2.2, Shape.TEXT: 3}
"""Lines that the answer cell of a text or a paragraph offers from the start, by the shape of its section."""

_ANSWER_WIDTHS = {ElementKind.TEXT: 36.0, ElementKind.CHOICE: 15.0, ElementKind.DATE: 13.0}
_ANSWER_STYLES = {
    ElementKind.COUNT: Style.ANSWER,
    ElementKind.AMOUNT: Style.ANSWER,
    ElementKind.RATE: Style.ANSWER,
    ElementKind.DATE: Style.ANSWER_DATE,
    ElementKind.YES_NO: Style.ANSWER_CHOICE,
    ElementKind.CHOICE: Style.ANSWER_CHOICE,
    ElementKind.TEXT: Style.ANSWER_TEXT,
    ElementKind.PARAGRAPHS: Style.ANSWER_TEXT,
}
_FORMATS = {ElementKind.AMOUNT: "General", ElementKind.RATE: PERCENT_FORMAT}

_CODE = Font(name=FONT, size=CODE_SIZE, color=CODE_COLOUR)
_HINT = Font(name=FONT, size=SMALL, color=HINT_COLOUR)
_PREVIOUS = Font(name=FONT, size=SMALL + 1, color=NOTE_COLOUR)
_CALCULATED = Font(name=FONT, size=SMALL + 1, italic=True, color=NOTE_COLOUR)
_SHRUNK = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)
_WRAPPED = Alignment(vertical="center", wrap_text=True)
_WRAPPED_TOP = Alignment(vertical="top", wrap_text=True)
_SET_IN = Alignment(vertical="center", wrap_text=True, indent=1)
HEAD_FILL = PatternFill("solid", HEAD_COLOUR, HEAD_COLOUR)
_LABEL, _BOLD_LABEL = (InlineFont(rFont=FONT, sz=SIZE, b=bold) for bold in (False, True))
_EXPLANATION = InlineFont(rFont=FONT, sz=SMALL, i=False, color=Color(NOTE_COLOUR))


def style_answer(cell: Cell, kind: ElementKind) -> None:
    """The looks of an answer cell; amounts show as many decimals as were typed."""
    cell.style = _ANSWER_STYLES[kind].value
    cell.number_format = _FORMATS.get(kind, cell.number_format)


def style_code(cell: Cell, in_column: bool = True) -> None:
    """Small and grey: for the program and for talking on the telephone."""
    cell.style = Style.CENTRED.value if in_column else Style.HEAD.value
    cell.font = _CODE
    cell.alignment = _SHRUNK


def style_title(cell: Cell) -> None:
    """The row that opens a section."""
    cell.style = Style.SECTION.value
    cell.fill = HEAD_FILL


def style_hint(cell: Cell) -> None:
    """A doubt in red, beside the table and without a frame."""
    cell.font = _HINT
    cell.alignment = _WRAPPED


def style_previous(cell: Cell, kind: ElementKind) -> None:
    """Last period's value: to compare with, not to type in."""
    is_words = kind in (ElementKind.TEXT, ElementKind.PARAGRAPHS)
    cell.style = Style.LABEL.value if is_words else Style.CENTRED.value
    cell.font = _PREVIOUS
    if is_words:
        cell.alignment = _WRAPPED_TOP
    cell.number_format = _FORMATS.get(kind, "dd/mm/yyyy" if kind is ElementKind.DATE else "#,##0")


def style_calculated_label(cell: Cell) -> None:
    """The label of a row that the form works out by itself: set in, smaller, italic."""
    cell.style = Style.LABEL.value
    cell.font = _CALCULATED
    cell.alignment = _SET_IN


def write_label(cell: Cell, label: str, note: str, bold: bool = False) -> None:
    """A label, and on the next line its explanation in small grey."""
    label_font = _BOLD_LABEL if bold else _LABEL
    blocks = [TextBlock(label_font, clean(label))] + ([TextBlock(_EXPLANATION, "\n" + clean(note))] if note else [])
    cell.value = CellRichText(blocks)


BOLD, HINTED = 0.9, 0.94
"""What bold letters, and small ones fitted to the screen's dots, leave of a column's width."""


def text_height(text: str, width: float, size: float = SIZE) -> float:
    """Points that a text needs in columns that wide: a column's width counts digits of the default font, ours is
    narrower.
    """
    return height_for(text, width * NARROWER * SIZE / size, size)


def label_height(label: str, note: str, width: float, bold: bool = False) -> float:
    """Points that `write_label` needs in a column that wide."""
    label_width = width * BOLD if bold else width
    return text_height(label, label_width) + (text_height(note, width * HINTED, SMALL) - 3 if note else 0)


def widths_of(section: FormSection) -> dict[int, float]:
    """Column → width in characters, for the sheet of a section."""
    if section.shape is not Shape.TABLE:
        widths = TEXT_WIDTHS if section.shape is Shape.TEXT else LIST_WIDTHS[: section.hint_column or CODE]
        return dict(enumerate(widths, 1))
    found = dict(enumerate(TABLE_EDGE, 1))
    for field in section.fields:
        width = _ANSWER_WIDTHS.get(field.element.kind, 12.0)
        found[field.column] = max(width, 17.0) if field.column == FIRST_ANSWER else width
        if field.previous_column:
            found[field.previous_column] = 24.0 if field.element.kind is ElementKind.TEXT else 12.0
    if section.hint_column:
        found[section.hint_column] = HINT_WIDTH
    return found


def printed_columns(section: FormSection) -> int:
    """How many columns go on paper: all but the hints, which only help while typing."""
    return max(c for c in widths_of(section) if c != section.hint_column)


def is_landscape(section: FormSection) -> bool:
    """Whether paper must lie on its side: a list never, a table or text when it is wide."""
    printed = [w for c, w in widths_of(section).items() if c <= printed_columns(section)]
    return section.shape is not Shape.LIST and sum(printed) > WIDEST_UPRIGHT


def raise_row(sheet: Worksheet, row: int, height: float) -> None:
    """Makes a row at least that high."""
    sheet.row_dimensions[row].height = max(height, sheet.row_dimensions[row].height or 0)


def set_column_widths(sheet: Worksheet, section: FormSection) -> None:
    """The widths of a sheet."""
    for column, width in widths_of(section).items():
        sheet.column_dimensions[column_letters(column)].width = width
