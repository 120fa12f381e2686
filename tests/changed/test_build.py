"""What is another now than at the last build: told unit by unit, target by target; sameness is one line."""

from dataclasses import replace
from datetime import date

from kehoach.assessment.model import Assessment
from kehoach.changed.build import SAME, LastBuild, since_build
from kehoach.dataset.csv import dataset_csv
from kehoach.dataset.since import told_values
from kehoach.finding import Answer
from kehoach.report.compose import compose_report
from kehoach.review.model import OfficerAnswer
from kehoach.submission.model import State
from kehoach.word.baseline import baseline_of
from kehoach.word.write import report_document
from tests.summary.books import WHOLE, Values, assessed

BELOW: Values = {**WHOLE, "ho_cn": {"T01": 85, "T02": 103, "T03": 69}}


def told(before: Values | Assessment, now: Values | Assessment, keeps_report: bool = True) -> list[str]:
    was, is_ = (each if isinstance(each, Assessment) else assessed(each) for each in (before, now))
    old, new = (baseline_of(report_document(compose_report(a))) for a in (was, is_))
    values = [told_values(dataset_csv(a.review.accepted)) for a in (was, is_)]
    last = LastBuild(values[0], old if keeps_report else None)
    return [line for branch in since_build(last, values[1], new, is_) for line in branch.lines()]


def test_the_same_is_one_line() -> None:
    assert told(WHOLE, WHOLE) == [SAME]


def test_one_household_more_goes_all_the_way() -> None:
    lines = told(BELOW, WHOLE)
    assert lines[:3] == ["Số liệu:", "  thôn Một", "    Số hộ được công nhận: 85 → 86 hộ ← T01.xlsx Số liệu!C5"]
    assert "  ct1 Gia đình văn hóa: 85,67% → 86%; chưa đạt → nay đạt" in lines
    at = lines.index("  ct1.cau")
    assert "trước: " in lines[at + 1] and "257/300 hộ" in lines[at + 1] and "còn thiếu 01 hộ" in lines[at + 1]
    assert "nay  : " in lines[at + 2] and "258/300 hộ" in lines[at + 2]


def test_a_number_withdrawn_is_no_zero() -> None:
    lines = told(WHOLE, {**WHOLE, "tong_ho": {"T01": 100, "T02": None, "T03": State.SET_ASIDE}})
    assert "    Tổng số hộ: 120 → để trống ← T02.xlsx Số liệu!C5" in lines
    assert "    Tổng số hộ: 80 → chưa dùng, chờ xác nhận hoặc đã có số khác ← T03.xlsx Số liệu!C5" in lines
    assert "Chỉ tiêu:" not in lines, "what the villages are known to have keeps the target met"
    lines = told(WHOLE, {**WHOLE, "ho_cn": {"T01": 86, "T02": 103, "T03": None}})
    assert "  ct1 Gia đình văn hóa: 86% → 85,91%; đạt → nay chưa đủ căn cứ" in lines


def test_nothing_happened_is_not_nothing_said() -> None:
    silent, nil = ({**WHOLE, "buoi_tt": {"T01": given}} for given in (None, State.NIL))
    assert "    Số buổi tuyên truyền: để trống → không phát sinh ← T01.xlsx Số liệu!C5" in told(silent, nil)
    assert told(silent, {**WHOLE, "buoi_tt": {"T01": State.NOT_ASKED}}) == [SAME]


def test_yes_no_days_and_texts_are_told_as_people_say_them() -> None:
    lines = told(
        {**WHOLE, "qd_ngay": {"X": date(2023, 6, 1)}},
        {**WHOLE, "qd_ngay": {"X": date(2023, 6, 2)}, "nvh": {"T01": 0, "T02": 0, "T03": 1}},
    )
    assert "    Ngày quyết định công nhận: 01/6/2023 → 02/6/2023 ← VP.xlsx Số liệu!C5" in lines
    assert "    Có nhà văn hóa: có → không ← T01.xlsx Số liệu!C5" in lines


def test_a_unit_that_came_is_told_as_one() -> None:
    without = {code: {s: v for s, v in of.items() if s != "C02"} for code, of in WHOLE.items()}
    lines = told(without, WHOLE)
    assert lines[:2] == ["Đơn vị:", "  Trạm Y tế xã nay đã gửi: C02.xlsx, 1 số"]
    assert "Số liệu:" not in lines
    assert "  ct2 Cơ quan văn hóa: chưa có số → 100%; chưa đủ căn cứ → nay đạt" in lines


def test_new_answers_are_told_and_old_ones_are_not() -> None:
    now = assessed(WHOLE)
    answers = (
        OfficerAnswer("a", Answer.CHANGE, "105", saying="Số hộ tăng quá nhanh.", is_new=True),
        OfficerAnswer("b", Answer.KEEP, saying="Câu cũ.", is_new=False),
    )
    lines = told(now, replace(now, review=replace(now.review, answers=answers)))
    assert lines == ["Câu trả lời mới trong kiem-tra.xlsx:", "  Số hộ tăng quá nhanh. → sửa thành 105"]


def test_without_the_last_report_numbers_are_still_told() -> None:
    lines = told(BELOW, WHOLE, keeps_report=False)
    assert "    Số hộ được công nhận: 85 → 86 hộ ← T01.xlsx Số liệu!C5" in lines
    assert "Không còn báo cáo của lần lập trước, nên không so được chỉ tiêu và câu chữ." in lines
