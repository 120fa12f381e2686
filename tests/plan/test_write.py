"""The plan workbook as it is opened: a guide, explanations that a phone shows, drop-downs, frozen heads, paper."""

import re
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.plan.edition import STAMP_SHEET
from kehoach.plan.examples import MARK, empty_plan_rows, example_workbook
from kehoach.plan.guide import NAME
from kehoach.plan.placeholder import TARGET_WORDS, TASK_WORDS, WORDS, read_sentence
from kehoach.plan.rows import plan_from_rows
from kehoach.plan.sheets import SHEETS
from kehoach.plan.write import plan_workbook
from tests.tiny import tiny_plan


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return load_workbook(BytesIO(plan_workbook(tiny_plan())))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def rules(sheet: Worksheet) -> dict[str, tuple[str, str | None]]:
    return {str(rule.sqref): (rule.formula1, rule.errorStyle) for rule in sheet.data_validations.dataValidation}


def test_every_sheet_stands_after_the_guide_in_the_order_of_filling(workbook: Workbook) -> None:
    assert workbook.sheetnames == [NAME, *(sheet.name for sheet in SHEETS), STAMP_SHEET]
    assert workbook.active.title == NAME  # type: ignore[union-attr]


def test_purpose_header_and_explanations_are_in_plain_sight(workbook: Workbook) -> None:
    for sheet in SHEETS:
        page = workbook[sheet.name]
        assert sheet.purpose in str(page["A1"].value)
        for number, column in enumerate(sheet.columns, 1):
            head = page.cell(2, number)
            assert head.value == column.header + (" *" if column.is_required else "")
            assert (page.cell(3, number).value or "") == column.explanation
            assert (head.comment.text if head.comment else "") == column.explanation
            for choice in column.choices:
                assert choice in column.explanation
    assert "Mỗi cột thêm" in " ".join(texts(workbook["Nơi nhận"]))


def test_heads_are_frozen_and_pages_are_a4_with_heads_repeated(workbook: Workbook) -> None:
    assert workbook["Số liệu"].freeze_panes == "B3"
    assert workbook["Căn cứ"].freeze_panes == "A3"
    for sheet in SHEETS:
        page = workbook[sheet.name]
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.print_title_rows == "$2:$2"


def test_drop_downs_offer_words_and_codes_of_other_sheets(workbook: Workbook) -> None:
    elements, targets = rules(workbook["Số liệu"]), rules(workbook["Chỉ tiêu"])
    assert elements["E4:E600"] == ('"P,F,Y,R"', "stop")
    assert elements["G4:G600"] == ('"xã,thôn,cơ quan,thường trực,nhiệm vụ"', "warning")
    assert targets["K4:K600"] == ("'Phân công'!$A$4:$A$600", "warning")
    assert rules(workbook["Năm trước"])["B4:B600"] == ("'Số liệu'!$A$4:$A$600", "warning")
    assert rules(workbook["Thông tin"])["B19"] == ('"14,13"', "stop")
    assert "H4:H600" not in elements
    assert "I4:I600" not in elements


def test_numbers_and_dates_are_real_and_texts_stay_texts(workbook: Workbook) -> None:
    assert workbook["Kỳ báo cáo"]["C4"].is_date
    assert workbook["Kỳ báo cáo"]["C4"].number_format == "dd/mm/yyyy"
    assert workbook["Chỉ tiêu"]["F4"].value == 86
    assert workbook["Chỉ tiêu"]["E4"].value == ">="
    assert workbook["Thông tin"]["B4"].value == "00001"
    assert workbook["Đơn vị"]["J5"].value == "0900000001"


def test_rows_grow_with_what_is_typed() -> None:
    """A custom height would hide what is typed later; without any, LibreOffice and phones show one line."""
    package = zipfile.ZipFile(BytesIO(plan_workbook(tiny_plan())))
    rows = re.findall(r"<row [^>]*>", package.read("xl/worksheets/sheet11.xml").decode())
    assert all('ht="' in row for row in rows if ' r="1"' not in row)
    assert not [row for row in rows[3:] if "customHeight" in row]


def test_the_guide_teaches_all_that_may_stand_in_braces(workbook: Workbook) -> None:
    told = texts(workbook[NAME])
    for word in WORDS:
        assert f"{{{word}}}" in told
    for word in (*TARGET_WORDS, *TASK_WORDS):
        assert any(text.endswith(f".{word}}}") for text in told)
    for sheet in SHEETS:
        assert sheet.name in told
    for text in told:
        if text.startswith("{"):
            assert read_sentence(text)


def test_the_example_plan_is_right_and_marked() -> None:
    plan = plan_from_rows(empty_plan_rows())
    assert plan.notes == ()
    assert example_workbook() == example_workbook()
    for named in (*plan.units, *plan.parties):
        assert MARK in named.name
    for said in (*plan.elements.values(), *(c for c in plan.checks)):
        assert MARK in (said.label if hasattr(said, "label") else said.sentence)
    for promised in (*plan.targets, *plan.tasks):
        assert MARK in promised.text
    assert MARK in plan.issuer.commune
