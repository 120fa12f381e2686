"""The assessment (đánh giá) of one period: the reviewed numbers held against the plan's targets and tasks."""

from functools import cache

from kehoach.assessment.achieve import achievement
from kehoach.assessment.bounds import read_limits
from kehoach.assessment.corrected import corrections
from kehoach.assessment.issued import Issued
from kehoach.assessment.model import Assessment, Total
from kehoach.assessment.progress import progress
from kehoach.assessment.totals import Totals
from kehoach.assessment.values import Values
from kehoach.dataset.frame import counting_values
from kehoach.finding import Place
from kehoach.plan.model import Plan
from kehoach.review.model import Review
from kehoach.review.obey import FROM_LAST
from kehoach.vi.values import Exact


def assess(plan: Plan, review: Review, issued: tuple[Issued, ...] = (), signed: Issued | None = None) -> Assessment:
    """Judges every target and task in force, on the values the review accepted.

    `issued` are the earlier periods' reports that were signed: what they said otherwise is a correction; `signed`
    is the period's own.
    """
    period = review.accepted.period
    plan = plan.as_of(period)
    not_on_file = tuple(p for p in plan.earlier(period) if p.code not in review.accepted.on_file)
    totals = Totals(plan, period, counting_values(review.accepted), read_limits(plan), not_on_file)

    @cache
    def total(code: str, this_period: bool) -> Total:
        return totals.total(code, this_period)

    def value(code: str, subject: str) -> Exact | None:
        entry = totals.entry(plan.elements[code], subject)
        return None if entry is None else entry.number if entry.number is not None else entry.said

    def places(code: str, subject: str) -> tuple[Place, ...]:
        entry = totals.entry(plan.elements[code], subject)
        return (entry.place,) if entry else ()

    def is_carried(code: str, subject: str) -> bool:
        entry = totals.entry(plan.elements[code], subject)
        return entry is not None and entry.source == FROM_LAST

    values = Values(totals, total)
    return Assessment(
        plan,
        period,
        review,
        tuple(achievement(values, t) for t in plan.targets),
        tuple(progress(totals, t) for t in plan.tasks),
        total,
        values.evaluate,
        value,
        places,
        is_carried,
        values.of_unit,
        not_on_file,
        tuple(c for each in issued for c in corrections(totals, each)),
        signed,
    )
