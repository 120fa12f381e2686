"""The blank `nhap-ho.xlsx` (tệp nhập hộ): one table to type in, with what the plan knows offered in drop-downs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.office.limits import Words, choice_from, sheet_name
from kehoach.office.look import Column, Style, add_styles
from kehoach.office.workbook import workbook_bytes
from kehoach.plan.model import Plan
from kehoach.review.table import HEAD_ROW, put, write_table

SHEET = "Nhập hộ"
LISTS = "Danh mục"
BETWEEN = " - "
"""Stands between code and name in the drop-downs."""
ROWS = 200
"""Rows laid out for typing; more may be added below."""
SOURCES = ("điện thoại", "ảnh chụp", "bản giấy", "gặp trực tiếp")
NOTE = (
    "Ghi thay cho đơn vị báo bằng điện thoại, ảnh chụp hoặc bản giấy: mỗi dòng một số. Số ở đây được dùng thay số "
    "trong biểu của đơn vị. Không có thì ghi “không phát sinh”; chưa biết thì không ghi dòng nào."
)


class Header(StrEnum):
    """Tiêu đề cột of the sheet."""

    PERIOD = "Kỳ"
    UNIT = "Đơn vị"
    ELEMENT = "Mục"
    SUBJECT = "Về"
    VALUE = "Giá trị"
    SOURCE = "Nguồn"
    SAID_BY = "Người cung cấp"
    SAID_ON = "Ngày"


@dataclass(frozen=True)
class _Hint:
    """Lời nhắc of a column, and what its drop-down offers."""

    text: str
    options: tuple[str, ...] = ()


COLUMNS = (
    Column(Header.PERIOD, 11, Style.ANSWER_CHOICE),
    Column(Header.UNIT, 30, Style.ANSWER_CHOICE),
    Column(Header.ELEMENT, 44, Style.ANSWER_CHOICE),
    Column(Header.SUBJECT, 26, Style.ANSWER_CHOICE),
    Column(Header.VALUE, 15, Style.ANSWER_TEXT),
    Column(Header.SOURCE, 15, Style.ANSWER_CHOICE),
    Column(Header.SAID_BY, 20, Style.ANSWER_TEXT),
    Column(Header.SAID_ON, 13, Style.ANSWER_DATE),
)


def blank_sheet(plan: Plan) -> bytes:
    """The workbook's bytes; times inside are the plan's date."""
    workbook = Workbook()
    add_styles(workbook)
    sheet = workbook.worksheets[0]
    sheet.title = sheet_name(SHEET)
    blank: list[list[None]] = [[None] * len(COLUMNS) for _ in range(ROWS)]
    write_table(sheet, "Số liệu nhập hộ", NOTE, COLUMNS, blank)
    _offer(sheet, workbook.create_sheet(sheet_name(LISTS)), _hints(plan))
    return workbook_bytes(workbook, plan.issuer.plan_date)


def _hints(plan: Plan) -> dict[Header, _Hint]:
    units = tuple(f"{u.code}{BETWEEN}{u.name}" for u in plan.units)
    tasks = tuple(dict.fromkeys(f"{t.code}{BETWEEN}{t.short}" for t in plan.tasks))
    elements = tuple(f"{e.code}{BETWEEN}{e.label}" for e in plan.elements.values())
    return {
        Header.PERIOD: _Hint("Mã kỳ báo cáo.", tuple(p.code for p in plan.periods)),
        Header.UNIT: _Hint("Đơn vị đã cho biết số này.", units),
        Header.ELEMENT: _Hint("Chọn trong danh sách hoặc ghi mã số liệu.", elements),
        Header.SUBJECT: _Hint("Số của chính đơn vị ấy thì để trống; nếu không, chọn nơi nó nói về.", (*units, *tasks)),
        Header.SOURCE: _Hint("Biết được bằng cách nào; có thể ghi khác danh sách.", SOURCES),
    }


def _offer(sheet: Worksheet, lists: Worksheet, hints: dict[Header, _Hint]) -> None:
    """Drop-downs from a hidden sheet: offered, not forced, for names are understood too."""
    lists.sheet_state = "hidden"
    headers = [c.header for c in COLUMNS]
    for column, (header, hint) in enumerate(hints.items(), 1):
        _fill(lists, column, hint.options)
        letter, typed = get_column_letter(column), get_column_letter(headers.index(header) + 1)
        words = Words(header.value, hint.text, "Ngoài danh sách", "Mục này không có trong danh sách. Vẫn ghi như vậy?")
        rule = choice_from(words, f"'{LISTS}'!${letter}$1:${letter}${max(1, len(hint.options))}", warn_only=True)
        rule.add(f"{typed}{HEAD_ROW + 1}:{typed}{HEAD_ROW + ROWS}")
        sheet.add_data_validation(rule)


def _fill(lists: Worksheet, column: int, options: Sequence[str]) -> None:
    for row, option in enumerate(options, 1):
        put(lists, row, column, option, Style.PLAIN)
