"""Targets allotted to thôn: each is held to its own value, in the form, the sentence and the table."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from kehoach.assessment.model import Verdict
from kehoach.form.layout import lay_out_form
from kehoach.form.write import form_workbook
from kehoach.plan.expression import read_expression
from kehoach.plan.model import Plan
from kehoach.plan.period import PeriodChoice
from kehoach.plan.target import Before, Target
from tests.faults.commune import GOOD, Commune, small_plan
from tests.life.year import assessed, lines, report_of, table_rows

pytestmark = pytest.mark.xdist_group("test_allotted")

NEEDED = {"": 7, "T01": 5, "T02": 5}


def allotted_plan(needed: dict[str, int] = NEEDED) -> Plan:
    """So many meetings in the commune, and so many in each thôn."""
    plan = small_plan()
    rows = tuple(_meetings(plan.targets[0], unit, number) for unit, number in needed.items())
    return replace(plan, targets=(*plan.targets, *rows))


def _meetings(like: Target, unit: str, number: int) -> Target:
    return replace(
        like,
        code="ct9",
        text="Họp thôn tuyên truyền",
        short="Họp thôn",
        expression=read_expression("buoi_tt"),
        threshold=Fraction(number),
        measure="buổi",
        concludes=PeriodChoice(("Q2",)),
        before=Before.SILENT,
        evidence=(),
        unit=unit,
    )


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    return Commune(tmp_path_factory.mktemp("giao"), allotted_plan())


def test_every_unit_is_judged_by_its_own_value(commune: Commune) -> None:
    results = {a.target.unit: a for a in assessed(commune).achievements if a.target.code == "ct9"}
    assert {unit: a.verdict for unit, a in results.items()} == {
        "": Verdict.EXCEEDED,
        "T01": Verdict.EXCEEDED,
        "T02": Verdict.NOT_MET,
    }
    assert (results["T02"].actual, results["T02"].short_by) == (4, 1)


def test_the_report_tells_of_the_commune_and_of_the_units(commune: Commune) -> None:
    report = report_of(commune)
    [said] = [line for line in lines(report) if "Họp thôn: " in line]
    assert said.endswith("Theo mức giao từng thôn: đạt 01/02 thôn; chưa đạt: thôn Hai.")
    rows = [row[:4] for row in table_rows(report, "chi_tieu.bang")][-3:]
    assert [row[1] for row in rows] == ["Họp thôn tuyên truyền", "– Thôn Một", "– Thôn Hai"]
    assert [row[3] for row in rows] == ["10 buổi", "06 buổi", "04 buổi"]
    assert [bool(row[0]) for row in rows] == [True, False, False]


def test_nothing_is_said_of_the_units_before_the_time(commune: Commune) -> None:
    assert "Theo mức giao" not in "\n".join(lines(report_of(commune, "2023-Q1")))


def test_nothing_is_claimed_of_a_unit_that_sent_nothing(tmp_path: Path) -> None:
    second = {unit: values for unit, values in GOOD["2023-Q2"].items() if unit != "T02"}
    silent = Commune(tmp_path, allotted_plan(), {**GOOD, "2023-Q2": second})
    results = {a.target.unit: a.verdict for a in assessed(silent).achievements if a.target.code == "ct9"}
    assert results == {"": Verdict.EXCEEDED, "T01": Verdict.EXCEEDED, "T02": Verdict.NO_DATA}


def test_a_target_of_units_alone_needs_no_row_of_the_commune(tmp_path: Path) -> None:
    alone = Commune(tmp_path, allotted_plan({"T01": 5, "T02": 3}))
    report = report_of(alone)
    assert any("Họp thôn. Theo mức giao từng thôn: đạt 02/02 thôn." in line for line in lines(report))
    assert [row[1:3] for row in table_rows(report, "chi_tieu.bang")][-3:] == [
        ("Họp thôn tuyên truyền", "Giao từng đơn vị"),
        ("– Thôn Một", "Từ 05 buổi trở lên"),
        ("– Thôn Hai", "Từ 03 buổi trở lên"),
    ]


def test_the_form_tells_the_unit_what_it_was_given(commune: Commune, tmp_path: Path) -> None:
    plan, path = commune.plan, tmp_path / "b.xlsx"
    form = lay_out_form(plan, plan.unit("T02"), plan.period("2023-Q2"))
    assert form
    path.write_bytes(form_workbook(form, plan, {}))
    words = [str(c.value) for row in openpyxl.load_workbook(path)["Số liệu"].iter_rows() for c in row if c.value]
    assert sum("Kế hoạch giao: từ 05 buổi trở lên." in word for word in words) == 1
