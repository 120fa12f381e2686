"""What a form goes through in a hurry, on a telephone or in another's hands: nothing lost, nothing invented."""

from collections.abc import Callable

import pytest
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from kehoach.finding import Answer, Severity
from kehoach.review.model import OfficerAnswer
from kehoach.submission.model import State
from tests.faults.commune import FIRST, Commune, cell_of
from tests.faults.test_sheet import called, looking, row_of, sheet_of, told, value

Q1 = "2023-Q1"
NAMES = ("tong_ho", "ho_dk", "buoi_tt", "kinh_phi", "nvh")


def as_values(workbook: Workbook) -> Workbook:
    """What stands on the first sheet, pasted into a new workbook below and right of its place, names and stamp lost."""
    pasted = Workbook()
    for row in sheet_of(workbook).iter_rows():
        for cell in row:
            if cell.value is not None and not str(cell.value).startswith("="):
                content = cell.value if isinstance(cell.value, int | float) else str(cell.value)
                pasted.worksheets[0].cell(cell.row + 2, cell.column + 1).value = content
    return pasted


def test_a_form_pasted_as_values_into_a_new_workbook_is_read_by_what_is_visible(commune: Commune) -> None:
    held: list[Workbook] = []
    path = commune.send(spoil=lambda w: held.append(as_values(w)))
    for line in ("", "Mã nhận dạng biểu:"):
        for row in held[0].worksheets[0].iter_rows():
            for cell in row:
                cell.value = None if line and str(cell.value).startswith(line) else cell.value
        held[0].save(path)
        assert [f.code for f in commune.findings()] == ["KT-15", "KT-17"]
        assert [value(commune, name)[0] for name in ("tong_ho", "ho_dk", "buoi_tt")] == [100, 90, 2]


def test_names_left_behind_by_an_inserted_column_are_one_question_and_lose_nothing(commune: Commune) -> None:
    commune.send(spoil=lambda w: sheet_of(w).insert_cols(2))
    finding = commune.one()
    assert told(finding) == ("KT-19", Severity.CONFIRM, True)
    assert finding.say.startswith("5 ô cùng một lỗi") and "cột “Số liệu” nay ở chỗ khác (C10)" in finding.say
    assert finding.place.cell == "C10" and Answer.KEEP in finding.answers
    kept = commune.review(Q1, OfficerAnswer(finding.key, Answer.KEEP)).accepted.by_value
    assert kept[(kept.element == "tong_ho") & (kept.unit == "T01")]["value"].to_list() == [100]


def test_words_typed_where_the_form_says_what_it_doubts_are_seen(commune: Commune) -> None:
    for words in ("✗ Số hộ đăng ký (90) …", "90 là đúng"):
        commune.send(spoil=lambda w, said=words: sheet_of(w).cell(row_of(w, "ho_dk"), 6, said))
        assert [told(f) for f in commune.findings()] == [("KT-30", Severity.LOOK, False)] * (words[0] != "✗")
    assert "(F11 “90 là đúng”)" in commune.one().say


def strike_all(workbook: Workbook) -> None:
    for name, defined in workbook.defined_names.items():
        [(sheet, ref)] = defined.destinations
        if not name.startswith("_"):
            workbook[sheet][ref.replace("$", "")].font = Font(strike=True)


def test_a_few_crossed_out_answers_are_asked_one_by_one_and_a_whole_form_once(commune: Commune) -> None:
    commune.send(spoil=strike_all)
    assert [told(f) for f in commune.findings()] == [("KT-112", Severity.CONFIRM, True)] * len(NAMES)
    commune.send()
    more = {**FIRST["VP"], "uu_diem.d2": "Tốt.", "minh_chung.nv1": "Số 01/KH", "minh_chung.nv2": "Số 02/CV"}
    commune.send("VP", more, strike_all)
    finding = commune.one()
    assert told(finding) == ("KT-112", Severity.CONFIRM, True)
    assert finding.say.startswith("7 ô cùng một lỗi (") and len(finding.others) == 6


def test_numbers_typed_behind_the_labels_are_seen(commune: Commune) -> None:
    def spoil(workbook: Workbook) -> None:
        called("tong_ho", "Tổng số hộ: 100")(workbook)
        sheet_of(workbook).cell(row_of(workbook, "ho_dk"), 3).value = "90 hộ"

    commune.send("T01", {"tong_ho": None, "ho_dk": None}, spoil)
    seen, blank = commune.findings()
    assert told(seen) == ("KT-30", Severity.LOOK, False)
    assert "(A10 “Tổng số hộ: 100”; C11 “90 hộ”)" in seen.say
    assert blank.code == "KT-111"


@pytest.mark.parametrize(
    ("measure", "code"), [("nghìn đồng", "KT-55"), ("người", "KT-45"), ("triệu", ""), ("Tr.đ", ""), (None, "")]
)
def test_a_unit_of_measure_typed_over_is_asked(commune: Commune, measure: str | None, code: str) -> None:
    def spoil(workbook: Workbook) -> None:
        sheet_of(workbook).cell(row_of(workbook, "kinh_phi"), 3).value = measure

    commune.send("T01", {"kinh_phi": 15}, spoil)
    found = commune.findings()
    assert [told(f) for f in found] == [(code, Severity.CONFIRM, True)] * bool(code)
    assert not code or found[0].say == (
        f"“Kinh phí” ghi “15”: đơn vị tính bên cạnh đã bị sửa thành “{measure}”, mục này tính bằng triệu đồng."
    )


def titled(words: str) -> Callable[[Workbook], None]:
    def spoil(workbook: Workbook) -> None:
        sheet_of(workbook)["A1"].value = words

    return spoil


def test_10_a_form_of_one_village_with_another_in_its_title_is_not_used_unasked(commune: Commune) -> None:
    commune.send(spoil=titled("Thôn Hai – Biểu số liệu quý I năm 2023"))
    finding = commune.one()
    assert told(finding) == ("KT-10", Severity.RETURN, True)
    assert finding.say == (
        "Tệp “T01.xlsx” là biểu của Thôn Một nhưng đầu trang ghi Thôn Hai; không rõ số của ai nên chưa dùng."
    )
    review = commune.review(Q1, OfficerAnswer(finding.key, Answer.USE_FILE))
    assert not review.open
    assert review.accepted.reception.received["T01"] == "T01.xlsx"
    commune.send(name="Thôn Một.xlsx")
    assert [told(f) for f in commune.findings()] == [("KT-10", Severity.LOOK, False)]
    assert value(commune, "tong_ho") == (100, State.NUMBER)


@pytest.mark.parametrize(
    "title", ["THON MOT - BIEU SO LIEU", "Thôn Một và Thôn Hai – Biểu số liệu", "Xóm Mới – Biểu số liệu", None]
)
def test_10_a_title_typed_anew_is_no_other_village(commune: Commune, title: str) -> None:
    commune.send(spoil=titled(title))
    assert commune.findings() == []


def test_66_last_period_s_form_with_this_period_in_its_title_may_hold_this_period_s_numbers(commune: Commune) -> None:
    title = titled("Thôn Một – Biểu số liệu 6 tháng đầu năm 2023")
    commune.send(data=commune.send(spoil=title, period=Q1).read_bytes(), period="2023-Q2")
    finding = commune.one("2023-Q2")
    assert told(finding) == ("KT-66", Severity.RETURN, True)
    assert finding.say.endswith("là kỳ 2023-Q1, đang lập kỳ 2023-Q2; nhưng đầu trang ghi 6 tháng đầu năm 2023.")
    assert "ghi vào nhap-ho.xlsx" in finding.do and "chép tệp vào thư mục 2023-Q1" in finding.do


@pytest.mark.parametrize(
    ("name", "typed", "code", "say"),
    [
        ("tong_ho", "như quý trước", "KT-52", "chỉ nói như kỳ trước, không ghi số."),
        ("buoi_tt", "không thay đổi", "KT-52", "chỉ nói như kỳ trước, không ghi số."),
        ("tong_ho", "Không có số liệu", "KT-52", "chưa có số liệu hay bằng 0?"),
        ("tong_ho", "đang tổng hợp", "KT-52", "chưa có số liệu hay bằng 0?"),
        ("tong_ho", "tăng 2 hộ", "KT-45", "không phải một số cụ thể."),
        ("buoi_tt", "+2", "KT-45", "là số tăng thêm hay là tổng số?"),
        ("tong_ho", "100/450", "KT-56", "có thể là ngày tháng, cũng có thể là hai số."),
        ("buoi_tt", 999_999_999_999_999, "KT-54", "số lớn bất thường, có gõ thừa chữ số không?"),
        ("buoi_tt", True, "KT-45", "không phải một số cụ thể."),
        ("nvh", "Có (2019)", "KT-52", "mục này chỉ trả lời “có” hoặc “không”."),
        ("nvh", "có/không", "KT-52", "mục này chỉ trả lời “có” hoặc “không”."),
    ],
)
def test_what_is_no_plain_answer_is_asked(commune: Commune, name: str, typed: object, code: str, say: str) -> None:
    commune.send("T01", {name: typed})
    finding = commune.one()
    assert (finding.code, finding.open, finding.place.cell) == (code, True, cell_of(commune.plan, "T01", Q1, name))
    assert finding.say.endswith(f": {say}")
    assert value(commune, name)[1] in (State.SET_ASIDE, State.UNREADABLE)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("X", 1), ("✓", 1), ("đã đạt", 1), ("chưa đạt", 0), ("✗", 0), (True, 1), (1, 1), (0, 0), ("KHÔNG", 0)],
)
def test_yes_and_no_as_people_mark_them(commune: Commune, typed: object, taken: int) -> None:
    commune.send("T01", {"nvh": typed})
    assert all(told(f) == ("KT-52", Severity.NOTED, False) for f in commune.findings())
    assert value(commune, "nvh") == (taken, State.NUMBER)


def test_56_a_small_number_in_a_cell_made_for_days_is_asked_as_the_number(commune: Commune) -> None:
    for number in (59, 100):
        commune.send("T01", {"ho_dk": number}, looking("ho_dk", "dd/mm/yyyy"))
        finding = commune.one()
        assert told(finding) == ("KT-56", Severity.CONFIRM, True)
        assert finding.say.endswith(f": ô có định dạng ngày tháng, có phải {number} không?")
        kept = commune.review(Q1, OfficerAnswer(finding.key, Answer.KEEP)).accepted.by_value
        assert kept[(kept.element == "ho_dk") & (kept.unit == "T01")]["value"].to_list() == [number]
