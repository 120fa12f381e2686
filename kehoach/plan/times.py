"""When a task is to be done (thời gian thực hiện), from the words of the plan."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kehoach.vi.names import fold


@dataclass(frozen=True)
class Span:
    """Khoảng thời gian: first and last day; both None for work of the whole year, `start` where only the end is set."""

    start: date | None
    due: date | None


_YEAR = r"(?:[ /,-]*(?:nam )?(?P<year>\d{4}))?"
_DAY = r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TO = r"\s*(?:,|-|–|va|den|den het)\s*"
_FROM = r"(?:trong |tu |het )?"
_ALWAYS = r"(?:(?:ca|trong|hang|quanh) nam|thuong xuyen|hang (?:quy|thang|tuan|ngay)|dinh ky)"
_ONGOING = re.compile(rf"{_ALWAYS}(?:[ ,;]+{_ALWAYS})*{_YEAR}")
_QUARTERS = re.compile(rf"{_FROM}quy ([iv]+|[1-4])(?:{_TO}(?:quy )?([iv]+|[1-4]))?{_YEAR}")
_MONTHS = re.compile(rf"{_FROM}thang (\d{{1,2}})(?:{_TO}(?:thang )?(\d{{1,2}}))?{_YEAR}")
_PART = re.compile(rf"{_FROM}(\d{{1,2}}) thang (dau|cuoi) nam{_YEAR}")
_UNTIL = re.compile(rf"(?:xong )?(?:truoc|den|den het|cham nhat|truoc het|het)(?: ngay)? {_DAY}")
_DAYS = re.compile(rf"(?:(?:tu )?ngay |tu )?{_DAY}(?:{_TO}(?:ngay )?{_DAY})?")


def read_time(text: str, year: int) -> Span | None:
    """ "Quý I năm 2023" → 1 January to 31 March; the plan's `year` where none stands. None for words not understood.

    "trước ngày 30/11" is taken with that day as the last one: nobody is called late a day early.
    """
    wanted = fold(text).rstrip(".")
    for pattern, reading in _READINGS:
        if match := pattern.fullmatch(wanted):
            try:
                return reading(match, year)
            except (ValueError, KeyError):
                return None
    return None


def _whole_year(_: re.Match[str], __: int) -> Span:
    return Span(None, None)


def _quarters(match: re.Match[str], year: int) -> Span:
    first = _ROMAN[match[1]]
    last = _ROMAN[match[2]] if match[2] else first
    return _months_of(first * 3 - 2, last * 3, _year(match, year))


def _months(match: re.Match[str], year: int) -> Span:
    return _months_of(int(match[1]), int(match[2] or match[1]), _year(match, year))


def _part(match: re.Match[str], year: int) -> Span:
    count, at_start = int(match[1]), match[2] == "dau"
    return _months_of(1 if at_start else 13 - count, count if at_start else 12, _year(match, year))


def _until(match: re.Match[str], year: int) -> Span:
    return Span(None, _day(match, 1, year))


def _days(match: re.Match[str], year: int) -> Span:
    due = _day(match, 4, year) if match[4] else _day(match, 1, year)
    return _ordered(_day(match, 1, due.year), due)


def _months_of(first: int, last: int, year: int) -> Span:
    return _ordered(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _ordered(start: date, due: date) -> Span:
    if start > due:
        raise ValueError(f"{start} > {due}")
    return Span(start, due)


def _year(match: re.Match[str], year: int) -> int:
    return int(match["year"] or year)


def _day(match: re.Match[str], group: int, year: int) -> date:
    return date(int(match[group + 2] or year), int(match[group + 1]), int(match[group]))


_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Span]], ...] = (
    (_ONGOING, _whole_year),
    (_QUARTERS, _quarters),
    (_MONTHS, _months),
    (_PART, _part),
    (_UNTIL, _until),
    (_DAYS, _days),
)
