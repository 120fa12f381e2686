"""A plan amended in mid-year: which targets and tasks hold in which period, and what the report says of it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from kehoach.errors import PlanError
from kehoach.plan.examples import empty_plan_rows
from kehoach.plan.model import Plan
from kehoach.plan.rows import plan_from_rows
from tests.faults.commune import GOOD, Commune, small_plan
from tests.life.year import assessed, lines, report_of

pytestmark = pytest.mark.xdist_group("test_amended")

AMENDMENT = "Kế hoạch số 51/KH-BCĐ ngày 20/4/2023"
SWITCH = date(2023, 4, 20)


def amended_plan() -> Plan:
    """From 20/4 on: a higher first target, no second task, a new third one."""
    plan = small_plan()
    first, *others = plan.targets
    one, two = plan.tasks
    before = date(2023, 4, 19)
    higher = replace(first, threshold=Fraction(9, 10), since=SWITCH, amendment=AMENDMENT)
    new = replace(
        two, code="nv3", text="Lập tổ hòa giải ở các thôn", short="Tổ hòa giải", since=SWITCH, amendment=AMENDMENT
    )
    return replace(
        plan, targets=(replace(first, until=before), higher, *others), tasks=(one, replace(two, until=before), new)
    )


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    office = {k: v for k, v in GOOD["2023-Q2"]["VP"].items() if k != "trang_thai.nv2"}
    second = {**GOOD["2023-Q2"], "VP": {**office, "trang_thai.nv3": "đang làm"}}
    return Commune(tmp_path_factory.mktemp("sua"), amended_plan(), {**GOOD, "2023-Q2": second})


def test_each_period_is_held_against_what_was_in_force(amended: Commune) -> None:
    first, second = (assessed(amended, p) for p in ("2023-Q1", "2023-Q2"))
    assert [a.target.threshold for a in first.achievements if a.target.code == "ct1"] == [
        small_plan().targets[0].threshold
    ]
    assert [a.target.threshold for a in second.achievements if a.target.code == "ct1"] == [Fraction(9, 10)]
    assert [t.task.code for t in first.tasks] == ["nv1", "nv2"]
    assert [t.task.code for t in second.tasks] == ["nv1", "nv3"]


def test_the_amending_document_is_cited_where_it_applies(amended: Commune) -> None:
    before, after = report_of(amended, "2023-Q1"), report_of(amended, "2023-Q2")
    assert AMENDMENT not in "\n".join(lines(before))
    said = lines(after)
    assert any(f"(được sửa đổi, bổ sung tại {AMENDMENT}), Ban Chỉ đạo" in line for line in said)
    assert any(f"Tổ hòa giải (theo {AMENDMENT}): " in line for line in said)
    assert sum(f"(theo {AMENDMENT})" in line for line in said) == 2


def test_nothing_is_asked_of_a_task_that_is_no_more(amended: Commune) -> None:
    assert amended.findings("2023-Q1") == []
    assert not [f for f in amended.findings("2023-Q2") if f.open]


def test_one_code_stands_twice_only_at_two_times() -> None:
    rows = empty_plan_rows()
    [first] = rows["targets"]
    later = {**first, "threshold": "90", "since": "20/04/2026", "amendment": AMENDMENT}
    rows["targets"] = [{**first, "until": "19/04/2026"}, later]
    assert [t.threshold for t in plan_from_rows(rows).targets] == [Fraction(4, 5), Fraction(9, 10)]
    rows["targets"][0]["until"] = "20/04/2026"
    with pytest.raises(PlanError) as stopped:
        plan_from_rows(rows)
    assert [f.code for f in stopped.value.findings] == ["KP-11"]


def test_a_plan_that_was_not_amended_says_nothing_of_it(tmp_path: Path) -> None:
    commune = Commune(tmp_path, small_plan())
    said = "\n".join(lines(report_of(commune, "2023-Q2")))
    assert "theo Kế hoạch" not in said and "sửa đổi" not in said
