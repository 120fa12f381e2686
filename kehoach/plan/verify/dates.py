"""Days that must follow one another (ngày tháng): within a period, between periods, of whatever begins and ends."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from kehoach.finding import Finding
from kehoach.plan import mistakes as k
from kehoach.plan.choices import ESTIMATE
from kehoach.plan.names import Names
from kehoach.plan.sheets import BASES, PERIODS, TARGETS, TASKS, UNITS
from kehoach.plan.table import Row
from kehoach.plan.texts import read_choice, read_whole
from kehoach.vi.dates import print_date, read_date


def check_periods(names: Names) -> Iterator[Finding]:
    """KP-35, KP-36, KP-37: each period by itself. A report of estimates may be due before the cut-off."""
    year = read_whole(names.book.info["year"].text("value")) if "year" in names.book.info else None
    for row in names.book.rows(PERIODS):
        yield from _backwards(row, "start", "cutoff")
        if read_choice(row.text("is_estimate"), (ESTIMATE,)) is None:
            yield from _backwards(row, "cutoff", "units_due")
        yield from _backwards(row, "units_due", "report_due")
        start, since = _day(row, "start"), _day(row, "cumulative_from")
        if start and since and since > start:
            yield k.LATE_SUM.at(row.place("cumulative_from"), row.text("cumulative_from"), start=print_date(start))
        code = row.text("code")
        if year and code[:4].isdecimal() and code[4:5] == "-" and int(code[:4]) != year:
            yield k.OTHER_YEAR.at(row.place("code"), code, year=str(year), short=code[5:])


def check_sequence(names: Names) -> Iterator[Finding]:
    """KP-33, KP-34: periods in order, none beginning before the one above has closed."""
    for above, row in pairwise(names.book.rows(PERIODS)):
        closed, start, cutoff = _day(above, "cutoff"), _day(row, "start"), _day(row, "cutoff")
        other = above.text("code")
        if closed and cutoff and cutoff <= closed:
            yield k.BAD_ORDER.at(row.place("cutoff"), row.text("cutoff"), other=other)
        elif closed and start and start <= closed:
            following = print_date(closed + timedelta(days=1))
            yield k.OVERLAP.at(
                row.place("start"), row.text("start"), other=other, end=print_date(closed), next=following
            )


def check_spans(names: Names) -> Iterator[Finding]:
    """KP-35: units, targets, tasks and documents that end before they begin."""
    for sheet in (UNITS, TARGETS, TASKS, BASES):
        for row in names.book.rows(sheet):
            yield from _backwards(row, "since", "until")


def _backwards(row: Row, first: str, last: str) -> Iterator[Finding]:
    begins, ends = _day(row, first), _day(row, last)
    if begins and ends and begins > ends:
        yield k.BACKWARDS.at(
            row.place(last), row.text(last), first=row.header(first), from_=row.text(first), last=row.header(last)
        )


def _day(row: Row, key: str) -> date | None:
    return read_date(row.text(key))
