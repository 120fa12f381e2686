"""Dates as people type them (ngày gõ tay): day first, always; the year may be short or left out."""

import re
from datetime import date

from kehoach.vi.handwriting import Reading, Slip
from kehoach.vi.keystrokes import plain_digits, plain_text
from kehoach.vi.names import fold

_WORDS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})(?:\s*nam\s*(\d{4}))?")
_MARKS = re.compile(r"(?:ngay\s*)?(\d{1,2})\s*([/.\-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?")


def read_typed_date(text: str, start: date, end: date) -> Reading:
    """A day. Without a year it is the one that puts it between `start` and `end`, else that of `end`."""
    typed = fold(plain_digits(plain_text(text))).rstrip(".")
    if match := _WORDS.fullmatch(typed):
        day, month, year = match.groups()
    elif match := _MARKS.fullmatch(typed):
        day, _, month, year = match.groups()
    else:
        return Reading(slip=Slip.DAY, doubt="không rõ ngày nào")
    found = _day(int(day), int(month), year, start, end)
    if found is None:
        return Reading(slip=Slip.DAY, doubt="không có ngày này; ghi ngày trước, tháng sau")
    return Reading(found, None if year and len(year) == 4 else Slip.DAY)


def _day(day: int, month: int, year: str | None, start: date, end: date) -> date | None:
    if year:
        return _date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    likely = (_date(y, month, day) for y in range(end.year, start.year - 1, -1))
    known = [d for d in likely if d is not None]
    return next((d for d in known if start <= d <= end), known[0] if known else None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
