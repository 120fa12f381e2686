"""How far a task is along (tiến độ nhiệm vụ): what was said of it, what proves it, and what the calendar says."""

from dataclasses import dataclass

from kehoach.assessment.model import TaskProgress, TaskState
from kehoach.assessment.totals import Totals
from kehoach.plan.element import TASKS, Element, ElementKind
from kehoach.plan.task import Task
from kehoach.review.obey import FROM_LAST
from kehoach.submission.model import DataValue

UNPROVED = "đã báo xong, chưa có minh chứng"
CARRIED = "lấy theo kỳ trước"


@dataclass(frozen=True)
class _Said:
    """What stands on file about a task: step 0 not begun, 1 under way, 2 done, None nothing said."""

    step: int | None
    texts: tuple[DataValue, ...]
    days: tuple[DataValue, ...]
    state: DataValue | None


def progress(totals: Totals, task: Task) -> TaskProgress:
    """The state of one task; done needs its evidence, and stays done once it was."""
    said = _said(totals, task)
    evidence, *notes = [str(e.said) for e in said.texts] or [""]
    is_unproved = said.step == 2 and bool(task.evidence) and not evidence
    entries = (*((said.state,) if said.state else ()), *said.texts, *said.days)
    return TaskProgress(
        task,
        _state(totals, task, said.step, is_unproved),
        evidence,
        "; ".join(filter(None, (UNPROVED if is_unproved else " ".join(notes), _carried(said)))),
        tuple(dict.fromkeys(e.place for e in entries)),
    )


def _carried(said: _Said) -> str:
    """That the state is the period before's because the officer had it used; what is done stays done anyway."""
    return CARRIED if said.state and said.state.source == FROM_LAST and said.step != 2 else ""


def _state(totals: Totals, task: Task, step: int | None, is_unproved: bool) -> TaskState:
    period = totals.period
    is_last = not totals.plan.after(period)
    if step is None:
        begins_later = task.start is not None and task.start > period.cutoff
        return TaskState.NOT_DUE if begins_later else TaskState.NO_DATA
    if task.is_ongoing and not (step == 2 and is_last):
        return TaskState.ONGOING if step else TaskState.NOT_DUE
    if step == 2:
        return TaskState.UNDER_WAY if is_unproved else TaskState.DONE
    if task.due is not None and task.due < period.cutoff:
        return TaskState.OVERDUE
    return TaskState.UNDER_WAY if step else TaskState.NOT_DUE


def _said(totals: Totals, task: Task) -> _Said:
    elements = [e for e in totals.plan.elements.values() if e.subject == TASKS]
    states = [e for e in elements if e.kind is ElementKind.CHOICE][:1]
    others = [e for e in elements if e not in states]
    state, step = None, None
    for element in states:
        state, step = _latest_state(totals, element, task)
    texts = _entries(totals, [e for e in others if e.kind is not ElementKind.DATE], task)
    return _Said(step, texts, _entries(totals, [e for e in others if e.kind is ElementKind.DATE], task), state)


def _entries(totals: Totals, elements: list[Element], task: Task) -> tuple[DataValue, ...]:
    found = (_last_said(totals, element, task) for element in elements)
    return tuple(e for e in found if e)


def _latest_state(totals: Totals, element: Element, task: Task) -> tuple[DataValue | None, int | None]:
    """This period's statement; where it is silent, an earlier "done" still stands, anything else does not."""
    now = totals.entry(element, task.code)
    if now and (step := _step(element, now)) is not None:
        return now, step
    before = _last_said(totals, element, task)
    return (before, 2) if before and _step(element, before) == 2 else (None, None)


def _step(element: Element, entry: DataValue) -> int | None:
    if not isinstance(entry.said, str) or entry.said not in element.choices:
        return None
    place = element.choices.index(entry.said)
    return 0 if place == 0 else 2 if place == len(element.choices) - 1 else 1


def _last_said(totals: Totals, element: Element, task: Task) -> DataValue | None:
    """The newest statement of this or an earlier period."""
    for period in (totals.period, *reversed(totals.plan.before(totals.period))):
        entry = totals.before(period).entry(element, task.code)
        if entry and entry.said is not None:
            return entry
    return None
