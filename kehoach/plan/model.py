"""The plan (kế hoạch) as the rest of the road sees it: frozen, complete, without a trace of Excel.

What it is made of has a file each: `period`, `unit`, `element`, `target`, `task`, `check`, `section`, `issuer`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from kehoach.finding import Finding
from kehoach.plan.check import Check
from kehoach.plan.element import TASKS, Element, ElementKind
from kehoach.plan.issuer import Basis, Issuer, Recipient
from kehoach.plan.period import Period
from kehoach.plan.section import Section, SentencePattern
from kehoach.plan.target import Target
from kehoach.plan.task import Party, Task
from kehoach.plan.unit import Unit


@dataclass(frozen=True, eq=False)
class Plan:
    """Kế hoạch: everything of one plan and one year, verified. One that was read is itself alone, never compared.

    `baselines` maps (column such as "2022", unit code, element code) to a number: last year's accepted values.
    `notes` is what was noted on reading, and keeps nobody waiting.
    """

    issuer: Issuer
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    elements: Mapping[str, Element]
    targets: tuple[Target, ...]
    parties: tuple[Party, ...]
    tasks: tuple[Task, ...]
    checks: tuple[Check, ...]
    sections: tuple[Section, ...]
    sentences: tuple[SentencePattern, ...]
    recipients: tuple[Recipient, ...]
    baselines: Mapping[tuple[str, str, str], Decimal]
    bases: tuple[Basis, ...]
    path: Path | None = field(default=None, compare=False)
    notes: tuple[Finding, ...] = field(default=(), compare=False)

    def period(self, code: str) -> Period:
        """The period of that code; KeyError where there is none."""
        return {p.code: p for p in self.periods}[code]

    def earlier(self, period: Period) -> tuple[Period, ...]:
        """Earlier periods of the same accumulation, oldest first: those that begin on or after `cumulative_from`."""
        return tuple(p for p in self.periods if p.cutoff < period.cutoff and p.start >= period.cumulative_from)

    def before(self, period: Period) -> tuple[Period, ...]:
        """Every earlier period, oldest first."""
        return tuple(sorted((p for p in self.periods if p.cutoff < period.cutoff), key=lambda p: p.cutoff))

    def after(self, period: Period) -> tuple[Period, ...]:
        """Every later period, the next one first."""
        return tuple(sorted((p for p in self.periods if p.cutoff > period.cutoff), key=lambda p: p.cutoff))

    def targets_in(self, period: Period) -> tuple[Target, ...]:
        """Targets in force at the period's cut-off, in the sheet's order; none of a unit that is gone by then."""
        here = {"", *(u.code for u in self.active_units(period))}
        return tuple(t for t in self.targets if t.is_in_force(period.cutoff) and t.unit in here)

    def tasks_in(self, period: Period) -> tuple[Task, ...]:
        """Tasks in force at the period's cut-off, in the sheet's order."""
        return tuple(t for t in self.tasks if t.is_in_force(period.cutoff))

    def as_of(self, period: Period) -> "Plan":
        """Kế hoạch tại kỳ ấy: the plan with the targets and tasks in force at the period's cut-off alone."""
        return replace(self, targets=self.targets_in(period), tasks=self.tasks_in(period))

    def amendments(self, period: Period) -> tuple[str, ...]:
        """Documents that brought what is in force at the period's cut-off, each once."""
        rows: tuple[Target | Task, ...] = (*self.targets_in(period), *self.tasks_in(period))
        return tuple(dict.fromkeys(r.amendment for r in rows if r.amendment))

    def name_of(self, subject: str) -> str:
        """What a unit or a task is called in a list; "" for anything else (a paragraph, a code the plan lacks)."""
        return ({t.code: t.short for t in self.tasks} | {u.code: u.name for u in self.units}).get(subject, "")

    def unit(self, code: str) -> Unit:
        """The unit of that code; KeyError where there is none."""
        return {u.code: u for u in self.units}[code]

    def active_units(self, period: Period, kind: str = "") -> tuple[Unit, ...]:
        """Units that exist at the cut-off, of one kind if given, in the sheet's order."""
        return tuple(u for u in self.units if (not kind or u.kind == kind) and u.is_active(period.cutoff))

    def subjects(self, element: Element, period: Period) -> tuple[str, ...]:
        """What an element is asked about in a period: unit codes, task codes, or the paragraphs d1 … dn."""
        if element.kind is ElementKind.PARAGRAPHS:
            return tuple(f"d{n}" for n in range(1, element.rows + 1))
        if element.subject == TASKS:
            return tuple(t.code for t in self.tasks_in(period))
        return tuple(u.code for u in self.active_units(period, element.subject))
