"""KT-59: recognised before its time, or without the decision (ghi công nhận khi chưa đến kỳ, chưa có quyết định).

A year-end fact is not claimed earlier, and "được công nhận" needs a decision's number and date: titles are given by
decision (Decree 122/2018, then Decree 86/2023).
"""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.element import Element, Nature
from kehoach.plan.expression import Code
from kehoach.plan.target import Target
from kehoach.review.values import Values
from kehoach.submission.model import DataValue
from kehoach.vi.numbers import print_number

CODE = "KT-59"


def check(values: Values) -> Iterator[Finding]:
    """A finding an early number, then one for each paper that is missing under a claim made in time."""
    yield from _early(values)
    for target in values.concluding():
        yield from _unproved(values, target)


def _early(values: Values) -> Iterator[Finding]:
    for row in values.here():
        element = values.plan.elements.get(row.element)
        if element and row.number and _is_early(values, element):
            yield Finding(
                code=CODE,
                severity=Severity.CONFIRM,
                place=row.place,
                read=row.read,
                say=f"Chưa đến kỳ kết luận mà {values.name(row.subject)} đã ghi “{element.label}”: {row.read}. "
                "Có phải số năm trước?",
                do=f"Số năm trước thì chọn “{Answer.DROP}”.",
                element=row.element,
                subject=row.subject,
                answers=(Answer.DROP, Answer.KEEP, Answer.CHANGE),
            )


def _is_early(values: Values, element: Element) -> bool:
    """Decided once a year, and neither the plan asks for it now nor does a target that needs papers conclude on it."""
    if element.nature is not Nature.YEARLY or (element.periods.codes and element.periods.covers(values.period)):
        return False
    targets = [t for t in values.plan.targets_in(values.period) if element.code in t.expression.elements]
    if not targets:
        return bool(element.periods.codes)
    return any(t.evidence for t in targets) and not any(t.concludes.covers(values.period) for t in targets)


def _unproved(values: Values, target: Target) -> Iterator[Finding]:
    """Papers not given under a result above zero; its base (households, people) claims nothing by itself."""
    claim = target.expression.ratio[0] if target.expression.ratio else target.expression
    amount = claim.value(lambda code: _total(values, code))
    for code in target.evidence if amount and amount > 0 else ():
        for subject in values.plan.subjects(values.plan.elements[code], values.period):
            row = values.row(code, subject)
            if amount and row and not row.state.is_given:
                yield _paper(values, target, row, amount)


def _total(values: Values, code: Code) -> Fraction | None:
    """Sum over the subjects that gave a number; None where none did."""
    if code.function == "dem":
        return values.number(code, "")
    subjects = values.plan.subjects(values.plan.elements[code.code], values.period)
    known = [n for s in subjects if (n := values.number(code, s)) is not None]
    return sum(known, Fraction(0)) if known else None


def _paper(values: Values, target: Target, row: DataValue, amount: Fraction) -> Finding:
    label = values.plan.elements[row.element].label
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=row.place,
        read=row.read,
        say=f"Đã có kết quả “{target.short}” ({print_number(amount)}) nhưng chưa có “{label}”.",
        do=f"Có văn bản thì ghi vào cột Số mới; chưa có thì chọn “{Answer.KEEP}”, báo cáo sẽ ghi chưa đủ căn cứ.",
        element=row.element,
        subject=row.subject,
        answers=(Answer.CHANGE, Answer.KEEP),
    )
