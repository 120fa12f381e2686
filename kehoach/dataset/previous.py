"""Last period's values (số kỳ trước), as they are printed beside the answers of a form."""

from kehoach.dataset.frame import counting_values
from kehoach.dataset.model import Dataset
from kehoach.plan.model import Period, Plan
from kehoach.vi.values import Exact


def previous_values(plan: Plan, period: Period, dataset: Dataset | None) -> dict[tuple[str, str], Exact]:
    """(element, subject) → value of the period before, as `dataset` has it; for the plan's first period last year's."""
    before = plan.before(period)
    if not before:
        last_year = max((column for column, _, _ in plan.baselines), default="")
        return {(element, unit): v for (column, unit, element), v in plan.baselines.items() if column == last_year}
    return {
        (element, subject): value.value
        for (code, element, subject), value in (counting_values(dataset) if dataset else {}).items()
        if code == before[-1].code and value.value is not None
    }
