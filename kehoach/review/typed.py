"""Reads what an officer typed as a value (đọc số cán bộ ghi), with the very reading that answer cells get."""

from kehoach.finding import Finding, Place
from kehoach.office.model import CellKind, RawCell
from kehoach.plan.element import Element
from kehoach.plan.model import Plan
from kehoach.plan.period import Period
from kehoach.submission.cells import read_cell
from kehoach.submission.model import DataValue


def read_typed(plan: Plan, period: Period, finding: Finding, text: str) -> tuple[DataValue, str]:
    """The new value of what a finding asks about, and why it cannot be used ("" where it can)."""
    cell = RawCell(1, 1, CellKind.TEXT, text)
    return read_cell_of(period, plan.elements[finding.element], finding.subject, cell, finding.place)


def read_cell_of(period: Period, element: Element, subject: str, cell: RawCell, place: Place) -> tuple[DataValue, str]:
    """A cell's value, and why it cannot be used ("" where it can). What a unit would be asked about is refused here."""
    reading = read_cell(element, subject, period, cell, place)
    doubts = [f for f in reading.findings if f.severity.waits]
    return reading.value, " ".join(f"{f.say} {f.do}" for f in doubts)
