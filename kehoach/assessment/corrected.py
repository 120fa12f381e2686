"""Earlier periods that were issued and have changed since (điều chỉnh sau khi ban hành).

In: totals as they are worked out now, and what an issued report said. Out: the totals that differ.
"""

from collections.abc import Callable, Iterator

from kehoach.assessment.issued import Issued, IssuedTotal
from kehoach.assessment.model import Correction, Total
from kehoach.assessment.totals import Totals
from kehoach.plan.model import Plan
from kehoach.plan.period import Period


def own_totals(plan: Plan, period: Period, total: Callable[[str, bool], Total]) -> dict[str, IssuedTotal]:
    """Every total of the period alone that is a number, by element code: what an issued report keeps."""
    asked = (e for e in plan.elements.values() if e.kind.is_number and e.periods.covers(period))
    found = (total(e.code, True) for e in asked)
    return {t.code: IssuedTotal(t.code, t.value, t.given, t.expected) for t in found if t.value is not None}


def corrections(totals: Totals, issued: Issued) -> Iterator[Correction]:
    """What has another total now; an element that the plan lacks now, or nobody answers now, is no correction."""
    then = totals.before(totals.plan.period(issued.period))
    now = own_totals(then.plan, then.period, then.total)
    for code, before in issued.totals.items():
        if code in now and now[code].value != before.value:
            yield Correction(issued, then.period, before, then.total(code, this_period=True))
