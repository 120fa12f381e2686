"""What we print is read back as what it was, and as nothing else."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.proof.printed import folded, keeps_side, says
from kehoach.vi.dates import print_date
from kehoach.vi.numbers import print_count, print_number, print_percent, print_points

RATES = st.fractions(0, 2, max_denominator=100_000)


@given(st.integers(0, 10**9))
def test_counts(count: int) -> None:
    assert says(print_count(count), count)
    assert says(f"ước {print_count(count)} hộ", count)
    assert not says(print_count(count), count + 1)


@given(st.integers(-(10**9), 10**9))
def test_money(hundredths: int) -> None:
    value = Fraction(hundredths, 100)
    assert says(print_number(value), value)
    assert not says(print_number(value), value + Fraction(1, 100))


@given(RATES, RATES)
def test_percentages_keep_their_guard(rate: Fraction, limit: Fraction) -> None:
    printed = print_percent(rate, limit)
    assert says(printed, rate)
    assert keeps_side(printed, rate, limit)
    assert not says(printed, rate + Fraction(1, 5_000))


@given(RATES)
def test_points_with_their_direction(size: Fraction) -> None:
    printed = print_points(size)
    assert says(f"tăng {printed}", size)
    assert says(f"thấp hơn {printed}", -size)
    assert size == 0 or not says(f"giảm {printed}", size)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 400))
def test_days(day: date, later: int) -> None:
    assert says(f"ngày {print_date(day)}", day)
    assert not says(print_date(day), date.fromordinal(day.toordinal() + later))


def test_a_rate_rounded_over_its_limit() -> None:
    assert says("86%", Fraction(85998, 100_000))
    assert not keeps_side("86%", Fraction(85998, 100_000), Fraction(86, 100))
    assert keeps_side("85,998%", Fraction(85998, 100_000), Fraction(86, 100))


@pytest.mark.parametrize(
    ("printed", "value"), [("có", 1), ("không", 0), ("ngang bằng", 0), ("không thay đổi", 0), ("07/08 thôn", 7)]
)
def test_words_for_numbers(printed: str, value: int) -> None:
    assert says(printed, value)
    assert not says(printed, value + 1)


def test_words_alike_on_paper() -> None:
    assert folded("Hội nghị\n tổng kết ./.") == folded("HỘI NGHỊ TỔNG  KẾT")
    assert folded("thôn 1") != folded("thôn 2")
