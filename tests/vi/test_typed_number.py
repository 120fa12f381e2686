"""Numbers as people type them: every usual style is read, every unusual one is asked about."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.vi.handwriting import Slip
from kehoach.vi.numbers import print_count, print_number
from kehoach.vi.typed_number import read_typed_number, read_typed_rate

COUNTS = st.integers(0, 10**9)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
STYLES = (
    str,
    print_number,
    print_count,
    lambda n: f"{n:,}".replace(",", " "),
    lambda n: f"{n:,}".replace(",", "\u00a0"),
    lambda n: f"{n:02d} hộ",
    lambda n: f"{print_number(n)} hộ.",
    lambda n: f"  {n} Hộ gia đình ",
    lambda n: f"có {n} hộ",
    lambda n: f"'{n}",
    lambda n: str(n).translate(WIDE),
    lambda n: str(n).replace("0", "O") if n else "0",
)


@given(COUNTS, st.sampled_from(STYLES))
def test_a_count_printed_in_any_vietnamese_style_reads_back(number, style) -> None:
    reading = read_typed_number(style(number), "hộ", is_whole=True)
    assert (reading.value, reading.doubt) == (number, "")


@given(st.decimals(0, 10**6, places=1))
def test_an_amount_with_a_decimal_comma_reads_back(amount: Decimal) -> None:
    typed = print_number(amount)
    reading = read_typed_number(typed, "triệu đồng")
    has_two_readings = "," not in typed and typed.count(".") == 1
    assert reading.value == (None if has_two_readings else amount)


@given(st.text())
def test_whatever_is_typed_gives_a_value_or_a_doubt(text: str) -> None:
    for reading in (read_typed_number(text, "hộ", True), read_typed_number(text), read_typed_rate(text)):
        assert (reading.value is None) <= bool(reading.doubt)
        assert isinstance(reading.value, int | Decimal | Fraction | None)


@pytest.mark.parametrize("typed", ["120\n130", "120\r\n130 hộ", "1\t120", "120   130"])
def test_two_numbers_in_a_cell_are_never_one(typed: str) -> None:
    reading = read_typed_number(typed, "hộ", is_whole=True)
    assert (reading.value, reading.doubt) == (None, "không phải một số cụ thể")


@pytest.mark.parametrize(
    ("typed", "value", "slip"),
    [
        ("1.234", 1234, Slip.THOUSANDS),
        ("1,234", 1234, Slip.SEPARATORS),
        ("1 234", 1234, Slip.SEPARATORS),
        ("1\N{NO-BREAK SPACE}234\n", 1234, Slip.SEPARATORS),
        ("1.234.567", 1234567, Slip.THOUSANDS),
        ("12 hộ", 12, Slip.MEASURE),
        ("05 nhà", 5, Slip.MEASURE),
        ("12hộ", 12, Slip.MEASURE),
        ("O5", 5, Slip.LETTERS),
        ("l2", 12, Slip.LETTERS),
        ("1O5", 105, Slip.LETTERS),
        ("１２０", 120, Slip.LETTERS),
        ("12,0", 12, None),
        ("05", 5, None),
        ("-5", -5, None),
        ("1,5", Decimal("1.5"), None),
    ],
)
def test_what_is_put_right(typed: str, value: int, slip: Slip | None) -> None:
    reading = read_typed_number(typed, "hộ", is_whole=True)
    assert (reading.value, reading.slip, reading.doubt) == (value, slip, "")


@pytest.mark.parametrize("typed", ["~120", "khoảng 120", "hơn 120", "gần 120 hộ", "120 trở lên", "trên 120", "ước 120"])
def test_an_estimate_keeps_its_number_and_its_doubt(typed: str) -> None:
    reading = read_typed_number(typed, "hộ", is_whole=True)
    assert (reading.value, reading.is_about) == (120, True)
    assert reading.doubt


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("nan", Slip.NOTHING),
        ("inf", Slip.NOTHING),
        ("1_000", Slip.NOTHING),
        ("1e5", Slip.NOTHING),
        ("3+4", Slip.NOTHING),
        ("mười hai", Slip.NOTHING),
        ("120 (5 hộ nghèo)", Slip.NOTHING),
        ("3/4", Slip.DAY),
        ("86%", Slip.PERCENT),
        ("120 người", Slip.MEASURE),
        ("120 hộ nghèo", Slip.MEASURE),
        ("2 nghìn", Slip.MEASURE),
        ("12l", Slip.MEASURE),
        ("1.23.4", Slip.SEPARATORS),
        ("1234567890123456", Slip.SIZE),
    ],
)
def test_what_is_asked(typed: str, slip: Slip) -> None:
    reading = read_typed_number(typed, "hộ", is_whole=True)
    assert (reading.value, reading.slip) == (None, slip)
    assert reading.doubt


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", Decimal("12.5")),
        ("12.5", Decimal("12.5")),
        ("12,5 triệu", Decimal("12.5")),
        ("1.234,5", Decimal("1234.5")),
    ],
)
def test_money_in_the_unit_that_is_asked(typed: str, value: Decimal) -> None:
    assert read_typed_number(typed, "triệu đồng").value == value


@pytest.mark.parametrize("typed", ["150.000 đồng", "150 nghìn", "2 triệu rưỡi", "1,5 tỷ"])
def test_money_in_another_unit_is_asked(typed: str) -> None:
    reading = read_typed_number(typed, "triệu đồng")
    assert (reading.value, reading.slip) == (None, Slip.MONEY)


@pytest.mark.parametrize("typed", ["1.234", "1,234"])
def test_one_dot_in_an_amount_has_two_readings(typed: str) -> None:
    assert read_typed_number(typed, "triệu đồng").value is None


@pytest.mark.parametrize(
    ("typed", "value", "slip"),
    [
        ("86,5%", Fraction(173, 200), Slip.PERCENT),
        ("86.5 %", Fraction(173, 200), Slip.PERCENT),
        ("86 phần trăm", Fraction(43, 50), Slip.PERCENT),
        ("0,86", Fraction(43, 50), None),
        ("86", Fraction(86), None),
    ],
)
def test_rates(typed: str, value: Fraction, slip: Slip | None) -> None:
    reading = read_typed_rate(typed)
    assert (reading.value, reading.slip) == (value, slip)
