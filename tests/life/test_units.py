"""Units that merge, split or change their name in mid-year: their numbers, their forms, what is asked of whom."""

from pathlib import Path

import openpyxl
import pytest

from kehoach.form.layout import lay_out_form
from kehoach.form.write import form_workbook
from kehoach.plan.expression import Code
from kehoach.plan.lineage import known_sizes, same_ground
from tests.faults.commune import FIRST, Commune
from tests.life.year import assessed, changed_year, lines, new_unit, plan_with, report_of, table_rows

pytestmark = pytest.mark.xdist_group("test_units")

MERGED = {"tong_ho": 220, "ho_dk": 200, "buoi_tt": 7, "kinh_phi": 5, "nvh": "có"}


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    """T01 and T02 became Thôn Hợp Nhất."""
    plan = plan_with(new_unit("T09", "Thôn Hợp Nhất"), gone={"T01": ("T09",), "T02": ("T09",)})
    return changed_year(tmp_path_factory.mktemp("nhap"), plan, {"T09": MERGED}, ("T09",))


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    """T02 was split: one part became a thôn of its own, the other went to T01."""
    plan = plan_with(new_unit("T09", "Thôn Tách Riêng"), gone={"T02": ("T01", "T09")})
    second = {
        "T01": {**MERGED, "tong_ho": 160, "ho_dk": 85},
        "T09": {"tong_ho": 60, "ho_dk": 55, "buoi_tt": 1, "kinh_phi": 1.5, "nvh": "không"},
    }
    return changed_year(tmp_path_factory.mktemp("tach"), plan, second, ("T01", "T09"))


def test_the_numbers_of_merged_units_add_up_in_the_one_they_became(merged: Commune) -> None:
    assessment = assessed(merged)
    meetings = assessment.total("buoi_tt", False)
    assert (meetings.value, meetings.given, meetings.is_complete) == (12, ("T09",), True)
    assert assessment.unit_value(Code("buoi_tt"), "T09") == 2 + 3 + 7
    assert assessment.unit_value(Code("ho_dk", "truoc"), "T09") == 90 + 110
    assert assessment.unit_value(Code("ho_cn", "goc"), "T09") == 80 + 100
    assert assessment.evaluate(Code("thon", "dem")) == 1


def test_nothing_is_asked_because_units_merged(merged: Commune) -> None:
    assert not [f for f in merged.findings("2023-Q2") if f.open]
    assert not [f for f in merged.findings("2023-Q2") if f.code in ("KT-67", "KT-68", "KT-69")]


def test_a_true_jump_of_a_merged_unit_is_still_told(merged: Commune, tmp_path: Path) -> None:
    jumped = {**MERGED, "tong_ho": 330, "ho_dk": 150}
    commune = changed_year(tmp_path, merged.plan, {"T09": jumped}, ("T09",))
    said = {f.code: f.say for f in commune.findings("2023-Q2")}
    assert "giảm từ 200 xuống 150" in said["KT-67"]
    assert "từ 220 thành 330" in said["KT-69"]


def test_the_report_of_a_merged_year_counts_and_names_by_date(merged: Commune) -> None:
    report = report_of(merged)
    assert any("tổ chức 12 buổi tuyên truyền" in line for line in lines(report))
    names = [row[1] for row in table_rows(report, "pl_thon.bang_thon")]
    assert names == ["Thôn Hợp Nhất", "Tổng"]
    first = [row[1] for row in table_rows(report_of(merged, "2023-Q1"), "pl_thon.bang_thon")]
    assert first == ["Thôn Một", "Thôn Hai", "Tổng"]


def test_yes_and_no_of_units_that_became_one_leave_it_open(merged: Commune) -> None:
    """T01 had a house of culture and T02 had none: only the merged unit's own word tells."""
    assert assessed(merged).unit_value(Code("nvh", "truoc"), "T09") is None
    assert assessed(merged).unit_value(Code("nvh"), "T09") == 1


def test_the_form_of_a_merged_unit_says_whose_numbers_it_takes_in(merged: Commune, tmp_path: Path) -> None:
    plan, period = merged.plan, merged.plan.period("2023-Q2")
    form = lay_out_form(plan, plan.unit("T09"), period)
    assert form and lay_out_form(plan, plan.unit("T01"), period) is None
    path = tmp_path / "b.xlsx"
    path.write_bytes(form_workbook(form, plan, {}))
    words = "\n".join(str(c.value) for row in openpyxl.load_workbook(path)["Số liệu"].iter_rows(max_row=8) for c in row)
    assert "Tính cả số trước khi sáp nhập, chia tách của: Thôn Một (hết ngày 31/3/2023)" in words


def test_a_file_of_a_unit_that_merged_is_named_with_where_it_went(merged: Commune, tmp_path: Path) -> None:
    before = Commune(tmp_path / "cu", plan_with(gone={}), {})
    late = before.send("T01", {**FIRST["T01"]}, period="2023-Q2").read_bytes()
    commune = changed_year(tmp_path / "moi", merged.plan, {"T09": MERGED}, ("T09",))
    commune.send(period="2023-Q2", data=late, name="thon mot.xlsx")
    [finding] = [f for f in commune.findings("2023-Q2") if f.code == "KT-41"]
    assert "đã nhập vào Thôn Hợp Nhất sau ngày 31/3/2023" in finding.say


def test_what_a_unit_gave_before_it_was_split_stays_in_the_sum(split: Commune) -> None:
    assessment = assessed(split)
    meetings = assessment.total("buoi_tt", False)
    assert (meetings.value, meetings.past, meetings.is_complete) == (2 + 3 + 7 + 1, ("T02",), True)
    assert assessment.unit_value(Code("ho_dk", "truoc"), "T01") is None
    assert assessment.unit_value(Code("ho_cn", "goc"), "T09") is None
    assert assessment.evaluate(Code("ho_cn", "goc")) == 80 + 100


def test_a_split_asks_no_false_question(split: Commune) -> None:
    """T01 grew by sixty in a hundred households, and registered fewer than before: the split explains both."""
    assert not [f.line for f in split.findings("2023-Q2") if f.open or f.code in ("KT-67", "KT-69")]


def test_the_table_of_units_shows_the_part_of_the_one_that_was_split(split: Commune) -> None:
    rows = table_rows(report_of(split), "pl_thon.bang_thon")
    assert [row[1] for row in rows] == ["Thôn Một", "Thôn Tách Riêng", "Thôn Hai (đến ngày 31/3/2023)", "Tổng"]
    money = [row[-1] for row in rows]
    assert money == ["5", "1,5", "12,5", "19"]


def test_a_missing_unit_is_counted_among_those_of_today(split: Commune, tmp_path: Path) -> None:
    commune = changed_year(tmp_path, split.plan, {"T01": MERGED}, ("T01", "T09"))
    assert any("số liệu của 01/02 thôn" in line for line in lines(report_of(commune)))


def test_a_new_name_goes_on_with_the_old_numbers(tmp_path: Path) -> None:
    plan = plan_with(new_unit("T09", "Thôn Mới Tên"), gone={"T01": ("T09",)})
    second = {"T09": {**FIRST["T01"], "buoi_tt": 5}, "T02": {**FIRST["T02"], "buoi_tt": 1}}
    commune = changed_year(tmp_path, plan, second, ("T09", "T02"))
    assert not [f for f in commune.findings("2023-Q2") if f.open]
    assert assessed(commune).unit_value(Code("buoi_tt"), "T09") == 7


def test_known_sizes_follow_the_day(merged: Commune, split: Commune) -> None:
    q1, q2 = merged.plan.periods[0].cutoff, merged.plan.periods[1].cutoff
    both = merged.plan.unit("T01").base["tong_ho"] + merged.plan.unit("T02").base["tong_ho"]
    assert known_sizes(merged.plan, "T09", q2) == {"tong_ho": both}
    assert same_ground(merged.plan, "T09", q1, q2) == ("T01", "T02")
    assert same_ground(split.plan, "T01", q1, q2) == ()
