"""What an answer can change (ảnh hưởng): the targets that rest on an element or a unit, and what is printed at all."""

from dataclasses import dataclass, replace
from functools import cached_property

from kehoach.finding import Finding, Severity
from kehoach.plan.model import Plan
from kehoach.plan.needs import needed_codes, supplies
from kehoach.plan.period import Period
from kehoach.plan.target import Before, Target
from kehoach.review.values import Values

PER_TARGET = 100
"""One target outweighs whatever a rule, or the number of elements, adds by itself."""


@dataclass(frozen=True)
class Effect:
    """Ảnh hưởng in one period of one plan."""

    plan: Plan
    period: Period

    @cached_property
    def needed(self) -> frozenset[str]:
        """Codes of the elements that are asked in the period or reach a result: all that can be printed."""
        asked = (code for code in needed_codes(self.plan, self.period) if code in self.plan.elements)
        in_targets = (code for t in self.plan.targets_in(self.period) for code in used_by(t, self.period))
        return frozenset((*(c for c in asked if self.plan.elements[c].periods.covers(self.period)), *in_targets))

    def asked_of(self, unit: str) -> frozenset[str]:
        """Codes of what a unit is asked; none of a unit the plan does not know."""
        units = [u for u in self.plan.units if u.code == unit]
        return frozenset(c for c in self.needed for u in units if supplies(u, self.plan.elements[c]))

    def targets(self, values: Values, finding: Finding) -> tuple[Target, ...]:
        """Targets whose result the answer can change."""
        about = self._about(values, finding)
        return tuple(t for t in self.plan.targets_in(self.period) if about & set(used_by(t, self.period)))

    def weighed(self, values: Values, finding: Finding) -> Finding:
        """With its weight: the targets it touches, then what the rule gave it, then how many numbers it is about.

        A question whose answer can change nothing that is printed is only listed.
        """
        about = self._about(values, finding)
        if finding.severity.waits and about and not about & self.needed:
            return replace(finding, severity=Severity.LOOK)
        targets = PER_TARGET * len(self.targets(values, finding))
        return replace(finding, weight=targets + finding.weight + len(about))

    def _about(self, values: Values, finding: Finding) -> frozenset[str]:
        """Element codes in question; of a whole file, all its unit is asked."""
        named = frozenset(element for element, _ in values.named_by(finding))
        return named or self.asked_of(finding.place.unit)


def used_by(target: Target, period: Period) -> tuple[str, ...]:
    """Element codes a target's result rests on in a period: none while nothing is said of it, evidence at the end."""
    if target.concludes.covers(period):
        return (*target.expression.elements, *target.evidence)
    return () if target.before is Before.SILENT else target.expression.elements
