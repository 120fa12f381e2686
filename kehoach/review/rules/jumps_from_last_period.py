"""KT-69: a size that rates are taken of jumps by more than a twentieth (tổng số hộ, nhân khẩu thay đổi quá 5%).

Sizes are what targets divide by.
"""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.finding import Finding, Severity
from kehoach.plan.model import Plan
from kehoach.review.values import Values
from kehoach.vi.numbers import print_number

CODE = "KT-69"
MOST = Fraction(5, 100)
"""Of a thôn's households: births, deaths and moves of a quarter change far fewer, a slip of a digit far more.

The same for every commune, so no row of the plan; what one commune knows better stands in its sheet `Kiểm tra`.
"""


def check(values: Values) -> Iterator[Finding]:
    """One finding a size that differs from last period's by more than `MOST` of it."""
    sizes = sizes_of(values.plan)
    for row in values.here():
        last = values.last(row.element, row.subject)
        before = last.number if last else None
        if row.element in sizes and row.number is not None and before and abs(row.number - before) > MOST * before:
            label = values.plan.elements[row.element].label
            yield Finding(
                code=CODE,
                severity=Severity.LOOK,
                place=row.place,
                read=row.read,
                say=f"{values.name(row.subject)}: “{label}” thay đổi quá 5%, từ {print_number(before)} "
                f"thành {print_number(row.number)} so với kỳ trước.",
                do="Xem có nhầm số không; đúng thì không phải làm gì.",
                element=row.element,
                subject=row.subject,
            )


def sizes_of(plan: Plan) -> frozenset[str]:
    """Codes of what targets divide by."""
    ratios = [t.expression.ratio for t in plan.targets]
    return frozenset(code for ratio in ratios if ratio for code in ratio[1].elements)
