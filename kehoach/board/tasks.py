"""The tasks by due date (nhiệm vụ theo hạn): overdue ones first, those of the whole year last."""

from datetime import date

from lxml.html import HtmlElement

from kehoach.assessment.model import Assessment, TaskProgress, TaskState
from kehoach.board.markup import Content, section, table
from kehoach.board.tones import state_badge
from kehoach.report.facts import leads, task_fact
from kehoach.vi.names import initial_capital

_HEADS = ("Nhiệm vụ", "Tình hình", "Thời gian", "Chủ trì", "Minh chứng")


def tasks_section(assessment: Assessment) -> HtmlElement | None:
    """A row a task; None where the plan has none."""
    rows = [_row(assessment, progress) for progress in sorted(assessment.tasks, key=_urgency)]
    return section("nhiem-vu", "Nhiệm vụ theo hạn", table("Nhiệm vụ theo hạn", _HEADS, rows, "tasks")) if rows else None


def _urgency(progress: TaskProgress) -> tuple[bool, date]:
    return progress.state is not TaskState.OVERDUE, progress.task.due or date.max


def _row(assessment: Assessment, progress: TaskProgress) -> tuple[Content, ...]:
    task, evidence = progress.task, task_fact(assessment, progress, "minh_chung")
    told = "; ".join(filter(None, (evidence.printed if evidence else "", progress.note)))
    return initial_capital(task.short), state_badge(progress.state), task.time, leads(assessment.plan, task.lead), told
