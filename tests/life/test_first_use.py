"""First use in the middle of a year: nothing is asked about what was before, and nothing is claimed of it."""

from dataclasses import replace
from pathlib import Path

import openpyxl

from kehoach.finding import Severity
from kehoach.form.layout import lay_out_form
from kehoach.form.write import form_workbook
from tests.faults.commune import GOOD, Commune, small_plan
from tests.life.year import assessed, lines, report_of

LATER = {"2023-Q2": GOOD["2023-Q2"]}


def test_starting_late_is_one_line_and_no_question(tmp_path: Path) -> None:
    [said] = Commune(tmp_path, small_plan(), LATER).findings("2023-Q2")
    assert (said.code, said.severity, said.open) == ("KT-105", Severity.NOTED, False)


def test_the_report_says_from_when_it_counts(tmp_path: Path) -> None:
    commune = Commune(tmp_path, small_plan(), LATER)
    said = lines(report_of(commune))
    assert any("05 buổi tuyên truyền (chỉ tính từ ngày 15/3/2023)" in line for line in said)
    assert any("Chưa có số liệu của quý I năm 2023" in line for line in said)


def test_a_plan_whose_first_period_is_late_asks_for_all_that_was(tmp_path: Path) -> None:
    """Without the earlier periods in the plan the forms catch up, and the sums are whole."""
    plan = replace(small_plan(), periods=small_plan().periods[1:])
    commune = Commune(tmp_path, plan, LATER)
    assert commune.findings("2023-Q2") == []
    assert assessed(commune).total("buoi_tt", False).value == 5
    form = lay_out_form(plan, plan.unit("T01"), plan.period("2023-Q2"))
    assert form
    path = tmp_path / "b.xlsx"
    path.write_bytes(form_workbook(form, plan, {}))
    words = " ".join(str(c.value) for row in openpyxl.load_workbook(path)["Số liệu"].iter_rows() for c in row)
    assert "từ 15/12/2022 đến 14/6/2023" in words
    assert "chỉ tính từ" not in "\n".join(lines(report_of(commune)))
