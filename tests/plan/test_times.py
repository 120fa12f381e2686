"""When a task is to be done, as plans say it."""

from datetime import date

import pytest

from kehoach.plan.times import Span, read_time

YEAR = 2023


def days(start: tuple[int, int] | None, due: tuple[int, int] | None, year: int = YEAR) -> Span:
    return Span(date(year, *start) if start else None, date(year, *due) if due else None)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Quý I năm 2023", days((1, 1), (3, 31))),
        ("quý III", days((7, 1), (9, 30))),
        ("Quý IV/2023.", days((10, 1), (12, 31))),
        ("Quý II, III năm 2023", days((4, 1), (9, 30))),
        ("Trong quý 2", days((4, 1), (6, 30))),
        ("Quý I năm 2024", days((1, 1), (3, 31), 2024)),
        ("tháng 4/2023", days((4, 1), (4, 30))),
        ("Tháng 2/2024", days((2, 1), (2, 29), 2024)),
        ("Từ tháng 3 đến tháng 9/2023", days((3, 1), (9, 30))),
        ("trước ngày 30/11/2023", days(None, (11, 30))),
        ("Trước 30/11", days(None, (11, 30))),
        ("Đến ngày 15/12/2023", days(None, (12, 15))),
        ("ngày 30/6/2023", days((6, 30), (6, 30))),
        ("Từ ngày 01/3 đến ngày 15/4/2023", days((3, 1), (4, 15))),
        ("6 tháng đầu năm", days((1, 1), (6, 30))),
        ("9 tháng đầu năm 2023", days((1, 1), (9, 30))),
        ("6 tháng cuối năm", days((7, 1), (12, 31))),
        ("cả năm 2023", days(None, None)),
        ("Thường xuyên", days(None, None)),
        ("Hằng năm", days(None, None)),
        ("Thường xuyên, trong năm 2023", days(None, None)),
        ("Cả năm, xong trước 30/11", None),
        ("Trong năm", days(None, None)),
        ("Quý V", None),
        ("Quý III, I", None),
        ("tháng 13/2023", None),
        ("ngày 31/02/2023", None),
        ("khi có hướng dẫn", None),
        ("", None),
    ],
)
def test_times(text: str, span: Span | None) -> None:
    assert read_time(text, YEAR) == span
