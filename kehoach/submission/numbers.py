"""Numbers in answer cells (ô số): counts whole, money and areas exact, rates as fractions; what cannot be is asked."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kehoach.finding import Severity
from kehoach.office.model import CellKind, RawCell
from kehoach.plan.element import Element, ElementKind
from kehoach.submission.model import State
from kehoach.submission.taken import CODES, Doubt, Taken, asked, refused, unread
from kehoach.vi.handwriting import Reading, Slip
from kehoach.vi.names import fold
from kehoach.vi.numbers import print_number
from kehoach.vi.typed_number import MOST_DIGITS, read_typed_number, read_typed_rate

MOST_MILLIONS = 100_000
"""A hundred billion đồng: more in a commune means that đồng were typed where millions are asked (KT-55)."""
_MOST = {ElementKind.COUNT: 10_000_000, ElementKind.AMOUNT: 1_000_000_000}
"""More than any commune has of people, visits, or square metres: a digit too many; of money there may be."""
_UNCLEAR = "không rõ là bao nhiêu phần trăm"
THOUSANDTHS = 3
FIRST_LIKELY_YEAR = 1904
"""A day before it is a small number in a cell that once held a day."""
RATE_LIMIT = Fraction(3, 2)
"""Above 150% a rate was typed in percent (KT-49); between 100% and that nobody can tell (KT-50)."""


def take_number(element: Element, cell: RawCell) -> Taken:
    """A count or an amount."""
    if isinstance(cell.value, date) and cell.value.year < FIRST_LIKELY_YEAR:
        serial = _serial(cell.value)
        return asked("KT-56", f"ô có định dạng ngày tháng, có phải {print_number(serial)} không?", value=serial)
    if cell.kind is CellKind.DATE:
        return asked("KT-56", "Excel đã đổi số gõ vào thành ngày tháng", "Ghi lại số đúng; hai số thì ghi hai ô riêng.")
    if cell.kind is CellKind.TEXT:
        is_whole = element.kind is ElementKind.COUNT
        return _checked(element, read_typed_number(str(cell.value), element.measure, is_whole))
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | Decimal):
        return unread(Reading(doubt="không phải một số cụ thể"))
    if element.kind is ElementKind.COUNT and _lost_its_thousands(cell.value):
        thousands = print_number(cell.value.scaleb(THOUSANDTHS) if isinstance(cell.value, Decimal) else cell.value)
        return asked("KT-46", f"có phải {thousands} không?", "Ghi lại số, không dùng dấu ngăn hàng nghìn.")
    return _checked(element, Reading(cell.value))


def take_rate(cell: RawCell) -> Taken:
    """A rate, kept as a fraction of one."""
    if cell.kind is CellKind.TEXT:
        reading = read_typed_rate(str(cell.value))
        if reading.value is None or reading.doubt:
            return unread(reading)
        value, in_percent, slip = Fraction(reading.value), reading.slip is Slip.PERCENT, reading.slip  # type: ignore[arg-type]
        if 0 < value <= 1 and not in_percent:
            return asked("KT-50", _UNCLEAR, "Ghi lại tỷ lệ kèm dấu %.")
    elif isinstance(cell.value, int | Decimal) and cell.kind is CellKind.NUMBER:
        value, in_percent, slip = Fraction(cell.value), "%" in cell.number_format, None
    else:
        return unread(Reading(doubt="không phải một tỷ lệ"))
    return _rate(value, in_percent, slip)


def _rate(value: Fraction, in_percent: bool, slip: Slip | None) -> Taken:
    if value < 0:
        return refused("KT-54", "tỷ lệ không thể âm", state=State.SET_ASIDE)
    if value > RATE_LIMIT and not slip and value / 100 <= RATE_LIMIT:
        look = Doubt("KT-49", Severity.LOOK, f"hiểu là {print_number(value)}%", "Xem lại; đúng thì không phải làm gì.")
        return Taken(value / 100, State.NUMBER, Slip.PERCENT, (look,))
    if value > 1 and not (in_percent and value <= RATE_LIMIT):
        return asked("KT-50", _UNCLEAR, "Ghi lại tỷ lệ kèm dấu %.")
    return Taken(value, State.NUMBER, slip)


def _serial(day: date) -> int:
    """The number behind a day of the first years of Excel's calendar, which has a 29 February 1900."""
    return (date(day.year, day.month, day.day) - date(1899, 12, 31 if (day.year, day.month) < (1900, 3) else 30)).days


def _lost_its_thousands(value: int | Decimal) -> bool:
    """1.234 typed where the comma is decimal is stored as one and a bit; three decimals give it away."""
    return isinstance(value, Decimal) and value.as_tuple().exponent == -THOUSANDTHS and value > 0


def _checked(element: Element, reading: Reading) -> Taken:
    value = reading.value
    if not isinstance(value, int | Decimal) or isinstance(value, date):
        return unread(reading)
    if value < 0:
        return refused("KT-54", "số không thể âm", state=State.SET_ASIDE)
    if element.kind is ElementKind.COUNT and value != int(value):
        return refused("KT-54", f"số {element.measure} phải là số nguyên".replace("  ", " "), state=State.SET_ASIDE)
    exact = int(value) if element.kind is ElementKind.COUNT else Decimal(value)
    if len(Decimal(value).as_tuple().digits) > MOST_DIGITS or Decimal(value).adjusted() >= MOST_DIGITS:
        return refused("KT-54", "số quá lớn", state=State.SET_ASIDE)
    if reading.doubt and not (reading.is_about and element.is_estimate):
        return _guess(exact, reading)
    return Taken(exact, State.NUMBER, reading.slip, _odd(element, Decimal(value)), reading.is_about)


def _guess(exact: int | Decimal, reading: Reading) -> Taken:
    doubt = Doubt(CODES[reading.slip or Slip.NOTHING], Severity.CONFIRM, reading.doubt, "Đề nghị ghi số cụ thể.")
    return Taken(exact, State.NUMBER, doubts=(doubt,), is_about=reading.is_about)


def _odd(element: Element, value: Decimal) -> tuple[Doubt, ...]:
    """Readable, but outside what the plan allows or what money can be."""
    if fold(element.measure) == "trieu dong" and value >= MOST_MILLIONS:
        millions = print_number(value / 1_000_000, 6)
        return (Doubt("KT-55", Severity.CONFIRM, f"mục này tính bằng triệu đồng, có phải {millions} triệu không?"),)
    if "dong" not in fold(element.measure) and value >= _MOST[element.kind]:
        return (Doubt("KT-54", Severity.CONFIRM, "số lớn bất thường, có gõ thừa chữ số không?"),)
    return limits_broken(element, value)


def limits_broken(element: Element, value: Decimal) -> tuple[Doubt, ...]:
    """KT-54 where a number lies outside the lowest and highest of its row in the plan."""
    if element.low is not None and value < element.low:
        return (Doubt("KT-54", Severity.CONFIRM, f"nhỏ hơn mức thấp nhất có thể là {print_number(element.low)}"),)
    if element.high is not None and value > element.high:
        return (Doubt("KT-54", Severity.CONFIRM, f"lớn hơn mức cao nhất có thể là {print_number(element.high)}"),)
    return ()
