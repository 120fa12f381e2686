"""KT-54, KT-58, KT-60 …: the comparisons of the plan's sheet `Kiểm tra`, for every subject (số liệu mâu thuẫn nhau).

One generic rule: which numbers must not exceed which is the plan's business. Where links of a chain share a number only
the first broken one speaks, for one slip of the pen breaks several.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from kehoach.finding import Answer, Finding, Severity
from kehoach.plan.check import Check
from kehoach.plan.expression import Expression, ExpressionError, read_expression
from kehoach.review.values import Name, Values
from kehoach.submission.model import DataValue
from kehoach.vi.names import initial_capital
from kehoach.vi.numbers import print_number, print_percent

_BRACES = re.compile(r"\{([^{}]*)\}")


def check(values: Values) -> Iterator[Finding]:
    """A finding a broken comparison, in the sheet's order; links that share a number with a broken one are silent."""
    doubted: set[Name] = set()
    for each in values.plan.checks:
        for subject in _subjects(values, each):
            links = {(code, values.subject_of(code, subject)) for code in each.expression.elements}
            row = values.row(_at_fault(each), subject)
            if row is None or doubted & links or _holds(values, each, subject) is not False:
                continue
            finding = _broken(values, each, row)
            if finding.severity.waits and (finding.element, finding.subject) not in values.kept:
                doubted |= links
            yield finding


def _at_fault(each: Check) -> str:
    """The first code of this period's own; the first of all where there is none."""
    return next((c.code for c in each.expression.codes if not c.function), each.expression.elements[0])


def _subjects(values: Values, each: Check) -> tuple[str, ...]:
    return values.plan.subjects(values.plan.elements[_at_fault(each)], values.period)


def _holds(values: Values, each: Check, subject: str) -> bool | None:
    return each.expression.holds(lambda code: values.number(code, subject))


def _broken(values: Values, each: Check, row: DataValue) -> Finding:
    return Finding(
        code=each.finding_code,
        severity=Severity(each.severity),
        place=row.place,
        read=row.read,
        say=initial_capital(_said(values, each.sentence, row.subject)),
        do="Xem lại các số này với đơn vị, ghi số đúng hoặc xác nhận số đã ghi.",
        element=row.element,
        subject=row.subject,
        answers=(Answer.CHANGE, Answer.DROP, Answer.KEEP),
        beside=_beside(values, each, row),
    )


def _beside(values: Values, each: Check, row: DataValue) -> str:
    """The other numbers of the comparison, in its order."""
    others = [code for code in each.expression.codes if code.function or code.code != row.element]
    known = (values.number(code, row.subject) for code in others)
    return "; ".join(str(number) for number in known if number is not None)


def _said(values: Values, sentence: str, subject: str) -> str:
    """The plan's sentence with `{don_vi}` and `{codes}` filled in."""
    return _BRACES.sub(lambda m: _filled(values, m.group(1).strip(), subject) or m.group(0), sentence)


def _filled(values: Values, inside: str, subject: str) -> str:
    if inside == "don_vi":
        return values.name(subject)
    try:
        expression = read_expression(inside)
    except ExpressionError:
        return ""
    number = expression.value(lambda code: values.number(code, subject))
    if number is None:
        return ""
    return _shown(expression, number)


def _shown(expression: Expression, number: Fraction) -> str:
    return print_percent(number) if expression.ratio else print_number(number)
