import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from kehoach.form.layout import lay_out_form
from kehoach.form.locate import find_answers, read_stamp
from kehoach.form.write import form_workbook
from tests.examples import examples
from tests.form.returned import (
    OFFICE,
    VILLAGE,
    answers_of,
    as_read,
    blank,
    doubted,
    filled,
    form_of,
    opened,
    type_in,
    typed,
)
from tests.tiny import tiny_plan

NUMBERS = {"tong_ho": 100, "ho_dk": 90, "buoi_tt": "không phát sinh", "kinh_phi": 12.5, "nvh": "có"}
IN_TABLES = {"ho_cn.T01": 80, "ho_cn.T03": 60, "trang_thai.nv2": "đang làm", "uu_diem.d1": "Làm tốt."}


def test_a_blank_form_has_no_answer_and_no_doubt() -> None:
    for who in (VILLAGE, OFFICE):
        answers = answers_of(who, blank(who))
        assert [a.key for a in answers.located] == [f.name for f in form_of(who).fields]
        assert not typed(answers) and not doubted(answers) and not answers.not_asked


@pytest.mark.parametrize(("who", "values"), [(VILLAGE, NUMBERS), (OFFICE, IN_TABLES)], ids=["list", "tables"])
def test_what_is_typed_is_found_where_it_stands(who: tuple[str, str], values: dict[str, object]) -> None:
    answers = answers_of(who, filled(who, values))
    assert {k: str(v) for k, v in typed(answers).items()} == {k: str(v) for k, v in values.items()}
    places = {f.name: (f.sheet, f.row, f.column, f.element.code, f.subject) for f in form_of(who).fields}
    for a in answers.located:
        if a.cell:
            assert (a.sheet, a.cell.row, a.cell.column, a.element, a.subject) == places[a.key]
            assert a.ref == a.cell.ref


fills = st.dictionaries(
    st.sampled_from([f.name for f in form_of(OFFICE).fields]),
    st.one_of(
        st.integers(-(10**9), 10**9),
        st.booleans(),
        st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        st.text("aăâ 12,.%đ—\n", min_size=1, max_size=30).filter(lambda t: bool(t.strip())),
        st.sampled_from(["nv1", "T01", "qd_so", "ho_cn", "Công nhận", "Thôn Hai", "Số liệu", "uu_diem.d1"]),
    ),
)


@examples(12)
@given(fills)
def test_any_fill_is_located_exactly(values: dict[str, object]) -> None:
    answers = answers_of(OFFICE, filled(OFFICE, values))
    assert not doubted(answers)
    found = {a.key: a.cell for a in answers.located if a.cell}
    assert found.keys() == values.keys()
    places = {f.name: (f.row, f.column) for f in form_of(OFFICE).fields}
    assert {k: (c.row, c.column) for k, c in found.items()} == {k: places[k] for k in values}


def drop_names(workbook: Workbook) -> None:
    workbook.defined_names.clear()


def drop_codes(workbook: Workbook) -> None:
    sheet = workbook["Số liệu"]
    for row in range(9, 17):
        sheet.cell(row, 5).value = "x"


def drop_names_and_codes(workbook: Workbook) -> None:
    drop_names(workbook)
    drop_codes(workbook)


def rename_and_move(workbook: Workbook) -> None:
    for name in workbook.defined_names:
        moved = workbook.defined_names[name]
        moved.attr_text = moved.attr_text.replace("'Số liệu'", "'Thôn Một gửi'")
    workbook["Số liệu"].title = "Thôn Một gửi"
    workbook.create_sheet("Ghi thêm", 0)["A1"] = "Nội dung khác"


def rename_without_names(workbook: Workbook) -> None:
    drop_names(workbook)
    rename_and_move(workbook)


def insert(workbook: Workbook, rows: int = 0, columns: int = 0) -> None:
    """As Excel inserts: cells and names move together."""
    sheet = workbook["Số liệu"]
    merged = [str(r) for r in sheet.merged_cells.ranges]
    for each in merged:
        sheet.unmerge_cells(each)
    sheet.insert_rows(11, rows) if rows else None
    sheet.insert_cols(2, columns) if columns else None
    for name in workbook.defined_names.values():
        [(title, ref)] = list(name.destinations)
        cell = sheet[ref.replace("$", "")]
        row = cell.row + (rows if cell.row >= 11 else 0)
        name.attr_text = f"'{title}'!${openpyxl.utils.get_column_letter(cell.column + columns)}${row}"


@pytest.mark.parametrize(
    "spoil",
    [
        drop_names,
        drop_codes,
        drop_names_and_codes,
        rename_and_move,
        rename_without_names,
        lambda w: insert(w, rows=2),
        lambda w: insert(w, columns=1),
        lambda w: (insert(w, columns=2), drop_names(w)),
        lambda w: (insert(w, rows=1), drop_names(w)),
    ],
)
def test_harmless_changes_do_no_harm(spoil: object) -> None:
    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, spoil))  # type: ignore[arg-type]
    assert {k: str(v) for k, v in typed(answers).items()} == {k: str(v) for k, v in NUMBERS.items()}
    assert not doubted(answers)


def test_tables_survive_the_loss_of_names() -> None:
    answers = answers_of(OFFICE, filled(OFFICE, IN_TABLES, drop_names))
    assert typed(answers) == IN_TABLES and not doubted(answers)


def sort_rows(workbook: Workbook) -> None:
    """As Excel sorts: contents change places, names stay."""
    sheet = workbook["Số liệu"]
    for column in (1, 2, 3, 4, 5):
        first, second = sheet.cell(10, column), sheet.cell(11, column)
        first.value, second.value = second.value, first.value


def test_sorted_rows_are_doubted_and_not_used() -> None:
    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, sort_rows))
    doubts = doubted(answers)
    assert doubts.keys() == {"tong_ho", "ho_dk"}
    assert doubts["tong_ho"] == (
        "Ô này vốn của “Tổng số hộ” nhưng dòng này lại ghi “Số hộ đăng ký”; "
        "có thể các dòng đã bị sắp xếp lại hoặc dán lệch."
    )
    assert typed(answers).keys() == {"buoi_tt", "kinh_phi", "nvh"}


def test_a_block_pasted_one_row_off_is_doubted() -> None:
    def paste(workbook: Workbook) -> None:
        sheet = workbook["Số liệu"]
        for row in (16, 15):
            for column in (1, 2, 5):
                sheet.cell(row, column).value = sheet.cell(row - 1, column).value

    rows = {f.name: f.row for f in form_of(VILLAGE).fields}
    assert (rows["buoi_tt"], rows["kinh_phi"], rows["nvh"]) == (14, 15, 16)
    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, paste))
    assert {"kinh_phi", "nvh"} <= doubted(answers).keys()
    assert not {"kinh_phi", "nvh"} & typed(answers).keys()


def test_sorted_rows_of_a_table_are_doubted() -> None:
    def swap(workbook: Workbook) -> None:
        sheet = workbook["Công nhận"]
        for column in (1, 2, 3):
            first, second = sheet.cell(6, column), sheet.cell(7, column)
            first.value, second.value = second.value, first.value

    answers = answers_of(OFFICE, filled(OFFICE, IN_TABLES, swap))
    assert doubted(answers).keys() == {"ho_cn.T01", "ho_cn.T02"}


def test_swapped_columns_of_a_table_are_doubted() -> None:
    def swap(workbook: Workbook) -> None:
        sheet = workbook["3. Nhiệm vụ"]
        for row in (4, 5):
            first, second = sheet.cell(row, 3), sheet.cell(row, 5)
            first.value, second.value = second.value, first.value

    answers = answers_of(OFFICE, filled(OFFICE, IN_TABLES, swap))
    assert "trang_thai.nv2" in doubted(answers) and "ho_cn.T01" not in doubted(answers)


def test_a_copied_sheet_is_doubted_only_where_it_says_something_else() -> None:
    def copy(workbook: Workbook) -> None:
        workbook.copy_worksheet(workbook["Số liệu"]).cell(10, 2).value = 111

    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, copy))
    assert doubted(answers).keys() == {"tong_ho"}
    assert "“Tổng số hộ” có ở hai chỗ" in doubted(answers)["tong_ho"]


def delete_row(workbook: Workbook) -> None:
    sheet = workbook["Số liệu"]
    for column in range(1, 7):
        sheet.cell(15, column).value = None
    del workbook.defined_names["kinh_phi"]


def test_a_deleted_row_is_missed() -> None:
    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, delete_row))
    assert doubted(answers) == {"kinh_phi": "Không tìm thấy dòng “Kinh phí” trong tệp; có thể dòng này đã bị xóa."}


def test_without_the_hidden_sheet_every_field_is_looked_for() -> None:
    def forget(workbook: Workbook) -> None:
        delete_row(workbook)
        del workbook["_kehoach"]

    assert doubted(answers_of(VILLAGE, filled(VILLAGE, NUMBERS, forget))).keys() == {"kinh_phi"}


def test_a_form_of_an_earlier_plan_is_read_for_what_it_asked() -> None:
    plan = tiny_plan()
    fewer = replace(plan, elements={c: e for c, e in plan.elements.items() if c != "ho_dk"}, checks=(), sentences=())
    old = lay_out_form(fewer, plan.unit("T01"), plan.periods[0])
    assert old
    workbook = opened(form_workbook(old, fewer, {}))
    type_in(workbook, "kinh_phi", 7)
    data = io.BytesIO()
    workbook.save(data)
    answers = find_answers(as_read(data.getvalue()), form_of(VILLAGE))
    assert "ho_dk" in answers.not_asked
    assert typed(answers) == {"kinh_phi": 7} and not doubted(answers)


def test_a_name_without_its_row_is_doubted() -> None:
    def clear(workbook: Workbook) -> None:
        for column in (1, 5):
            workbook["Số liệu"].cell(15, column).value = None

    answers = answers_of(VILLAGE, filled(VILLAGE, NUMBERS, clear))
    assert doubted(answers).keys() == {"kinh_phi"}


def blanks(who: tuple[str, str], values: dict[str, object]) -> set[str]:
    return {a.key for a in answers_of(who, filled(who, values)).located if a.blanks_are_nil}


def test_a_sections_choice_speaks_for_its_own_blanks_only() -> None:
    assert blanks(VILLAGE, {}) == set()
    assert blanks(VILLAGE, {"_de_trong.2": "không phát sinh"}) == {"buoi_tt", "kinh_phi", "nvh"}
    assert blanks(VILLAGE, {"_de_trong.2": "Không  Phát Sinh "}) == {"buoi_tt", "kinh_phi", "nvh"}
    assert blanks(VILLAGE, {"_de_trong.1": "chưa có số liệu"}) == set()
    assert blanks(OFFICE, {"_de_trong.3": "không phát sinh"}) == {"ho_cn.T01", "ho_cn.T02", "ho_cn.T03"}


def test_a_choice_is_found_without_names() -> None:
    data = filled(VILLAGE, {"_de_trong.2": "không phát sinh"}, drop_names)
    assert {a.key for a in answers_of(VILLAGE, data).located if a.blanks_are_nil} == {"buoi_tt", "kinh_phi", "nvh"}


def test_the_stamp_is_read_from_the_hidden_sheet_or_the_foot() -> None:
    stamp = form_of(VILLAGE).stamp
    assert read_stamp(as_read(blank(VILLAGE))) == stamp
    assert read_stamp(as_read(filled(VILLAGE, {}, lambda w: w.remove(w["_kehoach"])))) == stamp


def test_a_strange_workbook_has_no_stamp() -> None:
    data = io.BytesIO()
    Workbook().save(data)
    raw = as_read(data.getvalue())
    assert read_stamp(raw) is None
    assert all(a.doubt for a in find_answers(raw, form_of(VILLAGE)).located)
