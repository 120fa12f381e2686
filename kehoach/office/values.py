"""What stands in a cell (giá trị ô): the text of the file → a kind and an exact value. Nothing here refuses a file."""

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from kehoach.office.model import CellKind

Value = int | Decimal | str | bool | date | datetime | None

EXCEL_DIGITS = 15
LARGEST_EXPONENT = 307
SMALLEST_EXPONENT = -308
LONGEST_NUMBER = 400
"""Characters: no program writes a double longer than that, even without an exponent."""

MILLISECONDS_A_DAY = 86_400_000
LEAP_DAY_OF_1900 = 60
"""Excel counts a 29 February 1900 that never was."""

_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST_DAY = datetime(9999, 12, 31)
_FIFTEEN = Context(prec=EXCEL_DIGITS, rounding=ROUND_HALF_UP)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z?)?", re.ASCII)


def read_number(text: str) -> int | Decimal | None:
    """At Excel's 15 digits: int when whole, else Decimal without trailing zeros; None for what is no number."""
    if text.isdigit() and text.isascii() and len(text) <= EXCEL_DIGITS:
        return int(text)
    text = text.strip(" \t\r\n")
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    number = _FIFTEEN.create_decimal(text)
    if not number or number.adjusted() < SMALLEST_EXPONENT:
        return 0
    if number.adjusted() > LARGEST_EXPONENT:
        return None
    return int(number) if number == number.to_integral_value() else number.normalize(_FIFTEEN)


def read_serial(serial: int | Decimal, is_1904: bool) -> date | datetime | None:
    """A count of days → a date, or a moment to the millisecond; None for what is no day of the calendar."""
    if not (0 if is_1904 else 1) <= serial < (_LAST_DAY - _EPOCH_1900).days + 1:
        return None
    days, rest = divmod(serial, 1)
    if days == LEAP_DAY_OF_1900 and not is_1904:
        return None
    before_leap_day = not is_1904 and days < LEAP_DAY_OF_1900
    milliseconds = int(rest * MILLISECONDS_A_DAY + Decimal("0.5"))
    epoch = _EPOCH_1904 if is_1904 else _EPOCH_1900
    try:
        moment = epoch + timedelta(days=int(days) + before_leap_day, milliseconds=milliseconds)
    except OverflowError:
        return None
    return moment if moment.time() != datetime.min.time() else moment.date()


def typed(kind: str, text: str, as_date: bool, is_1904: bool) -> tuple[CellKind, Value]:
    """The value of a cell with attribute t=`kind` ("n", "b", "e", "d", "str") and that text.

    What does not fit its own type stays as the text that stands there.
    """
    if kind == "n":
        return _number(text, as_date, is_1904)
    if kind == "b":
        truth = {"1": True, "0": False, "true": True, "false": False}.get(text.strip().lower())
        return (CellKind.TEXT, text) if truth is None else (CellKind.BOOL, truth)
    if kind == "e":
        return CellKind.ERROR, text
    if kind == "d":
        moment = _iso(text.strip())
        return (CellKind.TEXT, text) if moment is None else (CellKind.DATE, moment)
    return CellKind.TEXT, text


def _number(text: str, as_date: bool, is_1904: bool) -> tuple[CellKind, Value]:
    number = read_number(text)
    if number is None:
        return CellKind.TEXT, text
    moment = read_serial(number, is_1904) if as_date else None
    return (CellKind.NUMBER, number) if moment is None else (CellKind.DATE, moment)


def _iso(text: str) -> date | datetime | None:
    if not _ISO.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return None
    return moment if moment.time() != datetime.min.time() else moment.date()
