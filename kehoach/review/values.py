"""What the rules look at (số liệu đang xét): the values of a dataset by name, without those already in doubt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kehoach.dataset import model as d
from kehoach.finding import Finding, Place
from kehoach.plan.expression import Code
from kehoach.plan.model import COMMUNE, TASKS, Element, Period, Plan, Target
from kehoach.submission.model import Exact, State
from kehoach.vi.dates import print_date
from kehoach.vi.numbers import print_number

Name = tuple[str, str]
"""(element, subject): what a finding may be about."""


@dataclass(frozen=True)
class Row:
    """Dòng số liệu: one row of `Dataset.by_value`, typed."""

    period: str
    element: str
    subject: str
    value: Exact | None
    state: State
    place: Place
    typed: str = ""
    source: str = ""
    is_estimate: bool = False

    @property
    def number(self) -> Fraction | None:
        """The number it stands for; "không phát sinh" is zero, silence is None."""
        if self.state is State.NIL:
            return Fraction(0)
        known = self.state is State.NUMBER and isinstance(self.value, int | Decimal | Fraction)
        return Fraction(self.value) if known else None  # type: ignore[arg-type]

    @property
    def is_given(self) -> bool:
        """Whether something readable was said."""
        return self.state in (State.NUMBER, State.TEXT, State.DATE, State.NIL)

    @property
    def read(self) -> str:
        """What stood there, as typed."""
        return self.typed or print_value(self.value)


@dataclass(frozen=True)
class Values:
    """Số liệu đang xét of one plan and period. `aside` are in doubt and so unknown; `kept` the officer vouches for."""

    plan: Plan
    dataset: d.Dataset
    rows: Mapping[tuple[str, str, str], Row]
    by_cell: Mapping[Place, Name] = field(default_factory=dict)
    aside: frozenset[Name] = frozenset()
    kept: frozenset[Name] = frozenset()

    @property
    def period(self) -> Period:
        """The period under review."""
        return self.dataset.period

    def without(self, names: frozenset[Name]) -> "Values":
        """The same with more values in doubt."""
        return replace(self, aside=self.aside | names)

    def row(self, element: str, subject: str) -> Row | None:
        """This period's value, None where there is no row or it is in doubt."""
        return None if (element, subject) in self.aside else self.rows.get((self.period.code, element, subject))

    def named_by(self, finding: Finding) -> frozenset[Name]:
        """The values a finding is about: the one it names, else those in its cells; none for a whole file."""
        if finding.element:
            return frozenset({(finding.element, finding.subject)})
        places = (finding.place, *finding.others)
        return frozenset(self.by_cell[p] for p in places if p.cell and p in self.by_cell)

    def here(self) -> Iterator[Row]:
        """This period's rows that are not in doubt, in the plan's order of elements."""
        for row in self.rows.values():
            if row.period == self.period.code and (row.element, row.subject) not in self.aside:
                yield row

    @property
    def previous(self) -> Period | None:
        """Kỳ trước: the period just before this one, whether or not anything of it is on file."""
        before = [p for p in self.plan.periods if p.cutoff < self.period.cutoff]
        return max(before, key=lambda p: p.cutoff, default=None)

    def last(self, element: str, subject: str) -> Row | None:
        """Last period's value, None where there is none."""
        return self.rows.get((self.previous.code, element, subject)) if self.previous else None

    def number(self, code: Code, subject: str) -> Fraction | None:
        """A code's number about one subject, for expressions; None unknown."""
        if code.function == "dem":
            return Fraction(len(self.plan.active_units(self.period, code.code)))
        subject = self.subject_of(code.code, subject)
        if code.function == "goc":
            known = self.plan.baselines.get((str(self.plan.issuer.year - 1), subject, code.code))
            return None if known is None else Fraction(known)
        row = self.last(code.code, subject) if code.function == "truoc" else self.row(code.code, subject)
        return row.number if row else None

    def subject_of(self, element: str, subject: str) -> str:
        """The commune's own row for what is asked of the commune as a whole, else the subject itself."""
        about = self.plan.elements.get(element)
        if about and about.subject == COMMUNE:
            return next((u.code for u in self.plan.units if u.kind == COMMUNE), subject)
        return subject

    def name(self, subject: str) -> str:
        """What a subject is called: a unit's name, a task's short text, the commune for paragraphs."""
        unit = next((u.name for u in self.plan.units if u.code == subject), "")
        task = next((t.short for t in self.plan.tasks if t.code == subject), "")
        return unit or task or self.plan.issuer.commune

    def concluding(self) -> tuple[Target, ...]:
        """Targets that may be concluded in this period."""
        return tuple(t for t in applying(self.plan, self.period) if t.concludes.covers(self.period))


def applying(plan: Plan, period: Period) -> tuple[Target, ...]:
    """Targets in force at the period's cut-off."""
    return tuple(
        t
        for t in plan.targets
        if (t.since is None or t.since <= period.cutoff) and (t.until is None or period.cutoff <= t.until)
    )


def values_of(plan: Plan, dataset: d.Dataset) -> Values:
    """Reads the frame once. Of several rows about one thing the one that is not set aside counts, else the first."""
    rows: dict[tuple[str, str, str], Row] = {}
    for row in rows_of(dataset.by_value):
        key = (row.period, row.element, row.subject)
        if key not in rows or (rows[key].state is State.SET_ASIDE and row.state is not State.SET_ASIDE):
            rows[key] = row
    period = dataset.period.code
    by_cell = {r.place: (r.element, r.subject) for r in rows.values() if r.period == period and r.place.cell}
    return Values(plan, dataset, rows, by_cell)


def rows_of(frame: pd.DataFrame) -> Iterator[Row]:
    """Frame → rows, in its order."""
    wanted = (d.PERIOD, d.ELEMENT, d.UNIT, d.VALUE, d.STATE, d.SUPPLIER, d.FILE, d.SHEET, d.CELL)
    columns = [frame[c].tolist() for c in (*wanted, d.TYPED, d.SOURCE, d.IS_ESTIMATE)]
    for period, element, unit, value, state, supplier, file, sheet, cell, typed, source, about in zip(
        *columns, strict=True
    ):
        place = Place(supplier, file, sheet, cell)
        yield Row(period, element, unit, value, State(state), place, typed, source, bool(about))


def print_value(value: Exact | None) -> str:
    """An exact value as offices write it; "" for none."""
    if value is None or isinstance(value, str):
        return value or ""
    return print_date(value) if isinstance(value, date) else print_number(value)


def unit_name(plan: Plan, code: str) -> str:
    """A unit's name; the code itself where the plan does not know it."""
    return next((u.name for u in plan.units if u.code == code), code)


def is_about_tasks(element: Element) -> bool:
    """Whether it is asked once for each task."""
    return element.subject == TASKS
