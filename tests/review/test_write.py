"""`kiem-tra.xlsx` as an officer meets it, looked at with openpyxl."""

from io import BytesIO

import openpyxl
import pytest

from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.review.model import OfficerAnswer, Review
from kehoach.review.review import review_dataset
from kehoach.review.write import check_workbook
from kehoach.submission.model import Change
from tests.review.frames import FIRST, dataset
from tests.tiny import tiny_plan

PLAN = tiny_plan()
SHEETS = ["Tổng quan", "Cần xử lý", "Ghi nhận", "Thay đổi khi đọc", "Đã trả lời"]
LOOK = Finding("KT-45", Severity.LOOK, Place("T03", "T03.xlsx", "Số liệu", "C7"), "=80", "Lấy 80.", "Xem lại.")
CHANGE = Change(Place("T01", "T01.xlsx", "Số liệu", "C9"), "12,5 triệu", "12,5", "Bỏ đơn vị tính.", "KT-45")


@pytest.fixture(scope="module")
def review() -> Review:
    values = {**FIRST, ("ho_dk", "T01"): 150, ("ho_dk", "T02"): 150}
    data = dataset(PLAN, "2023-Q1", values, missing=("T03",), findings=[LOOK], changes=[CHANGE])
    gone = OfficerAnswer("KT-58|T09|ho_dk|T09|1", Answer.DROP, saying="Câu cũ.", where="Thôn Chín")
    key = next(f.key for f in review_dataset(PLAN, data).open if f.subject == "T02")
    return review_dataset(PLAN, data, [gone, OfficerAnswer(key, Answer.KEEP, said_by="Trưởng thôn")])


@pytest.fixture(scope="module")
def workbook(review: Review) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(check_workbook(PLAN, review)))


def texts(workbook: openpyxl.Workbook, sheet: str) -> list[list[object]]:
    return [[c.value for c in row] for row in workbook[sheet].iter_rows(min_row=5)]


def test_same_review_same_bytes(review: Review) -> None:
    assert check_workbook(PLAN, review) == check_workbook(PLAN, review)


def test_the_sheets_stand_in_order(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == SHEETS


def test_the_overview_begins_with_who_is_missing(workbook: openpyxl.Workbook) -> None:
    first, second, *_ = texts(workbook, "Tổng quan")
    assert first[1:4] == ["T03", "Thôn Ba", "CHƯA GỬI"]
    assert second[1:4] == ["T01", "Thôn Một", "đã gửi"]
    assert second[4] == 1
    assert second[6:9] == ["T01.xlsx", "Trần Thị A", "0900000001"]
    assert "Đã nhận 5/6 đơn vị" in workbook["Tổng quan"]["A2"].value


def test_open_questions_have_their_drop_downs_and_hidden_keys(workbook: openpyxl.Workbook, review: Review) -> None:
    sheet = workbook["Cần xử lý"]
    rows = texts(workbook, "Cần xử lý")
    assert [r[1] for r in rows] == [f.code for f in review.open] == ["KT-70", "KT-58"]
    assert rows[1][2] == "Thôn Một\nT01.xlsx Số liệu!C4"
    assert rows[1][6] == "150"
    offered = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered == {"H5": '"lập báo cáo khi chưa có đơn vị này"', "H6": '"sửa thành,bỏ số này,giữ nguyên"'}
    assert sheet.column_dimensions["M"].hidden
    assert [r[12] for r in rows] == [f.key for f in review.open]


def test_what_was_noted_changed_and_answered_is_listed(workbook: openpyxl.Workbook) -> None:
    assert [r[1:3] for r in texts(workbook, "Ghi nhận")] == [["đã trả lời", "KT-58"], ["cần xem", "KT-45"]]
    assert [r[1:] for r in texts(workbook, "Thay đổi khi đọc")] == [
        ["Thôn Một", "T01.xlsx Số liệu!C9", "12,5 triệu", "12,5", "Bỏ đơn vị tính."]
    ]
    answered = texts(workbook, "Đã trả lời")
    assert [r[1] for r in answered] == ["đang dùng", "không còn dùng"]
    assert answered[0][7] == "Trưởng thôn"
    assert answered[1][2:5] == ["Thôn Chín", "Câu cũ.", "bỏ số này"]


def test_what_was_typed_never_becomes_a_formula(workbook: openpyxl.Workbook) -> None:
    cells = [c for row in workbook["Ghi nhận"].iter_rows(min_row=5) for c in row if c.value == "=80"]
    assert [c.data_type for c in cells] == ["s"]


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_landscape_paper_with_its_head(workbook: openpyxl.Workbook, name: str) -> None:
    sheet = workbook[name]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref.startswith("A4:")


def test_nothing_to_do_says_so() -> None:
    calm = review_dataset(PLAN, dataset(PLAN, "2023-Q1", FIRST))
    workbook = openpyxl.load_workbook(BytesIO(check_workbook(PLAN, calm)))
    assert workbook["Cần xử lý"]["A2"].value == "Không còn việc nào chờ xử lý."
    assert workbook["Cần xử lý"].max_row == 4
