"""Numbers at Excel's 15 digits, whatever text they stand in."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.office.values import read_number


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_stay_what_they_are(number: int) -> None:
    assert read_number(str(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_written_decimals_stay_what_they_are(number: Decimal) -> None:
    read = read_number(f"{number:f}")
    assert read == number
    assert type(read) is (int if number == number.to_integral_value() else Decimal)


@given(st.floats(-9.9e307, 9.9e307, allow_subnormal=False))
def test_a_stored_double_loses_only_what_excel_hides(number: float) -> None:
    read = read_number(repr(number))
    assert read is not None
    assert abs(Decimal(read) - Decimal(number)) <= abs(Decimal(number)) * Decimal("5.0001e-15")


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert read_number(text) is None or float(text) is not None


@pytest.mark.parametrize("text", ["", "nan", "inf", "1_0", "٣", "0x1", "1,5", "1.2.3", "--1", "1e", "9" * 401, "1e308"])
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "number"), [("1.", 1), (".5", Decimal("0.5")), ("+7", 7), ("1e-999", 0), ("-0.0", 0)])
def test_unusual_writings(text: str, number: object) -> None:
    assert read_number(text) == number
