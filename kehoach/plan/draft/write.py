"""The draft as a workbook (viết bản nháp): the plan workbook, each imported cell with a note, open ones coloured, and a
sheet that lists them.
"""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.finding import Place
from kehoach.office.limits import note, sheet_name
from kehoach.office.look import WARN_COLOUR, Style, height_for, set_up_page, set_widths
from kehoach.office.model import cell_ref, column_letters
from kehoach.office.workbook import cell_at, workbook_bytes
from kehoach.plan.columns import Sheet
from kehoach.plan.draft.model import Draft, Mark, Standing
from kehoach.plan.sheets import INFO, SHEETS
from kehoach.plan.table import Book, open_book
from kehoach.plan.write import fill_plan_workbook
from kehoach.plan.write_table import FIRST_ROW, column_keys, put
from kehoach.vi.dates import read_date
from kehoach.vi.quoted import shortened

REVIEW = "Cần xem lại"
ASKED_COLOUR = "FFD966"
MOST_NOTE = 900
"""Characters of a note that can still be read beside a cell."""
MOST_SHOWN = 4
"""Texts of one line of the list; more say nothing more."""
OLDEST = date(2000, 1, 1)
"""Stands in file times where the plan's own date could not be read."""
_FILLS = {
    standing: PatternFill("solid", start_color=colour, end_color=colour)
    for standing, colour in ((Standing.ASKED, ASKED_COLOUR), (Standing.UNSURE, WARN_COLOUR))
}
_WIDTHS = (14.0, 16.0, 8.0, 30.0, 34.0, 82.0)
TITLE = "CẦN XEM LẠI SAU KHI ĐỌC KẾ HOẠCH"
LEGEND = (
    "Ô vàng đậm: kế hoạch không ghi, phải điền. Ô cam nhạt: đã ghi sẵn nhưng chưa chắc, cần xem. Bấm vào ô ở cột C để "
    "tới chỗ đó. Xem xong thì xóa trang này cũng được."
)
_HEADERS = ("Việc", "Trang", "Ô", "Cột", "Đang ghi", "Câu trong kế hoạch, hoặc vì sao")


def draft_workbook(draft: Draft) -> bytes:
    """The bytes of `ke-hoach.xlsx` made on the plan's own date."""
    workbook = Workbook()
    info = {row["key"]: row.get("value", "") for row in draft.rows[INFO.key]}
    year = info.get("Năm", "")
    fill_plan_workbook(workbook, draft.rows, int(year) if year.isdecimal() else OLDEST.year)
    for (key, index, column), mark in draft.marks.items():
        _mark(workbook, draft, key, index, column, mark)
    _write_review(workbook, draft)
    return workbook_bytes(workbook, read_date(info.get("Ngày kế hoạch", "")) or OLDEST)


def draft_book(draft: Draft, file: str) -> Book:
    """The draft as it can be read back, each cell with its place in the workbook of that name."""
    places = {
        (sheet.key, index, column): Place("", file, *cell_of(draft, sheet.key, index, column))
        for sheet in SHEETS
        for index, row in enumerate(draft.rows[sheet.key])
        for column in row
    }
    return open_book(draft.rows, places)


def _mark(workbook: Workbook, draft: Draft, key: str, index: int, column: str, mark: Mark) -> None:
    name, address = cell_of(draft, key, index, column)
    cell = workbook[name][address]
    cell.comment = note(shortened(f"[{mark.standing}] {mark.why}", MOST_NOTE))
    if fill := _FILLS.get(mark.standing):
        cell.fill = fill


def cell_of(draft: Draft, key: str, index: int, column: str) -> tuple[str, str]:
    """Sheet name and address of a cell of the draft."""
    sheet = next(s for s in SHEETS if s.key == key)
    keys = column_keys(sheet, draft.rows[key])
    return sheet.name, cell_ref(FIRST_ROW + index, keys.index(column) + 1)


def _write_review(workbook: Workbook, draft: Draft) -> None:
    page = workbook.create_sheet(sheet_name(REVIEW), 1)
    set_widths(page, {column_letters(n): width for n, width in enumerate(_WIDTHS, 1)})
    for number, (text, style) in enumerate(((TITLE, Style.TITLE), (LEGEND, Style.NOTE)), 1):
        put(page, number, 1, text, style)
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=len(_WIDTHS))
    page.row_dimensions[2].height = height_for(LEGEND, sum(_WIDTHS))
    for number, header in enumerate(_HEADERS, 1):
        put(page, 3, number, header, Style.HEAD)
    slips = [("sửa kế hoạch", "", slip.code, "", slip.read, f"{slip.say} {slip.do}") for slip in draft.slips]
    for row, texts in enumerate((*review_lines(draft), *slips), 4):
        _write_line(page, row, texts)
    page.freeze_panes = "A4"
    set_up_page(page, landscape=True, title_rows=(3, 3))


def review_lines(draft: Draft) -> list[tuple[str, str, str, str, str, str]]:
    """What waits, the asked first: standing, sheet, cells, column, what stands there, why. One reason, one line."""
    grouped: dict[tuple[str, Mark], list[tuple[int, str]]] = {}
    for (key, index, column), mark in draft.waiting():
        grouped.setdefault((key, mark), []).append((index, column))
    lines = [_review_line(draft, key, mark, spots) for (key, mark), spots in grouped.items()]
    return sorted(lines, key=lambda line: line[0] != Standing.ASKED)


def _review_line(
    draft: Draft, key: str, mark: Mark, spots: Sequence[tuple[int, str]]
) -> tuple[str, str, str, str, str, str]:
    sheet = next(s for s in SHEETS if s.key == key)
    rows = draft.rows[key]
    headers = dict.fromkeys(rows[index]["key"] if sheet is INFO else _header(sheet, column) for index, column in spots)
    texts = [text for text in dict.fromkeys(rows[index].get(column, "") for index, column in spots) if text]
    read = "; ".join(texts if len(texts) <= MOST_SHOWN else [*texts[:MOST_SHOWN], "…"])
    return mark.standing, sheet.name, _cells(draft, key, spots), ", ".join(headers), read, mark.why


def _cells(draft: Draft, key: str, spots: Sequence[tuple[int, str]]) -> str:
    """F4:F7 where they stand side by side in one column or row, else F4; F9."""
    keys = column_keys(next(s for s in SHEETS if s.key == key), draft.rows[key])
    places = [(index, keys.index(column)) for index, column in spots]
    addresses = [cell_of(draft, key, *spot)[1] for spot in spots]
    (top, left), (bottom, right) = places[0], places[-1]
    if len(places) > 1 and (bottom - top + 1) * (right - left + 1) == len(places):
        return f"{addresses[0]}:{addresses[-1]}"
    return "; ".join(addresses if len(addresses) <= MOST_SHOWN else [*addresses[:MOST_SHOWN], "…"])


def _header(sheet: Sheet, column: str) -> str:
    return next((c.header for c in sheet.columns if c.key == column), column)


def _write_line(page: Worksheet, row: int, texts: Sequence[str]) -> None:
    shown = [shortened(text, MOST_NOTE) for text in texts]
    for number, text in enumerate(shown, 1):
        put(page, row, number, text, Style.LABEL)
    if texts[1]:
        cell = cell_at(page, row, 3)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{texts[1]}'!{texts[2].partition(';')[0]}")
    page.row_dimensions[row].height = max(map(height_for, shown, _WIDTHS))
