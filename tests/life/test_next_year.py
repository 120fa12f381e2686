"""Next year's folder from this year's: what came along, what waits, and that the officer can go on from there."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from kehoach.assessment.carried import accepted_numbers
from kehoach.commands import init, templates
from kehoach.errors import PlanError, UseError
from kehoach.plan.model import Plan
from kehoach.plan.next_year import Numbers, next_year, shifted
from kehoach.plan.read import read_plan
from kehoach.plan.section import ContentKind
from tests.conftest import ROOT
from tests.faults.commune import Commune
from tests.life.test_units import MERGED
from tests.life.year import assessed, changed_year, new_unit, plan_with

pytestmark = pytest.mark.xdist_group("test_next_year")

NEW = {"Số, ký hiệu kế hoạch": "21/KH-BCĐ", "Ngày kế hoạch": "15/02/2024", "Trích yếu kế hoạch": "Thực hiện năm 2024"}


@pytest.fixture(scope="module")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2024 from the sample year."""
    root = tmp_path_factory.mktemp("hai-nam")
    shutil.copytree(ROOT / "input_templates", root / "2023" / "input_templates")
    before = {path: path.read_bytes() for path in (root / "2023").rglob("*") if path.is_file()}
    said = init.run(root / "2024", root / "2023").text
    assert "Đã chép sang: 20 đơn vị" in said and "2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4" in said
    assert "1. Thông tin: số, ký hiệu, ngày và trích yếu của kế hoạch mới." in said
    assert before == {path: path.read_bytes() for path in (root / "2023").rglob("*") if path.is_file()}
    return root / "2024"


@pytest.fixture(scope="module")
def finished(new_folder: Path) -> Plan:
    """The plan once the officer has written what only the new plan can say."""
    path = new_folder / "input_templates" / "ke-hoach.xlsx"
    with pytest.raises(PlanError) as stopped:
        read_plan(path)
    assert [f.place.cell for f in stopped.value.findings] == ["B6", "B7", "B8"]
    workbook = openpyxl.load_workbook(path)
    for row in workbook["Thông tin"].iter_rows():
        if row[0].value and str(row[0].value).rstrip(" *") in NEW:
            row[1].value = NEW[str(row[0].value).rstrip(" *")]
    workbook.save(path)
    return read_plan(path)


def test_what_stays_true_came_along_and_promises_did_not(finished: Plan) -> None:
    old = read_plan(ROOT / "input_templates" / "ke-hoach.xlsx")
    assert [u.aliases for u in finished.units] == [u.aliases for u in old.units]
    assert finished.checks == old.checks and finished.recipients == old.recipients
    drawn = {s.code for s in old.sections if [c.kind for c in s.contents] == [ContentKind.CHART]}
    assert [s.code for s in finished.sections] == [s.code for s in old.sections if s.code not in drawn]
    assert set(finished.elements) == set(old.elements)
    assert finished.targets == finished.tasks == ()
    assert not [s for s in finished.sentences if s.code.startswith(("ct", "nv"))]
    assert finished.issuer.year == 2024 and finished.issuer.signer == old.issuer.signer
    assert not [p.duty for p in finished.parties if p.duty]


def test_periods_and_words_are_of_the_new_year(finished: Plan) -> None:
    first, last = finished.periods[0], finished.periods[-1]
    assert (first.code, first.name, str(first.start)) == ("2024-Q1", "quý I năm 2024", "2023-12-15")
    assert (last.code, str(last.cutoff), last.request) == ("2024-Q4", "2024-12-14", "")
    assert finished.elements["ho_dk"].label.endswith("năm 2024")
    words = [e.label for e in finished.elements.values()] + [s.text for s in finished.sentences]
    assert not [w for w in words if "năm 2023" in w]
    assert any("giai đoạn 2019 - 2023" in w for w in words), "a span of years is a name, not this year"


def test_last_years_accepted_numbers_of_every_period_are_there(finished: Plan) -> None:
    columns = {column for column, _, _ in finished.baselines}
    assert columns == {"2022", "2023", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"}
    villages = [f"T0{n}" for n in range(1, 9)]
    assert sum(finished.baselines["2023", v, "ho_cn"] for v in villages) == 962
    assert finished.baselines["2023", "X", "ntm_dat"] == 15
    assert ("2023-Q3", "T07", "tong_ho") not in finished.baselines, "Suối Quỳnh sent nothing in the third quarter"
    assert finished.unit("T01").base["tong_ho"] == finished.baselines["2023", "T01", "tong_ho"]


def test_flows_are_carried_as_sums_since_the_year_began(finished: Plan) -> None:
    by_period = [finished.baselines[f"2023-Q{n}", "T01", "buoi_tt"] for n in (1, 2)]
    assert by_period[0] == 2 and by_period[1] > by_period[0]


def test_nothing_of_a_decision_is_carried(finished: Plan) -> None:
    texts = {e.code for e in finished.elements.values() if not e.kind.is_number}
    assert not [code for _, _, code in finished.baselines if code in texts]


@pytest.mark.usefixtures("finished")
def test_the_new_years_forms_show_last_years_numbers(new_folder: Path) -> None:
    templates.run(new_folder, "Q1")
    workbook = openpyxl.load_workbook(next((new_folder / "input_templates" / "2024-Q1").glob("T01*.xlsx")))
    [(sheet, spot)] = workbook.defined_names["tong_ho"].destinations
    row = workbook[sheet][spot.replace("$", "")].row
    assert [workbook[sheet].cell(row, column).value for column in (2, 4)] == [None, 168]


def test_an_existing_folder_is_not_written_over(new_folder: Path) -> None:
    with pytest.raises(UseError, match="đã có kế hoạch"):
        init.run(new_folder, new_folder)


def test_units_that_merged_go_on_as_one(tmp_path: Path) -> None:
    plan = plan_with(new_unit("T09", "Thôn Hợp Nhất"), gone={"T01": ("T09",), "T02": ("T09",)})
    after = next_year(plan, _numbers(changed_year(tmp_path, plan, {"T09": MERGED}, ("T09",))))
    assert [u.code for u in after.units] == ["X", "VP", "T09"]
    assert [after.baselines[column, "T09", "buoi_tt"] for column in ("2023-Q1", "2023-Q2")] == [5, 12]
    assert after.baselines["2022", "T09", "ho_cn"] == 180
    assert after.unit("T09").base == {"tong_ho": 220}
    assert {unit for _, unit, _ in after.baselines} <= {"X", "VP", "T09"}


def test_what_was_given_before_a_split_is_the_communes(tmp_path: Path) -> None:
    plan = plan_with(new_unit("T09", "Thôn Tách Riêng"), gone={"T02": ("T01", "T09")})
    second: dict[str, dict[str, object]] = {"T01": MERGED, "T09": {**MERGED, "buoi_tt": 1}}
    after = next_year(plan, _numbers(changed_year(tmp_path, plan, second, ("T01", "T09"))))
    assert after.baselines["2023-Q2", "X", "buoi_tt"] == 2 + 3 + 7 + 1
    assert after.baselines["2023-Q1", "X", "tong_ho"] == 220
    assert ("2023-Q1", "T01", "tong_ho") not in after.baselines


def _numbers(commune: Commune) -> Numbers:
    last = commune.plan.periods[-1].cutoff
    periods = [p.code for p in commune.plan.periods]
    return {(p, *name): n for p in periods for name, n in accepted_numbers(assessed(commune, p), last).items()}


def test_only_this_years_number_in_words_moves_on() -> None:
    assert shifted("năm 2023, Năm 2022 và năm học 2023 - 2024", 2023) == "năm 2024, Năm 2023 và năm học 2024 - 2025"
    assert shifted("giai đoạn 2021 - 2026, Quyết định năm 2015", 2023) == "giai đoạn 2021 - 2026, Quyết định năm 2015"
