from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.form.layout import lay_out_form
from kehoach.form.write import form_workbook
from kehoach.plan.element import ElementKind
from tests.form.returned import OFFICE, VILLAGE, blank, form_of, opened
from tests.tiny import element, tiny_plan

BOTH = pytest.mark.parametrize("who", [VILLAGE, OFFICE], ids=["village", "office"])


def shown(sheet: Worksheet) -> str:
    return "\n".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value is not None)


def rules(workbook: Workbook, name: str) -> list[object]:
    [(sheet, ref)] = workbook.defined_names[name].destinations
    return [v for v in workbook[sheet].data_validations.dataValidation if ref.replace("$", "") in v.sqref]


@BOTH
def test_every_answer_cell_is_named_open_and_ruled(who: tuple[str, str]) -> None:
    workbook = opened(blank(who))
    form = form_of(who)
    expected = {f.name for f in form.fields} | {s.blanks_name for s in form.sections}
    assert set(workbook.defined_names) == expected
    for name in expected:
        [(sheet, ref)] = workbook.defined_names[name].destinations
        cell = workbook[sheet][ref.replace("$", "")]
        assert cell.value is None and not cell.protection.locked
        [rule] = rules(workbook, name)
        assert rule.error and rule.allow_blank and not rule.prompt


@BOTH
def test_only_answers_can_be_typed_in(who: tuple[str, str]) -> None:
    workbook = opened(blank(who))
    open_cells = {
        c.coordinate for s in workbook.worksheets for r in s.iter_rows() for c in r if not c.protection.locked
    }
    answers = {d[1].replace("$", "") for n in workbook.defined_names.values() for d in n.destinations}
    assert open_cells == answers
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.protection.sheet and not sheet.protection.password
            assert not (sheet.protection.autoFilter or sheet.protection.formatCells or sheet.protection.formatColumns)


def test_a_village_form_is_one_upright_page_and_one_phone_wide() -> None:
    [sheet] = [s for s in opened(blank(VILLAGE)).worksheets if s.sheet_state == "visible"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sum(sheet.column_dimensions[c].width for c in "ABC") < 70
    assert sheet.print_area == f"'Số liệu'!$A$1:$E${sheet.max_row}"


def test_tables_repeat_their_headings() -> None:
    workbook = opened(blank(OFFICE))
    assert workbook["3. Nhiệm vụ"].print_title_rows == "$4:$5"
    assert workbook["3. Nhiệm vụ"].freeze_panes == "C6"


def test_the_head_says_whose_form_it_is_and_how_to_fill_it() -> None:
    text = shown(opened(blank(VILLAGE)).worksheets[0])
    for said in (
        "Thôn Một – Biểu số liệu quý I năm 2023",
        "Xã Thử – Kế hoạch số 01/KH-BCĐ ngày 10/01/2023",
        "Kỳ số liệu: từ 15/12/2022 đến 14/3/2023. Hạn gửi: 15/3/2023.",
        "Gửi về: Ban Chỉ đạo Phong trào thử xã Thử.",
        "không phát sinh",
        "NGƯỜI LẬP BIỂU",
        "TRƯỞNG THÔN",
        "Mã nhận dạng biểu: 00001/01/KH-BCĐ/2023 | 00001 | 2023-Q1 | T01 | T | 1 | 1",
    ):
        assert said in text


def test_flows_alone_show_their_window() -> None:
    sheet = opened(blank(VILLAGE)).worksheets[0]
    labels = {str(sheet.cell(f.row, 5).value): str(sheet.cell(f.row, 1).value) for f in form_of(VILLAGE).fields}
    assert labels["buoi_tt"] == "Số buổi tuyên truyền\nTừ 15/12/2022 đến 14/3/2023."
    assert labels["tong_ho"] == "Tổng số hộ"


def test_the_identity_is_on_a_hidden_sheet() -> None:
    sheet = opened(blank(OFFICE))["_kehoach"]
    assert sheet.sheet_state == "hidden"
    assert {r[0].value: r[1].value for r in sheet.iter_rows() if r[0].value} == {
        "plan": "00001/01/KH-BCĐ/2023",
        "org": "00001",
        "period": "2023-Q2",
        "unit": "VP",
        "form": "TT",
        "version": "1",
        "round": "1",
        "asked": " ".join(field.name for field in form_of(OFFICE).fields),
    }
    labels = [f.row_label for f in form_of(OFFICE).fields]
    assert set(labels) <= {r[2].value for r in sheet.iter_rows()}


def test_last_periods_values_stand_beside_in_the_words_of_their_kind() -> None:
    previous = {
        ("tong_ho", "T01"): 98,
        ("kinh_phi", "T01"): Decimal("12.5"),
        ("nvh", "T01"): 1,
        ("ho_dk", "T02"): 5,
    }
    sheet = opened(form_workbook(form_of(VILLAGE), tiny_plan(), previous)).worksheets[0]
    beside = {f.name: sheet.cell(f.row, f.previous_column).value for f in form_of(VILLAGE).fields}
    assert beside == {"tong_ho": 98, "kinh_phi": 12.5, "nvh": "có", "ho_dk": None, "buoi_tt": None}


def test_last_periods_paragraphs_and_tasks_stand_beside() -> None:
    form = form_of(OFFICE)
    previous = {("uu_diem", "d2"): "=Đã làm tốt", ("trang_thai", "nv1"): "đang làm", ("qd_ngay", "X"): date(2023, 1, 5)}
    workbook = opened(form_workbook(form, tiny_plan(), previous))
    fields = {f.name: f for f in form.fields}
    beside = {n: workbook[f.sheet].cell(f.row, f.previous_column) for n, f in fields.items()}
    assert (beside["uu_diem.d2"].value, beside["uu_diem.d2"].data_type) == ("=Đã làm tốt", "s")
    assert beside["trang_thai.nv1"].value == "đang làm"
    assert beside["qd_ngay"].value.date() == date(2023, 1, 5)


def test_choices_that_no_rule_can_hold_go_to_a_hidden_sheet() -> None:
    plan = tiny_plan()
    words = ("đã xong, có văn bản", "chưa xong")
    chosen = replace(plan.elements["trang_thai"], choices=words)
    plan = replace(plan, elements=dict(plan.elements) | {"trang_thai": chosen})
    form = lay_out_form(plan, plan.unit("VP"), plan.periods[0])
    assert form
    workbook = opened(form_workbook(form, plan, {}))
    [rule] = rules(workbook, "trang_thai.nv1")
    assert rule.formula1 == "_danh_muc!$A$1:$A$2"
    assert [c.value for c in workbook["_danh_muc"]["A"]] == list(words)
    assert workbook["_danh_muc"].sheet_state == "hidden"


def test_limits_of_the_plan_are_in_rule_and_message() -> None:
    plan = tiny_plan()
    limited = element("tong_ho", "Tổng số hộ", low=Decimal(1), high=Decimal(2500), help="Tính cả hộ đi xa.")
    plan = replace(plan, elements=dict(plan.elements) | {"tong_ho": limited})
    form = lay_out_form(plan, plan.unit("T01"), plan.periods[0])
    assert form
    workbook = opened(form_workbook(form, plan, {}))
    [rule] = rules(workbook, "tong_ho")
    assert "B10>=1,B10<=2500,B10=INT(B10)" in rule.formula1
    assert rule.error.startswith("Ô này nhận số nguyên từ 1 đến 2.500, không kèm chữ.")
    assert "Tính cả hộ đi xa." in shown(workbook.worksheets[0])


@pytest.mark.parametrize("kind", list(ElementKind))
def test_every_kind_of_element_can_be_asked(kind: ElementKind) -> None:
    plan = tiny_plan()
    asked = element("tong_ho", "Tổng số hộ", kind, choices=("một", "hai") if kind is ElementKind.CHOICE else ())
    plan = replace(plan, elements=dict(plan.elements) | {"tong_ho": asked}, checks=())
    form = lay_out_form(plan, plan.unit("T01"), plan.periods[0])
    assert form
    name = next(f.name for f in form.fields if f.element.code == "tong_ho")
    [rule] = rules(opened(form_workbook(form, plan, {})), name)
    assert rule.error and len(rule.error) <= 225


@BOTH
def test_same_inputs_same_bytes(who: tuple[str, str]) -> None:
    assert form_workbook(form_of(who), tiny_plan(), {}) == blank(who)


def test_what_explains_an_element_stands_once_and_visibly() -> None:
    plan = tiny_plan()
    text = replace(plan.elements["uu_diem"], help="Mỗi đoạn một ý.", is_required=False)
    plan = replace(plan, elements=dict(plan.elements) | {"uu_diem": text})
    form = lay_out_form(plan, plan.unit("VP"), plan.periods[0])
    assert form
    workbook = opened(form_workbook(form, plan, {}))
    assert [workbook["Phần viết"].cell(row, 1).value for row in (5, 6)] == [
        "Ưu điểm (1)\nMỗi đoạn một ý. Không bắt buộc.",
        "Ưu điểm (2)",
    ]
    tasks = shown(workbook["3. Nhiệm vụ"])
    assert "Chọn: chưa làm; đang làm; đã xong." in tasks
    assert "Kế hoạch giai đoạn\nQuý I năm 2023; cần có: số, ngày kế hoạch" in tasks


def test_a_period_of_estimates_says_so() -> None:
    plan = tiny_plan()
    estimated = replace(plan.periods[0], is_estimate=True)
    plan = replace(plan, periods=(estimated, *plan.periods[1:]))
    form = lay_out_form(plan, plan.unit("T01"), estimated)
    assert form
    assert "đến 14/3/2023. Kỳ này lấy số ước. Hạn gửi" in shown(opened(form_workbook(form, plan, {})).worksheets[0])
