"""What a unit gets back, read by other code than wrote it."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kehoach.form.marks import MENDING_SHEET, MENDING_TITLE
from tests.form.returned import filled, form_of
from tests.reply.inbox import GOOD, answer, back, form_back, message_back, send
from tests.tiny import tiny_plan

TOO_MANY = {**GOOD, "ho_dk": 130}
TWO_FAULTS = {**TOO_MANY, "buoi_tt": "nhiều lắm"}


def texts(workbook: Workbook) -> list[str]:
    return [str(c.value) for row in workbook[MENDING_SHEET].iter_rows() for c in row if c.value]


def marked(workbook: Workbook) -> set[str]:
    """Names of the cells that carry a comment, each of which is filled and framed."""
    found = set()
    for name, defined in workbook.defined_names.items():
        [(sheet, ref)] = defined.destinations
        cell = workbook[sheet][ref.replace("$", "")]
        if cell.comment:
            assert cell.fill.start_color.rgb == "00F8CBAD" and cell.border.left.style == "medium"
            found.add(name)
        else:
            assert cell.fill.start_color.rgb == "00FFF9D9" and cell.border.left.style == "thin"
    return found


def test_one_unit_with_one_slip_gets_its_form_and_a_message(tmp_path: Path) -> None:
    folder = send(tmp_path, "2023-Q1", {"T01": TOO_MANY, "T02": GOOD})
    assert sorted(back(folder, "2023-Q1")) == ["T01-mot_T_2023-Q1_lan-2.xlsx", "T01.txt"]
    workbook = form_back(folder, "2023-Q1", "T01")
    assert workbook.sheetnames[0] == MENDING_SHEET and workbook.active is workbook[MENDING_SHEET]
    assert [s.title for s in workbook.worksheets if s.sheet_view.tabSelected] == [MENDING_SHEET]
    assert {name: answer(workbook, name) for name in TOO_MANY} == TOO_MANY
    assert marked(workbook) == {"ho_dk"}
    stamp = {row[0].value: row[1].value for row in workbook["_kehoach"].iter_rows()}
    assert (stamp["unit"], stamp["round"], stamp["version"]) == ("T01", "2", "1")


def test_the_first_sheet_says_all_there_is_to_know(tmp_path: Path) -> None:
    workbook = form_back(send(tmp_path, "2023-Q1", {"T01": TOO_MANY}), "2023-Q1", "T01")
    said = texts(workbook)
    assert said[0] == f"{MENDING_TITLE} – Thôn Một"
    for words in (
        "1. Số hộ đăng ký",
        "130",
        "Thôn Một: số hộ đăng ký (130) lớn hơn tổng số hộ (100).",
        "Gõ lại số đúng, chỉ gõ số, không kèm chữ. Nếu đã ghi đúng thì để (hoặc gõ lại) như vậy và báo cho xã.",
    ):
        assert words in said
    assert any("chậm nhất ngày 15/3/2023" in text for text in said)


def test_each_link_leads_to_the_cell_in_question(tmp_path: Path) -> None:
    workbook = form_back(send(tmp_path, "2023-Q1", {"T01": TWO_FAULTS}), "2023-Q1", "T01")
    links = [c.hyperlink.location for row in workbook[MENDING_SHEET].iter_rows() for c in row if c.hyperlink]
    ends = {str(workbook.defined_names[n].attr_text).replace("$", "") for n in ("ho_dk", "buoi_tt")}
    assert len(links) == 2 and set(links) == ends
    assert marked(workbook) == {"ho_dk", "buoi_tt"}
    assert answer(workbook, "buoi_tt") == "nhiều lắm"


def test_it_fits_a_telephone_and_a4_and_cannot_be_typed_in(tmp_path: Path) -> None:
    sheet = form_back(send(tmp_path, "2023-Q1", {"T01": TWO_FAULTS}), "2023-Q1", "T01")[MENDING_SHEET]
    assert sum(sheet.column_dimensions[c].width for c in "AB") < 70 and sheet.max_column == 2
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (9, "portrait", 1)
    assert sheet.protection.sheet and all(c.protection.locked for row in sheet.iter_rows() for c in row)


def test_the_message_is_short_and_says_what_how_and_when(tmp_path: Path) -> None:
    folder = send(tmp_path, "2023-Q1", {"T01": TWO_FAULTS})
    raw = back(folder, "2023-Q1")["T01.txt"]
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
    said = message_back(folder, "2023-Q1", "T01")
    assert said.startswith(
        "Kính gửi đồng chí Trần Thị A (Thôn Một),\r\nBiểu số liệu quý I năm 2023 của đơn vị còn 2 chỗ cần sửa:\r\n1. "
    )
    for words in ("Số hộ đăng ký (trang Số liệu, ô B", "đã ghi “130”", "T01-mot_T_2023-Q1_lan-2.xlsx", "15/3/2023"):
        assert words in said
    assert len(said) < 1_000


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    folder = send(tmp_path, "2023-Q1", {"T01": TWO_FAULTS})
    first = back(folder, "2023-Q1")
    assert back(folder, "2023-Q1") == first
    with zipfile.ZipFile(io.BytesIO(first["T01-mot_T_2023-Q1_lan-2.xlsx"])) as package:
        assert b"2023-03-14T00:00:00Z</dcterms:modified>" in package.read("docProps/core.xml")


@pytest.mark.parametrize("sent", [{}, {"T01": GOOD}, {"T01": {**GOOD, "kinh_phi": "12,5 triệu"}}, {"T01": {}}])
def test_nothing_to_mend_nothing_back(tmp_path: Path, sent: dict[str, dict[str, object]]) -> None:
    assert back(send(tmp_path, "2023-Q1", sent), "2023-Q1") == {}


def test_a_photo_of_the_form_comes_back_as_a_form_to_fill_in(tmp_path: Path) -> None:
    folder = send(tmp_path, "2023-Q1", {})
    (folder.inbox(tiny_plan().period("2023-Q1")) / "T01 anh.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 64)
    workbook = form_back(folder, "2023-Q1", "T01")
    assert not any(answer(workbook, name) for name in GOOD) and not marked(workbook)
    said = texts(workbook)
    assert "1. Cả tệp" in said and "Đề nghị điền vào biểu trong tệp này rồi gửi lại." in said
    assert "số gửi lần trước" not in " ".join(said) + message_back(folder, "2023-Q1", "T01")
    assert "Tệp “T01 anh.jpg” là ảnh, không đọc được số liệu từ ảnh." in message_back(folder, "2023-Q1", "T01")


def test_numbers_that_may_be_another_village_s_are_not_sent_to_this_one(tmp_path: Path) -> None:
    def entitle(workbook: Workbook) -> None:
        workbook["Số liệu"]["A1"].value = "Thôn Hai – Biểu số liệu quý I năm 2023"

    folder = send(tmp_path, "2023-Q1", {})
    path = folder.inbox(tiny_plan().period("2023-Q1")) / form_of(("T01", "2023-Q1")).file_name
    path.write_bytes(filled(("T01", "2023-Q1"), GOOD, entitle))
    workbook = form_back(folder, "2023-Q1", "T01")
    assert not any(answer(workbook, name) for name in GOOD)
    assert "không rõ số của ai nên chưa dùng" in message_back(folder, "2023-Q1", "T01")


def test_what_was_crossed_out_comes_back_blank_and_not_as_confirmed(tmp_path: Path) -> None:
    def strike(workbook: Workbook) -> None:
        [(sheet, ref)] = workbook.defined_names["ho_dk"].destinations
        workbook[sheet][ref.replace("$", "")].font = Font(strike=True)

    folder = send(tmp_path, "2023-Q1", {})
    path = folder.inbox(tiny_plan().period("2023-Q1")) / form_of(("T01", "2023-Q1")).file_name
    path.write_bytes(filled(("T01", "2023-Q1"), GOOD, strike))
    workbook = form_back(folder, "2023-Q1", "T01")
    assert {name: answer(workbook, name) for name in GOOD} == {**GOOD, "ho_dk": None}
    assert marked(workbook) == {"ho_dk"} and "bị gạch ngang; bỏ hay vẫn dùng?" in " ".join(texts(workbook))


def test_of_two_files_that_differ_only_what_they_agree_on_comes_back(tmp_path: Path) -> None:
    folder = send(tmp_path, "2023-Q1", {"T01": GOOD})
    other = filled(("T01", "2023-Q1"), {**GOOD, "ho_dk": 95})
    (folder.inbox(tiny_plan().period("2023-Q1")) / "T01 ban cuoi.xlsx").write_bytes(other)
    workbook = form_back(folder, "2023-Q1", "T01")
    assert {name: answer(workbook, name) for name in GOOD} == {**GOOD, "ho_dk": None}
    assert marked(workbook) == {"ho_dk"} and "95 / 90" in texts(workbook)


def test_rows_that_changed_places_are_not_carried_over(tmp_path: Path) -> None:
    """In a fresh form they would look right, and nobody would ask again."""

    def swap(workbook: Workbook) -> None:
        sheet = workbook["Số liệu"]
        rows = [form_field.row for form_field in form_of(("T01", "2023-Q1")).fields[:2]]
        for column in "ABCDE":
            one, other = (sheet[f"{column}{row}"] for row in rows)
            one.value, other.value = other.value, one.value

    folder = send(tmp_path, "2023-Q1", {})
    name = form_of(("T01", "2023-Q1")).file_name
    path = folder.inbox(tiny_plan().period("2023-Q1")) / name
    path.write_bytes(filled(("T01", "2023-Q1"), GOOD, swap))
    workbook = form_back(folder, "2023-Q1", "T01")
    assert marked(workbook) == {"tong_ho", "ho_dk"}
    assert {n: answer(workbook, n) for n in GOOD} == {**GOOD, "tong_ho": None, "ho_dk": None}


def test_blanks_said_to_be_none_stay_said(tmp_path: Path) -> None:
    [section] = [s for s in form_of(("T01", "2023-Q1")).sections if s.title == "2. Hoạt động"]
    sent = {"tong_ho": 100, "ho_dk": 130, "nvh": "không", section.blanks_name: "không phát sinh"}
    workbook = form_back(send(tmp_path, "2023-Q1", {"T01": sent}), "2023-Q1", "T01")
    assert answer(workbook, section.blanks_name) == "không phát sinh" and answer(workbook, "buoi_tt") is None
    [other] = [s for s in form_of(("T01", "2023-Q1")).sections if s.title == "1. Hộ gia đình"]
    assert answer(workbook, other.blanks_name) is None
