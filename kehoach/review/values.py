"""What the rules look at (số liệu đang xét): the values of a dataset by name, without those already in doubt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kehoach.dataset.frame import Key, counting_values
from kehoach.dataset.model import Dataset
from kehoach.finding import Finding, Place
from kehoach.plan.element import COMMUNE, TASKS, Element
from kehoach.plan.expression import LISTED, Code
from kehoach.plan.lineage import baseline, same_ground, together
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.plan.target import Target
from kehoach.submission.model import DataValue, State
from kehoach.vi.listed import listed_numbers

Name = tuple[str, str]
"""(element, subject): what a finding may be about."""


@dataclass(frozen=True)
class Values:
    """Số liệu đang xét of one plan and period. `aside` are in doubt and so unknown; `kept` the officer vouches for."""

    plan: Plan
    dataset: Dataset
    rows: Mapping[Key, DataValue]
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

    def row(self, element: str, subject: str) -> DataValue | None:
        """This period's value, None where there is no row or it is in doubt."""
        return None if (element, subject) in self.aside else self.rows.get((self.period.code, element, subject))

    def named_by(self, finding: Finding) -> frozenset[Name]:
        """The values a finding is about: the one it names and those in its cells; none for a whole file."""
        places = finding.others if finding.element else (finding.place, *finding.others)
        named = {(finding.element, finding.subject)} if finding.element else set()
        return frozenset(named | {self.by_cell[p] for p in places if p.cell and p in self.by_cell})

    def here(self) -> Iterator[DataValue]:
        """This period's values that are not in doubt, in the plan's order of elements."""
        for (period, *name), value in self.rows.items():
            if period == self.period.code and tuple(name) not in self.aside:
                yield value

    @property
    def previous(self) -> Period | None:
        """Kỳ trước: the period just before this one, whether or not anything of it is on file."""
        before = self.plan.before(self.period)
        return before[-1] if before else None

    def last(self, element: str, subject: str) -> DataValue | None:
        """Last period's value, of units that merged since the sum; None where there is none, or after a split."""
        if self.previous is None:
            return None
        ground = self.ground(subject, self.previous)
        rows = [self.rows.get((self.previous.code, element, each)) for each in ground]
        if ground == (subject,):
            return rows[0]
        number = together(self.plan.elements[element], [row.number if row else None for row in rows])
        place = next((row.place for row in rows if row), Place())
        return None if number is None else DataValue(element, subject, number, State.NUMBER, place)

    def ground(self, subject: str, then: Period) -> tuple[str, ...]:
        """What the subject consisted of in an earlier period."""
        return same_ground(self.plan, subject, then.cutoff, self.period.cutoff)

    def number(self, code: Code, subject: str) -> Fraction | None:
        """A code's number about one subject, for expressions; None unknown."""
        if code.function == "dem":
            return Fraction(len(self.plan.active_units(self.period, code.code)))
        subject = self.subject_of(code.code, subject)
        if code.function == "goc":
            return baseline(self.plan, self.plan.issuer.year - 1, code.code, subject, self.period.cutoff)
        row = self.last(code.code, subject) if code.function == "truoc" else self.row(code.code, subject)
        if code.function == LISTED:
            return Fraction(len(listed_numbers(row.value))) if row and isinstance(row.value, str) else None
        return row.number if row else None

    def subject_of(self, element: str, subject: str) -> str:
        """The commune's own row for what is asked of the commune as a whole, else the subject itself."""
        about = self.plan.elements.get(element)
        if about and about.subject == COMMUNE:
            return next((u.code for u in self.plan.units if u.kind == COMMUNE), subject)
        return subject

    def name(self, subject: str) -> str:
        """What a subject is called: a unit's name, a task's short text, the commune for paragraphs."""
        return self.plan.name_of(subject) or self.plan.issuer.commune

    def concluding(self) -> tuple[Target, ...]:
        """Targets that may be concluded in this period."""
        return tuple(t for t in self.plan.targets_in(self.period) if t.concludes.covers(self.period))


def values_of(plan: Plan, dataset: Dataset) -> Values:
    """Reads the frame once; of several sources of a value the one that counts."""
    rows = counting_values(dataset)
    here = (value for (period, *_), value in rows.items() if period == dataset.period.code)
    by_cell = {value.place: (value.element, value.subject) for value in here if value.place.cell}
    return Values(plan, dataset, rows, by_cell)


def is_about_tasks(element: Element) -> bool:
    """Whether it is asked once for each task."""
    return element.subject == TASKS
