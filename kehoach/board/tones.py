"""Which tone a verdict and a state have (sắc thái của kết luận)."""

from lxml.html import HtmlElement

from kehoach.assessment.model import TaskState, Verdict
from kehoach.board.markup import BAD, CALM, DOUBT, GOOD, badge

_VERDICTS = {
    Verdict.MET: GOOD,
    Verdict.EXCEEDED: GOOD,
    Verdict.LIKELY_MET: GOOD,
    Verdict.NOT_MET: BAD,
    Verdict.LIKELY_NOT_MET: BAD,
    Verdict.NO_DATA: DOUBT,
    Verdict.NO_BASIS: DOUBT,
}
_STATES = {TaskState.DONE: GOOD, TaskState.OVERDUE: BAD, TaskState.NO_DATA: DOUBT}


def tone_of(verdict: Verdict) -> str:
    """The tone of a target's verdict."""
    return _VERDICTS.get(verdict, CALM)


def verdict_badge(verdict: Verdict) -> HtmlElement:
    """What may be said of a target."""
    return badge(str(verdict), tone_of(verdict))


def state_badge(state: TaskState) -> HtmlElement:
    """How far a task is."""
    return badge(str(state), _STATES.get(state, CALM))
