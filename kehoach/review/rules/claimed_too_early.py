"""KT-59: recognised before its time, or without the decision (ghi công nhận khi chưa đến kỳ, chưa có quyết định).

A year-end fact is not claimed earlier, and "được công nhận" needs a decision's number and date: titles are given by
decision (Decree 122/2018, then Decree 86/2023).
"""

from collections.abc import Iterator

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.model import Element, Nature, Target
from kehoach.plan.needs import asked_elements
from kehoach.review.values import Row, Values, applying
from kehoach.vi.names import initial_capital
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
    targets = [t for t in applying(values.plan, values.period) if element.code in t.expression.elements]
    if not targets:
        return bool(element.periods.codes)
    return any(t.evidence for t in targets) and not any(t.concludes.covers(values.period) for t in targets)


def _unproved(values: Values, target: Target) -> Iterator[Finding]:
    claimed = [r for r in values.here() if r.number and _is_claim(values, target, r)]
    for code in target.evidence if claimed else ():
        for subject in values.plan.subjects(values.plan.elements[code], values.period):
            row = values.row(code, subject)
            if row and not row.is_given:
                yield _paper(values, target, row, claimed)


def _is_claim(values: Values, target: Target, row: Row) -> bool:
    """A number of the target's result that is decided by paper; its base (households, people) claims nothing."""
    top = target.expression.ratio[0] if target.expression.ratio else target.expression
    return row.element in top.elements


def _paper(values: Values, target: Target, row: Row, claimed: list[Row]) -> Finding:
    element = values.plan.elements[row.element]
    total = print_number(sum((r.number or 0 for r in claimed), start=0))
    measure = values.plan.elements[claimed[0].element].measure
    return Finding(
        code=CODE,
        severity=Severity.CONFIRM,
        place=row.place,
        read=row.read,
        say=initial_capital(
            f"Đã có kết quả “{target.short}” ({total}{' ' + measure if measure else ''}) nhưng chưa có “{element.label}”."
        ),
        do=f"Có văn bản thì ghi vào cột Số mới; chưa có thì chọn “{Answer.KEEP}”, báo cáo sẽ ghi chưa đủ căn cứ.",
        element=row.element,
        subject=row.subject,
        answers=(Answer.CHANGE, Answer.KEEP),
    )
