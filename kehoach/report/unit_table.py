"""The table of the units (bảng theo đơn vị): a row a unit, a column an element, the total last."""

from collections.abc import Sequence
from fractions import Fraction

from kehoach.assessment.model import Assessment, Total
from kehoach.plan.element import Element, ElementKind, Nature
from kehoach.plan.section import Content
from kehoach.plan.unit import Unit
from kehoach.report.facts import ESTIMATED, kind_name, print_exact
from kehoach.report.model import Fact, Table, TableColumn, Text
from kehoach.report.words import plan_word
from kehoach.vi.dates import print_date
from kehoach.vi.names import initial_capital
from kehoach.vi.numbers import print_number

NONE_GIVEN = "…"
"""What stands for a number nobody gave; a table that has one says so in its note."""
CARRIED = " (*)"
"""What stands behind what is of the period before because the officer had it used; the table's note says so."""


def units_table(assessment: Assessment, content: Content, name: str) -> Table | None:
    """A row a unit of one kind, a column an element, the total last; None where nobody gave any of it."""
    plan, period = assessment.plan, assessment.period
    elements = [plan.elements[c] for c in content.codes if _was_asked(assessment, plan.elements[c])]
    units = (*plan.active_units(period, content.subject), *_split(assessment, elements))
    rows = [_unit_row(assessment, n, u, elements) for n, u in enumerate(units, 1)]
    if not any(isinstance(p, Fact) for row in rows for cell in row for p in cell):
        return None
    has_total = any(e.is_additive and e.kind.is_number for e in elements)
    total = [((), ("Tổng",), *(_total_cell(assessment, e) for e in elements))] if has_total else []
    columns = _unit_columns(kind_name(plan, content.subject), elements)
    return Table(name, columns, (*rows, *total), has_total, note=_note(assessment, elements, rows))


def _split(assessment: Assessment, elements: Sequence[Element]) -> tuple[Unit, ...]:
    """Units that were split since the sums began: their part is in the total and in nobody else's row."""
    past = {code for e in elements if e.kind.is_number for code in assessment.total(e.code, False).past}
    return tuple(u for u in assessment.plan.units if u.code in past)


def _note(assessment: Assessment, elements: Sequence[Element], rows: Sequence[Sequence[Text]]) -> Text:
    """From when the flows are counted, what stands for silence, and what for last period's answer."""
    since, until = plan_word(assessment, "tu_ngay"), plan_word(assessment, "den_ngay")
    has_flow = any(e.nature is Nature.FLOW for e in elements)
    notes = [f"số phát sinh tính từ ngày {since} đến ngày {until}"] if has_flow else []
    cells = [cell for row in rows for cell in row]
    notes += [f"“{NONE_GIVEN}” là chưa có số liệu"] if any(NONE_GIVEN in cell for cell in cells) else []
    notes += [f"“{CARRIED.strip()}” là lấy theo kỳ trước"] if any(CARRIED in cell for cell in cells) else []
    return (f"Ghi chú: {'; '.join(notes)}.",) if notes else ()


def _was_asked(assessment: Assessment, element: Element) -> bool:
    """Whether anybody has said anything of it: a column of silence is left out."""
    subjects = assessment.plan.subjects(element, assessment.period)
    return any(_cell_value(assessment, element, s) is not None for s in subjects)


def _cell_value(assessment: Assessment, element: Element, subject: str) -> Fraction | str | None:
    if element.kind.is_number:
        share = assessment.total(element.code, False).shares.get(subject)
        return share.value if share else None
    value = assessment.value(element.code, subject)
    return None if value is None else print_exact(element, value)


def _unit_columns(kind: str, elements: Sequence[Element]) -> tuple[TableColumn, ...]:
    number, name = (0.06, 0.22) if len(elements) <= 6 else (0.04, 0.16)
    share = (1 - number - name) / len(elements)
    return (
        TableColumn("TT", number, "center"),
        TableColumn(initial_capital(kind), name),
        *(TableColumn(_header(e), share, _align(e.kind)) for e in elements),
    )


def _header(element: Element) -> str:
    """What is asked, with its measure where it does not say it, and that it is an estimate by nature."""
    measure = element.measure if element.measure not in element.label else ""
    about = ", ".join(filter(None, (measure, ESTIMATED.strip() if element.is_estimate else "")))
    return f"{element.label} ({about})" if about else element.label


def _align(kind: ElementKind) -> str:
    if kind is ElementKind.YES_NO:
        return "center"
    return "right" if kind.is_number else "left"


def _unit_row(assessment: Assessment, number: int, unit: Unit, elements: Sequence[Element]) -> tuple[Text, ...]:
    cells = [_unit_cell(assessment, e, unit.code) for e in elements]
    if cells and all(cell == (NONE_GIVEN,) for cell in cells):
        cells[0] = ("chưa có số liệu",)
    until = unit.until if unit.until and not unit.is_active(assessment.period.cutoff) else None
    name = f"{unit.name} (đến ngày {print_date(until)})" if until else unit.name
    return ((str(number),), (name,), *cells)


def _unit_cell(assessment: Assessment, element: Element, subject: str) -> Text:
    value = _cell_value(assessment, element, subject)
    if value is None:
        return (NONE_GIVEN,)
    name = f"{element.code}.{subject}"
    if isinstance(value, str):
        said = Fact(name, value, value, assessment.places(element.code, subject))
        return (said, CARRIED) if assessment.is_carried(element.code, subject) else (said,)
    share = assessment.total(element.code, False).shares[subject]
    fact = Fact(name, value, (ESTIMATED if share.is_estimate else "") + _cell(element, value), share.places)
    return (fact, CARRIED) if share.is_carried else (fact,)


def _cell(element: Element, value: Fraction) -> str:
    return ("có" if value else "không") if element.kind is ElementKind.YES_NO else print_number(value)


def _total_cell(assessment: Assessment, element: Element) -> Text:
    if not element.kind.is_number:
        return ()
    total: Total = assessment.total(element.code, False)
    if total.value is None:
        return () if total.given else (NONE_GIVEN,)
    printed = (ESTIMATED if total.is_estimate else "") + print_number(total.value)
    coverage = () if total.is_complete else (f" (của {len(total.given)}/{len(total.expected)})",)
    return (Fact(element.code, total.value, printed, total.places), *coverage)
