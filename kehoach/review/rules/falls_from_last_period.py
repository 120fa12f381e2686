"""KT-67: what can only grow has become less than last period (số lũy kế giảm so với kỳ trước).

Registered numbers grow through the year, and so does what a target measures against its start, `goc(x)`. Where the
plan's own checks speak of the same number, theirs stands.
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import Nature
from kehoach.plan.model import Plan
from kehoach.review.values import Values
from kehoach.vi.numbers import print_number

CODE = "KT-67"


def check(values: Values) -> Iterator[Finding]:
    """One finding a number that fell; a nil or silent last period says nothing."""
    growing = _growing(values.plan)
    for row in values.here():
        last = values.last(row.element, row.subject)
        before = last.number if last else None
        if row.element in growing and row.number is not None and before is not None and row.number < before:
            label = values.plan.elements[row.element].label
            yield Finding(
                code=CODE,
                severity=Severity.CONFIRM,
                place=row.place,
                read=row.read,
                say=f"{values.name(row.subject)}: “{label}” giảm từ {print_number(before)} xuống "
                f"{print_number(row.number)} so với kỳ trước.",
                do="Hỏi lại đơn vị; giảm thật thì xác nhận.",
                element=row.element,
                subject=row.subject,
                answers=(Answer.CHANGE, Answer.KEEP, Answer.USE_LAST, Answer.DROP),
                beside=str(before),
            )


def _growing(plan: Plan) -> frozenset[str]:
    registered = {e.code for e in plan.elements.values() if e.nature is Nature.REGISTERED}
    from_start = {c.code for t in plan.targets for c in t.expression.codes if c.function == "goc"}
    return frozenset(registered | from_start)
