"""Faults 15 to 32 of a village's workbook: the sheet. What is harmless is listed, what is unclear is asked."""

import io
import zipfile
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.finding import Answer, Finding, Severity
from kehoach.submission.model import State
from tests.faults.commune import Commune, blank, cell_of
from tests.office.packages import relation, relationships, zipped

SHEET = "Số liệu"


def sheet_of(workbook: Workbook, name: str = SHEET) -> Worksheet:
    sheet = workbook[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def row_of(workbook: Workbook, name: str) -> int:
    return int(workbook.defined_names[name].attr_text.rpartition("$")[2])


def told(finding: Finding) -> tuple[str, Severity, bool]:
    return finding.code, finding.severity, finding.open


def value(commune: Commune, element: str, subject: str = "T01", period: str = "2023-Q1") -> tuple[Any, State]:
    frame = commune.review(period).accepted.by_value
    [row] = frame[(frame.period == period) & (frame.element == element) & (frame.unit == subject)].to_dict("records")
    return row["value"], State(row["state"])


def calculated(path_data: bytes, cell: str, stored: str, sheet: int = 1) -> bytes:
    """The workbook with a stored result for a formula, as Excel would have left it."""
    package = zipfile.ZipFile(io.BytesIO(path_data))
    content: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    part = f"xl/worksheets/sheet{sheet}.xml"
    text = package.read(part).decode()
    at = text.index(f'<c r="{cell}"')
    end = text.index("</c>", at)
    inner = text[at:end]
    shown = (
        inner.replace("<v></v>", f"<v>{stored}</v>")
        .replace("<v />", f"<v>{stored}</v>")
        .replace("<v/>", f"<v>{stored}</v>")
    )
    assert shown != inner, inner
    return zipped({**content, part: text[:at] + shown + text[end:]})


def test_15_a_renamed_sheet_is_known_by_what_stands_in_it(commune: Commune) -> None:
    def rename(workbook: Workbook) -> None:
        sheet_of(workbook).title = "Sheet1"

    commune.send(spoil=rename)
    finding = commune.one()
    assert told(finding) == ("KT-15", Severity.NOTED, False)
    assert "“Số liệu” thành “Sheet1”" in finding.say
    assert value(commune, "tong_ho") == (100, State.NUMBER)
    commune.send(spoil=lambda w: w.move_sheet(SHEET, 1))
    assert commune.findings() == []


def test_16_a_copied_sheet_with_other_figures_is_asked(commune: Commune) -> None:
    def copied(households: int) -> Callable[[Workbook], None]:
        def spoil(workbook: Workbook) -> None:
            twin = workbook.copy_worksheet(sheet_of(workbook))
            twin.cell(row_of(workbook, "tong_ho"), 2).value = households

        return spoil

    commune.send(spoil=copied(111))
    finding = commune.one()
    at = cell_of(commune.plan, "T01", "2023-Q1", "tong_ho")
    assert told(finding) == ("KT-16", Severity.CONFIRM, True)
    assert (finding.place.sheet, finding.place.cell, finding.element) == (SHEET, at, "tong_ho")
    assert finding.say == (
        f"“Tổng số hộ” có ở hai chỗ với số khác nhau (Số liệu!{at} ghi “100”; Số liệu Copy!{at} ghi “111”), "
        "không rõ dùng chỗ nào."
    )
    assert value(commune, "tong_ho")[1] is State.SET_ASIDE
    commune.send(spoil=copied(100))
    assert commune.findings() == []
    commune.send(spoil=lambda w: w.create_sheet("Sheet2"))
    assert commune.findings() == []


def test_17_an_inserted_column_is_followed_by_its_heading(commune: Commune) -> None:
    def insert(workbook: Workbook) -> None:
        sheet_of(workbook).insert_cols(2)
        for name in workbook.defined_names.values():
            name.attr_text = name.attr_text.replace("$B$", "$C$")

    commune.send(spoil=insert)
    finding = commune.one()
    assert told(finding) == ("KT-17", Severity.LOOK, False)
    assert "số liệu từ cột B sang C" in finding.say
    assert value(commune, "ho_dk") == (90, State.NUMBER)


def test_17_inserted_rows_need_no_word(commune: Commune) -> None:
    def insert(workbook: Workbook) -> None:
        at = row_of(workbook, "ho_dk")
        sheet_of(workbook).insert_rows(at)
        for name in list(workbook.defined_names):
            if (row := row_of(workbook, name)) >= at:
                target = workbook.defined_names[name]
                target.attr_text = target.attr_text.replace(f"${row}", f"${row + 1}")

    commune.send(spoil=insert)
    assert commune.findings() == []
    assert value(commune, "ho_dk") == (90, State.NUMBER)


def test_18_a_deleted_row_is_named(commune: Commune) -> None:
    def delete(workbook: Workbook) -> None:
        at = row_of(workbook, "ho_dk")
        sheet_of(workbook).delete_rows(at)
        del workbook.defined_names["ho_dk"]
        for name in list(workbook.defined_names):
            if (row := row_of(workbook, name)) > at:
                target = workbook.defined_names[name]
                target.attr_text = target.attr_text.replace(f"${row}", f"${row - 1}")

    commune.send(spoil=delete)
    finding = commune.one()
    assert told(finding) == ("KT-18", Severity.CORRECT, True)
    assert finding.say == "Không tìm thấy dòng “Số hộ đăng ký” trong tệp; có thể dòng này đã bị xóa."
    assert finding.do == "Hỏi đơn vị rồi ghi số."


def edit_heading(workbook: Workbook) -> None:
    for row in sheet_of(workbook).iter_rows():
        for cell in row:
            if cell.value == "Số liệu":
                cell.value = "Số lượng"


def test_19_a_heading_that_is_gone_with_the_names_is_asked_once(commune: Commune) -> None:
    def spoil(workbook: Workbook) -> None:
        edit_heading(workbook)
        for name in list(workbook.defined_names):
            del workbook.defined_names[name]

    commune.send(spoil=spoil)
    finding = commune.one()
    assert told(finding) == ("KT-19", Severity.CONFIRM, True)
    assert "Không nhận ra cột ghi số của “Tổng số hộ”; tiêu đề “Số liệu” có thể đã bị sửa" in finding.say
    assert finding.say.startswith("5 ô cùng một lỗi (Tổng số hộ; Số hộ đăng ký;")
    commune.send(spoil=edit_heading)
    assert commune.findings() == []


def test_19_rows_that_were_sorted_are_asked_once(commune: Commune) -> None:
    def swap(workbook: Workbook) -> None:
        sheet = sheet_of(workbook)
        first, second = row_of(workbook, "tong_ho"), row_of(workbook, "ho_dk")
        for column in (1, 5):
            one, other = sheet.cell(first, column), sheet.cell(second, column)
            one.value, other.value = other.value, one.value

    commune.send(spoil=swap)
    finding = commune.one()
    assert told(finding) == ("KT-19", Severity.CONFIRM, True)
    assert "nhưng dòng này lại ghi “Số hộ đăng ký”" in finding.say
    assert value(commune, "tong_ho")[1] is State.SET_ASIDE


def called(name: str, words: str) -> Callable[[Workbook], None]:
    """Other words in place of the label of a row."""

    def spoil(workbook: Workbook) -> None:
        sheet_of(workbook).cell(row_of(workbook, name), 1).value = words

    return spoil


@pytest.mark.parametrize("words", ["Tổng số hộ nghèo", "Số hộ chuyển đến", "Tổng số khẩu", "100 hộ"])
def test_19_a_row_that_was_given_other_words_is_asked(commune: Commune, words: str) -> None:
    commune.send(spoil=called("tong_ho", words))
    finding = commune.one()
    assert told(finding) == ("KT-19", Severity.CONFIRM, True)
    assert finding.place.cell == cell_of(commune.plan, "T01", "2023-Q1", "tong_ho")
    assert finding.say == (
        f"Dòng của “Tổng số hộ” đã bị sửa nội dung thành “{words}”; không rõ số ở đây là của mục nào."
    )
    assert value(commune, "tong_ho")[1] is State.SET_ASIDE


@pytest.mark.parametrize(
    "words",
    [
        "tong so ho",
        "TỔNG  SỐ HỘ",
        "1. Tổng số hộ",
        "- Tổng số hộ:",
        "Tổng số hộ (kể cả hộ tạm trú)",
        "Tổng số hộ - đã soát",
        "Tông sô hộ",
        "Tổng số hộộ",
        None,
    ],
)
def test_19_a_row_typed_again_in_its_own_words_is_not(commune: Commune, words: str) -> None:
    commune.send(spoil=called("tong_ho", words))
    assert commune.findings() == []
    assert value(commune, "tong_ho") == (100, State.NUMBER)


@pytest.mark.parametrize(
    ("words", "is_asked"),
    [("Số hộ đề nghị (hộ)", True), ("Số hộ được công nhận", False), ("SO HO DUOC CONG NHAN", False)],
)
def test_19_a_column_that_was_given_other_words_is_asked_once(commune: Commune, words: str, is_asked: bool) -> None:
    def entitle(workbook: Workbook) -> None:
        sheet_of(workbook, TABLE).cell(row_of(workbook, "ho_cn.T01") - 2, 3).value = words

    commune.send("VP", spoil=entitle, period="2023-Q2")
    found = commune.findings("2023-Q2")
    assert [told(f) for f in found] == [("KT-19", Severity.CONFIRM, True)] * is_asked
    assert not is_asked or (
        "Tiêu đề cột của “Thôn Một: Số hộ được công nhận” đã bị sửa thành “Số hộ đề nghị (hộ)”" in found[0].say
    )


def test_19_words_that_the_plan_changed_since_are_no_fault_of_the_sender(commune: Commune) -> None:
    sent = commune.send("T01", spoil=called("buoi_tt", "Số buổi tuyên truyền (cả họp thôn)")).read_bytes()
    element = commune.plan.elements["tong_ho"]
    reworded = {**commune.plan.elements, "tong_ho": replace(element, label="Số hộ đang cư trú")}
    commune.plan = replace(commune.plan, elements=reworded)
    commune.send(data=sent)
    assert commune.findings() == []
    assert value(commune, "tong_ho") == (100, State.NUMBER)


def test_20_a_merged_answer_is_asked_and_its_twin_not_called_blank(commune: Commune) -> None:
    def merge(workbook: Workbook) -> None:
        sheet_of(workbook).merge_cells(f"B{row_of(workbook, 'tong_ho')}:B{row_of(workbook, 'ho_dk')}")

    commune.send(spoil=merge)
    finding = commune.one()
    assert told(finding) == ("KT-20", Severity.CONFIRM, True)
    assert finding.say == "“Tổng số hộ” ghi “100”: ô bị gộp với 1 ô trả lời khác, không rõ số là của mục nào."
    assert [p.cell for p in finding.others] == [cell_of(commune.plan, "T01", "2023-Q1", "ho_dk")]


@pytest.mark.parametrize("is_filtered", [False, True])
def test_21_22_hidden_and_filtered_figures_count_and_are_shown(commune: Commune, is_filtered: bool) -> None:
    def hide(workbook: Workbook) -> None:
        sheet_of(workbook).row_dimensions[row_of(workbook, "ho_dk")].hidden = True
        if is_filtered:
            sheet_of(workbook).auto_filter.ref = "A8:E20"

    commune.send(spoil=hide)
    finding = commune.one()
    assert told(finding) == ("KT-22" if is_filtered else "KT-21", Severity.LOOK, False)
    why = "bị lọc đi" if is_filtered else "đang bị ẩn"
    at = cell_of(commune.plan, "T01", "2023-Q1", "ho_dk")
    assert finding.say == f"1 ô có số liệu {why} ({at}); vẫn được tính."
    assert value(commune, "ho_dk") == (90, State.NUMBER)
    commune.send(spoil=lambda w: sheet_of(w).row_dimensions.__getitem__(40).__setattr__("hidden", True))
    assert commune.findings() == []


def looking(
    name: str, number_format: str = "", font: Font | None = None, fill: PatternFill | None = None
) -> Callable[[Workbook], None]:
    """An answer cell in another look."""

    def spoil(workbook: Workbook) -> None:
        cell = sheet_of(workbook).cell(row_of(workbook, name), 2)
        cell.number_format = number_format or cell.number_format
        cell.font, cell.fill = font or copy(cell.font), fill or copy(cell.fill)

    return spoil


WHITE, BLACK = PatternFill("solid", "FFFFFFFF"), PatternFill("solid", "FF000000")


@pytest.mark.parametrize(
    "spoil",
    [
        looking("ho_dk", font=Font(color="FFFFFFFF"), fill=WHITE),
        looking("ho_dk", font=Font(color="FFFFFF")),
        looking("ho_dk", font=Font(color=Color(theme=0)), fill=PatternFill()),
        looking("ho_dk", font=Font(color=Color(indexed=8)), fill=BLACK),
        looking("ho_dk", ";;;"),
        looking("ho_dk", '""'),
    ],
)
def test_21_a_number_that_nobody_can_see_counts_and_is_shown(
    commune: Commune, spoil: Callable[[Workbook], None]
) -> None:
    commune.send(spoil=spoil)
    finding = commune.one()
    assert told(finding) == ("KT-21", Severity.LOOK, False)
    at = cell_of(commune.plan, "T01", "2023-Q1", "ho_dk")
    assert finding.say == (
        f"1 ô có số liệu mà nhìn không thấy, vì chữ trùng màu nền hoặc định dạng ẩn số ({at}); vẫn được tính."
    )
    assert value(commune, "ho_dk") == (90, State.NUMBER)


def crossed_out(workbook: Workbook) -> None:
    """ "100", crossed out by hand, and "90" behind it."""
    runs = (TextBlock(InlineFont(strike=True), "100"), TextBlock(InlineFont(), " 90"))
    sheet_of(workbook).cell(row_of(workbook, "ho_dk"), 2).value = CellRichText(*runs)


@pytest.mark.parametrize("is_whole", [True, False])
def test_112_what_was_crossed_out_is_asked(commune: Commune, is_whole: bool) -> None:
    commune.send(spoil=looking("ho_dk", font=Font(strike=True)) if is_whole else crossed_out)
    finding = commune.one()
    assert told(finding) == ("KT-112", Severity.CONFIRM, True)
    assert finding.say == f"“Số hộ đăng ký” ghi “{90 if is_whole else '100 90'}”: bị gạch ngang; bỏ hay vẫn dùng?"
    assert value(commune, "ho_dk")[1] is (State.SET_ASIDE if is_whole else State.UNREADABLE)
    commune.send(spoil=looking("ho_dk", font=Font(strike=False, bold=True, color="FFC00000")))
    assert commune.findings() == []


@pytest.mark.parametrize(
    ("name", "typed", "number_format", "told_as", "say"),
    [
        ("kinh_phi", 12.4, "0", ("KT-113", False), "ô chỉ hiện 12 mà số lưu bên trong là 12,4; dùng số lưu."),
        ("kinh_phi", 0.3, "#,##0", ("KT-113", False), "ô chỉ hiện 0 mà số lưu bên trong là 0,3; dùng số lưu."),
        ("tong_ho", 100, '"95"', ("KT-113", True), "ô chỉ hiện 95 mà số lưu bên trong là 100, không rõ số nào đúng."),
        (
            "kinh_phi",
            12000,
            "0,",
            ("KT-113", True),
            "ô chỉ hiện 12 mà số lưu bên trong là 12.000, không rõ số nào đúng.",
        ),
        ("kinh_phi", 12, '0 "nghìn"', ("KT-55", True), "đơn vị tiền khác, mục này tính bằng triệu đồng."),
        ("kinh_phi", 12, "#,##0 [$₫-42A]", ("KT-55", True), "đơn vị tiền khác, mục này tính bằng triệu đồng."),
        ("tong_ho", 1, "0%", ("KT-48", True), "ô hiện 100%, mục này hỏi số lượng."),
        ("tong_ho", 99.5, "#,##0", ("KT-54", True), "số hộ phải là số nguyên (ô chỉ hiện 100)."),
    ],
)
def test_113_a_cell_that_shows_another_number_than_it_holds(
    commune: Commune, name: str, typed: object, number_format: str, told_as: tuple[str, bool], say: str
) -> None:
    commune.send("T01", {name: typed}, looking(name, number_format))
    finding = commune.one()
    assert (finding.code, finding.open) == told_as
    assert finding.say.endswith(say) and finding.place.cell == cell_of(commune.plan, "T01", "2023-Q1", name)


def test_113_an_accountant_s_format_says_nothing(commune: Commune) -> None:
    accounting = '_-* #,##0.0\\ _₫_-;-* #,##0.0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-'
    commune.send(
        "T01", {"kinh_phi": 0, "tong_ho": 100}, lambda w: [looking(n, accounting)(w) for n in ("kinh_phi", "tong_ho")]
    )
    assert commune.findings() == []
    assert value(commune, "kinh_phi") == (0, State.NUMBER)


TABLE = "Công nhận"


def with_total(total: object, label: str = "Cộng") -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        sheet = sheet_of(workbook, TABLE)
        row = row_of(workbook, "ho_cn.T02") + 1
        sheet.cell(row, 2).value, sheet.cell(row, 3).value = label, total

    return spoil


def test_23_a_typed_total_is_no_unit(commune: Commune) -> None:
    commune.send("VP", spoil=with_total(185, "TỔNG CỘNG:"), period="2023-Q2")
    finding = commune.one("2023-Q2")
    assert told(finding) == ("KT-23", Severity.NOTED, False)
    assert finding.say == f"Dòng {finding.place.cell[1:]} là dòng tổng gõ thêm, không tính là một nơi."
    commune.send("VP", spoil=with_total('=IF(COUNT(C6:C7)=0,"",SUM(C6:C7))'), period="2023-Q2")
    assert commune.findings("2023-Q2") == []


def test_24_a_typed_total_other_than_the_sum_is_looked_at_and_the_sum_used(commune: Commune) -> None:
    commune.send("VP", spoil=with_total(190, "Toàn xã"), period="2023-Q2")
    finding = commune.one("2023-Q2")
    assert told(finding) == ("KT-24", Severity.LOOK, False)
    assert finding.place.sheet == TABLE and finding.read == "190"
    assert finding.say == f"“{finding.place.cell}” ghi tổng là 190, các dòng cộng lại là 185; báo cáo dùng 185."
    assert value(commune, "ho_cn", "T02", "2023-Q2") == (100, State.NUMBER)


def test_25_a_sum_that_passes_over_text_is_told(commune: Commune) -> None:
    sent = commune.send("T01", {"tong_ho": "=SUM(H1:H2)"}, lambda w: _beside(w, {"H1": 88, "H2": "12 hộ"})).read_bytes()
    at = cell_of(commune.plan, "T01", "2023-Q1", "tong_ho")
    commune.send(data=calculated(sent, at, "88"))
    found = {f.code: f for f in commune.findings()}
    finding = found["KT-25"]
    assert told(finding) == ("KT-25", Severity.LOOK, False)
    assert finding.place.cell == at and finding.element == "tong_ho"
    assert finding.say == f"Công thức ở ô {at} ra 88 vì bỏ sót ô có chữ (H2 “12 hộ”); tính cả là 100."
    clean = commune.send("T01", {"tong_ho": "=SUM(H1:H2)"}, lambda w: _beside(w, {"H1": 88, "H2": 12})).read_bytes()
    commune.send(data=calculated(clean, at, "100"))
    assert "KT-25" not in {f.code for f in commune.findings()}


def test_25_so_is_the_total_of_a_table(commune: Commune) -> None:
    sent = commune.send("VP", {"ho_cn.T02": "100 hộ"}, with_total("=SUM(C6:C7)"), period="2023-Q2").read_bytes()
    sheets = openpyxl.load_workbook(io.BytesIO(sent)).sheetnames
    commune.send("VP", data=calculated(sent, "C8", "85", sheets.index(TABLE) + 1), period="2023-Q2")
    changed, finding = commune.findings("2023-Q2")
    assert changed.code == "KT-45"
    assert told(finding) == ("KT-25", Severity.LOOK, False)
    assert finding.say == "Công thức ở ô C8 ra 85 vì bỏ sót ô có chữ (C7 “100 hộ”); tính cả là 185."


def _beside(workbook: Workbook, cells: dict[str, object]) -> None:
    for cell, content in cells.items():
        sheet_of(workbook)[cell] = content


def test_26_formulas_without_a_result_are_one_question(commune: Commune) -> None:
    commune.send("T01", {"tong_ho": "=60+40", "ho_dk": "=50+40"})
    finding = commune.one()
    assert told(finding) == ("KT-26", Severity.CONFIRM, True)
    assert finding.say.startswith("2 ô cùng một lỗi (Tổng số hộ; Số hộ đăng ký). Ô đầu: “Tổng số hộ” ghi “=60+40”")
    assert finding.do == "Mở tệp bằng Excel, bấm Lưu rồi gửi lại."
    sent = commune.send("T01", {"tong_ho": "=60+40"}).read_bytes()
    commune.send(data=calculated(sent, cell_of(commune.plan, "T01", "2023-Q1", "tong_ho"), "100"))
    assert commune.findings() == []


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!"])
def test_27_an_error_is_no_number_and_no_blank(commune: Commune, error: str) -> None:
    commune.send("T01", {"tong_ho": error})
    finding = commune.one()
    assert told(finding) == ("KT-27", Severity.CORRECT, True)
    assert (finding.say, finding.do) == (
        f"“Tổng số hộ” ghi “{error}”: ô bị lỗi công thức.",
        "Đề nghị nhập số trực tiếp.",
    )
    assert finding.answers[0] is Answer.CHANGE


def test_28_a_link_to_another_file_is_looked_at(commune: Commune) -> None:
    sent = commune.send("T01", {"tong_ho": "=[1]Sheet1!A1"}).read_bytes()
    commune.send(data=calculated(sent, cell_of(commune.plan, "T01", "2023-Q1", "tong_ho"), "100"))
    finding = commune.one()
    assert told(finding) == ("KT-28", Severity.LOOK, False)
    assert "lấy số từ một tệp khác trên máy người gửi" in finding.say
    assert value(commune, "tong_ho") == (100, State.NUMBER)


def test_29_a_photo_in_an_empty_form_goes_back(commune: Commune) -> None:
    def with_photo(form: bytes) -> bytes:
        data = io.BytesIO(form)
        with zipfile.ZipFile(data, "a") as package:
            package.writestr("xl/media/image1.png", b"\x89PNG")
        return data.getvalue()

    commune.send(data=with_photo(blank(commune.plan, "T01", "2023-Q1")))
    finding = commune.one()
    assert told(finding) == ("KT-29", Severity.RETURN, True)
    assert finding.say == "Biểu của Thôn Một chỉ có ảnh, chưa có số."
    assert finding.do == "Đề nghị nhập số vào các ô màu vàng."
    commune.send(data=with_photo(commune.send().read_bytes()))
    assert commune.findings() == []


def test_30_what_is_written_beside_the_form_is_seen(commune: Commune) -> None:
    commune.send(spoil=lambda w: _beside(w, {"H9": "thêm 5 hộ mới", "B60": 7}))
    finding = commune.one()
    assert told(finding) == ("KT-30", Severity.LOOK, False)
    assert finding.say == "Thôn Một ghi ngoài ô trả lời (H9 “thêm 5 hộ mới”; B60 “7”); chưa được tính."
    assert [p.cell for p in (finding.place, *finding.others)] == ["H9", "B60"]


def test_30_comments_and_text_boxes_are_read_but_not_our_own(commune: Commune) -> None:
    def comment(author: str) -> Callable[[Workbook], None]:
        return lambda w: setattr(sheet_of(w)["B10"], "comment", Comment("đã trừ 3 hộ", author))

    commune.send(spoil=comment("Trưởng thôn"))
    finding = commune.one()
    assert (finding.code, finding.place.cell) == ("KT-30", "B10")
    assert "B10 “đã trừ 3 hộ”" in finding.say
    commune.send(spoil=comment("kehoach"))
    assert commune.findings() == []


def test_30_a_text_box_is_read(commune: Commune) -> None:
    package = zipfile.ZipFile(io.BytesIO(commune.send().read_bytes()))
    content: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    spaces = (
        'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    box = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Kính gửi xã</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    content["xl/drawings/drawing1.xml"] = f"<xdr:wsDr {spaces}>{box}</xdr:wsDr>"
    content["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(
        relation("rId9", "drawing", "../drawings/drawing1.xml")
    )
    commune.send(data=zipped(content))
    finding = commune.one()
    assert told(finding) == ("KT-30", Severity.LOOK, False)
    assert "“Kính gửi xã”" in finding.say


def test_30_names_at_the_signatures_are_no_figures(commune: Commune) -> None:
    def sign(workbook: Workbook) -> None:
        sheet = sheet_of(workbook)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "NGƯỜI LẬP BIỂU":
                    sheet.cell(cell.row + 2, 1).value = "Nguyễn Văn A"

    commune.send(spoil=sign)
    assert commune.findings() == []


def test_31_a_blank_form_counts_as_not_sent(commune: Commune) -> None:
    commune.send(data=blank(commune.plan, "T01", "2023-Q1"))
    listed, missing = commune.findings()
    assert told(listed) == ("KT-31", Severity.NOTED, False)
    assert listed.say == "Biểu của Thôn Một còn trống, coi như chưa gửi."
    assert told(missing) == ("KT-70", Severity.CONFIRM, True)


def test_32_a_form_has_no_example_figures_to_be_left_in(commune: Commune) -> None:
    for unit in ("T01", "VP"):
        workbook = openpyxl.load_workbook(io.BytesIO(blank(commune.plan, unit, "2023-Q2")))
        for name in workbook.defined_names.values():
            for sheet, cell in name.destinations:
                assert workbook[sheet][cell.replace("$", "")].value is None
