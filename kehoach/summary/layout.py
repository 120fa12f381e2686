"""Where everything stands in the workbook (bố trí): decided before anything is written, so that formulas can point.

Sheets: a guide, the targets, how each is worked out, the commune's totals, one for each kind of unit, the values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kehoach.assessment.model import Achievement, Assessment, Total
from kehoach.dataset.frame import Key
from kehoach.office.limits import SHEET_NAME_LENGTH
from kehoach.plan.element import COMMUNE, Element, ElementKind, Nature
from kehoach.plan.expression import Code
from kehoach.report.facts import kind_name
from kehoach.summary.formula import block, cell, together
from kehoach.summary.ledger import Entry, entries

GUIDE, TARGETS, WORKINGS, TOTALS, VALUES = "Đọc trước", "Chỉ tiêu", "Cách tính", "Tổng hợp", "Số liệu"
HEAD = 3
"""The row of the headers, from 0; title, note and what the headers belong to stand above."""
FIRST = HEAD + 1
VALUE = 6
"""The column of the values in their sheet: what every formula rests on."""
NAMES = 2
"""The columns of a sheet of units before the first number."""
NOW = 7
"""The column of the sums in the sheet of totals."""
WORTH = 6
"""The column of the workings that a target's formula takes."""
_REFUSED = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True)
class UnitTable:
    """Bảng theo đơn vị: a row a unit of one kind (those that were split below), a column an element, then the rates."""

    sheet: str
    kind: str
    units: tuple[str, ...]
    past: tuple[str, ...]
    elements: tuple[Element, ...]
    rates: tuple[str, ...]

    @property
    def last(self) -> int:
        """The row of the last unit that is asked."""
        return FIRST + len(self.units) - 1

    @property
    def sums(self) -> int:
        """The row of the sums."""
        return self.last + len(self.past) + 1

    def column(self, code: str) -> int:
        """The column of an element."""
        return NAMES + [e.code for e in self.elements].index(code)

    def row(self, unit: str) -> int:
        """The row of a unit."""
        return FIRST + (*self.units, *self.past).index(unit)


@dataclass(frozen=True)
class Layout:
    """Bố trí of one assessment."""

    assessment: Assessment

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The values, in the order of their sheet."""
        return entries(self.assessment)

    @cached_property
    def _rows(self) -> Mapping[Key, int]:
        return {entry.name: row for row, entry in enumerate(self.entries, FIRST) if entry.counts}

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Numbers that this period or an earlier one asked, in the plan's order."""
        plan = self.assessment.plan
        numbers = (e for e in plan.elements.values() if e.kind.is_number or e.kind is ElementKind.RATE)
        return tuple(e for e in numbers if any(s.names for s in self.total(e.code).shares.values()))

    @cached_property
    def tables(self) -> tuple[UnitTable, ...]:
        """The sheets of units, a kind each; what is asked about the commune itself stands in the totals."""
        kinds = dict.fromkeys(e.subject for e in self.elements if not self.is_alone(e))
        taken = {GUIDE, TARGETS, WORKINGS, TOTALS, VALUES}
        return tuple(self._table(kind, taken) for kind in kinds)

    def total(self, code: str) -> Total:
        """The total of an element, flows since the year began."""
        return self.assessment.total(code, False)

    def is_alone(self, element: Element) -> bool:
        """Whether the element is about the commune as a whole."""
        return element.subject == COMMUNE and len(self.total(element.code).shares) == 1

    def table(self, element: Element) -> UnitTable:
        """The sheet an element has its column in."""
        return next(t for t in self.tables if t.kind == element.subject)

    def row(self, name: Key) -> int:
        """The row of a value that counts."""
        return self._rows[name]

    def value(self, name: Key) -> str:
        """The cell of a value."""
        return cell(self.row(name), VALUE, VALUES)

    def share(self, code: str, unit: str) -> str:
        """The formula of a unit's part of a total."""
        element = self.assessment.plan.elements[code]
        is_either = element.kind is ElementKind.YES_NO and element.nature is not Nature.FLOW
        part = self.total(code).shares.get(unit)
        return together([self.value(n) for n in part.names] if part else [], is_either)

    def total_cell(self, code: str) -> str:
        """The cell of an element's sum in the sheet of totals."""
        return cell(FIRST + [e.code for e in self.elements].index(code), NOW, TOTALS)

    def parts(self, code: str, unit: str = "") -> str:
        """The cells that a sum of an element runs over: all units', or one's."""
        element = self.assessment.plan.elements[code]
        if element not in self.elements:
            return ""
        if self.is_alone(element):
            return f"{self.total_cell(code)}:{self.total_cell(code).rpartition('!')[2]}"
        table = self.table(element)
        first, last = (table.row(unit), table.row(unit)) if unit in table.units else (FIRST, table.last)
        return block(first, last, table.column(code), table.sheet)

    def past(self, code: str) -> str:
        """The cells of units that were split; "" where there is none."""
        element = self.assessment.plan.elements[code]
        if element not in self.elements or self.is_alone(element):
            return ""
        table = self.table(element)
        return block(table.last + 1, table.sums - 1, table.column(code), table.sheet) if table.past else ""

    @cached_property
    def workings(self) -> tuple[tuple[Achievement, Code], ...]:
        """The rows of the workings: what each target is made of."""
        return tuple((a, code) for a in self.assessment.achievements for code in a.target.expression.codes)

    def worth(self, result: Achievement, code: Code) -> str:
        """The cell of a code's value among the workings of a target."""
        return cell(self.working(result, code), WORTH, WORKINGS)

    def working_rows(self, result: Achievement) -> tuple[int, int]:
        """First and last row of a target's workings."""
        codes = result.target.expression.codes
        return self.working(result, codes[0]), self.working(result, codes[-1])

    def working(self, result: Achievement, code: Code) -> int:
        """The row of a code among the workings of a target."""
        return FIRST + next(n for n, (a, c) in enumerate(self.workings) if a is result and c == code)

    def _table(self, kind: str, taken: set[str]) -> UnitTable:
        elements = tuple(e for e in self.elements if e.subject == kind)
        subjects = dict.fromkeys(u for e in elements for u in self.total(e.code).shares)
        past = {u for e in elements for u in self.total(e.code).past}
        asked = tuple(u for u in subjects if any(u in self.total(e.code).expected for e in elements))
        rates = tuple(dict.fromkeys(a.target.code for a in self.assessment.achievements if self._has_rate(a, kind)))
        name = self._sheet_name(kind, taken)
        return UnitTable(name, kind, asked, tuple(u for u in subjects if u in past and u not in asked), elements, rates)

    def _has_rate(self, result: Achievement, kind: str) -> bool:
        """Whether a target can be told of each unit of a kind: a division of what the unit itself was asked."""
        plan, expression = self.assessment.plan, result.target.expression
        below = expression.ratio[1].elements if expression.ratio else ()
        own = all(plan.elements[c].subject == kind and plan.elements[c] in self.elements for c in expression.elements)
        return bool(result.target.is_percent and below and own and result.may_be_told)

    def _sheet_name(self, kind: str, taken: set[str]) -> str:
        """ "Theo thôn"; as Excel takes it, and no two alike."""
        called = "nhiệm vụ" if kind == "nhiem_vu" else kind_name(self.assessment.plan, kind)
        bare = f"Theo {_REFUSED.sub(' ', called)}"[: SHEET_NAME_LENGTH - 3].strip()
        names = (bare, *(f"{bare} {n}" for n in range(2, 99)))
        name = next(n for n in names if n.casefold() not in {t.casefold() for t in taken})
        taken.add(name)
        return name
