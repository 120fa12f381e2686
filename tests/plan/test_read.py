"""The plan workbook as officers leave it: columns moved, sheets renamed in case, rows hidden, cells broken."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.errors import PlanError
from kehoach.finding import Finding, Severity
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.plan.write import plan_workbook
from tests.tiny import contents, tiny_plan

Edit = Callable[[Workbook], object]
Edited = Callable[..., Path]


@pytest.fixture(scope="module")
def blank() -> bytes:
    return plan_workbook(tiny_plan())


@pytest.fixture
def edited(blank: bytes, tmp_path: Path) -> Edited:
    """The tiny plan's workbook after some edits, saved by openpyxl."""

    def edit(*edits: Edit) -> Path:
        workbook = load_workbook(BytesIO(blank))
        for each in edits:
            each(workbook)
        workbook.save(tmp_path / "ke-hoach.xlsx")
        return tmp_path / "ke-hoach.xlsx"

    return edit


def findings(path: Path) -> tuple[Finding, ...]:
    with pytest.raises(PlanError) as caught:
        read_plan(path)
    return caught.value.findings


def where(path: Path) -> list[tuple[str, str]]:
    return [(f.code, str(f.place)) for f in findings(path)]


def put(sheet: str, cell: str, value: object) -> Edit:
    def edit(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    return edit


def column(sheet: Worksheet, header: str) -> int:
    return next(c.column for c in sheet[2] if str(c.value).removesuffix(" *") == header)


def same(plan: Plan) -> bool:
    return contents(plan) == contents(tiny_plan())


def test_openpyxl_saves_it_and_it_is_the_same(edited: Edited) -> None:
    assert same(read_plan(edited()))


def test_sheets_are_found_by_name_whatever_case_accents_and_order(edited: Edited) -> None:
    def rename(workbook: Workbook) -> None:
        workbook["Số liệu"].title = "SO LIEU"
        workbook["Đơn vị"].title = "đơn vị "
        workbook.move_sheet("Căn cứ", -9)
        workbook.remove(workbook["Hướng dẫn"])
        workbook.create_sheet("Nháp")["A1"] = "gọi thôn Ba"

    assert same(read_plan(edited(rename)))


def test_columns_may_be_moved_and_rows_put_in_between(edited: Edited) -> None:
    def move(workbook: Workbook) -> None:
        sheet = workbook["Đơn vị"]
        for row in range(1, sheet.max_row + 1):
            first, second = sheet.cell(row, 1), sheet.cell(row, 2)
            first.value, second.value = second.value, first.value
        sheet.insert_rows(1, 3)
        sheet.insert_rows(9)
        sheet.row_dimensions[8].hidden = True
        workbook["Chỉ tiêu"].delete_rows(3)

    assert same(read_plan(edited(move)))


def test_an_extra_column_is_noted_and_not_used(edited: Edited) -> None:
    plan = read_plan(edited(put("Chỉ tiêu", "P2", "Ghi chú"), put("Chỉ tiêu", "P4", "hỏi lại")))
    assert same(plan)
    assert [(n.code, n.severity, str(n.place)) for n in plan.notes] == [
        ("KP-04", Severity.NOTED, "ke-hoach.xlsx Chỉ tiêu!P2")
    ]


def test_real_dates_numbers_and_ticks_are_taken_where_text_is(edited: Edited) -> None:
    def retype(workbook: Workbook) -> None:
        workbook["Kỳ báo cáo"]["C4"] = "15/12/2022"
        workbook["Kỳ báo cáo"]["D4"] = datetime(2023, 3, 14, 8, 30)
        workbook["Thông tin"]["B7"] = date(2023, 1, 10)
        workbook["Thông tin"]["B9"] = "2023"
        sheet = workbook["Chỉ tiêu"]
        sheet.cell(4, column(sheet, "Mức giao")).value = 0.86
        sheet.cell(4, column(sheet, "Mức giao")).number_format = "0%"
        sheet.cell(5, column(sheet, "Mức giao")).value = "100,0"
        sheet = workbook["Số liệu"]
        sheet.cell(4, column(sheet, "Cộng được")).value = True
        workbook["Mục báo cáo"]["B4"] = 1
        workbook["Năm trước"]["C2"] = 2022

    assert same(read_plan(edited(retype)))


def test_a_formula_counts_with_its_value_and_a_broken_cell_speaks_once(edited: Edited) -> None:
    assert where(edited(put("Kỳ báo cáo", "C5", "=C4+90"))) == [("KP-50", "ke-hoach.xlsx Kỳ báo cáo!C5")]
    assert where(edited(put("Chỉ tiêu", "D4", "#REF!"))) == [("KP-50", "ke-hoach.xlsx Chỉ tiêu!D4")]


def test_mistakes_of_many_sheets_are_told_at_once_with_their_real_rows(edited: Edited) -> None:
    def break_it(workbook: Workbook) -> None:
        workbook["Đơn vị"].insert_rows(5, 2)
        workbook["Đơn vị"]["B8"] = None
        workbook["Số liệu"]["A10"] = "r1c1"
        workbook["Chỉ tiêu"]["D5"] = "cq_dat / dem(co_quann)"
        workbook["Câu chữ"]["C4"] = "Kết quả {ki}"
        workbook["Căn cứ"]["B4"] = "hôm qua"
        workbook["Nơi nhận"]["C5"] = "có lẽ"

    found = where(edited(break_it))
    assert ("KP-07", "ke-hoach.xlsx Đơn vị!B8") in found
    assert ("KP-13", "ke-hoach.xlsx Số liệu!A10") in found
    assert ("KP-17", "ke-hoach.xlsx Chỉ tiêu!D5") in found
    assert ("KP-15", "ke-hoach.xlsx Câu chữ!C4") in found
    assert found[-2:] == [("KP-08", "ke-hoach.xlsx Nơi nhận!C5"), ("KP-09", "ke-hoach.xlsx Căn cứ!B4")]


def test_a_sheet_that_is_gone_is_the_only_thing_said(edited: Edited) -> None:
    def remove(workbook: Workbook) -> None:
        workbook["Đơn vị"].title = "Các đơn vị"

    (finding,) = findings(edited(remove))
    assert (finding.code, str(finding.place)) == ("KP-02", "ke-hoach.xlsx")
    assert "“Đơn vị”" in finding.say
    assert "Có phải “Các đơn vị” không?" in finding.say


def test_a_column_that_is_gone_is_the_only_thing_said(edited: Edited) -> None:
    mistakes = findings(edited(put("Kỳ báo cáo", "E2", "Hạn các đơn vị gửi")))
    assert [(f.code, f.severity) for f in mistakes] == [("KP-03", Severity.CORRECT), ("KP-04", Severity.NOTED)]
    assert "Có phải “Hạn các đơn vị gửi” không?" in mistakes[0].say
    assert [f.code for f in findings(edited(put("Số liệu", "A2", None)))] == ["KP-03"]


def test_emptied_sheets_and_missing_keys(edited: Edited) -> None:
    assert where(edited(lambda workbook: workbook["Kỳ báo cáo"].delete_rows(4, 2)))[0] == (
        "KP-05",
        "ke-hoach.xlsx Kỳ báo cáo",
    )
    (finding,) = findings(edited(lambda workbook: workbook["Thông tin"].delete_rows(18)))
    assert (finding.code, finding.place.file, finding.place.sheet) == ("KP-06", "ke-hoach.xlsx", "Thông tin")
    assert "“Người ký”" in finding.say


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "tệp rỗng"), (b"{\\rtf1", "tệp Word"), (b"\x89PNG", "không phải sổ tính"), (b"PK\x03\x04", "")],
)
def test_what_is_no_workbook_is_said_to_be_none(content: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.xlsx"
    path.write_bytes(content)
    (finding,) = findings(path)
    assert finding.code == "KP-01"
    assert why in finding.say
