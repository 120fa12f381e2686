"""KT-69: a size far from what the plan knows of the unit (số hộ khác xa danh sách đơn vị).

Asked only where there is no last period to compare with, so that one difference is not told every quarter.
"""

from collections.abc import Iterator

from kehoach.finding import Finding, Severity
from kehoach.plan.lineage import known_sizes
from kehoach.review.rules.jumps_from_last_period import CODE, MOST
from kehoach.review.values import Values
from kehoach.vi.numbers import print_number


def check(values: Values) -> Iterator[Finding]:
    """One finding a number that differs from `Unit.base` by more than a twentieth of it."""
    plan, on = values.plan, values.period.cutoff
    bases = {(code, u.code): size for u in plan.units for code, size in known_sizes(plan, u.code, on).items()}
    for row in values.here():
        known = bases.get((row.element, row.subject))
        last = values.last(row.element, row.subject)
        if row.number is None or not known or (last and last.number is not None):
            continue
        if abs(row.number - known) > MOST * known:
            yield Finding(
                code=CODE,
                severity=Severity.LOOK,
                place=row.place,
                read=row.read,
                say=f"{values.name(row.subject)}: “{values.plan.elements[row.element].label}” là "
                f"{print_number(row.number)}, trang Đơn vị của kế hoạch ghi {print_number(known)}.",
                do="Số nào đúng thì sửa chỗ kia.",
                element=row.element,
                subject=row.subject,
            )
