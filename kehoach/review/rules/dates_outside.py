"""KT-57: a date that does not belong to the period (ngày không thuộc kỳ báo cáo).

Flows belong to the period itself; decisions and tasks to the time since the sums begin.
"""

from collections.abc import Iterator
from datetime import date

from kehoach.finding import Finding, Severity
from kehoach.plan.element import Nature
from kehoach.review.values import Values
from kehoach.vi.dates import print_date

CODE = "KT-57"


def check(values: Values) -> Iterator[Finding]:
    """One finding a date before the first or after the last day."""
    period = values.period
    for row in values.here():
        element = values.plan.elements.get(row.element)
        if element is None or not isinstance(row.value, date):
            continue
        first = period.start if element.nature is Nature.FLOW else period.cumulative_from
        if not first <= row.value <= period.cutoff:
            yield Finding(
                code=CODE,
                severity=Severity.LOOK,
                place=row.place,
                read=row.read,
                say=f"“{element.label}” là ngày {print_date(row.value)}, không thuộc thời gian từ {print_date(first)} "
                f"đến {print_date(period.cutoff)}.",
                do="Xem có gõ nhầm ngày, tháng, năm không.",
                element=row.element,
                subject=row.subject,
            )
