from dataclasses import replace

from kehoach.finding import Finding, Place, Severity
from kehoach.plan.target import Before
from kehoach.report.closing import closing_lines, standing_words
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed
from tests.tiny import tiny_plan

WAITING = Finding("KT-70", Severity.CONFIRM, Place("C02"), "", "Trạm Y tế xã chưa gửi biểu.", "", open=True)


def test_the_five_lines_of_a_year_end_that_waits() -> None:
    found = assessed({**HALF_YEAR, "cq_dat": {"C01": 1}}, missing=("C02",), findings=(WAITING,))
    assert closing_lines(found, "output/2023-Q2/bao-cao.docx (bản dự thảo)", "output/2023-Q2/kiem-tra.xlsx") == [
        "Năm 2023 (kỳ 2023-Q2) · xã Thử · Kế hoạch số 01/KH-BCĐ",
        "Đã nhận   5/6 đơn vị · chưa gửi: Trạm Y tế xã",
        "Chỉ tiêu  đạt 0/2 · chưa đạt 1: Gia đình văn hóa 85,67%, thiếu 01 hộ · chưa đủ căn cứ 1",
        "Báo cáo   output/2023-Q2/bao-cao.docx (bản dự thảo)",
        "Còn 1 việc chờ xác nhận: output/2023-Q2/kiem-tra.xlsx",
    ]


def test_nothing_waits_and_no_report_was_made() -> None:
    lines = closing_lines(assessed(FIRST_QUARTER, Q1), "", "kiem-tra.xlsx")
    assert lines[1:] == [
        "Đã nhận   6/6 đơn vị",
        "Chỉ tiêu  đang thực hiện 1/2 · chưa đến kỳ đánh giá 1",
        "Không còn việc nào chờ xác nhận.",
    ]


def test_estimates_and_full_success() -> None:
    met = assessed({**HALF_YEAR, "ho_cn": {"T01": 90, "T02": 110, "T03": 70}})
    assert closing_lines(met, "", "")[2] == "Chỉ tiêu  đạt 2/2"
    plan = tiny_plan()
    early = replace(plan, targets=tuple(replace(t, before=Before.ESTIMATE) for t in plan.targets))
    assert closing_lines(assessed({**FIRST_QUARTER, "cq_dat": {"C01": 0, "C02": 1}}, Q1, early), "", "")[2] == (
        "Chỉ tiêu  ước chưa đạt 1/2: Cơ quan văn hóa 50%, thiếu 01 cơ quan · chưa có số liệu 1"
    )


def test_many_missing_units_are_counted() -> None:
    plan = tiny_plan()
    more = tuple(replace(plan.units[1], code=f"T{n}", name=f"Thôn {n}") for n in range(10, 18))
    found = assessed({}, plan=replace(plan, units=(*plan.units, *more)), missing=tuple(u.code for u in more))
    assert closing_lines(found, "", "")[1].endswith("Thôn 14, Thôn 15 và 2 đơn vị khác")


def test_no_targets() -> None:
    assert closing_lines(assessed({}, plan=replace(tiny_plan(), targets=())), "", "")[2] == (
        "Chỉ tiêu  kế hoạch không có chỉ tiêu cho kỳ này"
    )


def test_a_unit_that_sent_what_cannot_be_used_is_not_told_to_be_silent() -> None:
    two = Finding("KT-65", Severity.CONFIRM, Place("C01", "a.xlsx"), "", "Hai tệp khác nhau.", "", open=True)
    found = assessed({**HALF_YEAR, "cq_dat": {}}, missing=("C01", "C02"), findings=(WAITING, two))
    assert closing_lines(found, "", "")[1] == (
        "Đã nhận   4/6 đơn vị · chưa gửi: Trạm Y tế xã · gửi rồi, tệp chưa dùng được: Trường Tiểu học xã"
    )


def test_a_text_that_the_officer_has_still_to_write_is_told_where_nothing_else_waits() -> None:
    unwritten = assessed({**HALF_YEAR, "uu_diem": {}})
    assert closing_lines(unwritten, "", "")[-1] == "Không còn việc nào chờ xác nhận; cán bộ còn phải viết “Ưu điểm”."
    assert standing_words(unwritten) == "Báo cáo là bản dự thảo; cán bộ còn phải viết “Ưu điểm”."
    assert standing_words(assessed(HALF_YEAR)) == "Có thể lập bản chính thức."
