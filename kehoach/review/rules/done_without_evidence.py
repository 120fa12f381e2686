"""KT-103: a task is said to be done, without the paper that proves it (báo đã xong mà chưa có minh chứng).

The last choice of the tasks' state means done; the first text asked of each task is its evidence.
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import Element, ElementKind
from kehoach.plan.task import Task
from kehoach.review.values import Values, is_about_tasks
from kehoach.vi.names import fold

CODE = "KT-103"


def check(values: Values) -> Iterator[Finding]:
    """One finding a task whose evidence the plan wants and nobody gave."""
    state, evidence = _asked(values, ElementKind.CHOICE), _asked(values, ElementKind.TEXT)
    if not (state and evidence and state.choices):
        return
    for task in values.plan.tasks_in(values.period):
        row = values.row(state.code, task.code)
        is_done = row is not None and fold(str(row.value or "")) == fold(state.choices[-1])
        if row and is_done and task.evidence and not _is_proved(values, evidence, task):
            yield Finding(
                code=CODE,
                severity=Severity.CONFIRM,
                place=row.place,
                read=row.read,
                say=f"Nhiệm vụ “{task.short}” ghi “{row.read}” nhưng chưa có {task.evidence}.",
                do=f"Ghi {task.evidence} vào biểu, hoặc sửa lại tình hình.",
                element=state.code,
                subject=task.code,
                answers=(Answer.CHANGE, Answer.DROP, Answer.KEEP),
            )


def _is_proved(values: Values, evidence: Element, task: Task) -> bool:
    """Whether a paper was named, in this period or an earlier one."""
    rows = (values.rows.get((p.code, evidence.code, task.code)) for p in values.plan.periods)
    return any(r is not None and isinstance(r.value, str) for r in rows)


def _asked(values: Values, kind: ElementKind) -> Element | None:
    return next((e for e in values.plan.elements.values() if is_about_tasks(e) and e.kind is kind), None)
