"""Answers that are not numbers (ô chữ): dates, yes or no, a choice, text."""

import re
from datetime import date, datetime
from decimal import Decimal

from kehoach.finding import Severity
from kehoach.office.model import CellKind, RawCell
from kehoach.office.values import read_serial
from kehoach.plan.element import Element
from kehoach.plan.period import Period
from kehoach.submission.model import State
from kehoach.submission.taken import Doubt, Taken, asked, unread
from kehoach.vi.dates import print_date
from kehoach.vi.handwriting import Slip
from kehoach.vi.lookalikes import Cleaned, Oddity, clean
from kehoach.vi.matching import How, match_name
from kehoach.vi.names import nearest
from kehoach.vi.typed_date import read_typed_date
from kehoach.vi.typed_words import is_plain_yes_no, read_yes_no

YEARS_AROUND = 10
"""How far from the period a bare number may lie to be taken for a day that lost its format."""

_LIKE_A_FORMULA = re.compile(r"[=@]|\+\S")
"""What a program would run; "+ " and "- " begin the items of a list."""
_FORMULA = Doubt("KT-44", Severity.NOTED, "bắt đầu như công thức; được ghi lại dưới dạng chữ", "Không phải làm gì.")
_ODDITIES = {Oddity.LETTERS: Slip.STRANGE, Oddity.UNICODE: Slip.UNICODE, Oddity.SPACES: Slip.SPACES}
SPELLINGS = {
    How.SPELLING: Slip.TONE,
    How.NUMBER: Slip.NUMBER,
    How.GENERIC: Slip.GENERIC,
    How.ACCENTS: Slip.ACCENTS,
}
"""What of a name's spelling is listed when it was understood."""


def take_date(period: Period, cell: RawCell) -> Taken:
    """A day."""
    if isinstance(cell.value, date):
        return Taken(_day(cell.value), State.DATE)
    if cell.kind is CellKind.TEXT:
        reading = read_typed_date(str(cell.value), period.start, period.cutoff)
        return Taken(reading.value, State.DATE, reading.slip) if isinstance(reading.value, date) else unread(reading)
    serial = read_serial(cell.value, False) if isinstance(cell.value, int | Decimal) else None
    if serial and abs(serial.year - period.year) <= YEARS_AROUND:
        return Taken(_day(serial), State.DATE, Slip.DAY)
    return asked("KT-56", "không rõ ngày nào", "Ghi lại dạng ngày/tháng/năm.")


def take_yes_no(cell: RawCell) -> Taken:
    """1 for yes, 0 for no."""
    said = {0: False, 1: True}.get(cell.value) if isinstance(cell.value, int) else None
    if cell.kind is CellKind.TEXT:
        said = read_yes_no(str(cell.value))
    if said is None:
        return asked("KT-52", "mục này chỉ trả lời “có” hoặc “không”", "Ghi “có” hoặc “không”.")
    is_plain = cell.kind is not CellKind.TEXT or is_plain_yes_no(str(cell.value))
    return Taken(int(said), State.NUMBER, None if is_plain else Slip.WORD)


def take_choice(element: Element, cell: RawCell) -> Taken:
    """One of the plan's choices, in the plan's own spelling (KT-109 where it is none of them)."""
    typed = clean(_as_text(cell))
    match = match_name(typed.text, dict.fromkeys(element.choices, ()))
    if match.key:
        return Taken(match.key, State.TEXT, SPELLINGS.get(match.how) or _slip(typed))
    near = match.candidates or tuple(n for n in (nearest(typed.text, element.choices),) if n)
    guess = f"; có phải {' hay '.join(f'“{n}”' for n in near)} không?" if near else ""
    return asked("KT-109", "không có trong danh sách" + guess, f"Chọn một trong: {', '.join(element.choices)}.")


def take_text(cell: RawCell) -> Taken:
    """Text as it was meant: letters and spaces put right."""
    typed = clean(_as_text(cell))
    if cell.kind is CellKind.DATE:
        return asked("KT-56", "Excel đã đổi chữ gõ vào thành ngày tháng", "Ghi lại đúng chữ.", typed.text, State.TEXT)
    looks = (_FORMULA,) if _LIKE_A_FORMULA.match(typed.text) else ()
    return Taken(typed.text, State.TEXT, _slip(typed), looks)


def _slip(typed: Cleaned) -> Slip | None:
    """The gravest of what was put right."""
    return _ODDITIES[typed.oddities[0]] if typed.oddities else None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _as_text(cell: RawCell) -> str:
    if isinstance(cell.value, date):
        return print_date(_day(cell.value))
    if isinstance(cell.value, Decimal):
        return f"{cell.value:f}".replace(".", ",")
    return "" if cell.value is None else str(cell.value)
