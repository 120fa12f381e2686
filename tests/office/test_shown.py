"""What a number format makes of a number on the screen."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.office.shown import Shown, shown_as
from kehoach.office.values import read_number

N = Decimal


@pytest.mark.parametrize("number_format", [
    "General", "", "0.0", "#,##0.00", "@", "[Red]0.0", "0.00_);(0.00)", "# ?/?", "0.0E+0", "[<1000]0;#,##0.0",
    "dd/mm/yyyy", '_-* #,##0.0\\ _₫_-;-* #,##0.0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-', "#,##0.0;-#,##0.0;0", "0.0_ ;\\-0.0 ",
])  # fmt: skip
@pytest.mark.parametrize("number", [N("12.5"), 1234, N("-3.5"), 0])
def test_the_usual_formats_show_the_number_and_nothing_else(number_format: str, number: int | Decimal) -> None:
    shown = shown_as(number, number_format)
    assert (abs(shown.number or 0), shown.words, shown.is_percent) == (abs(number), "", False)


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (N("12.4"), "0", Shown(N(12), "", False)),
        (N("12.5"), "#,##0", Shown(N(13), "", False)),
        (12_400, "0,", Shown(N(12), "", False)),
        (12_400_000, "#,##0.0,,", Shown(N("12.4"), "", False)),
        (N("0.865"), "0%", Shown(N(87), "", True)),
        (12, '0 "nghìn"', Shown(N(12), "nghìn", False)),
        (12, "#,##0\\ [$₫-42A]", Shown(N(12), "₫", False)),
        (12, "#,##0 VND", Shown(N(12), "VND", False)),
        (100, '"95"', Shown(None, "95", False)),
        (100, ";;;", Shown(None, "", False)),
        (0, "#,##0;-#,##0;", Shown(None, "", False)),
        (5, "#,##0;-#,##0;", Shown(N(5), "", False)),
        (-5, '0;"âm" 0', Shown(N(-5), "âm", False)),
        (12, '0"', Shown(N(12), "", False)),
    ],
)
def test_what_is_rounded_scaled_dressed_or_hidden(number: int | Decimal, number_format: str, shown: Shown) -> None:
    assert shown_as(number, number_format) == shown


FORMATS = st.one_of(st.text('0#?.,;%"\\[]$@ đ-E/_*', max_size=40), st.integers(0, 40).map(lambda n: f"0.{'0' * n}"))


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)), FORMATS)
@example(120, f"0.{'0' * 30}")
@example(1e300, "#,##0.00")
def test_no_format_breaks_a_reading_and_none_moves_a_number_far(typed: float, number_format: str) -> None:
    number = read_number(repr(typed))
    if number is None:
        return
    shown = shown_as(number, number_format)
    if shown.number is not None and not shown.is_percent and "," not in number_format:
        assert abs(Decimal(shown.number) - number) <= N("0.5")
