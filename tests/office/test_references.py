"""Addresses, and shared formulas shifted as another library shifts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from kehoach.office.model import UnreadableFile, column_letters, column_number
from kehoach.office.references import read_area, read_cell, read_target, shift


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_a_cell_written_and_read_is_the_same(column: int, row: int) -> None:
    assert column_number(column_letters(column)) == column
    assert read_cell(f"{column_letters(column)}{row}") == (row, column)


@pytest.mark.parametrize("ref", ["", "A", "7", "A0", "A1048577", "XFE1", "AAAA1", "A1 ", "A-1", "A١", "$A$1", "A1_0"])
def test_what_is_no_cell(ref: str) -> None:
    with pytest.raises(UnreadableFile, match="dangerous"):
        read_cell(ref)


def test_areas_and_targets() -> None:
    assert read_area("B2:D9") == (2, 2, 9, 4)
    assert read_target("'Trang ''1'''!$B$2:$D$9") == ("Trang '1'", (2, 2, 9, 4))
    assert read_target("=Sheet1!c7") == ("Sheet1", (7, 3, 7, 3))
    assert read_target("Sheet1!$A:$A") is None
    assert read_target("OFFSET(Sheet1!$A$1,1,1)") is None


FORMULAS = (
    "A1",
    "$A1+B$2*$C$3",
    "SUM(A1:B7)/COUNT(Z26)",
    "IF(A1=\"B2\",'Trang C3'!D4,Sheet5!E6)",
    "LOG10(A5)+ATAN2(B1,C1)",
    "SUM(A:C)+SUM(3:5)+SUM($A:$C)",
    "tong_ho1+A10",
    '"a ""B2"" c"&D9',
)


@given(st.sampled_from(FORMULAS), st.integers(0, 50), st.integers(0, 50))
def test_shift_agrees_with_another_library(formula: str, rows: int, columns: int) -> None:
    target = f"{column_letters(30 + columns)}{30 + rows}"
    assert shift(formula, rows, columns) == Translator(f"={formula}", "AD30").translate_formula(target)[1:]


def test_what_is_shifted_off_the_sheet() -> None:
    assert shift("A1+B2+A:A+1:1", -1, -1) == "#REF!+A1+#REF!+#REF!"
