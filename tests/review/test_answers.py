"""The officer's loop: read `kiem-tra.xlsx`, fill it in as in Excel, read it back, review again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kehoach.dataset.frame import frame_of
from kehoach.dataset.frame import rows_of as rows_in
from kehoach.dataset.model import Dataset
from kehoach.errors import MachineError
from kehoach.finding import Answer, Finding, Place, Severity
from kehoach.review.answers import read_answers
from kehoach.review.model import OfficerAnswer, Review
from kehoach.review.review import review_dataset
from kehoach.review.write import check_workbook
from kehoach.submission.model import DataValue, State, Submission
from tests.review.frames import FIRST, SECOND, dataset, value_of
from tests.tiny import tiny_plan

PLAN = tiny_plan()
BROKEN = {**FIRST, ("ho_dk", "T01"): 150}
HEAD = 4


def rows_of(sheet: Worksheet) -> list[dict[str, Any]]:
    heads = [c.value for c in sheet[HEAD]]
    return [dict(zip(heads, (c.value for c in row), strict=True)) for row in sheet.iter_rows(min_row=HEAD + 1)]


def fill(path: Path, sheet: str, row: int, **typed: object) -> None:
    """Types into a row (0 is the first) by header, spaces as underscores."""
    workbook = openpyxl.load_workbook(path)
    heads = {c.value: c.column for c in workbook[sheet][HEAD]}
    for header, value in typed.items():
        workbook[sheet].cell(HEAD + 1 + row, heads[header.replace("_", " ")]).value = value
    workbook.save(path)


def written(path: Path, review: Review) -> Path:
    path.write_bytes(check_workbook(PLAN, review))
    return path


def again(path: Path, data: Dataset) -> Review:
    review = review_dataset(PLAN, data, read_answers(path))
    written(path, review)
    return review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "kiem-tra.xlsx", review_dataset(PLAN, dataset(PLAN, "2023-Q1", BROKEN)))


def test_no_file_is_no_answer(tmp_path: Path) -> None:
    assert read_answers(tmp_path / "kiem-tra.xlsx") == ()


def test_a_blank_form_is_no_answer(path: Path) -> None:
    assert read_answers(path) == ()


def test_a_broken_file_stops_before_anything_is_lost(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(MachineError, match=r"kiem-tra\.xlsx"):
        read_answers(path)


def test_a_new_number_is_used_with_its_source(path: Path) -> None:
    told = {"Nguồn": "điện thoại", "Ai_cho_biết": "Trần Thị A", "Ngày": date(2023, 3, 16)}
    fill(path, "Cần xử lý", 0, Trả_lời="sửa thành", Số_mới="95", **told)
    review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert value_of(review.accepted, "ho_dk", "T01") == (95, State.NUMBER)
    assert review.findings == ()
    (answer,) = review.answers
    assert (answer.answer, answer.source, answer.said_on) == (Answer.CHANGE, "điện thoại", date(2023, 3, 16))
    (row,) = review.accepted.by_value.query("element == 'ho_dk' and unit == 'T01'").to_dict("records")
    assert (row["source"], row["typed"], row["cell"]) == ("trả lời", "95", "C4")


@pytest.mark.parametrize(
    ("day", "is_told"), [("31/2/2023", True), ("hôm qua", True), ("16/3", False), ("16.3.23", False)]
)
def test_a_day_that_is_none_is_told_kept_and_no_hindrance(path: Path, day: str, is_told: bool) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="sửa thành", Số_mới="95", Ai_cho_biết="Trần Thị A", Ngày=day)
    for _ in range(2):
        review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
        assert value_of(review.accepted, "ho_dk", "T01") == (95, State.NUMBER)
        assert [(f.code, f.severity, f.read, f.open) for f in review.findings] == [
            ("KT-106", Severity.LOOK, day, False)
        ] * is_told
        (row,) = rows_of(openpyxl.load_workbook(path)["Đã trả lời"])
        assert (row["Ai cho biết"], row["Ngày"]) == ("Trần Thị A", day)
    assert not is_told or review.findings[0].say.startswith(f"Ngày của câu trả lời ghi “{day}”: không ")


def test_an_answer_holds_from_run_to_run(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="sửa thành", Số_mới=95)
    once = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert again(path, dataset(PLAN, "2023-Q1", BROKEN)).answers == once.answers
    (row,) = rows_of(openpyxl.load_workbook(path)["Đã trả lời"])
    assert (row["Tình trạng"], row["Trả lời"], row["Số mới"]) == ("đang dùng", "sửa thành", "95")
    assert row["Vấn đề"] == "Thôn Một: số hộ đăng ký (150) lớn hơn tổng số hộ (100)."


def test_a_value_changed_upstream_reopens_and_the_answer_is_kept_as_spent(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="giữ nguyên")
    assert not again(path, dataset(PLAN, "2023-Q1", BROKEN)).open
    other = {**FIRST, ("ho_dk", "T01"): 160}
    review = again(path, dataset(PLAN, "2023-Q1", other))
    assert [f.read for f in review.open] == ["160"]
    assert [a.answer for a in review.spent] == [Answer.KEEP]
    back = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert not back.open
    assert back.spent == ()


def test_an_answer_was_given_in_view_of_the_other_number_too(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời=Answer.KEEP.value)
    assert again(path, dataset(PLAN, "2023-Q1", BROKEN)).open == ()
    review = again(path, dataset(PLAN, "2023-Q1", {**BROKEN, ("tong_ho", "T01"): 30}))
    assert [f.code for f in review.open] == ["KT-58"]
    assert [a.answer for a in review.spent] == [Answer.KEEP]


def test_keeping_a_fall_holds_for_that_fall_alone(tmp_path: Path) -> None:
    fallen = dataset(PLAN, "2023-Q2", {**SECOND, ("ho_dk", "T01"): 86}, {"2023-Q1": FIRST})
    path = written(tmp_path / "kiem-tra.xlsx", review_dataset(PLAN, fallen))
    fill(path, "Cần xử lý", 0, Trả_lời=Answer.KEEP.value)
    assert again(path, fallen).open == ()
    deeper = {"2023-Q1": {**FIRST, ("ho_dk", "T01"): 99}}
    review = again(path, dataset(PLAN, "2023-Q2", {**SECOND, ("ho_dk", "T01"): 86}, deeper))
    assert [f.code for f in review.open] == ["KT-67"]


def test_keeping_uses_the_number_and_asks_nothing_more_of_it(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="Giữ nguyên ")
    review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert value_of(review.accepted, "ho_dk", "T01") == (150, State.NUMBER)
    assert [(f.code, f.open) for f in review.findings] == [("KT-58", False)]


def test_dropping_sets_the_number_aside_for_good(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="bỏ số này")
    review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert value_of(review.accepted, "ho_dk", "T01") == (None, State.SET_ASIDE)
    assert not review.open
    assert len(review.answers) == 1


@pytest.mark.parametrize(
    ("typed", "lack"),
    [
        ({"Trả_lời": "sửa thành"}, "chưa ghi số mới"),
        ({"Trả_lời": "sửa thành", "Số_mới": "nhiều lắm"}, "nhiều lắm"),
        ({"Trả_lời": "để mai"}, "“để mai”"),
        ({"Trả_lời": "giữ nguyên", "Số_mới": "95"}, "lại ghi số mới “95”"),
        ({"Trả_lời": "bỏ số này", "Số_mới": "95"}, "lại ghi số mới “95”"),
        ({"Trả_lời": "dùng số kỳ trước"}, "không nhận trả lời"),
        ({"Nguồn": "điện thoại"}, "Chưa chọn"),
    ],
)
def test_a_half_answer_waits_says_what_it_lacks_and_is_kept(path: Path, typed: Mapping[str, str], lack: str) -> None:
    fill(path, "Cần xử lý", 0, **typed)
    review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert [f.code for f in review.open] == ["KT-58"]
    (fault,) = [f for f in review.findings if f.code == "KT-106"]
    assert lack in fault.say
    (row,) = rows_of(openpyxl.load_workbook(path)["Cần xử lý"])
    assert {h: row[h.replace("_", " ")] for h in typed} == typed
    assert row["Cần làm"].startswith(fault.say)


def test_a_percentage_is_taken_as_it_is_shown(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời=Answer.CHANGE.value, Số_mới=0.865)
    workbook = openpyxl.load_workbook(path)
    cell = next(c for row in workbook["Cần xử lý"].iter_rows() for c in row if c.value == 0.865)
    cell.number_format = "0.0%"
    workbook.save(path)
    assert [a.value for a in read_answers(path)] == ["86,5%"]


def test_a_number_alone_means_to_change(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Số_mới="95")
    assert not again(path, dataset(PLAN, "2023-Q1", BROKEN)).open


def test_an_answer_is_taken_back_by_deleting_it(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời="giữ nguyên")
    again(path, dataset(PLAN, "2023-Q1", BROKEN))
    fill(path, "Đã trả lời", 0, Trả_lời=None)
    review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
    assert len(review.open) == 1
    assert (review.answers, review.spent) == ((), ())


def test_sorted_rows_and_moved_columns_do_no_harm(tmp_path: Path) -> None:
    values = {**FIRST, ("ho_dk", "T01"): 150, ("ho_dk", "T02"): 150, ("ho_dk", "T03"): 150}
    path = written(tmp_path / "kiem-tra.xlsx", review_dataset(PLAN, dataset(PLAN, "2023-Q1", values)))
    fill(path, "Cần xử lý", 1, Trả_lời="giữ nguyên")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Cần xử lý"]
    table = [[c.value for c in row] for row in sheet.iter_rows(min_row=HEAD)]
    mixed = [table[0], table[3], table[2], table[1]]
    for row, items in enumerate(mixed, HEAD):
        for column, item in enumerate(reversed(items), 1):
            sheet.cell(row, column).value = item
    workbook.save(path)
    review = review_dataset(PLAN, dataset(PLAN, "2023-Q1", values), read_answers(path))
    assert [f.subject for f in review.open] == ["T01", "T03"]


def test_a_renamed_sheet_with_rows_above_still_answers(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời=Answer.KEEP.value)
    workbook = openpyxl.load_workbook(path)
    workbook["Cần xử lý"].insert_rows(1, 40)
    workbook["Cần xử lý"].title = "Việc của tôi"
    workbook.save(path)
    assert again(path, dataset(PLAN, "2023-Q1", BROKEN)).open == ()


def test_answers_that_lost_their_keys_are_kept_as_spent(path: Path) -> None:
    fill(path, "Cần xử lý", 0, Trả_lời=Answer.CHANGE.value, Số_mới="95")
    workbook = openpyxl.load_workbook(path)
    heads = {c.value: c.column for c in workbook["Cần xử lý"][HEAD]}
    workbook["Cần xử lý"].delete_cols(heads["Khóa"])
    workbook.save(path)
    for _ in range(2):
        review = again(path, dataset(PLAN, "2023-Q1", BROKEN))
        assert [f.code for f in review.open] == ["KT-58"]
        assert [(a.answer, a.value) for a in review.spent] == [(Answer.CHANGE, "95")]
        assert "lớn hơn" in review.spent[0].saying


def test_the_report_goes_out_without_a_unit_that_stays_missing(tmp_path: Path) -> None:
    data = dataset(PLAN, "2023-Q1", FIRST, missing=("C02",))
    path = written(tmp_path / "kiem-tra.xlsx", review_dataset(PLAN, data))
    fill(path, "Cần xử lý", 0, Trả_lời="lập báo cáo khi chưa có đơn vị này")
    review = again(path, data)
    assert (review.open, review.without) == ((), ("C02",))
    assert review.accepted.reception.missing == ("C02",)


def test_last_periods_number_is_used_as_such() -> None:
    values = {**SECOND, ("ho_dk", "T02"): 108}
    data = dataset(PLAN, "2023-Q2", values, {"2023-Q1": FIRST})
    (finding,) = review_dataset(PLAN, data).open
    review = review_dataset(PLAN, data, [OfficerAnswer(finding.key, Answer.USE_LAST)])
    assert value_of(review.accepted, "ho_dk", "T02") == (110, State.NUMBER)
    assert not review.open


def test_a_further_question_brought_up_by_an_answer_is_asked_and_can_be_answered() -> None:
    data = dataset(PLAN, "2023-Q2", {**SECOND, ("ho_dk", "T02"): 150}, {"2023-Q1": FIRST})
    (first,) = review_dataset(PLAN, data).open
    change = OfficerAnswer(first.key, Answer.CHANGE, "105")
    (second,) = review_dataset(PLAN, data, [change]).open
    assert (first.code, second.code, second.read) == ("KT-58", "KT-67", "105")
    keep = OfficerAnswer(second.key, Answer.KEEP)
    review = review_dataset(PLAN, data, [keep, change])
    assert not review.open
    assert {a.answer for a in review.answers} == {Answer.CHANGE, Answer.KEEP}


def test_a_doubt_raised_on_reading_is_answered_like_any_other() -> None:
    doubt = Finding(
        "KT-45", Severity.CONFIRM, Place("T01", "T01.xlsx", "Số liệu", "C4"), "90", "…", "…", "ho_dk", "T01",
        answers=(Answer.KEEP, Answer.CHANGE),
    )  # fmt: skip
    data = dataset(PLAN, "2023-Q1", FIRST, findings=[doubt])
    review = review_dataset(PLAN, data)
    assert [f.code for f in review.open] == ["KT-45"]
    assert value_of(review.accepted, "ho_dk", "T01") == (None, State.SET_ASIDE)
    kept = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.KEEP)])
    assert value_of(kept.accepted, "ho_dk", "T01") == (90, State.NUMBER)


def test_a_doubt_nothing_rests_on_is_only_listed() -> None:
    unused = replace(PLAN, elements={**PLAN.elements})
    doubt = Finding(
        "KT-45", Severity.CONFIRM, Place("T01", "T01.xlsx", "Số liệu", "C4"), "85", "…", "…", "ho_cn", "T01"
    )
    review = review_dataset(unused, dataset(PLAN, "2023-Q1", FIRST, findings=[doubt]))
    assert [(f.severity, f.open) for f in review.findings] == [(Severity.LOOK, False)]


def rivals() -> tuple[Finding, Dataset]:
    """T01 sent two files that differ; neither is used."""
    files = [
        Submission(
            name, None, (DataValue("ho_dk", "T01", n, State.NUMBER, Place("T01", name, "Số liệu", "C9"), str(n)),)
        )
        for name, n in (("T01.xlsx", 88), ("Zalo/T01 (2).xlsx", 177))
    ]
    place, other = (Place("T01", f.file) for f in files)
    both = (Answer.USE_FILE, Answer.WITHOUT_UNIT)
    doubt = Finding("KT-65", Severity.CONFIRM, place, "88 / 177", "…", "…", answers=both, others=(other,))
    values = {k: v for k, v in FIRST.items() if k[1] != "T01"} | {("tong_ho", "T01"): 100}
    return doubt, dataset(PLAN, "2023-Q1", values, missing=("T01",), findings=[doubt], submissions=files)


def test_of_two_files_neither_is_used_and_one_question_asked() -> None:
    _, data = rivals()
    assert [f.code for f in review_dataset(PLAN, data).open] == ["KT-65"]


@pytest.mark.parametrize("name", ["t01.xlsx", "T01"])
def test_the_file_named_is_used_with_all_it_says(name: str) -> None:
    doubt, data = rivals()
    review = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.USE_FILE, name)])
    assert review.open == ()
    assert value_of(review.accepted, "ho_dk", "T01") == (88, State.NUMBER)
    assert review.accepted.reception.received["T01"] == "T01.xlsx"
    assert not review.accepted.by_value.query("unit == 'T01' and element == 'tong_ho'").size


def test_what_was_typed_in_or_is_held_elsewhere_stays_beside_the_chosen_file() -> None:
    doubt, data = rivals()
    place = Place("T01", "nhap-ho.xlsx", "Nhập hộ", "E5")
    typed = DataValue("ho_dk", "T01", 90, State.NUMBER, place, "90", "nhập hộ")
    held = DataValue("ho_cn", "T01", 80, State.NUMBER, Place("VP", "VP.xlsx", "Số liệu", "C9"), "80")
    data = replace(data, by_value=frame_of([*rows_in(data), ("2023-Q1", typed), ("2023-Q1", held)]))
    proposed = replace(held, value=85, typed="85", place=Place("T01", "T01.xlsx", "Số liệu", "C10"))
    first, second = data.submissions
    data = replace(data, submissions=(replace(first, values=(*first.values, proposed)), second))
    review = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.USE_FILE, "T01")])
    assert [(f.code, f.element) for f in review.open] == [("KT-108", "ho_dk")]
    keep = OfficerAnswer(review.open[0].key, Answer.KEEP)
    kept = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.USE_FILE, "T01"), keep])
    assert value_of(kept.accepted, "ho_dk", "T01") == (90, State.NUMBER)
    assert value_of(kept.accepted, "ho_cn", "T01") == (80, State.NUMBER)


def test_the_rules_judge_the_chosen_file() -> None:
    doubt, data = rivals()
    keeps = Finding("KT-58", Severity.CORRECT, Place("T01", "Zalo/T01 (2).xlsx", "Số liệu", "C9"), "177", "…", "…")
    late = replace(data.submissions[1], findings=(replace(keeps, element="ho_dk", subject="T01"),))
    data = replace(data, submissions=(data.submissions[0], late))
    review = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.USE_FILE, "T01 (2).xlsx")])
    assert [(f.code, f.element) for f in review.open] == [("KT-58", "ho_dk")]
    assert value_of(review.accepted, "ho_dk", "T01") == (None, State.SET_ASIDE)


@pytest.mark.parametrize("name", ["", "T09.xlsx"])
def test_a_file_must_be_named_where_there_are_two(name: str) -> None:
    doubt, data = rivals()
    review = review_dataset(PLAN, data, [OfficerAnswer(doubt.key, Answer.USE_FILE, name)])
    assert [f.code for f in review.findings] == ["KT-65", "KT-106"]
    assert review.findings[1].say.endswith("T01.xlsx; Zalo/T01 (2).xlsx.")


def test_going_without_a_unit_closes_all_its_files_questions() -> None:
    doubt, data = rivals()
    back = Finding("KT-01", Severity.RETURN, Place("T01", "T01.xls"), "", "…", "…", answers=(Answer.WITHOUT_UNIT,))
    data = replace(data, findings=(doubt, back))
    review = review_dataset(PLAN, data, [OfficerAnswer(back.key, Answer.WITHOUT_UNIT)])
    assert (review.open, review.without) == ((), ("T01",))


def test_one_answer_covers_all_cells_of_a_cause() -> None:
    cells = [Place("T01", "T01.xlsx", "Số liệu", ref) for ref in ("C1", "C4")]
    moved = Finding(
        "KT-19", Severity.CONFIRM, cells[0], "2 ô", "…", "…", answers=(Answer.KEEP, Answer.DROP), others=(cells[1],)
    )
    data = dataset(PLAN, "2023-Q1", {**FIRST, ("ho_dk", "T01"): 150}, findings=[moved])
    asked = review_dataset(PLAN, data)
    assert [f.code for f in asked.open] == ["KT-19"]
    assert value_of(asked.accepted, "tong_ho", "T01")[1] is State.SET_ASIDE
    assert value_of(asked.accepted, "ho_dk", "T01")[1] is State.SET_ASIDE
    kept = review_dataset(PLAN, data, [OfficerAnswer(moved.key, Answer.KEEP)])
    assert kept.open == ()
    assert value_of(kept.accepted, "ho_dk", "T01") == (150, State.NUMBER)


def test_a_file_sent_back_is_the_missing_units_one_question() -> None:
    back = Finding(
        "KT-01", Severity.RETURN, Place("T01", "T01.xls"), "", "Tệp hỏng.", "Gửi lại.", answers=(Answer.WITHOUT_UNIT,)
    )
    data = dataset(PLAN, "2023-Q1", FIRST, missing=("T01",), findings=[back])
    review = review_dataset(PLAN, data)
    assert [(f.code, f.answers) for f in review.open] == [("KT-01", (Answer.WITHOUT_UNIT,))]
    done = review_dataset(PLAN, data, [OfficerAnswer(back.key, Answer.WITHOUT_UNIT)])
    assert (done.open, done.without) == ((), ("T01",))
    received = review_dataset(PLAN, dataset(PLAN, "2023-Q1", FIRST, findings=[back]))
    assert received.open == ()


def test_heavier_questions_stand_first() -> None:
    values = {**SECOND, ("ho_dk", "T02"): 108, ("qd_so", "X"): None}
    data = dataset(PLAN, "2023-Q2", values, {"2023-Q1": FIRST}, missing=("C02",))
    assert [f.code for f in review_dataset(PLAN, data).open] == ["KT-70", "KT-59", "KT-67"]
