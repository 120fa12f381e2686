"""Each rule: what makes it speak, and what must leave it silent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kehoach.finding import Answer, Severity
from kehoach.plan.check import Check
from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.target import Before
from kehoach.review.review import review_dataset
from kehoach.submission.model import State
from tests.review.frames import FIRST, SECOND, dataset, value_of
from tests.tiny import tiny_plan

PLAN = tiny_plan()


def found(
    period: str, values: Mapping[Any, Any], plan: Plan = PLAN, earlier: Mapping[str, Any] | None = None, **more: Any
) -> list[tuple[str, str, str, bool]]:
    if earlier is None:
        earlier = {"2023-Q1": FIRST} if period == "2023-Q2" else {}
    review = review_dataset(plan, dataset(plan, period, values, earlier, **more))
    return [(f.code, f.element, f.subject or f.place.unit, f.open) for f in review.findings]


@pytest.mark.parametrize(("period", "values"), [("2023-Q1", FIRST), ("2023-Q2", SECOND)])
def test_clean_numbers_are_silent(period: str, values: Mapping[Any, Any]) -> None:
    assert found(period, values) == []


def test_a_missing_unit_waits_and_says_whom_to_call() -> None:
    review = review_dataset(PLAN, dataset(PLAN, "2023-Q1", FIRST, missing=("T01",)))
    (finding,) = review.findings
    assert finding.code == "KT-70"
    assert finding.open
    assert finding.answers == (Answer.WITHOUT_UNIT,)
    assert finding.say == "Thôn Một chưa gửi số liệu quý I năm 2023."
    assert "Trần Thị A (0900000001)" in finding.do


def test_only_the_first_broken_link_of_a_chain_speaks() -> None:
    values = {**SECOND, ("ho_dk", "T01"): 300, ("ho_cn", "T01"): 310}
    assert found("2023-Q2", values) == [("KT-58", "ho_cn", "T01", True)]


def test_checks_that_share_no_number_both_speak() -> None:
    extra = Check("KT-62.1", read_expression("nvh <= buoi_tt"), "cần xem", "{don_vi}: {nvh} nhà, {buoi_tt} buổi.")
    plan = replace(PLAN, checks=(*PLAN.checks, extra))
    values = {**FIRST, ("ho_dk", "T01"): 101, ("buoi_tt", "T01"): 0}
    assert found("2023-Q1", values, plan) == [("KT-58", "ho_dk", "T01", True), ("KT-62", "nvh", "T01", False)]


def test_a_check_says_the_numbers_in_the_plans_words() -> None:
    review = review_dataset(PLAN, dataset(PLAN, "2023-Q1", {**FIRST, ("ho_dk", "T02"): 1121}))
    (finding,) = review.findings
    assert finding.say == "Thôn Hai: số hộ đăng ký (1.121) lớn hơn tổng số hộ (120)."
    assert finding.severity is Severity.CORRECT
    assert (finding.read, finding.place.file, finding.place.cell) == ("1121", "T02.xlsx", "C5")


@pytest.mark.parametrize("silence", [None, State.UNREADABLE, State.NOT_ASKED, State.SET_ASIDE])
def test_what_is_unknown_breaks_no_check(silence: State | None) -> None:
    values = {**FIRST, ("tong_ho", "T01"): silence}
    assert [f for f in found("2023-Q1", values) if f[0] != "KT-111"] == []


def test_nil_counts_as_zero_in_a_check() -> None:
    assert found("2023-Q1", {**FIRST, ("tong_ho", "T01"): State.NIL})[0][:3] == ("KT-58", "ho_dk", "T01")


def test_checks_reach_last_period_and_last_year() -> None:
    grows = Check("KT-67.1", read_expression("buoi_tt >= truoc(buoi_tt)"), "cần xem", "Từ {truoc(buoi_tt)}.")
    start = Check("KT-60.4", read_expression("ho_cn <= goc(ho_cn)"), "cần xem", "Năm trước {goc(ho_cn)}.")
    plan = replace(PLAN, checks=(grows, start))
    review = review_dataset(plan, dataset(plan, "2023-Q2", {**SECOND, ("buoi_tt", "T02"): 1}, {"2023-Q1": FIRST}))
    assert [(f.code, f.subject, f.say) for f in review.findings] == [
        ("KT-67", "T02", "Từ 3."),
        ("KT-60", "T01", "Năm trước 80."),
    ]


def test_recognition_before_its_time_is_listed_where_nothing_rests_on_it() -> None:
    assert found("2023-Q1", {**FIRST, ("ho_cn", "T01"): 85}) == [("KT-59", "ho_cn", "T01", False)]


def test_recognition_before_its_time_is_asked_where_it_would_be_told() -> None:
    told = replace(PLAN.targets[0], before=Before.FOLLOW)
    plan = replace(PLAN, targets=(told, *PLAN.targets[1:]))
    assert found("2023-Q1", {**FIRST, ("ho_cn", "T01"): 85}, plan) == [("KT-59", "ho_cn", "T01", True)]
    assert found("2023-Q1", {**FIRST, ("ho_cn", "T01"): 0}, plan) == []


def test_a_claim_without_its_decision_is_asked_paper_by_paper() -> None:
    values = {**SECOND, ("qd_so", "X"): None, ("qd_ngay", "X"): None}
    review = review_dataset(PLAN, dataset(PLAN, "2023-Q2", values, {"2023-Q1": FIRST}))
    assert [(f.code, f.element, f.open) for f in review.findings] == [
        ("KT-59", "qd_so", True),
        ("KT-59", "qd_ngay", True),
    ]
    assert review.findings[0].say == ("Đã có kết quả “Gia đình văn hóa” (255) nhưng chưa có “Số quyết định công nhận”.")


def test_no_claim_needs_no_decision() -> None:
    silent = {k: v for k, v in SECOND.items() if k[0] not in ("ho_cn", "qd_so", "qd_ngay")}
    assert found("2023-Q2", {**silent, ("qd_so", "X"): None}) == []


def test_registered_numbers_do_not_fall() -> None:
    assert found("2023-Q2", {**SECOND, ("ho_dk", "T02"): 108}) == [("KT-67", "ho_dk", "T02", True)]
    assert found("2023-Q2", {**SECOND, ("ho_dk", "T02"): 115}) == []
    assert found("2023-Q2", {**SECOND, ("ho_dk", "T02"): 108}, earlier={"2023-Q1": {("ho_dk", "T02"): None}}) == []


def test_sizes_that_jump_are_listed() -> None:
    assert found("2023-Q2", {**SECOND, ("tong_ho", "T02"): 127}) == [("KT-69", "tong_ho", "T02", False)]
    assert found("2023-Q2", {**SECOND, ("tong_ho", "T02"): 126}) == []


def test_sizes_far_from_the_plans_are_listed_once() -> None:
    first = {**FIRST, ("tong_ho", "T03"): 90}
    assert found("2023-Q1", first) == [("KT-69", "tong_ho", "T03", False)]
    assert found("2023-Q2", {**SECOND, ("tong_ho", "T03"): 90}, earlier={"2023-Q1": first}) == []


def test_a_file_sent_again_is_listed() -> None:
    again = {**SECOND, ("buoi_tt", "T01"): 2}
    assert found("2023-Q2", again) == [("KT-66", "", "T01", False)]


def test_equal_sizes_alone_are_no_repetition() -> None:
    assert found("2023-Q2", {**SECOND, ("buoi_tt", "T01"): State.NIL, ("kinh_phi", "T01"): State.NIL}) == []


@pytest.mark.parametrize(("day", "codes"), [(date(2023, 6, 14), []), (date(2022, 6, 1), ["KT-57"])])
def test_dates_outside_the_year_are_listed(day: date, codes: list[str]) -> None:
    assert [f[0] for f in found("2023-Q2", {**SECOND, ("qd_ngay", "X"): day})] == codes


def test_done_without_its_paper_is_asked() -> None:
    done = {**FIRST, ("trang_thai", "nv1"): "đã xong", ("trang_thai", "nv2"): "đã xong"}
    assert found("2023-Q1", done) == [("KT-103", "trang_thai", "nv1", True)]
    assert found("2023-Q1", {**done, ("minh_chung", "nv1"): "KH 12"}) == []


def test_a_paper_of_an_earlier_period_still_proves() -> None:
    earlier = {"2023-Q1": {**FIRST, ("minh_chung", "nv1"): "KH 12"}}
    assert found("2023-Q2", {**SECOND, ("trang_thai", "nv1"): "đã xong"}, earlier=earlier) == []


def test_a_blank_text_waits_and_may_stay_blank() -> None:
    review = review_dataset(PLAN, dataset(PLAN, "2023-Q1", {**FIRST, ("uu_diem", "d1"): None}))
    (finding,) = review.findings
    assert (finding.code, finding.element, finding.subject, finding.open) == ("KT-104", "uu_diem", "d1", True)
    assert finding.answers == (Answer.CHANGE, Answer.KEEP)


def test_a_text_of_who_did_not_send_is_not_asked_apart() -> None:
    values = {k: v for k, v in FIRST.items() if k[0] not in ("uu_diem", "van_ban", "trang_thai")}
    assert found("2023-Q1", values, missing=("VP",)) == [("KT-70", "", "VP", True)]


def test_sums_without_a_start_are_told_once() -> None:
    assert found("2023-Q2", SECOND, earlier={}) == [("KT-105", "", "", False)]


def test_a_doubted_value_is_set_aside_and_no_other() -> None:
    data = dataset(PLAN, "2023-Q1", {**FIRST, ("ho_dk", "T01"): 150, ("tong_ho", "T03"): 90})
    review = review_dataset(PLAN, data)
    assert value_of(review.accepted, "ho_dk", "T01") == (None, State.SET_ASIDE)
    assert value_of(review.accepted, "tong_ho", "T03") == (90, State.NUMBER)
    assert value_of(data, "ho_dk", "T01") == (150, State.NUMBER)
    assert list(review.accepted.by_value.dtypes) == list(data.by_value.dtypes)
