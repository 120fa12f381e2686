"""Which number formats show a date."""

import pytest

from kehoach.office.formats import built_in, shows_date


@pytest.mark.parametrize("number_format", [
    "dd/mm/yyyy", "d-mmm-yy", "h:mm AM/PM", "mm:ss.0", "ss.000", "[$-42A]dd/mm/yyyy;@", '"ngày" d "tháng" m', "[h]:mm",
    "yyyy\\-mm\\-dd", "[Red]D/M/YYYY", "mmmm", "_(dd/mm_)",
])  # fmt: skip
def test_dates(number_format: str) -> None:
    assert shows_date(number_format)


@pytest.mark.parametrize("number_format", [
    "General", "0", "#,##0", "0.00%", "@", '#,##0 "hộ dân"', '0" ngày"', "0 \\d", "[Red]0", "0.00E+00", "# ?/?", "",
    '"dd/mm"', "_d0", "*m0", "#,##0 VND", "0;dd", "General;dd", '"chưa đóng', "[$đ-42A]#,##0",
])  # fmt: skip
def test_numbers(number_format: str) -> None:
    assert not shows_date(number_format)


def test_built_in_formats() -> None:
    dates = {number for number in range(200) if shows_date(built_in(number))}
    assert dates == {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
