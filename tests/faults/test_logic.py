"""Faults 58 to 63 of a village's workbook: numbers that contradict each other, by the checks of the sample's plan."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.submission.model import State
from tests.conftest import ROOT
from tests.faults.commune import Commune, cell_of
from tests.faults.test_sheet import sheet_of, told, value

PERIOD = "2023-Q4"
CONTRADICTIONS = {f"KT-{n}" for n in (54, 58, 60, 61, 62, 63)}
THON = {
    "tong_ho": 168, "tong_khau": 741, "ho_dk": 160, "ho_de_nghi": 150, "nvh": "có", "nvh_dat_chuan": "có",
    "nguoi_tham_gia": 350, "nguoi_tdtt_tx": 200, "gd_the_thao": 40, "buoi_tt": 3, "luot_nghe": 150, "dam_cuoi": 4,
    "dam_cuoi_vm": 4, "dam_tang": 2, "dam_tang_vm": 2,
}  # fmt: skip
OFFICE = {"ho_cn.T01": 148, "ho_3nam.T01": 90, "ho_giay_khen.T01": 20, "thon_cn.T01": "có", "thon_5nam.T01": "không"}
LAND = {"ntm_dat": 15, "ntm_ds": "1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 14, 15, 16, 18, 19"}
SCHOOL = {"cq_nguoi": 20, "cq_nguoi_tdtt": 15}
GOOD = {PERIOD: {"T01": THON, "VHXH": OFFICE, "DCXD": LAND, "C02": SCHOOL}}


@cache
def sample_plan() -> Plan:
    """The sample's plan with the units that the contradictions are about."""
    whole = read_plan(ROOT / "input_templates" / "ke-hoach.xlsx")
    units = tuple(u for u in whole.units if u.code in ("X", *GOOD[PERIOD]))
    return replace(whole, units=units, path=None)


@pytest.fixture
def plan() -> Plan:
    return sample_plan()


@pytest.fixture
def sample(tmp_path: Path, plan: Plan) -> Commune:
    return Commune(tmp_path, plan, GOOD)


def contradictions(commune: Commune) -> list[Finding]:
    return [f for f in commune.findings(PERIOD) if f.code in CONTRADICTIONS]


def test_numbers_that_fit_are_silent(sample: Commune) -> None:
    assert contradictions(sample) == []


@pytest.mark.parametrize(
    ("unit", "values", "code", "severity", "at", "say"),
    [
        ("T01", {"ho_dk": 170}, "KT-58", Severity.CORRECT, "ho_dk", "số hộ đăng ký (170) lớn hơn tổng số hộ (168)."),
        (
            "T01",
            {"ho_de_nghi": 161},
            "KT-58",
            Severity.CORRECT,
            "ho_de_nghi",
            "số hộ đề nghị công nhận (161) lớn hơn số hộ đăng ký (160).",
        ),
        (
            "VHXH",
            {"ho_cn.T01": 151},
            "KT-58",
            Severity.CORRECT,
            "ho_cn.T01",
            "số hộ được công nhận (151) lớn hơn số hộ thôn đề nghị (150).",
        ),
        (
            "VHXH",
            {"ho_3nam.T01": 149},
            "KT-60",
            Severity.CORRECT,
            "ho_3nam.T01",
            "số hộ 03 năm liên tục (149) lớn hơn số hộ được công nhận (148).",
        ),
        (
            "VHXH",
            {"thon_cn.T01": "không", "thon_5nam.T01": "có"},
            "KT-60",
            Severity.CORRECT,
            "thon_5nam.T01",
            "ghi đạt 05 năm liên tục nhưng năm nay chưa được công nhận.",
        ),
        (
            "T01",
            {"nguoi_tham_gia": 750},
            "KT-61",
            Severity.CORRECT,
            "nguoi_tham_gia",
            "số người tham gia (750) lớn hơn số nhân khẩu (741); có phải đã ghi số lượt người?",
        ),
        (
            "C02",
            {"cq_nguoi_tdtt": 21},
            "KT-61",
            Severity.CORRECT,
            "cq_nguoi_tdtt",
            "số người tập thể thao (21) lớn hơn tổng số người của cơ quan (20).",
        ),
        (
            "T01",
            {"nvh": "không"},
            "KT-62",
            Severity.CORRECT,
            "nvh_dat_chuan",
            "ghi nhà văn hóa đạt chuẩn nhưng lại ghi chưa có nhà văn hóa.",
        ),
        (
            "T01",
            {"dam_cuoi_vm": 5},
            "KT-62",
            Severity.CORRECT,
            "dam_cuoi_vm",
            "số đám cưới theo nếp sống văn minh (5) lớn hơn số đám cưới (4).",
        ),
        (
            "DCXD",
            {"ntm_dat": 16},
            "KT-63",
            Severity.CONFIRM,
            "ntm_dat",
            "Ghi đạt 16 tiêu chí nhưng liệt kê 15 tiêu chí.",
        ),
        (
            "T01",
            {"tong_khau": 320, "nguoi_tham_gia": 250},
            "KT-54",
            Severity.LOOK,
            "tong_khau",
            "320 nhân khẩu trên 168 hộ là quá ít; có nhầm hai ô không?",
        ),
        (
            "T01",
            {"tong_khau": 7410},
            "KT-54",
            Severity.LOOK,
            "tong_khau",
            "7.410 nhân khẩu trên 168 hộ là quá nhiều; có nhầm hai ô không?",
        ),
    ],
)
def test_a_contradiction_is_told_at_the_cell_that_breaks_it(
    sample: Commune, unit: str, values: dict[str, object], code: str, severity: Severity, at: str, say: str
) -> None:
    sample.send(unit, values, period=PERIOD)
    [finding] = contradictions(sample)
    assert told(finding) == (code, severity, severity.waits)
    assert (finding.place.unit, finding.place.cell) == (unit, cell_of(sample.plan, unit, PERIOD, at))
    assert finding.say.endswith(say)
    if severity.waits:
        assert finding.answers[0] is Answer.CHANGE and Answer.KEEP in finding.answers


def test_58_only_the_breaking_number_is_set_aside(sample: Commune) -> None:
    sample.send("T01", {"ho_dk": 170}, period=PERIOD)
    assert value(sample, "ho_dk", "T01", PERIOD)[1] is State.SET_ASIDE
    assert value(sample, "tong_ho", "T01", PERIOD) == (168, State.NUMBER)


def test_58_one_slip_speaks_once_along_the_chain(sample: Commune) -> None:
    sample.send("T01", {"tong_ho": 100, "tong_khau": 400}, period=PERIOD)
    assert [f.element for f in contradictions(sample)] == ["ho_dk"]


def test_51_rates_under_one_heading_are_each_their_own(sample: Commune) -> None:
    """Two rates of the form have the same label, one below the other."""

    def typed(first: float) -> Callable[[Workbook], None]:
        def spoil(workbook: Workbook) -> None:
            sheet = sheet_of(workbook)
            rows = [
                r[0].row
                for r in sheet.iter_rows(max_col=1)
                if r[0].value == "Tỷ lệ trên tổng số hộ đang cư trú (tự tính)"
            ]
            for row, rate in zip(rows, (first, 40 / 168), strict=True):
                sheet.cell(row, 2).value = rate

        return spoil

    sample.send("T01", spoil=typed(160 / 168), period=PERIOD)
    assert "KT-51" not in {f.code for f in sample.findings(PERIOD)}
    sample.send("T01", spoil=typed(0.5), period=PERIOD)
    [finding] = [f for f in sample.findings(PERIOD) if f.code == "KT-51"]
    assert "ghi 50%, tính lại 160/168 = 95,24%" in finding.say


def test_60_last_year_is_known_from_the_plan(tmp_path: Path, plan: Plan) -> None:
    lost = replace(
        plan, baselines={**plan.baselines, ("2022", "T01", "thon_cn"): plan.baselines["2022", "T01", "thon_cn"] * 0}
    )
    commune = Commune(tmp_path, lost, GOOD)
    commune.send("VHXH", {"thon_5nam.T01": "có"}, period=PERIOD)
    [finding] = contradictions(commune)
    assert told(finding) == ("KT-60", Severity.CONFIRM, True)
    assert finding.say.endswith("ghi đạt 05 năm liên tục nhưng năm trước chưa được công nhận.")


def test_63_more_criteria_than_there_are_is_asked(sample: Commune) -> None:
    sample.send("DCXD", {"ntm_dat": 20}, period=PERIOD)
    [finding] = contradictions(sample)
    assert told(finding) == ("KT-54", Severity.CONFIRM, True)
    assert finding.say.endswith("ghi “20”: lớn hơn mức cao nhất có thể là 19.")


def test_63_any_way_of_listing_counts(sample: Commune) -> None:
    sample.send("DCXD", {"ntm_ds": "1-5; 7, 8, 9; 12 đến 16 và 18; 19"}, period=PERIOD)
    assert contradictions(sample) == []


def test_59_recognition_before_its_time_is_listed_where_nothing_is_said_of_it_yet(commune: Commune) -> None:
    commune.type_in(("2023-Q1", "VP", "ho_cn", "T01", 85))
    finding = commune.one()
    assert told(finding) == ("KT-59", Severity.LOOK, False)
    assert finding.say == ("Chưa đến kỳ kết luận mà Thôn Một đã ghi “Số hộ được công nhận”: 85. Có phải số năm trước?")
    assert finding.do == "Số năm trước thì chọn “bỏ số này”."


@pytest.mark.parametrize(("name", "label"), [("qd_so", "Số quyết định"), ("qd_ngay", "Ngày quyết định")])
def test_59_a_claim_without_its_decision_is_asked(commune: Commune, name: str, label: str) -> None:
    commune.send("VP", {name: None}, period="2023-Q2")
    finding = commune.one("2023-Q2")
    assert told(finding) == ("KT-59", Severity.CONFIRM, True)
    assert finding.place.cell == cell_of(commune.plan, "VP", "2023-Q2", name)
    assert finding.say == f"Đã có kết quả “Gia đình văn hóa” (185) nhưng chưa có “{label} công nhận”."
