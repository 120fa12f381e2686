"""Last period's values (số kỳ trước), as they are printed beside the answers of a form."""

from decimal import Decimal
from fractions import Fraction

from kehoach.dataset.frame import counting_values
from kehoach.dataset.model import Dataset
from kehoach.plan.lineage import baseline, same_ground, together
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.submission.model import DataValue
from kehoach.vi.values import Exact


def previous_values(plan: Plan, period: Period, dataset: Dataset | None) -> dict[tuple[str, str], Exact]:
    """(element, subject) → value of the period before, as `dataset` has it; for the plan's first period last year's.

    A unit has what it consisted of then: those that merged into it together, nothing where one was split.
    """
    before = plan.before(period)
    if not before:
        return _last_year(plan, period)
    rows = counting_values(dataset) if dataset else {}
    last = {(element, subject): v for (code, element, subject), v in rows.items() if code == before[-1].code}
    units = [u.code for u in plan.active_units(period)]
    ground = {u: same_ground(plan, u, before[-1].cutoff, period.cutoff) for u in units}
    changed = {u: those for u, those in ground.items() if those != (u,)}
    found = {name: v.value for name, v in last.items() if v.value is not None and name[1] not in changed}
    for unit, those in changed.items():
        for code in plan.elements:
            if (value := _joined(plan, code, [last.get((code, u)) for u in those])) is not None:
                found[code, unit] = value
    return found


def _joined(plan: Plan, code: str, values: list[DataValue | None]) -> Exact | None:
    number = together(plan.elements[code], [v.number if v else None for v in values])
    return None if number is None else _plain(number)


def _last_year(plan: Plan, period: Period) -> dict[tuple[str, str], Exact]:
    year, codes = plan.issuer.year - 1, sorted({element for _, _, element in plan.baselines})
    names = [(code, unit.code) for unit in plan.active_units(period) for code in codes]
    numbers = {(code, unit): baseline(plan, year, code, unit, period.cutoff) for code, unit in names}
    return {name: _plain(number) for name, number in numbers.items() if number is not None}


def _plain(number: Fraction) -> int | Decimal:
    """As it would be typed; sums of typed numbers end after finitely many decimals."""
    return number.numerator if number.denominator == 1 else Decimal(number.numerator) / number.denominator
