"""Dates as people type them: day first, the year from the period where it is left out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vi.dates import print_date, print_long_date
from kehoach.vi.typed_date import read_typed_date

START, END = date(2022, 12, 15), date(2023, 3, 14)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from((print_date, print_long_date)))
def test_a_printed_date_reads_back_without_a_question(day: date, style) -> None:
    reading = read_typed_date(style(day), START, END)
    assert (reading.value, reading.slip, reading.doubt) == (day, None, "")


@given(st.integers(0, (END - START).days))
def test_a_day_of_the_period_needs_no_year(offset: int) -> None:
    day = START + timedelta(offset)
    assert read_typed_date(f"{day.day}/{day.month}", START, END).value == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("18.11.23", date(2023, 11, 18)),
        ("18/11", date(2023, 11, 18)),
        ("ngày 5/3", date(2023, 3, 5)),
        ("5 tháng 3", date(2023, 3, 5)),
        ("20-12", date(2022, 12, 20)),
    ],
)
def test_short_dates_are_read_and_listed(typed: str, day: date) -> None:
    reading = read_typed_date(typed, START, END)
    assert (reading.value, reading.doubt) == (day, "")
    assert reading.slip


@pytest.mark.parametrize("typed", ["11/18", "31/2", "tháng 11", "18/11-2023", "2023", "hôm qua", "29/2/2023", ""])
def test_what_is_no_day_is_asked(typed: str) -> None:
    reading = read_typed_date(typed, START, END)
    assert reading.value is None and reading.doubt
