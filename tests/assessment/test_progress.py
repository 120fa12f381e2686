from dataclasses import replace
from datetime import date

import pytest

from kehoach.assessment.assess import assess
from kehoach.assessment.model import TaskProgress, TaskState
from kehoach.assessment.progress import UNPROVED
from kehoach.plan.model import Plan
from tests.reviewed import Given, review_of
from tests.tiny import tiny_plan

Q1, SECOND = "2023-Q1", "2023-Q2"
Said = dict[str, dict[str, Given]]


def told(task: str, period: str, values: Said, earlier: Said | None = None, plan: Plan | None = None) -> TaskProgress:
    plan = plan or tiny_plan()
    return assess(plan, review_of(plan, period, values, {Q1: earlier} if earlier else None)).task(task)


def says(state: Given, proof: Given = None) -> Said:
    return {"trang_thai": {"nv1": state, "nv2": state}, "minh_chung": {"nv1": proof}}


@pytest.mark.parametrize(
    ("period", "state", "expected"),
    [
        (Q1, "chưa làm", TaskState.NOT_DUE),
        (Q1, "đang làm", TaskState.UNDER_WAY),
        (SECOND, "chưa làm", TaskState.OVERDUE),
        (SECOND, "đang làm", TaskState.OVERDUE),
        (SECOND, None, TaskState.NO_DATA),
        (SECOND, "xong rồi", TaskState.NO_DATA),
    ],
)
def test_a_task_due_after_the_cutoff_is_not_overdue(period: str, state: Given, expected: TaskState) -> None:
    assert told("nv1", period, says(state)).state is expected


def test_done_needs_its_evidence() -> None:
    done = told("nv1", SECOND, says("đã xong", "Kế hoạch số 4/KH-BCĐ"))
    assert (done.state, done.evidence, done.note) == (TaskState.DONE, "Kế hoạch số 4/KH-BCĐ", "")
    assert [p.file for p in done.places] == ["VP.xlsx"]
    claimed = told("nv1", SECOND, says("đã xong"))
    assert (claimed.state, claimed.note) == (TaskState.UNDER_WAY, UNPROVED)
    plan = tiny_plan()
    plan = replace(plan, tasks=(replace(plan.tasks[0], evidence=""), plan.tasks[1]))
    assert told("nv1", SECOND, says("đã xong"), plan=plan).state is TaskState.DONE


def test_work_of_the_whole_year_goes_on_until_the_last_period() -> None:
    assert told("nv2", Q1, says("đang làm")).state is TaskState.ONGOING
    assert told("nv2", Q1, says("đã xong")).state is TaskState.ONGOING
    assert told("nv2", Q1, says("chưa làm")).state is TaskState.NOT_DUE
    assert told("nv2", SECOND, says("đang làm")).state is TaskState.ONGOING
    assert told("nv2", SECOND, says("đã xong")).state is TaskState.DONE
    assert told("nv2", SECOND, says(None)).state is TaskState.NO_DATA


def test_a_task_not_yet_begun_of_which_nothing_is_said_is_not_due() -> None:
    plan = tiny_plan()
    autumn = replace(plan.tasks[0], start=date(2023, 7, 1), due=date(2023, 9, 30))
    plan = replace(plan, tasks=(autumn, plan.tasks[1]))
    assert told("nv1", SECOND, says(None), plan=plan).state is TaskState.NOT_DUE


def test_once_done_a_task_stays_done() -> None:
    before = says("đã xong", "Kế hoạch số 4/KH-BCĐ")
    found = told("nv1", SECOND, says(None), before)
    assert (found.state, found.evidence) == (TaskState.DONE, "Kế hoạch số 4/KH-BCĐ")
    assert told("nv1", SECOND, says(None), says("đang làm")).state is TaskState.NO_DATA
    assert told("nv1", SECOND, says("đang làm"), before).state is TaskState.OVERDUE


def test_a_day_is_no_evidence() -> None:
    plan = tiny_plan()
    day = replace(plan.elements["minh_chung"], code="ngay_xong", kind=plan.elements["qd_ngay"].kind)
    plan = replace(plan, elements={**plan.elements, "ngay_xong": day})
    values = {**says("đã xong", "Kế hoạch số 4/KH-BCĐ"), "ngay_xong": {"nv1": date(2023, 3, 30)}}
    found = told("nv1", SECOND, values, plan=plan)
    assert (found.evidence, len(found.places)) == ("Kế hoạch số 4/KH-BCĐ", 1)
