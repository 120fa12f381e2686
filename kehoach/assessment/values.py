"""What a code of an expression is worth (giá trị của mã): totals, last period, baseline, counts of units."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kehoach.assessment.bounds import exactly
from kehoach.assessment.model import Total
from kehoach.assessment.totals import Totals
from kehoach.plan.expression import Code, Expression, Interval
from kehoach.plan.lineage import baseline, same_ground, together
from kehoach.plan.model import Plan


@dataclass(frozen=True)
class Values:
    """Giá trị các mã, for the commune (`unit` empty) or for one unit. `total(code, this_period)` is `Totals.total`."""

    totals: Totals
    total: Callable[[str, bool], Total]

    def evaluate(self, code: Code) -> Fraction | None:
        """The commune's value; None unless it is complete."""
        if code.function:
            return self._function(code, "")
        found = self.total(code.code, False)
        return found.value if found.is_complete else None

    def of_unit(self, code: Code, unit: str) -> Fraction | None:
        """The value of one unit; None where it is silent or not asked."""
        if code.function:
            return self._function(code, unit)
        share = self.total(code.code, False).shares.get(unit)
        return share.value if share else None

    def bounds(self, code: Code, unit: str = "") -> Interval | None:
        """What the value can be, with the missing at their least and most."""
        if code.function:
            return exactly(self._function(code, unit))
        found = self.total(code.code, False)
        if not unit:
            return found.bounds
        return found.shares[unit].bounds if unit in found.shares else None

    def last_year(self, code: Code, unit: str, same_period: bool) -> Fraction | None:
        """What the code was worth a year before: at the end of that year, or in the same period of it.

        A quarter is not held against a whole year; sheet `Năm trước`, column "2022" or "2022-Q1".
        """
        plan, year = self.totals.plan, self.totals.plan.issuer.year - 1
        if code.function == "dem":
            then = date(year, 12, 31)
            return Fraction(1) if unit else Fraction(sum(u.kind == code.code and u.is_active(then) for u in plan.units))
        if code.function:
            return self._baseline(year - 1, code.code, unit) if code.function == "goc" else None
        return self._baseline(year, code.code, unit, self.totals.period.short if same_period else "")

    def last_period(self, expression: Expression, unit: str) -> Fraction | None:
        """What an expression came to in the period before; None without one, or where somebody was silent then."""
        before = self.totals.plan.before(self.totals.period)
        if not before:
            return None
        then = self.totals.before(before[-1])
        values = Values(then, then.total)
        return expression.value(lambda c: values.of_unit(c, unit) if unit else values.evaluate(c))

    def _function(self, code: Code, unit: str) -> Fraction | None:
        plan, period = self.totals.plan, self.totals.period
        if code.function == "dem":
            return Fraction(1) if unit else Fraction(len(plan.active_units(period, code.code)))
        if code.function == "truoc":
            return self._before(code.code, unit)
        return self._baseline(plan.issuer.year - 1, code.code, unit)

    def _baseline(self, year: int, code: str, unit: str, short: str = "") -> Fraction | None:
        return baseline(self.totals.plan, year, code, unit, self.totals.period.cutoff, short)

    def _before(self, code: str, unit: str) -> Fraction | None:
        """The last period's own value, of what the unit was then; in the first period that asks it, the baseline."""
        plan, period = self.totals.plan, self.totals.period
        asked = [p for p in plan.before(period) if plan.elements[code].periods.covers(p)]
        if not asked:
            return self._baseline(plan.issuer.year - 1, code, unit)
        total = self.totals.before(asked[-1]).total(code, True)
        if unit:
            ground = same_ground(plan, unit, asked[-1].cutoff, period.cutoff)
            shares = [total.shares[u].value if u in total.shares else None for u in ground]
            return together(plan.elements[code], shares)
        return total.value if total.is_complete else None


def tied(plan: Plan, totals: Sequence[Total]) -> dict[str, Total]:
    """Totals that stand in one division or sum: each over the units that gave all the numbers asked of their kind."""
    result = {}
    for total in totals:
        kind = plan.elements[total.code].subject
        given = [set(t.given) for t in totals if plan.elements[t.code].subject == kind]
        result[total.code] = total.among(set.intersection(*given))
    return result


def worth(
    expression: Expression, totals: Mapping[str, Total], evaluate: Callable[[Code], Fraction | None]
) -> Fraction | None:
    """The value over tied totals; None where last period, baseline or a count of units meets an incomplete total.

    A part is not compared with a whole: 7 of 8 villages say nothing about last year's 8.
    """
    mine = [totals[c.code] for c in expression.codes if not c.function]
    if any(c.function for c in expression.codes) and not all(t.is_complete for t in mine):
        return None
    return expression.value(lambda c: evaluate(c) if c.function else totals[c.code].value)
