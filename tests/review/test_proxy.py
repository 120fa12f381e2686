"""`nhap-ho.xlsx`: the blank one, filled in as in Excel, and read back."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kehoach.errors import MachineError
from kehoach.finding import Severity
from kehoach.review.proxy import is_blank, proxy_workbook, read_proxies
from kehoach.submission.model import State
from tests.tiny import tiny_plan

PLAN = tiny_plan()
FIRST, SECOND = PLAN.periods


def typed(path: Path, *rows: tuple[object, ...]) -> Path:
    path.write_bytes(proxy_workbook(PLAN))
    workbook = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, 5):
        for column, item in enumerate(row, 1):
            workbook["Nhập hộ"].cell(number, column).value = item
    workbook.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nhap-ho.xlsx"


def test_same_plan_same_bytes() -> None:
    assert proxy_workbook(PLAN) == proxy_workbook(PLAN)


def test_what_the_plan_knows_is_offered(path: Path) -> None:
    path.write_bytes(proxy_workbook(PLAN))
    workbook = openpyxl.load_workbook(path)
    rules = {str(v.sqref): v.formula1 for v in workbook["Nhập hộ"].data_validations.dataValidation}
    assert rules["A5:A204"] == "'Danh mục'!$A$1:$A$2"
    assert workbook["Danh mục"].sheet_state == "hidden"
    assert workbook["Danh mục"]["B2"].value == "T01 - Thôn Một"
    assert workbook["Danh mục"]["C1"].value == "tong_ho - Tổng số hộ"


def test_no_file_and_a_blank_one_hold_nothing(path: Path) -> None:
    assert read_proxies(path).of(PLAN, FIRST).values == ()
    typed(path)
    assert (read_proxies(path).of(PLAN, FIRST).values, read_proxies(path).of(PLAN, FIRST).findings) == ((), ())


def test_a_broken_file_stops(path: Path) -> None:
    path.write_bytes(b"PK broken")
    with pytest.raises(MachineError):
        read_proxies(path)


def test_a_renamed_sheet_is_still_read(path: Path) -> None:
    workbook = openpyxl.load_workbook(typed(path, ("2023-Q1", "T01", "ho_dk", None, 92)))
    workbook["Nhập hộ"].title = "Sheet1"
    workbook.save(path)
    assert [(v.value, v.place.sheet) for v in read_proxies(path).of(PLAN, FIRST).values] == [(92, "Sheet1")]
    assert not is_blank(path)


def test_headers_that_are_gone_are_told_and_nothing_is_written_over(path: Path) -> None:
    workbook = openpyxl.load_workbook(typed(path, ("2023-Q1", "T01", "ho_dk", None, 92)))
    workbook["Nhập hộ"]["C4"] = "Chỉ số"
    workbook.save(path)
    assert read_proxies(path).of(PLAN, FIRST).values == ()
    [fault] = read_proxies(path).of(PLAN, FIRST).findings
    assert (fault.code, fault.severity, fault.place.file) == ("KT-107", Severity.CORRECT, "nhap-ho.xlsx")
    assert "“Mục”" in fault.say
    assert not is_blank(path)


def test_rows_are_read_like_cells_with_their_own_place(path: Path) -> None:
    day = date(2023, 3, 14)
    typed(
        path,
        ("2023-Q1", "T01 - Thôn Một", "ho_dk - Số hộ đăng ký", None, "92 hộ", "điện thoại", "Trần Thị A", day),
        ("Q1", "thôn 2", "Kinh phí", None, 12.5, "ảnh chụp", "", None),
        ("2023-Q1", "T03", "buoi_tt", None, "không phát sinh"),
        ("2023-Q1", "VP", "van_ban", None, 3),
        ("2023-Q1", "VP", "trang_thai", "nv1 - Kế hoạch giai đoạn", "đã xong"),
        ("2023-Q2", "VP", "ho_cn", "Thôn Ba", 70),
    )
    values = read_proxies(path).of(PLAN, FIRST).values
    assert [(v.element, v.subject, v.value, v.state) for v in values] == [
        ("ho_dk", "T01", 92, State.NUMBER),
        ("kinh_phi", "T02", Decimal("12.5"), State.NUMBER),
        ("buoi_tt", "T03", None, State.NIL),
        ("van_ban", "X", 3, State.NUMBER),
        ("trang_thai", "nv1", "đã xong", State.TEXT),
    ]
    assert {v.source for v in values} == {"nhập hộ"}
    first = values[0].place
    assert (first.unit, first.file, first.sheet, first.cell) == ("T01", "nhap-ho.xlsx", "Nhập hộ", "E5")
    assert [(v.subject, v.value) for v in read_proxies(path).of(PLAN, SECOND).values] == [("T03", 70)]
    assert read_proxies(path).of(PLAN, FIRST).findings == ()


@pytest.mark.parametrize(
    ("row", "cell", "word"),
    [
        ((None, "T01", "ho_dk", None, 92), "A5", "Không có kỳ này"),
        (("2024-Q1", "T01", "ho_dk", None, 92), "A5", "2023-Q1, 2023-Q2"),
        (("Q1", "Thôn Mộtt", "ho_dk", None, 92), "B5", "Có phải “Thôn Một” không?"),
        (("Q1", "T01", "Số hộ đăng kí", None, 92), "C5", "Có phải “Số hộ đăng ký” không?"),
        (("Q1", "T01", "ho_dk", None, None), "A5", "Chưa ghi giá trị"),
        (("Q1", "T01", "ho_dk", None, "nhiều"), "E5", "nhiều"),
        (("Q1", "VP", "ho_dk", None, 92), "A5", "về đơn vị nào"),
        (("Q1", "T01", "ho_dk", "C01", 92), "D5", "không hỏi về nơi đó"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(path: Path, row: tuple[object, ...], cell: str, word: str) -> None:
    typed(path, row)
    assert read_proxies(path).of(PLAN, FIRST).values == ()
    (fault,) = read_proxies(path).of(PLAN, FIRST).findings
    kind = ("KT-39", Severity.CONFIRM) if "Mộtt" in fault.read else ("KT-107", Severity.CORRECT)
    assert (fault.code, fault.severity, fault.place.cell) == (*kind, cell)
    assert word in fault.say
    assert "dòng 5" in fault.do


@pytest.mark.parametrize(
    ("day", "said"), [("31/02/2023", "không có ngày này"), ("hôm kia", "không rõ ngày nào"), ("14/3", "")]
)
def test_a_day_that_is_none_is_told_and_the_number_used(path: Path, day: str, said: str) -> None:
    typed(path, ("2023-Q1", "T01", "ho_dk", None, 92, "điện thoại", "Trần Thị A", day))
    read = read_proxies(path).of(PLAN, FIRST)
    assert [v.value for v in read.values] == [92]
    assert [(f.code, f.severity, f.place.cell) for f in read.findings] == [("KT-56", Severity.LOOK, "H5")] * bool(said)
    assert not said or read.findings[0].say.startswith(f"Ngày nhập hộ ghi “{day}”: {said}")
