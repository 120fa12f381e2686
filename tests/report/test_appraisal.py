"""What facts alone say of strengths and shortcomings, and that they say no more."""

from dataclasses import replace

from kehoach.plan.model import Plan
from kehoach.plan.section import Content, ContentKind
from kehoach.report.compose import compose_report
from kehoach.report.model import Report
from tests.report.reports import FIRST_QUARTER, HALF_YEAR, Q1, assessed, names, words
from tests.report.test_sections import section
from tests.tiny import tiny_plan

TEXT = Content(ContentKind.TEXT, codes=("uu_diem",))
GOOD, BAD = Content(ContentKind.STRENGTHS), Content(ContentKind.SHORTCOMINGS)
ENOUGH = {"ho_cn": {"T01": 87, "T02": 104, "T03": 68}}


def plan() -> Plan:
    return replace(tiny_plan(), sections=(section("tot", 1, GOOD, TEXT), section("kem", 1, BAD)))


def half_year(**more: object) -> Report:
    return compose_report(assessed({**HALF_YEAR, **more}, plan=plan()))  # type: ignore[dict-item]


def test_what_was_met_and_what_was_not() -> None:
    report = half_year()
    assert words(report, "ket_qua_dat.dat") == "Có 01/02 chỉ tiêu đạt kế hoạch: Cơ quan văn hóa (100%)."
    assert words(report, "ket_qua_dat.xong") == "Đã hoàn thành 01/02 nhiệm vụ của kế hoạch."
    assert words(report, "ket_qua_chua_dat.chua_dat") == (
        "Chỉ tiêu chưa đạt kế hoạch: Gia đình văn hóa (85,67%, còn thiếu 01 hộ)."
    )
    assert "ket_qua_chua_dat.qua_han" not in names(report)


def test_what_fails_without_a_silent_unit_says_of_whom_the_rate_is() -> None:
    report = half_year(ho_cn={"T01": 10, "T02": 20})
    assert words(report, "ket_qua_chua_dat.chua_dat") == (
        "Chỉ tiêu chưa đạt kế hoạch: Gia đình văn hóa (13,64%, số liệu của 02/03 thôn)."
    )


def test_more_than_promised_is_said_so_and_leaves_no_shortcoming() -> None:
    report = half_year(**ENOUGH)
    assert words(report, "ket_qua_dat.dat").startswith(
        "Có 02/02 chỉ tiêu đạt và vượt kế hoạch: Gia đình văn hóa (86,33%)"
    )
    assert [n for n in names(report) if n.startswith(("kem", "ket_qua_chua_dat"))] == []


def test_work_overdue_is_a_shortcoming() -> None:
    report = half_year(trang_thai={"nv1": "đang làm", "nv2": "đang làm"})
    assert words(report, "ket_qua_chua_dat.qua_han") == (
        "Nhiệm vụ quá hạn, chưa hoàn thành: kế hoạch giai đoạn (quý I năm 2023)."
    )
    assert "ket_qua_dat.xong" not in names(report)


def test_nothing_is_claimed_before_its_time_or_without_its_papers() -> None:
    early = compose_report(assessed(FIRST_QUARTER, Q1, plan()))
    assert [n for n in names(early) if n.startswith("ket_qua_")] == []
    unproved = half_year(**ENOUGH, qd_so={})
    assert "Gia đình" not in words(unproved, "ket_qua_dat.dat")
    assert [n for n in names(unproved) if n.startswith("ket_qua_chua_dat")] == []


def test_none_to_tell_drops_the_section_with_its_facts() -> None:
    report = half_year(uu_diem={"d1": "Không có."})
    assert [n for n in names(report) if n.startswith(("tot", "ket_qua_dat"))] == []
    assert words(report, "kem.de_muc")
    assert next(b for b in report.blocks if b.id == "kem.de_muc").number == "I."  # type: ignore[union-attr]


def test_a_number_of_the_period_that_is_an_estimate_is_one_here_too() -> None:
    first, second = tiny_plan().periods
    estimate = replace(plan(), periods=(first, replace(second, is_estimate=True)))
    report = compose_report(assessed({**HALF_YEAR, **ENOUGH}, plan=estimate))
    assert words(report, "ket_qua_dat.uoc_dat").startswith("Có 02/02 chỉ tiêu ước đạt kế hoạch: ")
