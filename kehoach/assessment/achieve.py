"""How far a target is along (thực hiện chỉ tiêu), on exact numbers: actual, still needed, compared, unit by unit."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from kehoach.assessment.bounds import exactly
from kehoach.assessment.model import Achievement, Total, UnitPart
from kehoach.assessment.values import Values, tied, worth
from kehoach.assessment.verdict import Grounds, is_provisional, verdict
from kehoach.plan.element import COMMUNE, ElementKind, Nature
from kehoach.plan.expression import Code, Expression, Interval, compare
from kehoach.plan.model import Plan
from kehoach.plan.target import Target


def achievement(values: Values, target: Target) -> Achievement:
    """The result of one target, of the commune or of the unit it was allotted to."""
    return _Reckoning(values, target, _totals(values, target)).result()


def _totals(values: Values, target: Target) -> dict[str, Total]:
    """Totals of the elements in the target's expression; a unit's own part where the target is a unit's."""
    codes = [c.code for c in target.expression.codes if not c.function]
    totals = {code: values.total(code, False) for code in codes}
    return {c: t.only(target.unit) if target.unit in t.shares else t for c, t in totals.items()}


@dataclass(frozen=True)
class _Reckoning:
    values: Values
    target: Target
    totals: dict[str, Total]

    def result(self) -> Achievement:
        target, plan, period = self.target, self.values.totals.plan, self.values.totals.period
        top, bottom = target.expression.ratio or (target.expression, None)
        actual, whole = self._worth(target.expression), all(t.is_complete for t in self.totals.values())
        numerator = self._worth(top) if bottom else None
        denominator = self._worth(bottom) if bottom else None
        bounds = exactly(actual) if whole else target.expression.bounds(self._bounds)
        is_early = not target.concludes.covers(period)
        last_year = target.expression.value(lambda c: self.values.last_year(c, target.unit, is_early))
        last_period = self.values.last_period(target.expression, target.unit)
        lacking, exact = self._lacking(), actual if whole else None
        grounds = self._grounds(bounds, bool(lacking))
        return Achievement(
            target,
            verdict(target, period, grounds),
            actual,
            numerator,
            denominator,
            bounds,
            still_needed(target, exact, numerator, denominator) if self._counts(top) else None,
            self._measure(plan, top),
            None if exact is None else exact - target.threshold,
            last_year,
            None if exact is None or last_year is None else exact - last_year,
            last_period,
            None if exact is None or last_period is None else exact - last_period,
            lacking,
            self._silent(),
            self._parts(top, bottom),
            any(t.is_estimate for t in self.totals.values()),
            tuple(dict.fromkeys(p for t in self._tied().values() for p in t.places)),
            is_provisional(target, period, grounds),
            too_many(target, exact, numerator, denominator) if self._can_be_less(top) else None,
        )

    def _silent(self) -> tuple[str, ...]:
        """Who was asked and has given no number; of what no period has asked yet, nobody is silent."""
        totals, elements = self.values.totals, self.values.totals.plan.elements
        asked = [t for c, t in self.totals.items() if totals.window(elements[c], False)]
        return tuple(dict.fromkeys(s for t in asked for s in t.expected if s not in t.given))

    def _tied(self) -> dict[str, Total]:
        return tied(self.values.totals.plan, tuple(self.totals.values()))

    def _worth(self, expression: Expression) -> Fraction | None:
        return worth(expression, self._tied(), self._function)

    def _function(self, code: Code) -> Fraction | None:
        return self.values.of_unit(code, self.target.unit) if self.target.unit else self.values.evaluate(code)

    def _bounds(self, code: Code) -> Interval | None:
        return exactly(self._function(code)) if code.function else self.totals[code.code].bounds

    def _grounds(self, bounds: Interval | None, lacks_evidence: bool) -> Grounds:
        elements = self.values.totals.plan.elements
        return Grounds(
            bounds,
            all(t.given for t in self.totals.values()),
            all(elements[c].periods.covers(self.values.totals.period) for c in self.totals),
            lacks_evidence,
            any(t.is_estimate and not elements[c].is_estimate for c, t in self.totals.items()),
        )

    def _lacking(self) -> tuple[str, ...]:
        """Evidence without a value on file anywhere."""
        plan, totals = self.values.totals.plan, self.values.totals

        def is_on_file(code: str) -> bool:
            element = plan.elements[code]
            entries = (totals.entry(element, s) for s in plan.subjects(element, totals.period))
            return any(e is not None and e.value is not None for e in entries)

        return tuple(code for code in self.target.evidence if not is_on_file(code))

    def _parts(self, top: Expression, bottom: Expression | None) -> tuple[UnitPart, ...]:
        elements = self.values.totals.plan.elements
        of_units = [t for c, t in self.totals.items() if elements[c].subject != COMMUNE]
        kinds = {elements[t.code].subject for t in of_units}
        units = tuple(dict.fromkeys(u for t in of_units for u in t.expected)) if len(kinds) == 1 else ()
        return tuple(self._part(unit, top, bottom) for unit in units)

    def _part(self, unit: str, top: Expression, bottom: Expression | None) -> UnitPart:
        def look_up(code: Code) -> Fraction | None:
            return self.values.of_unit(code, unit)

        return UnitPart(unit, top.value(look_up), bottom.value(look_up) if bottom else None)

    def _counts(self, top: Expression) -> bool:
        elements = self.values.totals.plan.elements
        return all(elements[c].kind in (ElementKind.COUNT, ElementKind.YES_NO) for c in top.elements)

    def _can_be_less(self, top: Expression) -> bool:
        """Whether it counts what there is at the cut-off (hộ nghèo): what has happened does not become less."""
        elements = self.values.totals.plan.elements
        return self._counts(top) and all(elements[c].nature is not Nature.FLOW for c in top.elements)

    def _measure(self, plan: Plan, top: Expression) -> str:
        """What the numerator counts: its first element's measure, or, for yes or no, the units themselves."""
        element = plan.elements[top.elements[0]]
        kinds = (u.kind_name for u in plan.units if u.kind == element.subject)
        return element.measure or next(kinds, "") or ("" if self.target.is_percent else self.target.measure)


def still_needed(
    target: Target, actual: Fraction | None, numerator: Fraction | None, denominator: Fraction | None
) -> int | None:
    """The least whole number that, added to the numerator (or the value itself), meets the target; None where met."""
    if actual is None or target.comparison not in (">=", ">", "="):
        return None
    if actual > target.threshold or compare(actual, target.comparison, target.threshold):
        return None
    if numerator is None or denominator is None:
        numerator, denominator = actual, Fraction(1)
    gap = target.threshold * denominator - numerator
    return floor(gap) + 1 if target.comparison == ">" else ceil(gap)


def too_many(
    target: Target, actual: Fraction | None, numerator: Fraction | None, denominator: Fraction | None
) -> int | None:
    """The least whole number that, taken off the numerator (or the value itself), meets the target; None where met."""
    if actual is None or target.comparison not in ("<=", "<") or compare(actual, target.comparison, target.threshold):
        return None
    if numerator is None or denominator is None:
        numerator, denominator = actual, Fraction(1)
    excess = numerator - target.threshold * denominator
    return floor(excess) + 1 if target.comparison == "<" else ceil(excess)
