"""One sheet of the plan workbook (một trang): purpose, header, grey explanations, rows, drop-downs, print set-up."""

from collections.abc import Sequence
from functools import cache

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.office.limits import note, write_text
from kehoach.office.look import DATE_FORMAT, FONT, NOTE_COLOUR, TEXT_FORMAT, Style, height_for, set_up_page, set_widths
from kehoach.office.model import column_letters
from kehoach.office.workbook import cell_at
from kehoach.plan.columns import Column, Holds, Sheet
from kehoach.plan.dropdowns import LAST_ROW, dropdown
from kehoach.plan.locate import REQUIRED_MARK
from kehoach.plan.sheets import BASELINES, INFO, INFO_KEYS, RECIPIENTS, UNITS
from kehoach.plan.spell import TypedRow
from kehoach.plan.texts import read_number
from kehoach.vi.dates import read_date

HEADER_ROW, NOTE_ROW, FIRST_ROW = 2, 3, 4
BLANK_ROWS = 12
"""Ruled rows left below the last one."""
OPEN_WIDTH = 14
FIRST_OPEN_WIDTH = 26
"""The first open column also holds the explanation of all."""
NOTE_SIZE = 10
BOLD = 0.9
"""How much of a line's plain characters fit when bold, and with the mark."""
MOST_FROZEN = 20
"""A first column wider than this would leave no room beside it on a phone."""
WIDEST_PAGE = 190
"""Characters that are still legible across one landscape page; wider tables go on two."""
MOST_DIGITS = 15
"""What Excel keeps of a number."""

_EXPLANATION = Font(name=FONT, size=NOTE_SIZE, italic=True, color=NOTE_COLOUR)
_ONE_LINE = Alignment(horizontal="left", vertical="center", wrap_text=False)
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_NUMERIC = (Holds.WHOLE, Holds.NUMBER, Holds.THRESHOLD)
_CENTRED = (Holds.CODE, Holds.DATE, Holds.PERIODS, Holds.UNIT, Holds.PARTY, Holds.SECTION, *_NUMERIC)


def write_table(page: Worksheet, sheet: Sheet, rows: Sequence[TypedRow], year: int, kinds: tuple[str, ...]) -> None:
    """Fills an empty worksheet. `year` is the plan's, `kinds` the names of the kinds of units."""
    columns = (*sheet.columns, *_open_columns(sheet, rows, year))
    _write_purpose(page, sheet)
    for number, column in enumerate(columns, 1):
        _write_head(page, number, column)
    page.row_dimensions[HEADER_ROW].height = max(height_for(c.header, c.width * BOLD) for c in columns)
    page.row_dimensions[NOTE_ROW].height = max(height_for(c.explanation, c.width, NOTE_SIZE) for c in columns)
    for index in range(len(rows) + BLANK_ROWS):
        typed = rows[index] if index < len(rows) else {}
        _write_row(page, FIRST_ROW + index, sheet, columns, typed)
    _add_dropdowns(page, sheet, columns, rows, kinds)
    _set_up(page, columns)


def _open_columns(sheet: Sheet, rows: Sequence[TypedRow], year: int) -> tuple[Column, ...]:
    """The open columns in use, or the one an officer will want first."""
    known = {column.key for column in sheet.columns}
    heads = dict.fromkeys(key for row in rows for key in row if key not in known)
    usual = {BASELINES: str(year - 1), RECIPIENTS: "báo cáo"}.get(sheet)
    named = tuple(heads) or ((usual,) if usual else ())
    holds = Holds.NUMBER if sheet in (UNITS, BASELINES) else Holds.TEXT
    return tuple(
        Column(
            head,
            head,
            OPEN_WIDTH if number else FIRST_OPEN_WIDTH,
            "" if number else sheet.open_column,
            holds=holds,
        )
        for number, head in enumerate(named)
    )


def column_keys(sheet: Sheet, rows: Sequence[TypedRow]) -> tuple[str, ...]:
    """Keys of the columns from left to right, open ones by their header."""
    return tuple(column.key for column in (*sheet.columns, *_open_columns(sheet, rows, 0)))


def put(page: Worksheet, row: int, column: int, text: str, style: Style) -> Cell:
    """The cell there, written as text in a style; before anything is merged."""
    cell = cell_at(page, row, column)
    cell.style = style.value
    write_text(cell, text)
    return cell


def _write_purpose(page: Worksheet, sheet: Sheet) -> None:
    cell = put(page, 1, 1, f"{sheet.name.upper()}. {sheet.purpose}", Style.PLAIN)
    cell.alignment = _ONE_LINE


def _write_head(page: Worksheet, number: int, column: Column) -> None:
    mark = f" {REQUIRED_MARK}" if column.is_required else ""
    head = put(page, HEADER_ROW, number, column.header + mark, Style.HEAD)
    if column.explanation:
        head.comment = note(column.explanation)
    below = put(page, NOTE_ROW, number, column.explanation, Style.LABEL)
    below.font = _EXPLANATION
    below.alignment = _WRAPPED


def _meant(sheet: Sheet, column: Column, typed: TypedRow) -> Column:
    """In `Thông tin` every value has a column of its own, as it were."""
    if sheet is INFO and column.key == "value":
        return next((c for c in INFO_KEYS if c.header == typed.get("key")), column)
    return column


def _write_row(page: Worksheet, row: int, sheet: Sheet, columns: Sequence[Column], typed: TypedRow) -> None:
    texts = [typed.get(column.key, "") for column in columns]
    for number, (column, text) in enumerate(zip(columns, texts, strict=True), 1):
        _write_cell(page, row, number, _meant(sheet, column, typed), text)
    height = max(height_for(text, column.width) for column, text in zip(columns, texts, strict=True))
    page.row_dimensions[row] = GrowingRow(page, index=row, ht=height)


class GrowingRow(RowDimension):
    """A row of a height that fits now, and that Excel fits again when somebody types more."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 (openpyxl's name)
        """Never: a custom height stays as it is and hides what is typed later."""
        return False


def _write_cell(page: Worksheet, row: int, number: int, column: Column, text: str) -> None:
    cell = put(page, row, number, text, _style(column))
    if column.holds is Holds.DATE:
        cell.number_format = DATE_FORMAT
        cell.value = read_date(text) or cell.value
    elif column.holds in _NUMERIC:
        value = read_number(text)
        if value is not None and len(value.as_tuple().digits) <= MOST_DIGITS:
            cell.value = int(value) if value == value.to_integral_value() else value
    else:
        cell.number_format = TEXT_FORMAT


@cache
def _style(column: Column) -> Style:
    if column in (*INFO_KEYS, INFO.column("value")):
        return Style.ANSWER_TEXT
    return Style.CENTRED if column.holds in _CENTRED or column.choices else Style.LABEL


def _add_dropdowns(
    page: Worksheet, sheet: Sheet, columns: Sequence[Column], rows: Sequence[TypedRow], kinds: tuple[str, ...]
) -> None:
    for number, column in enumerate(columns, 1):
        if rule := dropdown(column, FIRST_ROW, kinds):
            letters = column_letters(number)
            rule.add(f"{letters}{FIRST_ROW}:{letters}{LAST_ROW}")
            page.add_data_validation(rule)
    for index, typed in enumerate(rows if sheet is INFO else ()):
        if rule := dropdown(_meant(sheet, sheet.column("value"), typed), FIRST_ROW, kinds):
            rule.add(f"B{FIRST_ROW + index}")
            page.add_data_validation(rule)


def _set_up(page: Worksheet, columns: Sequence[Column]) -> None:
    set_widths(page, {column_letters(number): column.width for number, column in enumerate(columns, 1)})
    page.freeze_panes = f"{'B' if columns[0].width <= MOST_FROZEN else 'A'}{HEADER_ROW + 1}"
    set_up_page(page, landscape=True, title_rows=(HEADER_ROW, HEADER_ROW))
    if sum(column.width for column in columns) > WIDEST_PAGE:
        page.page_setup.fitToWidth = 2
        page.print_title_cols = "A:A"
