"""A plan written and read back is the same plan: as rows, as a workbook, and twice to the same bytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given

from kehoach.plan.model import Plan
from kehoach.plan.read import read_plan
from kehoach.plan.rows import plan_from_rows, rows_from_plan
from kehoach.plan.write import plan_workbook
from samples.plan_text import sample_rows
from tests.examples import examples
from tests.plan.plans import plans
from tests.tiny import contents, tiny_plan

SLOW = examples(4, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def through_a_file(plan: Plan) -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ke-hoach.xlsx"
        path.write_bytes(plan_workbook(plan))
        return read_plan(path)


@given(plans())
@examples(6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_rows_come_back(plan: Plan) -> None:
    assert contents(plan_from_rows(rows_from_plan(plan))) == contents(plan)


@given(plans())
@SLOW
def test_workbooks_come_back(plan: Plan) -> None:
    assert contents(through_a_file(plan)) == contents(plan)


def test_the_tiny_and_the_sample_plan_come_back_without_a_word() -> None:
    for plan in (tiny_plan(), plan_from_rows(sample_rows())):
        back = through_a_file(plan)
        assert contents(back) == contents(plan)
        assert back.notes == ()
        assert back.path and back.path.name == "ke-hoach.xlsx"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_workbook(tiny_plan()) == plan_workbook(tiny_plan())
